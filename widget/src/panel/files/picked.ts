import type { FileRef } from '@ventanilla/shared/entities/file';
import type { FilesTexts } from '@ventanilla/shared/i18n/widget/files/texts';
import { fileBytes, filesPerMessage } from '@ventanilla/shared/limits';
import type { Ack } from '@ventanilla/shared/wire/errors';
import { filePath, type UploadedAnswer } from '@ventanilla/shared/wire/file';
import type { Connection } from '../../connection/connection.ts';

export type Problem = keyof FilesTexts['problem'];

/** A file that somebody has chosen: nothing of it leaves before they send. */
export interface Picked {
  file: File;
  /** Why it will not go along; '' while it may. */
  problem: Problem | '';
  /** While it is being uploaded; ends that. */
  upload: AbortController | undefined;
  /** Uploaded. */
  ref: FileRef | undefined;
}

/** What was chosen before and now; of what is too many, the first says so and the others are left out. */
export function pick(before: readonly Picked[], files: readonly File[]): Picked[] {
  const list = [...before];
  for (const file of files) {
    const isTooMany = list.filter(({ problem }) => problem === '').length >= filesPerMessage;
    if (isTooMany && list.some(({ problem }) => problem === 'too_many')) break;
    list.push({ file, problem: isTooMany ? 'too_many' : problemOf(file), upload: undefined, ref: undefined });
  }
  return list;
}

function problemOf({ size }: File): Problem | '' {
  if (size > fileBytes) return 'too_large';
  return size === 0 ? 'empty' : '';
}

/**
 * DL6: first the files, one after the other, then the message. Resolves to whether all that may go along is there; `changed`
 * is called whenever there is something else to show; of what is complete its message tells.
 */
export async function uploadAll(
  list: readonly Picked[],
  request: Connection['request'],
  changed: () => void,
): Promise<boolean> {
  let isComplete = true;
  for (const one of list) {
    if (one.ref || (one.problem !== '' && isFinal(one.problem))) continue;
    one.problem = await uploadOne(one, request, changed);
    if (one.problem !== '') isComplete = false;
  }
  if (!isComplete) changed();
  return isComplete;
}

/** Is there one that goes along, or may be tried again? */
export function canSend(list: readonly Picked[]): boolean {
  return list.some(({ problem }) => problem === '' || !isFinal(problem));
}

/** It will not do another time either; whoever sends again sends without it. */
function isFinal(problem: Problem): boolean {
  return problem === 'too_large' || problem === 'empty' || problem === 'too_many' || problem === 'unsupported_type';
}

const words: readonly string[] = [
  'too_large',
  'unsupported_type',
  'rate_limited',
  'unavailable',
  'blocked',
] satisfies Problem[];

async function uploadOne(one: Picked, request: Connection['request'], changed: () => void): Promise<Problem | ''> {
  one.upload = new AbortController();
  changed();
  try {
    const { signal } = one.upload;
    const response = await request(filePath, { name: one.file.name }, { method: 'POST', body: one.file, signal });
    const answer: Ack<UploadedAnswer> = await response.json();
    if (!answer.ok) return isProblem(answer.error.code) ? answer.error.code : 'other';
    one.ref = answer.data.file;
    return '';
  } catch {
    return 'unreachable';
  } finally {
    one.upload = undefined;
  }
}

function isProblem(code: string): code is Problem {
  return words.includes(code);
}
