/** Keeps the first `size` of all that it is offered, in order, without sorting the rest. */
export class Best<T> {
  readonly items: T[] = [];
  readonly #size: number;
  readonly #isBefore: (a: T, b: T) => boolean;

  constructor(size: number, isBefore: (a: T, b: T) => boolean) {
    this.#size = size;
    this.#isBefore = isBefore;
  }

  offer(item: T): void {
    const last = this.items.at(-1);
    if (this.items.length >= this.#size && (last === undefined || !this.#isBefore(item, last))) return;
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.items[middle];
      if (other !== undefined && this.#isBefore(item, other)) high = middle;
      else low = middle + 1;
    }
    this.items.splice(low, 0, item);
    this.items.length = Math.min(this.items.length, this.#size);
  }
}
