/** The proof that an Odoo is a neutralized copy: each thing that it must not do any more, by a check of its own. */

/** `not_seen` is no pass: the proof is not whole. */
export type Verdict = 'passed' | 'failed' | 'not_seen';

/** What one check came to. */
export interface ProofCheck {
  /** E.g. `mail-out`. */
  readonly name: string;
  readonly verdict: Verdict;
  /** What was found, or why nothing was seen; no value of a secret. */
  readonly found: string;
  /** What to do; null where nothing has to be done. */
  readonly do: string | null;
}

/** What all checks came to. */
export interface Proof {
  /** Whether each check passed. */
  readonly passed: boolean;
  readonly failed: readonly string[];
  readonly notSeen: readonly string[];
  readonly checks: readonly ProofCheck[];
}

/** @param found Why it holds. */
export const passed = (name: string, found: string): ProofCheck => ({ name, verdict: 'passed', found, do: null });
/** @param todo What to do. */
export const failed = (name: string, found: string, todo: string): ProofCheck => ({
  ...{ name, verdict: 'failed', found },
  do: todo,
});
/** @param todo By what it could be seen. */
export const notSeen = (name: string, found: string, todo: string): ProofCheck => ({
  ...{ name, verdict: 'not_seen', found },
  do: todo,
});

/** @param checks Of one environment. */
export function concludeProof(checks: readonly ProofCheck[]): Proof {
  const namesOf = (verdict: Verdict) => checks.filter((check) => check.verdict === verdict).map(({ name }) => name);
  const [bad, unseen] = [namesOf('failed'), namesOf('not_seen')];
  return { passed: bad.length + unseen.length === 0, failed: bad, notSeen: unseen, checks };
}
