import { Earlier } from './Earlier.tsx';
import { Refused } from './Refused.tsx';
import css from './seldom.css?inline';
import { whyRefused } from './why-refused.ts';

export { Earlier, Refused, whyRefused };

export const styles: string = css;
