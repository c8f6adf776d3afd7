/** `TRUSTED_DOCUMENTS`: what becomes of an operation that is no trusted document, by the kind of viewer that asks it. */
import { z } from 'zod';
import type { ViewerKind } from '../auth/viewer.ts';

/** What becomes of it: nothing, it is logged, or it is refused. */
export type TrustMode = 'off' | 'log' | 'enforce';

/** Kinds of viewers, as the variable names them. */
export const ASKERS = ['anonymous', 'users', 'clients', 'service', 'agents'] as const;

/** One of them. */
export type Asker = (typeof ASKERS)[number];

/** One mode for each kind. */
export type TrustModes = Readonly<Record<Asker, TrustMode>>;

/** The name of a viewer's kind. An OAuth client that the doctrine makes an agent is one. */
export const ASKER_OF: Readonly<Record<ViewerKind, Asker>> = {
  anonymous: 'anonymous',
  anonymousUser: 'anonymous',
  user: 'users',
  oauthClient: 'clients',
  service: 'service',
  agent: 'agents',
};

/** Where the variable says nothing. */
export const TRUST_OFF: TrustModes = { anonymous: 'off', users: 'off', clients: 'off', service: 'off', agents: 'off' };

/** Agents are held to what somebody has looked at, where it matters. @param given As `trustVariable` takes it. */
export function freezeTrust(given: string | undefined, stage: string): TrustModes {
  const absent: TrustModes = { ...TRUST_OFF, agents: stage === 'production' ? 'enforce' : 'off' };
  return (given === undefined ? null : readTrustModes(given, absent)) ?? absent;
}

/** The variable's value, checked. */
export const trustVariable = z
  .string()
  .refine(
    (given) => readTrustModes(given, TRUST_OFF) !== null,
    `must be off, log or enforce, or one of them by kind of viewer, such as agents=enforce,users=log: kinds are ${ASKERS.join(', ')}`,
  )
  .optional();

/**
 * `log,agents=enforce`: a mode by itself is that of all kinds that are not named.
 *
 * @param absent For the kinds that the text says nothing of.
 * @returns Null where it cannot be understood, or names a kind twice.
 */
function readTrustModes(text: string, absent: TrustModes): TrustModes | null {
  const modes = new Map<string, TrustMode>();
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, kind = 'others', mode] = /^(?:(\w+) *= *)?(off|log|enforce)$/.exec(part) ?? [];
    const isKnown = kind === 'others' || ASKERS.includes(kind as Asker);
    if (mode === undefined || !isKnown || modes.has(kind)) return null;
    modes.set(kind, mode as TrustMode);
  }
  const modeOf = (asker: Asker) => modes.get(asker) ?? modes.get('others') ?? absent[asker];
  return Object.fromEntries(ASKERS.map((asker) => [asker, modeOf(asker)])) as unknown as TrustModes;
}
