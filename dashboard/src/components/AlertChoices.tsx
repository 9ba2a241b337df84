import { type AlertKind, alertKinds, alerts, turnAlert } from '../alert-switches.ts';
import { mayNotify, ring } from '../alerts.ts';
import { notice } from '../desk.ts';
import { texts } from '../language.ts';
import { Icon } from './Icon.tsx';

/** Three switches of the menu: how this browser tells of somebody who begins to wait. */
export function AlertChoices() {
  const words = texts.value.alerts;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a menu.
    <div role="group" aria-label={words.title} class="choices">
      <span class="menu-heading" aria-hidden="true">
        {words.title}
      </span>
      {alertKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          role="menuitemcheckbox"
          aria-checked={alerts.value[kind]}
          onClick={() => void turn(kind, !alerts.value[kind])}
        >
          <span class="tick">{alerts.value[kind] && <Icon name="check" />}</span>
          {words.kind[kind]}
        </button>
      ))}
    </div>
  );
}

/** Sound is heard once when it is turned on; notifications are asked for first. */
async function turn(kind: AlertKind, on: boolean): Promise<void> {
  if (kind === 'notification' && on && !(await mayNotify())) {
    notice.value = texts.value.alerts.refused;
    return;
  }
  if (kind === 'sound' && on) ring();
  turnAlert(kind, on);
}
