/** The files of a commit as git keeps them: the same on every machine, whatever line ends, modes and links it checks out. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Git } from '../git.ts';
import { DeliveryError } from '../problem.ts';

/** A tracked file. */
export interface TrackedFile {
  readonly path: string;
  /** As git has it: `100644`, `100755`, `120000` for a link, `160000` for a submodule. */
  readonly mode: string;
  /** `sha256:` of the content, of a link its target; `commit:` and the commit of a submodule. */
  readonly digest: string;
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly object: string;
}

const SUBMODULE = '160000';

/** Sorted by path, from the folder in which git is asked. @throws DeliveryError */
export async function readTree(git: Git, where: { cwd: string; env: NodeJS.ProcessEnv }): Promise<TrackedFile[]> {
  const listing = await git('ls-tree', '-r', '-z', 'HEAD');
  const entries = listing.split('\0').filter(Boolean).map(readEntry);
  const blobs = [...new Set(entries.filter(({ mode }) => mode !== SUBMODULE).map(({ object }) => object))];
  const digests = await hashBlobs(blobs, where);
  const digestOf = ({ mode, object }: Entry) =>
    mode === SUBMODULE ? `commit:${object}` : `sha256:${digests.get(object) as string}`;
  return entries
    .map((entry) => ({ path: entry.path, mode: entry.mode, digest: digestOf(entry) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** `100644 blob 5716ca59…\tREADME.md` */
function readEntry(line: string): Entry {
  const [mode = '', , object = ''] = line.slice(0, line.indexOf('\t')).split(' ');
  return { path: line.slice(line.indexOf('\t') + 1), mode, object };
}

/** SHA-256 by object, one process for all; what git prints is read in pieces. */
async function hashBlobs(objects: readonly string[], { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv }) {
  const child = spawn('git', ['cat-file', '--batch'], { cwd, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  child.stdin.on('error', () => {});
  child.stdin.end(objects.map((object) => `${object}\n`).join(''));
  const reader = createBatchReader();
  for await (const chunk of child.stdout) reader.push(chunk as Buffer);
  await ended;
  const missing = objects.find((object) => !reader.digests.has(object));
  if (missing) throw new DeliveryError(`git cat-file does not know the object ${missing}: fetch the whole commit`);
  return reader.digests;
}

/** Reads `<object> blob <size>\n<bytes>\n`, again and again. */
function createBatchReader() {
  const digests = new Map<string, string>();
  let head = Buffer.alloc(0);
  let left = -1;
  let object = '';
  let hash = createHash('sha256');
  /** @returns What is left of the chunk. */
  const take = (chunk: Buffer): Buffer => {
    if (left >= 0) {
      const content = chunk.subarray(0, left);
      hash.update(content);
      left -= content.length;
      if (left > 0 || chunk.length === content.length) return Buffer.alloc(0);
      digests.set(object, hash.digest('hex'));
      left = -1;
      // The line end after the content.
      return chunk.subarray(content.length + 1);
    }
    const end = chunk.indexOf('\n');
    if (end === -1) {
      head = Buffer.concat([head, chunk]);
      return Buffer.alloc(0);
    }
    const [name = '', , size = ''] = Buffer.concat([head, chunk.subarray(0, end)])
      .toString('utf8')
      .split(' ');
    head = Buffer.alloc(0);
    if (/^\d+$/.test(size)) {
      object = name;
      left = Number(size);
      hash = createHash('sha256');
    }
    return chunk.subarray(end + 1);
  };
  return {
    digests: digests as ReadonlyMap<string, string>,
    push: (chunk: Buffer) => {
      for (let rest = chunk; rest.length > 0; ) rest = take(rest);
    },
  };
}
