/** OAuth scopes of ours, which narrow what an application was given; of an identity provider's own scopes none narrows data. */

/** To read, and to write. */
export const SCOPES = { read: 'tripoint:read', write: 'tripoint:write' } as const;

/** One of them. */
export type Scope = (typeof SCOPES)[keyof typeof SCOPES];

/**
 * Those of ours that a token names in `scope` or `scp`, a text with spaces or a list. Null where it names none: then it may
 * what the doctrine says.
 */
export function readScopes(scope: unknown, scp: unknown): readonly Scope[] | null {
  const named = new Set([scope, scp].flat().flatMap((one) => (typeof one === 'string' ? one.split(' ') : [])));
  const ours = Object.values(SCOPES).filter((one) => named.has(one));
  return ours.length > 0 ? ours : null;
}
