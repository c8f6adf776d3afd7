/** Gives a copy of a page or a template files of its own, and says what it lacks. */
import { GatewayError } from '../errors.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import type { WrittenFiles } from '../storage/files.ts';

/** A file that the storage is to copy. */
interface CopiedFile {
  /** Uuid of the new attachment. */
  readonly id: string;
  readonly name: string;
  /** Paths in the storage. */
  readonly from: string;
  readonly to: string;
}

/** What the original has and the copy does not. */
interface LeftOut {
  readonly kind: 'DATABASE' | 'ATTACHMENT';
  readonly recordId: string;
  readonly name: string | null;
  readonly reason: string;
}

/** The answer of `work.duplicate_page` and the other functions that copy. */
interface Copied {
  readonly id: string;
  readonly files?: readonly CopiedFile[];
  readonly leftOut?: readonly LeftOut[];
}

/** Files that are copied at the same time. */
const COPIES_AT_ONCE = 8;

/**
 * Copies the files of a copy that a statement has made, before it is committed.
 *
 * @param row Its column `copied` is what SQL answered.
 * @returns The copy's id, and what was left out: a file that the storage lacks is added to what SQL says.
 * @throws GatewayError of the storage, which undoes the statement; files that were copied by then are removed.
 */
export async function finishCopy(
  files: WrittenFiles | null,
  [row]: readonly JsonRow[],
): Promise<{ id: string | null; leftOut: readonly LeftOut[] }> {
  const answered = (row?.copied ?? null) as Copied | string | null;
  // A page that is made without a template is answered by its id alone.
  const copied = typeof answered === 'string' ? { id: answered } : answered;
  const { files: wanted = [], leftOut: untold = [] }: Partial<Copied> = copied ?? {};
  const lacking = files ? await copyFiles(files, wanted) : [];
  const leftOut = lacking.map(
    ({ id, name }): LeftOut => ({
      kind: 'ATTACHMENT',
      recordId: id,
      name,
      reason: 'The storage does not have its file',
    }),
  );
  return { id: copied?.id ?? null, leftOut: [...untold, ...leftOut] };
}

/** @returns Those whose file the storage does not have. */
async function copyFiles(files: WrittenFiles, wanted: readonly CopiedFile[]): Promise<CopiedFile[]> {
  const lacking: CopiedFile[] = [];
  const made: string[] = [];
  const copyOne = async (file: CopiedFile) => {
    try {
      await files.copy(file.from, file.to);
      made.push(file.to);
    } catch (error) {
      if (!(error instanceof GatewayError) || error.code !== 'NOT_FOUND') throw error;
      lacking.push(file);
    }
  };
  for (let start = 0; start < wanted.length; start += COPIES_AT_ONCE) {
    const settled = await Promise.allSettled(wanted.slice(start, start + COPIES_AT_ONCE).map(copyOne));
    const failed = settled.find(({ status }) => status === 'rejected');
    if (failed?.status !== 'rejected') continue;
    await Promise.allSettled(made.map(files.remove));
    throw failed.reason;
  }
  return lacking;
}
