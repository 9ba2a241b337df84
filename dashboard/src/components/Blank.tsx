import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** A place with nothing in it: why, and what to do. Children are its buttons, or a last small line. */
export function Blank(props: {
  icon: IconName;
  title: string;
  hint: string;
  isProblem?: boolean;
  /** Nothing else is on the screen, so this is its title. */
  isWholePage?: boolean;
  children?: ComponentChildren;
}) {
  const Title = props.isWholePage ? 'h1' : 'h2';
  return (
    <div class="blank">
      <span class={props.isProblem ? 'blank-mark problem' : 'blank-mark'}>
        <Icon name={props.icon} size="large" />
      </span>
      <Title>{props.title}</Title>
      <p>{props.hint}</p>
      {props.children && <div class="actions">{props.children}</div>}
    </div>
  );
}
