/**
 * Counts what is asked against rates and against the limits of the doctrine, before anything of an operation is done: all
 * of it, or none.
 *
 * Rates are points a minute of whoever asks; an agent's limits are times a minute and times a day. A day is counted in the
 * database, for all processes.
 */
import type { Viewer } from '../auth/viewer.ts';
import type { Cache, Caches } from '../caches.ts';
import type { Context } from '../context.ts';
import { type Charge, chargesOf } from '../doctrine/limits.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { type RateLimits, type RateState, ratesOf } from '../rates/rates.ts';
import type { Used, Windows } from '../rates/windows.ts';

/**
 * @param coordinates Root fields, e.g. `Mutation.enqueueRun`, each as often as the operation asks for it.
 * @param cost Points of the whole operation.
 * @throws GatewayError `RATE_LIMITED` with `retryAfterMs`.
 */
export type ChargeOperation = (context: Charged, coordinates: readonly string[], cost: number) => Promise<void>;

/** Charges operations, and what never comes to be one. */
export interface Charges {
  readonly charge: ChargeOperation;
  /**
   * Charges a request whose document or variables are wrong: to parse and validate one costs the gateway more than to
   * answer a small one. Refuses nothing: its mistake was told, and the next request finds nothing left.
   */
  readonly chargeMistake: (context: Charged) => Promise<void>;
  /** Refuses who has nothing left of its minute, before a request is read. @throws GatewayError `RATE_LIMITED`. */
  readonly refuseSpent: (asker: Pick<Charged, 'viewer' | 'address' | 'limits'>) => void;
}

/** Who is charged. */
export type Charged = Pick<Context, 'viewer' | 'address' | 'limits' | 'log' | 'exceeded' | 'metered'>;

const DAY_MS = 86_400_000;

/** Counts what an agent has used of a day, all of it or none. @throws what `refuse` makes where it would be too much. */
export type Spend = (spending: {
  readonly viewer: Viewer;
  readonly charges: readonly Charge[];
  readonly refuse: (charge: Charge) => Error;
}) => Promise<void>;

interface Charging {
  readonly doctrine: Doctrine;
  readonly windows: Windows;
  /** Null for no rates. */
  readonly rates: RateLimits | null;
  /** Null where no days can be counted: without a database. */
  readonly spend: Spend | null;
  readonly caches: Caches;
}

/** Points of a request that is no operation. */
const MISTAKE_POINTS = 10;
/** Rates that are known to be used up, each until its minute ends. */
const SPENT = { maxEntries: 10_000, maxWeight: 10_000, weigh: () => 1 };

/** Milliseconds after which everything that was refused at one time is given back. */
const LOOK_AGAIN_MS = 1_000;

/** A rate of which nothing is left. */
interface SpentRate {
  readonly untilMs: number;
}

/** One window that an operation counts in. */
interface Hold {
  readonly key: string;
  readonly points: number;
  readonly most: number;
  /** Set for a rate, which is shown and may be measured only. */
  readonly rate: { readonly name: string; readonly setting: string } | null;
  readonly refuse: (resetMs: number) => GatewayError;
}

/** Makes what charges each operation of a gateway. */
export function createCharge({ doctrine, windows, rates, spend, caches }: Charging): Charges {
  const spent = caches.create<SpentRate>('spent rates', SPENT);
  const taking = { windows, spent, lastMs: 0 };
  const charge: ChargeOperation = async (context, coordinates, cost) => {
    const { agent } = context.viewer;
    const limits = agent === null ? null : chargesOf(doctrine, agent, coordinates);
    const holds = [
      ...(rates ? rateHolds(rates, context, cost) : []),
      ...(limits && agent !== null ? limits.perMinute.map((charge) => limitHold(context.viewer, charge)) : []),
    ];
    if (holds.length > 0) await take(taking, context, holds);
    if (agent === null || !spend || !limits || limits.perDay.length === 0) return;
    const refuseDay = (charge: Charge) => limited(context.viewer, charge, 'day', DAY_MS - (Date.now() % DAY_MS));
    try {
      await spend({ viewer: context.viewer, charges: limits.perDay, refuse: refuseDay });
    } catch (error) {
      await giveBack(taking, context, holds);
      throw error;
    }
  };
  return {
    charge,
    chargeMistake: async (context) => {
      if (rates) await takeMistake(taking, context, rateHolds(rates, context, MISTAKE_POINTS));
    },
    refuseSpent: ({ viewer, address, limits }) => {
      if (!rates || limits.mode === 'measure' || Date.now() >= taking.lastMs) return;
      for (const { key, name, setting, most } of ratesOf(rates, viewer, address)) {
        const resetMs = (spent.get(key)?.untilMs ?? 0) - Date.now();
        if (resetMs > 0) throw tooFast({ name, setting, most, cost: 1 }, resetMs);
      }
    },
  };
}

/** An operation that costs more than a whole minute takes all of one: it would never be let in else. */
function rateHolds(limits: RateLimits, { viewer, address }: Charged, cost: number): Hold[] {
  return ratesOf(limits, viewer, address).map(({ key, most, name, setting }) => ({
    key,
    most,
    points: Math.min(cost, most),
    rate: { name, setting },
    refuse: (resetMs) => tooFast({ name, setting, most, cost }, resetMs),
  }));
}

/** An agent that acts for people has each limit for each of them: nobody uses up what is another's. */
function limitHold(viewer: Viewer, charge: Charge): Hold {
  const { coordinate, times, most } = charge;
  const refuse = (resetMs: number) => limited(viewer, charge, 'minute', resetMs);
  const { agent, actsFor, client } = viewer;
  const whose = [agent, actsFor, client?.name].filter((name) => name).join(' ');
  return { key: `limit ${whose} ${coordinate}`, points: times, most, rate: null, refuse };
}

