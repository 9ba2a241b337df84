import { effect } from '@preact/signals';
import type { ConversationSummary } from '@ventanilla/shared/entities/conversation';
import { fill } from '@ventanilla/shared/i18n/fill';
import { alerts } from './alert-switches.ts';
import { nameOf } from './components/person-name.ts';
import { inbox, me, sections } from './desk.ts';
import { texts } from './language.ts';
import { newcomers } from './model/newcomers.ts';
import { paths } from './paths.ts';

/** Rings and tells when somebody begins to wait; the function it returns stops it. Whoever is away is left in peace. */
export function watchQueue(go: (path: string) => void): () => void {
  let known: ReadonlySet<string> | null = null;
  return effect(() => {
    if (!inbox.value.isOpen) return;
    const { queue } = sections.value;
    const fresh = newcomers(known, queue);
    known = new Set(queue.map(({ id }) => id));
    if (fresh.length === 0 || me.peek()?.availability === 'away') return;
    if (alerts.peek().sound) ring();
    if (alerts.peek().notification && !document.hasFocus()) for (const conversation of fresh) tell(conversation, go);
  });
}

/** Asks the browser; false when it, or its owner, does not want any. */
export async function mayNotify(): Promise<boolean> {
  return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

function tell(conversation: ConversationSummary, go: (path: string) => void): void {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const title = fill(texts.peek().alerts.waits, { name: nameOf(conversation.requester) });
  // The same tag in two tabs is one notification.
  const notification = new Notification(title, { body: conversation.preview, tag: conversation.id });
  notification.onclick = () => {
    window.focus();
    go(paths.conversation(conversation.id));
    notification.close();
  };
}

let audio: AudioContext | null = null;

/** Two soft tones, made here: no file is fetched. A browser that nobody has touched yet stays silent. */
export function ring(): void {
  audio ??= new AudioContext();
  void audio.resume();
  tone(audio, 659, 0);
  tone(audio, 880, 0.16);
}

function tone(context: AudioContext, frequency: number, after: number): void {
  const at = context.currentTime + after;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(0.12, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, at + 0.35);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + 0.4);
}
