import { fill } from '@ventanilla/shared/i18n/fill';
import { Notice } from '../Notice.tsx';
import type { PartScene } from '../parts.ts';

/** What is wrong, what was not lost, and what to do; one at a time, the worst first. */
export function Banner(scene: PartScene<'talk'>) {
  return <Notice {...scene} {...trouble(scene)} />;
}

const nothing = { text: '', canRetry: false };

function trouble(scene: PartScene<'talk'>): typeof nothing {
  const { texts, times, now, model, parts, isIncomplete, isOnline, actions } = scene;
  const { link, lostAt, isDurable, outgoing } = model;
  const { seldom, comfort } = parts;
  if (isIncomplete) return { text: texts.loadFailed, canRetry: true };
  if (link === 'refused' || !isDurable) {
    actions.want('seldom');
    return seldom?.atTheDoor(seldom.texts, model) ?? nothing;
  }
  if (link !== 'lost') return nothing;
  const said = isOnline && (comfort?.whileLost(comfort.texts, model, now) ?? (outgoing.length === 0 && nothing));
  if (said) return said;
  return { text: fill(texts.offline, { when: times.when(lostAt, now) }), canRetry: true };
}
