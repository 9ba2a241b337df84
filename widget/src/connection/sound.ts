import { flagName } from '../embed.ts';
import { isQuiet } from './sound-choice.ts';

/** Until then it is known in every tab, and on every device, if one of them shows it: nothing sounds for what is being read. */
const readFirstMs = 400;
/** One answer, or a few in a row, is one tone, whichever tabs hear of it. */
const betweenTonesMs = 1_500;

/**
 * An answer has come. A tone says so once in all tabs of a site, if nobody has read it, where the browser lets this page sound:
 * after somebody has touched it, and with locks.
 */
export async function announce(site: string, isUnread: () => boolean): Promise<void> {
  if (navigator.userActivation?.hasBeenActive === false) return;
  await pause(readFirstMs);
  if (!isUnread()) return;
  await navigator.locks?.request(`${flagName(site)}:sound`, { ifAvailable: true }, async (turn) => {
    if (!turn) return;
    if (!(await isQuiet(site))) play();
    await pause(betweenTonesMs);
  });
}

/** Two short notes, soft and rising; made here, so that a strict page needs no `media-src`. */
function play(): void {
  const context = new AudioContext();
  const volume = context.createGain();
  volume.connect(context.destination);
  volume.gain.value = 0;
  [660, 880].forEach((frequency, index) => {
    const start = context.currentTime + 0.02 + index * 0.12;
    const note = context.createOscillator();
    note.frequency.value = frequency;
    note.connect(volume);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + 0.11);
    note.start(start);
    note.stop(start + 0.12);
  });
  setTimeout(() => void context.close(), 1_000);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
