import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Questions with the articles that answer them, in one language: `NAME.docs.jsonl`, `.queries.jsonl` and `.meta.json`. */
export interface FaqSet {
  name: string;
  /** A language code such as `es`. */
  language: string;
  articles: { id: string; title: string; phrasings: string[]; body: string }[];
  questions: { text: string; answers: Set<string> }[];
}

/** All sets of a folder by name; none when the folder is not there. */
export async function readFaqSets(folder: string): Promise<FaqSet[]> {
  const files = await readdir(folder).catch(() => []);
  const names = files.filter((file) => file.endsWith('.docs.jsonl')).map((file) => file.replace('.docs.jsonl', ''));
  return Promise.all(names.toSorted().map((name) => readFaqSet(folder, name)));
}

async function readFaqSet(folder: string, name: string): Promise<FaqSet> {
  const read = (part: string) => readFile(join(folder, `${name}.${part}`), 'utf8');
  const { lang } = asRow(JSON.parse(await read('meta.json')));
  const articles = rowsOf(await read('docs.jsonl')).map((row) => ({
    id: textOf(row['id']),
    title: textOf(row['title']),
    phrasings: textsOf(row['alt']),
    body: textOf(row['body']),
  }));
  const questions = rowsOf(await read('queries.jsonl')).map((row) => ({
    text: textOf(row['text']),
    answers: new Set(textsOf(row['rel'])),
  }));
  return { name, language: textOf(lang), articles, questions };
}

type Row = Record<string, unknown>;

function rowsOf(lines: string): Row[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => asRow(JSON.parse(line)));
}

/** Safe: every value of the row is looked at before it is used. */
function asRow(value: unknown): Row {
  return typeof value === 'object' && value !== null ? (value as Row) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
