/** A text with its selection, as a field has it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** Puts marks around what is selected, or takes them away when they are there; without a selection, around `instead`. */
export function wrap({ text, start, end }: Selected, before: string, after: string, instead = ''): Selected {
  const chosen = text.slice(start, end);
  const isWrapped = text.slice(0, start).endsWith(before) && text.slice(end).startsWith(after) && chosen !== '';
  if (isWrapped) {
    return {
      text: text.slice(0, start - before.length) + chosen + text.slice(end + after.length),
      start: start - before.length,
      end: end - before.length,
    };
  }
  const inner = chosen || instead;
  return {
    text: text.slice(0, start) + before + inner + after + text.slice(end),
    start: start + before.length,
    end: start + before.length + inner.length,
  };
}

/** Begins every selected line with a mark of its own, e.g. `1. `, `2. `, instead of the one it has. */
export function beginLines({ text, start, end }: Selected, mark: (index: number) => string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  const lines = text
    .slice(from, to)
    .split('\n')
    .map((line, index) => mark(index) + line.replace(/^(?:#{1,3} |[-*] |\d+\. )/, ''))
    .join('\n');
  return { text: text.slice(0, from) + lines + text.slice(to), start: from, end: from + lines.length };
}
