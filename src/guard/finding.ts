/** What the guard finds: one violation, where it stands, and what to do about it. */

/** One violation that the guard found. */
export interface Finding {
  /** Group and name, e.g. `migrations/rls-missing`; docs/guard.md lists all. */
  readonly rule: string;
  /** What is wrong, and what to do. */
  readonly message: string;
  /** From the repository's root, with forward slashes; absent where no file is to blame. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}
