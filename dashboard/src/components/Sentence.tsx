import type { ComponentChildren } from 'preact';

/** A sentence of the dictionary whose `{slots}` are filled with elements, e.g. a name in bold. */
export function Sentence({ text, values }: { text: string; values: Record<string, ComponentChildren> }) {
  const parts = text.split(/\{(\w+)\}/);
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : (values[part] ?? '')))}</>;
}
