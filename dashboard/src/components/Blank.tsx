import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

/** A place with nothing in it: why, and what to do. Children are its buttons, or a last small line. */
export function Blank(props: {
  icon: IconName;
  title: string;
  hint: string;
  isProblem?: boolean;
  children?: ComponentChildren;
}) {
  return (
    <div class="blank">
      <span class={props.isProblem ? 'blank-mark problem' : 'blank-mark'}>
        <Icon name={props.icon} size="large" />
      </span>
      <h2>{props.title}</h2>
      <p>{props.hint}</p>
      {props.children && <div class="actions">{props.children}</div>}
    </div>
  );
}
