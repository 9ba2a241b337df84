/** Something that can be found by name and done with one key. */
export interface PaletteItem<Group extends string = string> {
  id: string;
  group: Group;
  name: string;
  hint: string;
}

const perGroup = 6;

/** Items in which every word of the query stands somewhere; those whose name begins with it come first. */
export function matching<Item extends PaletteItem>(items: readonly Item[], query: string): Item[] {
  const asked = folded(query).trim();
  const words = asked.split(/\s+/);
  const found = items.filter(({ name, hint }) => {
    const text = folded(`${name} ${hint}`);
    return words.every((word) => text.includes(word));
  });
  const rank = ({ name }: Item) => (asked !== '' && folded(name).startsWith(asked) ? 0 : 1);
  const counts = new Map<string, number>();
  return found
    .map((item, index) => ({ item, index }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.index - b.index)
    .map(({ item }) => item)
    .filter(({ group }) => {
      const count = (counts.get(group) ?? 0) + 1;
      counts.set(group, count);
      return count <= perGroup;
    });
}

/** `VEN-1042` from `ven-1042`, or from `1042` where the prefix is known; '' for everything else. */
export function ticketNumberIn(query: string, prefix: string): string {
  const match = /^(?:([a-z]{1,8})-)?(\d{1,12})$/i.exec(query.trim());
  const letters = (match?.[1] ?? prefix).toUpperCase();
  return match && letters ? `${letters}-${match[2]}` : '';
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
