import type { TicketStatus } from '@ventanilla/shared/vocabulary';
import { texts } from '../language.ts';
import { Icon, type IconName } from './Icon.tsx';

const marks: Record<TicketStatus, { icon: IconName; tone: string }> = {
  new: { icon: 'dashedRing', tone: 'waiting' },
  open: { icon: 'halfRing', tone: 'accent' },
  pending: { icon: 'barredRing', tone: 'rest' },
  onHold: { icon: 'minusRing', tone: 'rest' },
  solved: { icon: 'checkRing', tone: 'ok' },
  closed: { icon: 'fullRing', tone: 'rest' },
};

/** A newer server may know more of them. */
const unknown = { icon: 'fullRing', tone: 'rest' } as const;

/** A ticket's status: a small ring and always its word. */
export function StatusMark({ status }: { status: TicketStatus }) {
  const { icon, tone } = marks[status] ?? unknown;
  return (
    <span class={`status ${tone}`}>
      <Icon name={icon} />
      {texts.value.status[status] ?? status}
    </span>
  );
}
