/** `npm run bench:screens`: five screens by the gateway, by the best single call, and level by level, on the same real Odoo. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Ask, startGateway } from './gateway.ts';
import { bindId, type Call, createCall, normalise, readAtOnce, readByLevel } from './odoo.ts';
import { SCREENS, type Screen } from './screens.ts';

const HELP = `npm run bench:screens -- [options]

  --rounds N        rounds, each of them every way once; default 60
  --small           8 rounds, no threshold on times: whether the screens agree, and what they call
  --json FILE       write the figures
  --help            print this`;

/** At most this part of the time of the best single call, for a screen that the gateway reads by one call too. */
const MAX_TIME = 1.15;

interface Figures {
  readonly calls: { readonly gateway: number; readonly byLevel: number };
  /** Medians in milliseconds. */
  readonly ms: { readonly gateway: number; readonly best: number; readonly byLevel: number };
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '60' },
      small: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  if (!process.env.ODOO_URL || !process.env.ODOO_API_KEY)
    throw new Error('ODOO_URL or ODOO_API_KEY is not set: the screens need a real Odoo');
  const rounds = values.small ? 8 : Number(values.rounds);
  await using gateway = await startGateway(process.env);
  const figures: Record<string, Figures> = {};
  for (const screen of SCREENS) figures[screen.name] = await measureScreen(gateway.ask, screen, rounds);
  process.stdout.write(`${printTable(figures)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rounds, screens: figures }, null, 2)}\n`);
  return reportMissed(figures, !values.small);
}

/** Interleaved, one request at a time: Odoo's time is what is compared, not its queue. */
async function measureScreen(ask: Ask, screen: Screen, rounds: number): Promise<Figures> {
  let calls = 0;
  const call = createCall(process.env);
  const counted: Call = (...args) => {
    calls += 1;
    return call(...args);
  };
  const id = screen.find === null ? 0 : await findRecord(ask, screen.find);
  const bound = bindId(screen, id);
  const ways = {
    gateway: () => ask(screen.query, { id: String(id) }),
    best: () => readAtOnce(counted, bound),
    byLevel: () => readByLevel(counted, bound),
  };
  const answer = await ways.gateway();
  await ways.best();
  calls = 0;
  const rows = await ways.byLevel();
  const byLevel = calls;
  assertSame(screen, answer.data.screen, rows);
  assertSame(screen, answer.data.screen, await ways.best());
  const times: Record<keyof typeof ways, number[]> = { gateway: [], best: [], byLevel: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(ways) as [keyof typeof ways, () => Promise<unknown>][]) {
      const start = performance.now();
      await run();
      times[name].push(performance.now() - start);
    }
  }
  return {
    calls: { gateway: answer.calls, byLevel },
    ms: { gateway: median(times.gateway), best: median(times.best), byLevel: median(times.byLevel) },
  };
}

async function findRecord(ask: Ask, query: string): Promise<number> {
  const { data } = await ask(`{ screen: ${query} }`, {});
  const found = (data.screen as { nodes: { record: { id: string } | null }[] }).nodes[0]?.record?.id;
  if (!found) throw new Error(`nothing to show: ${query}`);
  return Number(found);
}

function assertSame({ name, specification }: Screen, answer: unknown, rows: unknown): void {
  const own = JSON.stringify(normalise((answer as { nodes?: unknown }).nodes ?? answer, specification));
  const theirs = JSON.stringify(normalise(rows, specification));
  if (own === theirs) return;
  const at = [...own].findIndex((letter, index) => letter !== theirs[index]);
  const around = (text: string) => text.slice(Math.max(at - 80, 0), at + 80);
  throw new Error(`the ways differ on the ${name}:\n${around(own)}\n${around(theirs)}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function printTable(figures: Record<string, Figures>): string {
  const head = 'screen            calls  by level   gateway ms  best call ms  by level ms   gateway / best call';
  const rows = Object.entries(figures).map(([name, { calls, ms }]) =>
    [
      name.padEnd(16),
      String(calls.gateway).padStart(6),
      String(calls.byLevel).padStart(9),
      ms.gateway.toFixed(1).padStart(12),
      ms.best.toFixed(1).padStart(13),
      ms.byLevel.toFixed(1).padStart(12),
      (ms.gateway / ms.best).toFixed(2).padStart(21),
    ].join(' '),
  );
  return [head, ...rows].join('\n');
}

function reportMissed(figures: Readonly<Record<string, Figures>>, hasTimes: boolean): number {
  const missed = SCREENS.flatMap(({ name, calls }) => {
    const found = figures[name];
    if (!found) return [];
    const { gateway, best } = found.ms;
    return [
      ...(found.calls.gateway > calls ? [`${name}: ${found.calls.gateway} calls in place of ${calls}`] : []),
      ...(hasTimes && calls === 1 && gateway > best * MAX_TIME
        ? [`${name}: ${(gateway / best).toFixed(2)} times the best call`]
        : []),
    ];
  });
  for (const line of missed) process.stdout.write(`missed: ${line}\n`);
  return missed.length > 0 ? 1 : 0;
}
