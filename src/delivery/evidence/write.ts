/** Writes small files so that they are there after the machine stops. */
import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** @throws Error where the file is there already. */
export function writeSynced(file: string, bytes: Buffer): void {
  const descriptor = openSync(file, 'wx', 0o644);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
