/** Numbers texts (words, stems, groups of letters) and counts how often each is in use; an unused text is forgotten. */
export class Dictionary {
  /** By number; '' where the number is free. */
  readonly texts: string[] = [];
  /** By number. */
  counts: Uint32Array = new Uint32Array(64);
  readonly #numbers = new Map<string, number>();
  readonly #free: number[] = [];

  find(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  add(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#free.pop() ?? this.texts.length;
      this.#numbers.set(text, number);
      this.texts[number] = text;
      if (number >= this.counts.length) this.counts = enlarged(this.counts);
    }
    this.counts[number] = this.countOf(number) + 1;
    return number;
  }

  remove(number: number): void {
    const count = this.countOf(number) - 1;
    this.counts[number] = count;
    if (count > 0) return;
    this.#numbers.delete(this.texts[number] ?? '');
    this.texts[number] = '';
    this.#free.push(number);
  }

  countOf(number: number): number {
    return this.counts[number] ?? 0;
  }
}

/** The same numbers, with as much room again. */
export function enlarged(array: Uint32Array): Uint32Array {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
