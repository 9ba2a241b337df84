import { createHash } from 'node:crypto';
import type { SiteRow } from '../../domain/rows.ts';

/** Its file's name, another one for every picture; '' for a site without one. */
export function logoName({ key, logo }: Pick<SiteRow, 'key' | 'logo'>): string {
  if (logo === '') return '';
  return `${key}-${createHash('sha256').update(logo).digest('hex').slice(0, 10)}`;
}
