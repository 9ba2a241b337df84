import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { PartScene } from '../parts.ts';
import { Top } from '../Top.tsx';
import { ConversationRow, isOver } from './ConversationRow.tsx';
import css from './mine.css?inline';

export const styles: string = css;

const onHome = 3;

/** What this visitor has going on, below the question; all of it is a screen of its own. */
export function Mine(scene: PartScene<'mine'>) {
  const { texts, actions } = scene;
  const { conversations } = scene.model;
  if (conversations.length === 0) return null;
  // It knows what to say when the server goes away, and could not be had then.
  actions.want('comfort');
  const current = conversations.filter((one) => !isOver(one));
  return (
    <section class="section mine">
      <h3>{texts.mine}</h3>
      <Rows {...scene} rows={[...current, ...conversations.filter(isOver)].slice(0, onHome)} />
      {conversations.length > onHome && (
        <button type="button" class="more" onClick={() => actions.show({ name: 'mine' })}>
          {texts.all}
        </button>
      )}
    </section>
  );
}

/** My conversations and tickets: what goes on, then what is over. */
export function List(scene: PartScene<'mine'>) {
  const { texts, actions, model } = scene;
  const { conversations } = model;
  return (
    <>
      <Top {...scene} onBack={() => actions.show({ name: 'home' })}>
        <h2 class="who">{texts.mine}</h2>
      </Top>
      <div class="body">
        <Group {...scene} title={texts.current} rows={conversations.filter((one) => !isOver(one))} />
        <Group {...scene} title={texts.past} rows={conversations.filter(isOver)} />
      </div>
      <div class="foot">
        <button type="button" class="button" onClick={() => actions.begin()}>
          {texts.startAnother}
        </button>
      </div>
    </>
  );
}

type RowsProps = PartScene<'mine'> & { rows: VisitorConversation[] };

function Group({ title, ...props }: RowsProps & { title: string }) {
  if (props.rows.length === 0) return null;
  return (
    <section class="section mine">
      <h3>{title}</h3>
      <Rows {...props} />
    </section>
  );
}

function Rows({ rows, ...scene }: RowsProps) {
  return (
    <ul>
      {rows.map((conversation) => (
        <ConversationRow key={conversation.id} conversation={conversation} {...scene} />
      ))}
    </ul>
  );
}

/** In the place of a conversation that was opened from here, until its words have come. */
export function Bones() {
  return (
    <div class="bones lines">
      <i />
      <i />
      <i />
    </div>
  );
}