interface Taking {
  readonly windows: Windows;
  readonly spent: Cache<SpentRate>;
  /** When the last of them is over: nobody looks before there is one. */
  lastMs: number;
}

async function take(taking: Taking, context: Charged, holds: readonly Hold[]): Promise<void> {
  // Nothing is awaited where all is counted in this process.
  const asked = takeAll(taking, holds);
  const taken = asked instanceof Promise ? await asked : asked;
  const over = taken.filter(isOver);
  const isMeasured = context.limits.mode === 'measure';
  const refused = over.filter(({ hold }) => !(isMeasured && hold.rate));
  const isRefused = refused.length > 0;
  context.metered.rates = taken.flatMap((one) => (one.hold.rate ? [stateOf(one, isRefused)] : []));
  if (over.length > 0) noteOver(context, over);
  if (isRefused) await refuse(taking, holds, refused);
}

interface Taken {
  readonly hold: Hold;
  readonly used: Used;
}

function takeAll({ windows }: Taking, holds: readonly Hold[]): readonly Taken[] | Promise<readonly Taken[]> {
  const asked = holds.map(({ key, points }) => windows.take(key, points));
  const toTaken = (used: readonly (Used | Promise<Used>)[]) =>
    holds.map((hold, index) => ({ hold, used: used[index] as Used }));
  return asked.some((one) => one instanceof Promise) ? Promise.all(asked).then(toTaken) : toTaken(asked);
}

function isOver({ hold, used }: Taken): boolean {
  return used.points > hold.most;
}

/** Gives nothing back: who has fewer points left than a mistake takes could make as many as he likes else. */
async function takeMistake(taking: Taking, context: Charged, holds: readonly Hold[]): Promise<void> {
  const taken = await takeAll(taking, holds);
  noteOver(context, taken.filter(isOver));
  await Promise.all(taken.map(({ hold, used }) => (used.points < hold.most ? undefined : noteSpent(taking, hold))));
}

function noteOver({ exceeded, limits, log }: Charged, over: readonly Taken[]): void {
  for (const { hold, used } of over) {
    if (!hold.rate) continue;
    const { setting } = hold.rate;
    exceeded.push(setting);
    if (limits.mode === 'measure')
      log.warn({ limit: setting, most: hold.most, asked: used.points }, 'a rate is passed, which is measured only');
  }
}

/** What the minutes had let in, where the day does not. */
async function giveBack({ windows }: Taking, { metered }: Charged, holds: readonly Hold[]): Promise<void> {
  await Promise.all(holds.map(({ key, points }) => windows.giveBack(key, points)));
  const pointsOf = (name: string) => holds.find(({ rate }) => rate?.name === name)?.points ?? 0;
  metered.rates = metered.rates.map((rate) => ({ ...rate, left: rate.left + pointsOf(rate.name) }));
}

/** What is refused is given back, or who asks again too early would never be let in. @throws GatewayError of the longest. */
async function refuse(taking: Taking, holds: readonly Hold[], refused: readonly Taken[]): Promise<never> {
  await Promise.all(holds.map(({ key, points }) => taking.windows.giveBack(key, points)));
  await Promise.all(refused.map(({ hold }) => noteSpent(taking, hold)));
  const [last] = [...refused].sort((one, other) => other.used.resetMs - one.used.resetMs) as [Taken];
  throw last.hold.refuse(last.used.resetMs);
}

/** @param isLast Whether what it finds is not looked at again. */
async function noteSpent(taking: Taking, hold: Hold, isLast = false): Promise<void> {
  const { key, most, rate } = hold;
  if (!rate) return;
  const asked = taking.windows.take(key, 0);
  const { points, resetMs } = await asked;
  if (points < most) return void taking.spent.delete(key);
  const untilMs = Date.now() + resetMs;
  taking.spent.set(key, { untilMs });
  taking.lastMs = Math.max(taking.lastMs, untilMs);
  // Counted elsewhere: among it may be what is refused at the same time, and not given back yet.
  if (asked instanceof Promise && !isLast) setTimeout(() => void noteSpent(taking, hold, true), LOOK_AGAIN_MS).unref();
}

function stateOf({ hold: { rate, most, points }, used }: Taken, isGivenBack: boolean): RateState {
  const left = Math.max(0, most - used.points + (isGivenBack ? points : 0));
  return { name: rate?.name ?? '', most, left, resetMs: used.resetMs };
}

interface TooFast {
  readonly name: string;
  readonly setting: string;
  readonly most: number;
  readonly cost: number;
}

function tooFast({ name, setting, most, cost }: TooFast, resetMs: number): GatewayError {
  return new GatewayError(
    'RATE_LIMITED',
    `The ${name} may use ${most} points a minute (${setting}), and has too few left for an operation of ${cost}: ask again in ${Math.ceil(resetMs / 1_000)} s`,
    { details: { retryAfterMs: resetMs, limit: setting, most, asked: cost } },
  );
}

function limited(
  { agent, actsFor }: Viewer,
  { coordinate, most }: Charge,
  per: 'minute' | 'day',
  retryAfterMs: number,
) {
  const what = coordinate.includes('.') ? coordinate : `fields of ${coordinate}`;
  return new GatewayError(
    'RATE_LIMITED',
    `The agent ${agent} may ask for ${most} ${what} a ${per}${actsFor === null ? '' : ' for one user'}, and has`,
    {
      details: { retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)), limit: { coordinate, times: most, per } },
    },
  );
}
