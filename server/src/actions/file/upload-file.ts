import type { SiteId } from '@ventanilla/shared/ids';
import { limits } from '@ventanilla/shared/limits';
import type { Deps } from '../../deps.ts';
import { examineFile, isRefusedByName } from '../../domain/file/examine-file.ts';
import type { FileRow } from '../../domain/rows.ts';
import { faultOf } from '../../lib/logger.ts';
import { addressFactor } from '../../lib/rate-limit.ts';
import { AppError } from '../app-error.ts';
import type { AgentCaller, VisitorCaller } from '../caller.ts';
import { mustNotBeBlocked } from '../visitor/not-blocked.ts';

export interface Upload {
  siteId: SiteId;
  /** As the client calls it; never a path of ours. */
  name: string;
  /** What the client says; null when it does not. */
  declaredBytes: number | null;
  bytes: AsyncIterable<Uint8Array>;
}

/** DL6: a file first, the message that carries it afterwards. What is refused leaves nothing behind. */
export async function uploadFile(deps: Deps, caller: VisitorCaller | AgentCaller, upload: Upload): Promise<FileRow> {
  const owner = ownerOf(deps, caller, upload.siteId);
  refuseEarly(upload);
  payFor(deps, caller.address, owner.ownerId, upload.declaredBytes ?? limits.fileBytes);
  const file = await deps.store.files.create({
    ...owner,
    id: deps.ids.next('file'),
    siteId: upload.siteId,
    storageKey: deps.ids.storageKey(),
    createdAt: deps.clock.now(),
  });
  try {
    const { sizeBytes, head } = await deps.files.write(file.storageKey, upToLimit(upload.bytes));
    if (sizeBytes === 0) throw new AppError('invalid', { field: 'file', reason: 'empty' });
    const facts = examineFile(upload.name, head);
    if (!facts) throw new AppError('unsupported_type');
    const ready = await deps.store.files.finish(file.id, { ...facts, sizeBytes });
    if (!ready) throw new AppError('unavailable');
    return ready;
  } catch (error) {
    await giveUp(deps, file);
    throw error;
  }
}

/** What cannot be removed now is removed by the sweep. */
async function giveUp(deps: Deps, file: FileRow): Promise<void> {
  try {
    await deps.files.remove(file.storageKey);
    await deps.store.files.forget([file.id]);
  } catch (error) {
    deps.log.warn({ fault: faultOf(error) }, 'a refused upload is still there');
  }
}

function ownerOf(
  deps: Deps,
  caller: VisitorCaller | AgentCaller,
  siteId: SiteId,
): Pick<FileRow, 'ownerKind' | 'ownerId'> {
  if (caller.kind === 'agent') {
    if (!caller.siteIds.includes(siteId)) throw new AppError('not_found');
    return { ownerKind: 'agent', ownerId: caller.agentId };
  }
  mustNotBeBlocked(deps, caller.visitorId);
  return { ownerKind: 'visitor', ownerId: caller.visitorId };
}

/** What can be told before a byte is read. */
function refuseEarly({ name, declaredBytes }: Upload): void {
  if (declaredBytes === 0) throw new AppError('invalid', { field: 'file', reason: 'empty' });
  if (declaredBytes !== null && declaredBytes > limits.fileBytes) throw tooLarge();
  if (isRefusedByName(name)) throw new AppError('unsupported_type');
}

function tooLarge(): AppError {
  return new AppError('too_large', { maxBytes: limits.fileBytes });
}

/** Whoever does not say how much it is pays for the most it can be. */
function payFor(deps: Deps, address: string, ownerId: string, bytes: number): void {
  const waits = [
    deps.uploads.take(ownerId, bytes, 1),
    address === '' ? 0 : deps.uploads.take(address, bytes, addressFactor),
  ];
  const retryAfterMs = Math.max(...waits);
  if (retryAfterMs > 0) throw new AppError('rate_limited', { retryAfterMs });
}

/** Stops reading at the limit, whatever was declared. A sender who went away is no fault of ours. */
async function* upToLimit(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limits.fileBytes) break;
      yield chunk;
    }
  } catch {
    throw new AppError('invalid', { field: 'file', reason: 'interrupted' });
  }
  if (size > limits.fileBytes) throw tooLarge();
}
