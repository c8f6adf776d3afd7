/** Notices of the database → whom they wake. */

/** Notices of the ledger name the run; those of the workspace name space and page. */
export const NOTICE_CHANNELS: readonly string[] = ['tripoint_ops', 'tripoint_work'];

/** What waits for changes of any run. */
export const RUNS_KEY = 'runs';

/** What waits for changes of one run, of one page, or of any page of a space. */
export function followKey(of: 'run' | 'page' | 'space', id: string): string {
  return `${of}:${id}`;
}

/** The keys that a notice wakes; one that ends in `*` stands for all that begin so. */
export function wokenBy(channel: string, payload: string): readonly string[] {
  if (channel === 'tripoint_ops') return [followKey('run', payload), RUNS_KEY];
  const [space = '', page] = payload.split(':');
  // Somebody left the space: which of the followed pages are in it, only the database knows.
  return [followKey('space', space), followKey('page', page || '*')];
}
