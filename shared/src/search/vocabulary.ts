import { Best } from './best.ts';
import { Dictionary, enlarged } from './dictionary.ts';
import { editDistance } from './edit-distance.ts';

/** One typed word stands for no more words of the vocabulary than this. */
const mostAlternatives = 40;

/** Words in use, to complete a beginning and to forgive typing errors. */
export class Vocabulary extends Dictionary {
  /** By number, to pass over most words without reading them: the first two characters, and which letters there are. */
  #heads: Uint32Array = new Uint32Array(64);
  #letters: Uint32Array = new Uint32Array(64);

  override add(text: string): number {
    const number = super.add(text);
    if (number >= this.#heads.length) {
      this.#heads = enlarged(this.#heads);
      this.#letters = enlarged(this.#letters);
    }
    this.#heads[number] = headOf(text);
    this.#letters[number] = letterBits(text);
    return number;
  }

  /** The words that begin so, the most used first. */
  completions(beginning: string): string[] {
    const head = headOf(beginning);
    const mask = beginning.length > 1 ? 0xffffffff : 0xffff0000;
    const best = this.#mostUsed();
    for (let number = 0; number < this.texts.length; number++) {
      const isLike = (((this.#heads[number] ?? 0) ^ head) & mask) === 0;
      if (isLike && this.texts[number]?.startsWith(beginning)) best.offer(number);
    }
    return best.items.map((number) => this.texts[number] ?? '');
  }

  /** The words within one typing error (two from 8 letters), the nearest first; none for fewer than 4 letters. */
  neighbours(word: string): { text: string; distance: number }[] {
    if (word.length < 4) return [];
    const most = word.length < 8 ? 1 : 2;
    const letters = letterBits(word);
    const near = [1, 2].map((distance) => ({ distance, best: this.#mostUsed() }));
    for (let number = 0; number < this.texts.length; number++) {
      // An error adds, takes or changes one letter: at most two bits.
      if (bitCount((this.#letters[number] ?? 0) ^ letters) > 2 * most) continue;
      const distance = editDistance(word, this.texts[number] ?? '', most);
      if (distance <= most) near[distance - 1]?.best.offer(number);
    }
    return near
      .flatMap(({ distance, best }) => best.items.map((number) => ({ text: this.texts[number] ?? '', distance })))
      .slice(0, mostAlternatives);
  }

  #mostUsed(): Best<number> {
    return new Best<number>(mostAlternatives, (a, b) => {
      const more = this.countOf(a) - this.countOf(b);
      return more > 0 || (more === 0 && (this.texts[a] ?? '') < (this.texts[b] ?? ''));
    });
  }
}

function headOf(word: string): number {
  return (word.charCodeAt(0) << 16) | word.charCodeAt(1);
}

function letterBits(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
