/** Initials on a muted colour that stays the same for the same id. The name is always beside it, so it is decoration. */
export function Avatar({ id, name, size = '' }: { id: string; name: string; size?: '' | 'small' | 'large' }) {
  return (
    <span class={`avatar tint-${name === '' ? 5 : tintOf(id)} ${size}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = '', ...others] = words;
  const initials = [first, others.at(-1) ?? ''].map((word) => Array.from(word)[0] ?? '').join('');
  return initials.toLocaleUpperCase() || '?';
}

function tintOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return (sum % 4) + 1;
}
