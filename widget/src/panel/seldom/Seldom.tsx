import { Earlier } from './Earlier.tsx';
import { Over } from './Over.tsx';
import { Refused } from './Refused.tsx';
import css from './seldom.css?inline';
import { whyRefused } from './why-refused.ts';

export { Earlier, Over, Refused, whyRefused };

export const styles: string = css;
