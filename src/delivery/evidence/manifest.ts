/** The manifest of a recording: every file of its folder with size and SHA-256, and its own SHA-256 beside it. */
import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeSynced } from './write.ts';

/** The manifest's name in the folder of a recording. */
export const MANIFEST = 'manifest.json';
/** Holds the manifest's own sum, as `sha256sum -c` reads it. */
export const MANIFEST_SUM = 'manifest.sha256';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Below the folder, and nowhere else. */
const path = z.string().regex(/^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[^/\0\\][^\0\\]*$/, 'must lead to a file of the folder');
const manifestShape = z.strictObject({
  version: z.literal(1),
  topic: z.string(),
  files: z.array(z.strictObject({ path, size: z.int().min(0), sha256 })).refine(isSorted, 'must be sorted, each once'),
});

/** A manifest as it is read. */
export type Manifest = z.infer<typeof manifestShape>;

/** A file of a manifest. */
export type ListedFile = Manifest['files'][number];

/** Writes both files. @returns The manifest's bytes and its SHA-256. */
export function writeManifest(folder: string, topic: string, files: readonly ListedFile[]) {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const bytes = Buffer.from(`${JSON.stringify({ version: 1, topic, files: sorted }, null, 2)}\n`);
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeSynced(join(folder, MANIFEST), bytes);
  writeSynced(join(folder, MANIFEST_SUM), Buffer.from(`${digest}  ${MANIFEST}\n`));
  return { size: bytes.length, sha256: digest };
}

/** @returns The manifest, or a sentence that says why it is none; and the SHA-256 of what is there. */
export function readManifest(folder: string): { manifest: Manifest | string; sha256: string } {
  const bytes = readFileSync(join(folder, MANIFEST));
  const digest = createHash('sha256').update(bytes).digest('hex');
  const parsed = manifestShape.safeParse(parseJson(bytes.toString('utf8')));
  const problem = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`.trim()).join('; ');
  return { manifest: parsed.data ?? String(problem), sha256: digest };
}

/** What lies below a folder, sorted: files, and what is neither file nor folder; an empty folder with a `/` at its end. */
export function listFolder(folder: string, prefix = ''): { path: string; isFile: boolean }[] {
  const entries = readdirSync(join(folder, prefix), { withFileTypes: true });
  if (entries.length === 0 && prefix !== '') return [{ path: `${prefix}/`, isFile: false }];
  const below = (entry: Dirent) => {
    const at = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    return entry.isDirectory() ? listFolder(folder, at) : [{ path: at, isFile: entry.isFile() }];
  };
  return entries.flatMap(below).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isSorted(files: readonly { path: string }[]): boolean {
  return files.every((file, index) => index === 0 || (files[index - 1] as { path: string }).path < file.path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
