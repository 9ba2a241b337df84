/** Initials of who is meant, or of the site. */
export function Avatar({ name }: { name: string }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => [...(word ?? '')][0] ?? '');
  return (
    <span class="avatar" aria-hidden="true">
      {letters.join('').toUpperCase()}
    </span>
  );
}
