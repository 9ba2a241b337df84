import css from './comfort.css?inline';
import { Menu } from './Menu.tsx';
import { Newest } from './Newest.tsx';
import { words } from './words.tsx';

export { Menu, Newest, words };

export const styles: string = css;
