import { atTheDoor } from './at-the-door.ts';
import { Earlier } from './Earlier.tsx';
import { Over } from './Over.tsx';
import { Refused } from './Refused.tsx';
import css from './seldom.css?inline';

export { atTheDoor, Earlier, Over, Refused };

export const styles: string = css;
