import type { FileRef } from '@ventanilla/shared/entities/file';
import type { FileRow, JsonObject } from '../rows.ts';

/** Field by field: who uploaded it and where it lies stay here. */
export function fileRefOf({ id, name, mime, sizeBytes, width, height }: FileRow): FileRef {
  return { id, name, mime, sizeBytes, width, height };
}

/** An entry's data with its files, as {@link filesIn} reads it. */
export function dataWithFiles(data: JsonObject, files: readonly FileRow[]): JsonObject {
  return files.length === 0 ? data : { ...data, files: files.map((file) => ({ ...fileRefOf(file) })) };
}

/** Only {@link dataWithFiles} writes this field. */
export function filesIn(data: JsonObject): FileRef[] {
  return (data['files'] ?? []) as unknown as FileRef[];
}
