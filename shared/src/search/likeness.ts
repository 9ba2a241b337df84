import { Dictionary } from './dictionary.ts';
import { type Meaning, rarity, weightOf } from './terms.ts';

/** A title or a phrasing, by the numbers of its terms and of its groups of letters. */
export interface Line {
  terms: Uint32Array;
  grams: Uint32Array;
  /** The lengths of its two vectors as they were at the edit with this number. */
  measuredAt: number;
  termsLength: number;
  gramsLength: number;
}

const gramLength = 4;
/** The terms' share of the whole; the rest is the groups of letters'. */
const termsShare = 0.5;

/** How alike a question and a line are: the cosine of their terms and that of their groups of four letters, by rarity. */
export class Likeness {
  readonly #terms = new Dictionary();
  readonly #grams = new Dictionary();
  #size = 0;
  /** Every edit changes the rarities, and so the length of every line. */
  #edits = 0;

  add(words: string[], terms: string[]): Line {
    this.#size++;
    this.#edits++;
    return {
      terms: Uint32Array.from(new Set(terms), (term) => this.#terms.add(term)),
      grams: Uint32Array.from(gramsOf(words), (gram) => this.#grams.add(gram)),
      measuredAt: 0,
      termsLength: 0,
      gramsLength: 0,
    };
  }

  remove(line: Line): void {
    this.#size--;
    this.#edits++;
    for (const number of line.terms) this.#terms.remove(number);
    for (const number of line.grams) this.#grams.remove(number);
  }

  /** Gives the likeness of any line, 0 to 1, to a question: its words, and what each may mean. */
  to(words: string[], meanings: Meaning[]): (line: Line) => number {
    const { values, owners, length: termsLength } = this.#weighMeanings(meanings);
    const { squares, length: gramsLength } = this.#weighGrams(words);
    const best = new Float64Array(meanings.length);
    return (line) => {
      this.#measure(line);
      best.fill(0);
      let inTerms = 0;
      // These are the innermost loops of a search, and `for…of` over a typed array takes five times as long.
      for (let i = line.terms.length - 1; i >= 0; i--) {
        const number = line.terms[i] ?? 0;
        const owner = owners[number] ?? 0;
        const more = (values[number] ?? 0) - (best[owner] ?? 0);
        if (more <= 0) continue;
        best[owner] = values[number] ?? 0;
        inTerms += more;
      }
      let inGrams = 0;
      for (let i = line.grams.length - 1; i >= 0; i--) inGrams += squares[line.grams[i] ?? 0] ?? 0;
      return (
        (termsShare * inTerms) / (termsLength * line.termsLength || 1) +
        ((1 - termsShare) * inGrams) / (gramsLength * line.gramsLength || 1)
      );
    };
  }

  /** By term: which word of the question it answers best, and what it then adds. A line counts once for each word. */
  #weighMeanings(meanings: Meaning[]): { values: Float64Array; owners: Uint32Array; length: number } {
    const values = new Float64Array(this.#terms.texts.length);
    const owners = new Uint32Array(values.length);
    let sum = 0;
    for (const [owner, meaning] of meanings.entries()) {
      let heaviest = 0;
      for (const [term, factor] of meaning) {
        const number = this.#terms.find(term);
        const weight = weightOf(term, number === undefined ? 0 : this.#terms.countOf(number), this.#size);
        heaviest = Math.max(heaviest, weight);
        if (number === undefined || factor * weight ** 2 <= (values[number] ?? 0)) continue;
        values[number] = factor * weight ** 2;
        owners[number] = owner;
      }
      sum += heaviest ** 2;
    }
    return { values, owners, length: Math.sqrt(sum) };
  }

  #weighGrams(words: string[]): { squares: Float64Array; length: number } {
    const squares = new Float64Array(this.#grams.texts.length);
    let sum = 0;
    for (const gram of gramsOf(words)) {
      const number = this.#grams.find(gram);
      const square = rarity(number === undefined ? 0 : this.#grams.countOf(number), this.#size) ** 2;
      if (number !== undefined) squares[number] = square;
      sum += square;
    }
    return { squares, length: Math.sqrt(sum) };
  }

  #measure(line: Line): void {
    if (line.measuredAt === this.#edits) return;
    line.measuredAt = this.#edits;
    line.termsLength = lengthOf(line.terms, (number) =>
      weightOf(this.#terms.texts[number] ?? '', this.#terms.countOf(number), this.#size),
    );
    line.gramsLength = lengthOf(line.grams, (number) => rarity(this.#grams.countOf(number), this.#size));
  }
}

function lengthOf(numbers: Uint32Array, weigh: (number: number) => number): number {
  return Math.sqrt(numbers.reduce((sum, number) => sum + weigh(number) ** 2, 0));
}

/** The groups of four letters of each word and its edges; a shorter word is a group itself. */
function gramsOf(words: string[]): Set<string> {
  const grams = new Set<string>();
  for (const word of words) {
    const edged = `_${word}_`;
    for (let at = 0; at === 0 || at + gramLength <= edged.length; at++) grams.add(edged.slice(at, at + gramLength));
  }
  return grams;
}
