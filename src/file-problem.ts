/** What the system says of a file that cannot be read or written, in a sentence. */

/** @returns E.g. `there is no such file or folder`; null where it is no error of a file. */
export function fileProblem(error: unknown): string | null {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' && Object.hasOwn(PROBLEMS, code) ? (PROBLEMS[code] ?? null) : null;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of that path is no folder',
  EISDIR: 'that is a folder, and a file is wanted',
  EEXIST: 'that is there already',
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'that disk takes no writes',
};
