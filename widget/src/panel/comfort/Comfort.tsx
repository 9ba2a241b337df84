import css from './comfort.css?inline';
import { Menu } from './Menu.tsx';
import { Newest } from './Newest.tsx';
import { whileLost } from './while-lost.ts';
import { words } from './words.tsx';

export { Menu, Newest, whileLost, words };

export const styles: string = css;
