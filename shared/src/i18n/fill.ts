/** Puts values into a sentence's `{name}` slots; a slot without a value becomes ''. */
export function fill(sentence: string, values: Record<string, unknown>): string {
  return sentence.replace(/\{(\w+)\}/g, (_slot, key: string) => String(values[key] ?? ''));
}
