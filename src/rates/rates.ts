/** Who may use how many points a minute: the viewer, its agent, its OAuth client, and the address it asks from. Pure. */
import { type Viewer, viewerName } from '../auth/viewer.ts';

/** Points a minute, as an operation costs them; 0 where there is no rate. Read from the environment by `readConfig`. */
export interface RateLimits {
  readonly viewerPoints: number;
  readonly agentPoints: number;
  readonly clientPoints: number;
  readonly addressPoints: number;
  /** Messages of one WebSocket a minute; 0 where there is no rate. */
  readonly messages: number;
}

/** Where the configuration says nothing: more than a machine of ours answers one of them. */
export const RATE_LIMITS: RateLimits = Object.freeze({
  viewerPoints: 3_000_000,
  agentPoints: 3_000_000,
  clientPoints: 10_000_000,
  addressPoints: 10_000_000,
  messages: 6_000,
});

/** One rate that an operation counts against. */
export interface Rate {
  /** E.g. `viewer`, as it is shown. */
  readonly name: string;
  /** The setting that holds it. */
  readonly setting: string;
  /** Tells whose it is from all others. */
  readonly key: string;
  /** Points a minute. */
  readonly most: number;
}

/** How a rate stands once an operation was counted. */
export interface RateState extends Pick<Rate, 'name' | 'most'> {
  readonly left: number;
  readonly resetMs: number;
}

/**
 * The rates of who asks. Nobody has none of his own, only his address; what has no key is not counted at all, for it would
 * be counted together with all others that have none.
 *
 * @param address As `createReadAddress` reads it; null where it is not known.
 */
export function ratesOf(limits: RateLimits, viewer: Viewer, address: string | null): Rate[] {
  const { agent, client } = viewer;
  const rates: Rate[] = [];
  const add = (name: string, setting: string, most: number, of: string | null) => {
    if (of !== null && most > 0) rates.push({ name, setting, most, key: `${name} ${of}` });
  };
  add('viewer', 'RATE_VIEWER_POINTS', limits.viewerPoints, viewer.kind === 'anonymous' ? null : viewerName(viewer));
  add('agent', 'RATE_AGENT_POINTS', limits.agentPoints, agent);
  add('client', 'RATE_CLIENT_POINTS', limits.clientPoints, client?.name ?? null);
  add('address', 'RATE_ADDRESS_POINTS', limits.addressPoints, address);
  return rates;
}

/** The headers of the IETF's draft `draft-ietf-httpapi-ratelimit-headers`, in whole seconds; none where nothing was counted. */
export function rateHeaders(rates: readonly RateState[]): readonly (readonly [name: string, value: string])[] {
  if (rates.length === 0) return [];
  const policy = rates.map(({ name, most }) => `"${name}";q=${most};w=60`).join(', ');
  const left = rates.map((rate) => `"${rate.name}";r=${rate.left};t=${toSeconds(rate.resetMs)}`).join(', ');
  return [
    ['ratelimit-policy', policy],
    ['ratelimit', left],
  ];
}

/** Whole seconds, rounded up: who comes back after them is not too early. */
function toSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1_000));
}
