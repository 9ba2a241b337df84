import { fill } from '@ventanilla/shared/i18n/fill';
import { Notice } from '../Notice.tsx';
import type { PartScene } from '../parts.ts';

/** What is wrong, what was not lost, and what to do; one at a time, the worst first. */
export function Banner(scene: PartScene<'talk'>) {
  const { model, actions } = scene;
  if (model.link === 'refused' || !model.isDurable) actions.want('seldom');
  return <Notice {...scene} {...trouble(scene)} />;
}

function trouble({ texts, times, now, model, parts, isIncomplete, isOnline }: PartScene<'talk'>): {
  text: string;
  canRetry: boolean;
} {
  const { link, refusal, lostAt, isDurable } = model;
  const { seldom } = parts;
  if (isIncomplete) return { text: texts.loadFailed, canRetry: true };
  if (link === 'refused') {
    return {
      text: seldom ? `${seldom.texts.refused} ${seldom.whyRefused(seldom.texts, refusal)}` : '',
      canRetry: true,
    };
  }
  if (!isDurable) return { text: seldom?.texts.keepOpen ?? '', canRetry: false };
  if (link !== 'lost') return { text: '', canRetry: false };
  if (isOnline && model.outgoing.length === 0) return { text: texts.reconnecting, canRetry: false };
  return { text: `${fill(texts.offline, { when: times.when(lostAt, now) })} ${texts.offlineKept}`, canRetry: true };
}
