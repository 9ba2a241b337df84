import { signal } from '@preact/signals';
import { recall, remember } from './remembered.ts';

/** How this browser tells of somebody who begins to wait. */
export const alertKinds = ['title', 'sound', 'notification'] as const;
export type AlertKind = (typeof alertKinds)[number];

const atFirst: Record<AlertKind, boolean> = { title: true, sound: true, notification: false };

export const alerts = signal<Record<AlertKind, boolean>>({
  title: isOn('title'),
  sound: isOn('sound'),
  notification: isOn('notification'),
});

/** Kept by this browser, for everybody who uses it. */
export function turnAlert(kind: AlertKind, on: boolean): void {
  alerts.value = { ...alerts.value, [kind]: on };
  remember(`alert:${kind}`, on === atFirst[kind] ? '' : on ? 'on' : 'off');
}

function isOn(kind: AlertKind): boolean {
  const kept = recall(`alert:${kind}`);
  return kept === '' ? atFirst[kind] : kept === 'on';
}
