const paths = {
  close: 'M6 6l12 12M18 6 6 18',
  back: 'm15 5-7 7 7 7',
  bubble: 'M20 12a8 8 0 0 1-8 8H4.5l1.6-2.7A8 8 0 1 1 20 12Z',
  send: 'M12 19V5M6 11l6-6 6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  checks: 'm2.5 12.5 4.5 4.5 9-9.5M12.5 16.5l.5.5 9-9.5',
  alert: 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 7.5v5M12 16v.1',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 1 1 0-18M12 7v5l3.2 2',
};

/** A sign that repeats what a word beside it, or its button's name, says. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
