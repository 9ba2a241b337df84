import type { VisitorConversation } from '@ventanilla/shared/entities/conversation';
import type { Entry } from '@ventanilla/shared/entities/entry';
import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';
import { closingOf } from './closing.ts';
import { Message } from './Message.tsx';
import { OutgoingMessages } from './OutgoingMessages.tsx';
import { SystemLine } from './SystemLine.tsx';
import { type Row, type Talk, timeline } from './timeline.ts';

type LogProps = PartScene<'talk'> & { talk: Talk };

/** Everything said so far; new things are announced, and stay in sight for whoever is reading the end. */
export class Log extends Component<LogProps> {
  /** As it was when its reader began to look. */
  before = this.props.talk;
  readonly box = createRef<HTMLDivElement>();
  isAtEnd = true;

  override componentDidMount() {
    this.arrive();
    // What is being written grows, a keyboard comes up, a phone is turned.
    if (this.box.current) new ResizeObserver(() => this.follow()).observe(this.box.current);
  }

  override componentDidUpdate({ talk: before }: LogProps) {
    const { outgoing } = this.props.talk;
    // What one has just said oneself is to be seen; and nobody reads further up in a window that is closed.
    if (outgoing.length > before.outgoing.length || !this.box.current?.clientHeight) this.isAtEnd = true;
    this.arrive();
  }

  arrive() {
    this.follow();
    this.props.actions.reach(this.isAtEnd);
    const { talk, actions, model } = this.props;
    const { conversation } = talk;
    const hasEnding = closingOf(talk) !== '';
    if (conversation && (hasEnding || conversation.state !== 'ended')) actions.want('live');
    if (hasEnding) actions.want('ending');
    if (conversation) actions.want('comfort');
    // DL6: where nothing is kept, the address is asked for before there is a ticket.
    if (conversation && (conversation.ticket || !model.isDurable)) actions.want('ticket');
    const [first] = talk.thread.entries;
    const isRefused = talk.outgoing.some(({ refusal }) => refusal !== '');
    if ((first && first.seq > 1) || isRefused || conversation?.isWritable === false) actions.want('seldom');
    const said = [...talk.thread.entries, ...talk.outgoing];
    if (said.some(({ files }) => files && files.length > 0)) actions.want('files');
  }

  follow() {
    const box = this.box.current;
    if (box && this.isAtEnd) box.scrollTop = box.scrollHeight;
  }

  render() {
    const { talk, ...scene } = this.props;
    const { texts, times, isSiteOpen, parts } = scene;
    const { ticket: slip, comfort } = parts;
    const { conversation, thread, outgoing } = talk;
    if (!this.box.current?.clientHeight || document.hidden) this.before = talk;
    const rows = timeline(talk, times.dayOf, this.before);
    const isNew = !conversation && outgoing.length === 0;
    const isLoading = conversation !== undefined && thread.entries.length === 0;
    const closing = closingOf(talk);
    const hasSlip = rows.some((row) => row.kind === 'line' && isOf(conversation, row.entry));
    return (
      <div
        ref={this.box}
        class="log"
        role="log"
        aria-label={texts.conversation}
        aria-busy={isLoading}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls with the arrow keys.
        tabIndex={0}
        onScroll={({ currentTarget: box }) => {
          this.isAtEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 40;
          scene.actions.reach(this.isAtEnd);
        }}
      >
        {isNew && <p class="opening">{isSiteOpen ? texts.empty : parts.closed?.texts.opening}</p>}
        {isLoading && parts.mine && <parts.mine.Bones />}
        {conversation && parts.seldom && (
          <parts.seldom.Earlier key={conversation.id} {...scene} texts={parts.seldom.texts} talk={talk} />
        )}
        {rows.map((row) => this.row(row))}
        {conversation && slip && !hasSlip && (
          <slip.TicketSlip {...scene} texts={slip.texts} conversation={conversation} />
        )}
        <OutgoingMessages outgoing={outgoing} {...scene} />
        {parts.live && <parts.live.Live {...scene} texts={parts.live.texts} talk={talk} />}
        {conversation && closing !== '' && parts.live && parts.ending && (
          <parts.ending.Ending
            key={conversation.id}
            {...scene}
            texts={parts.ending.texts}
            conversation={conversation}
            closing={closing}
            onGrow={() => this.follow()}
          />
        )}
        {comfort && <comfort.Newest {...scene} texts={comfort.texts} talk={talk} />}
      </div>
    );
  }

  row(row: Row) {
    const { talk, ...scene } = this.props;
    const { conversation } = talk;
    const { ticket: slip } = scene.parts;
    switch (row.kind) {
      case 'day':
        return (
          <p key={row.at} class="line">
            {scene.times.day(row.at, scene.now)}
          </p>
        );
      case 'new':
        return (
          <p key="new" class="line new">
            {scene.texts.newLine}
          </p>
        );
      case 'message':
        return <Message key={row.entry.id} {...row} {...scene} />;
      case 'line':
        return conversation && slip && isOf(conversation, row.entry) ? (
          <slip.TicketSlip key={row.entry.id} {...scene} texts={slip.texts} conversation={conversation} />
        ) : (
          <SystemLine key={row.entry.id} entry={row.entry} {...scene} />
        );
    }
  }
}

/** The line that tells of the ticket as it is now. */
function isOf(conversation: VisitorConversation | undefined, { system }: Entry): boolean {
  return system?.line === 'ticketed' && system.ticketNumber === conversation?.ticket?.number;
}
