/** What the home screen or several parts draw; what one part alone needs it brings itself. */
export const closeIcon = 'M6 6l12 12M18 6 6 18';
export const bubbleIcon = 'M20 12a8 8 0 0 1-8 8H4.5l1.6-2.7A8 8 0 1 1 20 12Z';
export const clockIcon = 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 7v5l3.2 2';
export const alertIcon = 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 7.5v5M12 16v.1';

/** A sign that repeats what a word beside it, or its button's name, says. `turns`: it points where reading leads. */
export function Icon({ path, turns }: { path: string; turns?: boolean }) {
  return (
    <svg class={turns ? 'icon turns' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
