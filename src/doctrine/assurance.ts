/** Which mutations want a second factor, as the doctrine says. Pure. */
import type { Viewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { Path } from './lines.ts';
import type { Doctrine } from './shape.ts';

/** Mutations such as `Mutation.decideApproval` that users prove a second factor for. */
export function secondFactorMutations({ assurance }: Pick<Doctrine, 'assurance'>): readonly string[] {
  return typeof assurance === 'string' ? [] : assurance.aal2;
}

/**
 * Why the viewer may not ask a mutation without a second factor, and the line that says so; null where it may. Users are asked,
 * and who acts for one, by the claim `aal` of the token that they send: no service, and no agent that acts for nobody.
 */
export function refuseWithoutFactor(
  doctrine: Doctrine,
  viewer: Viewer,
  field: string,
): { readonly decision: GatewayError; readonly by: Path } | null {
  const coordinate = `Mutation.${field}`;
  const place = secondFactorMutations(doctrine).indexOf(coordinate);
  const isUser = viewer.id !== null || viewer.actsFor !== null;
  if (place < 0 || !isUser || viewer.hasSecondFactor) return null;
  const problem = `${coordinate} wants a second factor: sign in with one, and send that token (its claim "aal" is "aal2")`;
  return { decision: new GatewayError('SECOND_FACTOR_REQUIRED', problem), by: ['assurance', 'aal2', place] };
}
