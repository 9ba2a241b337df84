import { Component } from 'preact';
import { alertIcon, Icon } from '../Icon.tsx';
import type { PartScene } from '../parts.ts';

/** In place of the field: nothing more is taken from this browser. What is there stays, and can be read. */
export function Blocked({ texts, actions }: PartScene<'seldom'>) {
  return (
    <div class="foot blocked">
      <h3>
        <Icon path={alertIcon} />
        {texts.refusal.blocked}
      </h3>
      <p>{texts.blockedWhy}</p>
      <button type="button" class="button quiet" onClick={() => actions.show({ name: 'home' })}>
        {texts.goHome}
      </button>
    </div>
  );
}

/** Messages that were tried again, and at which version of their conversation. */
const tried = new Map<string, number>();

type KeptProps = PartScene<'seldom'> & { clientId: string };

/**
 * Whoever was told is not offered to try again; but what they had written is not lost. It is sent by itself once their
 * conversation says that they may write, once for each time that it changes, and once on another page.
 */
export class Kept extends Component<KeptProps> {
  override componentDidMount() {
    this.tryAgain();
  }

  override componentDidUpdate() {
    this.tryAgain();
  }

  tryAgain() {
    const { clientId, model, actions } = this.props;
    const outgoing = model.outgoing.find((one) => one.clientId === clientId);
    const conversation = model.conversations.find(({ id }) => id === outgoing?.conversationId);
    const version = conversation?.version ?? 0;
    if (conversation?.isBlocked || tried.get(clientId) === version) return;
    tried.set(clientId, version);
    actions.retry(clientId);
  }

  render() {
    return null;
  }
}
