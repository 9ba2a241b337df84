import { formatTag } from './language.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** `840 kB` · `1,2 MB`; less than a kilobyte counts as one. */
export function sizeWords(bytes: number): string {
  const [amount, unit] = bytes < megabyte ? [Math.max(1, bytes / kilobyte), 'kB'] : [bytes / megabyte, 'MB'];
  const digits = unit === 'MB' && amount < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(formatTag.value, { maximumFractionDigits: digits }).format(amount)} ${unit}`;
}
