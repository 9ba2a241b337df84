import type { Model } from '../../model/model.ts';
import type { PartTexts } from '../parts.ts';
import { whyRefused } from './why-refused.ts';

/** The server will not talk to this page, or the browser keeps nothing. To a page of an older version trying brings nothing. */
export function atTheDoor(texts: PartTexts['seldom'], { link, refusal }: Model): { text: string; canRetry: boolean } {
  if (link !== 'refused') return { text: texts.keepOpen, canRetry: false };
  const why = whyRefused(texts, refusal);
  return refusal === 'unsupported_protocol'
    ? { text: why, canRetry: false }
    : { text: `${texts.refused} ${why}`, canRetry: true };
}
