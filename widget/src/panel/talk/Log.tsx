import { Component, createRef } from 'preact';
import type { PartScene } from '../parts.ts';
import { canBeUnsolved, closingOf } from './closing.ts';
import { Message } from './Message.tsx';
import { OutgoingMessages } from './OutgoingMessages.tsx';
import { SystemLine } from './SystemLine.tsx';
import { TicketSlip } from './TicketSlip.tsx';
import { type Row, type Talk, timeline } from './timeline.ts';

type LogProps = PartScene<'talk'> & { talk: Talk };

/** Everything said so far; new things are announced, and stay in sight for whoever is reading the end. */
export class Log extends Component<LogProps> {
  readonly box = createRef<HTMLDivElement>();
  isAtEnd = true;

  override componentDidMount() {
    this.arrive();
  }

  override componentDidUpdate() {
    this.arrive();
  }

  arrive() {
    this.follow();
    const { talk, actions } = this.props;
    const hasEnding = closingOf(talk) !== '';
    if (talk.conversation && (hasEnding || talk.conversation.state !== 'ended')) actions.want('live');
    if (hasEnding) actions.want('ending');
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
    const { conversation, thread, outgoing } = talk;
    const rows = timeline(talk, times.dayOf);
    const isNew = !conversation && outgoing.length === 0;
    const isLoading = conversation !== undefined && thread.entries.length === 0;
    const closing = closingOf(talk);
    const ticket = conversation?.ticket;
    const hasSlip = rows.some((row) => row.kind === 'line' && row.entry.system?.ticketNumber === ticket?.number);
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
        }}
      >
        {isNew && <p class="opening">{isSiteOpen ? texts.empty : texts.emptyClosed}</p>}
        {isLoading && <Bones />}
        {rows.map((row) => this.row(row))}
        {ticket && !hasSlip && <TicketSlip ticket={ticket} {...scene} />}
        <OutgoingMessages outgoing={outgoing} {...scene} />
        {parts.live && <parts.live.Live {...scene} texts={parts.live.texts} talk={talk} />}
        {conversation && closing !== '' && parts.live && parts.ending && (
          <parts.ending.Ending
            key={conversation.id}
            {...scene}
            texts={parts.ending.texts}
            conversation={conversation}
            closing={closing}
            canBeUnsolved={canBeUnsolved(conversation)}
            onGrow={() => this.follow()}
          />
        )}
      </div>
    );
  }

  row(row: Row) {
    const { talk, ...scene } = this.props;
    const ticket = talk.conversation?.ticket;
    switch (row.kind) {
      case 'day':
        return (
          <p key={row.at} class="line">
            {scene.times.day(row.at, scene.now)}
          </p>
        );
      case 'message':
        return <Message key={row.entry.id} {...row} {...scene} />;
      case 'line':
        return row.entry.system?.line === 'ticketed' && row.entry.system.ticketNumber === ticket?.number && ticket ? (
          <TicketSlip key={row.entry.id} ticket={ticket} {...scene} />
        ) : (
          <SystemLine key={row.entry.id} entry={row.entry} {...scene} />
        );
    }
  }
}

function Bones() {
  return (
    <div class="bones lines">
      <i />
      <i />
      <i />
    </div>
  );
}
