/** Which mutations are confirmed by whom before they write, as the doctrine says. Pure. */
import type { Viewer } from '../auth/viewer.ts';
import type { Path } from './lines.ts';
import type { Doctrine } from './shape.ts';

/** What a mutation needs of a viewer before it writes. */
export interface Confirming {
  /** Whether somebody else has to approve of it too. */
  readonly needsApproval: boolean;
  /** The line that says so. */
  readonly by: Path;
}

/** Who confirms a mutation such as `Mutation.requestOdooWrite`. */
export type ConfirmedBy = 'agents' | 'everyone' | 'never';

/** By whom a mutation is confirmed, and whether somebody else approves of it; `never` where the doctrine says nothing. */
export function confirmedBy(
  { confirm }: Pick<Doctrine, 'confirm'>,
  coordinate: string,
): { readonly who: ConfirmedBy; readonly needsApproval: boolean } {
  const given = confirm[coordinate] ?? 'never';
  return typeof given === 'string'
    ? { who: given, needsApproval: false }
    : { who: given.by, needsApproval: given.approval };
}

/** What the viewer needs for the mutation; null for nothing. An OAuth client that acts as an agent is one. */
export function confirmingOf(
  doctrine: Pick<Doctrine, 'confirm'>,
  { agent }: Pick<Viewer, 'agent'>,
  coordinate: string,
): Confirming | null {
  const { who, needsApproval } = confirmedBy(doctrine, coordinate);
  const isAsked = who === 'everyone' || (who === 'agents' && agent !== null);
  return isAsked ? { needsApproval, by: ['confirm', coordinate] } : null;
}
