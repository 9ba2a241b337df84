import { limits } from '@ventanilla/shared/limits';
import { wordsOf } from '@ventanilla/shared/search/words';

/** A title as part of an address: small Latin letters, digits and hyphens; '' when it has none of them. */
export function slugOf(title: string): string {
  const words = wordsOf(title).flatMap(({ folded }) => folded.match(/[a-z0-9]+/g) ?? []);
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > limits.slugLength) break;
    slug = longer;
  }
  return slug;
}
