/** Places that viewers share: whatever they ask for, in any order, nobody starves and nobody takes all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFairPlaces, type FairPlaces, type FairPlacesOptions, type GivePlace } from '../src/fair-places.ts';

const MAX_QUEUE = 4;
/** Longer than anybody is remembered. */
const LONG_MS = 60_000;

type Step =
  | { readonly do: 'take' | 'leave'; readonly who: string }
  | { readonly do: 'give'; readonly nth: number }
  | { readonly do: 'pass'; readonly ms: number };

const who = fc.constantFrom('ana', 'ben', 'cora', 'dan');
const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('take' as const), who }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('give' as const), nth: fc.nat(50) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), who }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(100, LONG_MS) }) },
  ),
  { maxLength: 120 },
) as fc.Arbitrary<Step[]>;

interface Call {
  readonly who: string;
  readonly controller: AbortController;
  state: 'waiting' | 'held' | 'refused' | 'left' | 'done';
  give?: GivePlace;
}

/** Places, and what became of each call. */
function createWorld(options: Partial<FairPlacesOptions> & { readonly places: number }) {
  let time = 0;
  const fair: FairPlaces = createFairPlaces({
    maxQueue: MAX_QUEUE,
    refuse: (ahead) => new Error(`refused behind ${ahead}`),
    leave: () => new Error('left'),
    now: () => time,
    ...options,
  });
  const calls: Call[] = [];
  const of = (state: Call['state'], name?: string) =>
    calls.filter((call) => call.state === state && (name === undefined || call.who === name));
  const take = async (name: string) => {
    const call: Call = { who: name, controller: new AbortController(), state: 'waiting' };
    calls.push(call);
    const hold = (give: GivePlace) => {
      call.state = 'held';
      call.give = give;
    };
    const taken = fair.take(name, () => call.controller.signal);
    if (typeof taken === 'function') hold(taken);
    else taken.then(hold, ({ message }: Error) => (call.state = message === 'left' ? 'left' : 'refused'));
    await settle();
    return call;
  };
  const give = async (call: Call | undefined) => {
    if (!call) return;
    call.state = 'done';
    call.give?.();
    await settle();
  };
  const apply = async (step: Step) => {
    const held = of('held');
    if (step.do === 'take') await take(step.who);
    if (step.do === 'give') await give(held[step.nth % Math.max(1, held.length)]);
    if (step.do === 'leave') of('waiting', step.who).at(-1)?.controller.abort();
    if (step.do === 'pass') time += step.ms;
    await settle();
  };
  const pass = (ms: number) => {
    time += ms;
  };
  return { fair, calls, of, take, give, apply, pass };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const names = (calls: readonly Call[]) => new Set(calls.map((call) => call.who));
const sizes = fc.integer({ min: 1, max: 6 });

describe('places that viewers share', () => {
  it('are never more than there are, and count right', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { fair, of, apply } = createWorld({ places });
        for (const step of script) {
          await apply(step);
          expect(of('held').length).toBeLessThanOrEqual(places);
          expect([fair.executing, fair.queued]).toEqual([of('held').length, of('waiting').length]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stand free for nobody who waits without one', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { of, apply } = createWorld({ places });
        for (const step of script) {
          await apply(step);
          const holding = names(of('held'));
          const without = of('waiting').filter((call) => !holding.has(call.who));
          if (without.length > 0) expect(of('held').length).toBe(places);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('come to everybody who waits without one before anybody gets two more', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { of, apply, give } = createWorld({ places });
        for (const step of script) await apply(step);
        const starving = [...names(of('waiting'))].filter((name) => of('held', name).length === 0);
        const granted = new Map<string, number>();
        while (starving.some((name) => of('held', name).length + of('done', name).length === 0)) {
          const before = new Set(of('held'));
          if (before.size === 0) break;
          await give([...before][0]);
          for (const call of of('held')) if (!before.has(call)) granted.set(call.who, (granted.get(call.who) ?? 0) + 1);
          for (const count of granted.values()) expect(count).toBeLessThanOrEqual(2);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all for one who is alone, and again when the others are long gone', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { of, apply, give, take, pass } = createWorld({ places });
        for (const step of script) await apply(step);
        while (of('held').length > 0) await give(of('held')[0]);
        pass(LONG_MS);
        for (let asked = 0; asked < places; asked += 1) await take('eve');
        expect(of('held', 'eve')).toHaveLength(places);
      }),
      { numRuns: 60 },
    );
  });

  it('go to nobody beyond a third while others are about', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { of, apply, take } = createWorld({ places });
        await take('eve');
        for (const step of script) {
          const held = new Map(['ana', 'ben', 'cora', 'dan'].map((name) => [name, of('held', name).length]));
          await apply(step);
          // Eve holds on to hers, so that others always are.
          if (of('held', 'eve').length === 0) await take('eve');
          for (const [name, count] of held)
            if (of('held', name).length > count && count > 0)
              expect(of('held', name).length).toBeLessThanOrEqual(Math.ceil(places / 3));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are refused only to one whose own queue is full', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, steps, async (places, script) => {
        const { of, calls, apply } = createWorld({ places, maxQueued: Number.POSITIVE_INFINITY });
        for (const step of script) {
          const waiting = step.do === 'take' ? of('waiting', step.who).length : 0;
          await apply(step);
          const [call] = calls.slice(-1);
          if (step.do === 'take' && call?.state === 'refused') expect(waiting).toBe(MAX_QUEUE);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are lost by whose queue is longest where all queues together are full', async () => {
    const { of, take } = createWorld({ places: 1, maxQueue: 100, maxQueued: 5 });
    for (let asked = 0; asked < 6; asked += 1) await take('ana');
    await take('ben');
    expect([of('refused', 'ana'), of('waiting', 'ana'), of('waiting', 'ben')].map(({ length }) => length)).toEqual([
      1, 4, 1,
    ]);
    expect(of('refused', 'ben')).toEqual([]);
  });

  it("are left by who no longer waits, and the gateway's own work goes first", async () => {
    const { fair, of, take, give } = createWorld({ places: 1 });
    const first = await take('ana');
    const leaving = await take('ana');
    await take('ben');
    leaving.controller.abort();
    const own = fair.take(null);
    await settle();
    expect(leaving.state).toBe('left');
    await give(first);
    expect(of('held')).toEqual([]);
    (await own)();
    await settle();
    expect(names(of('held'))).toEqual(new Set(['ben']));
    expect(fair.holders).toBe(1);
  });

  it('count on as the holder’s where what was begun there goes on', async () => {
    const { fair, take } = createWorld({ places: 3 });
    const give = await fair.take('ana');
    await take('ben');
    give(50);
    const next = fair.take('ana');
    expect(next).toBeInstanceOf(Promise);
    // Others have the place meanwhile.
    expect((await take('cora')).state).toBe('held');
    (await next)();
  });
});
