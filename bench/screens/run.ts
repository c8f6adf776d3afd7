/** `npm run bench:screens`: five screens by the gateway, by the best single call, and level by level, on the same real Odoo. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { cpuMsOf, odooPids } from './cpu.ts';
import { type Ask, type Gateway, startGateway } from './gateway.ts';
import { bindId, type Call, createCall, normalise, readAtOnce, readByLevel } from './odoo.ts';
import { SCREENS, type Screen } from './screens.ts';

const HELP = `npm run bench:screens -- [options]

  --rounds N        rounds, each of them every way once; default 60
  --small           8 rounds, no threshold on times: whether the screens agree, and what they call
  --json FILE       write the figures
  --help            print this`;

/** At most this part of the time of the best single call, for a screen that the gateway reads by one call too. */
const MAX_TIME = 1.15;

/** The gateway, the best call by hand, and level by level. */
const WAYS = ['gateway', 'best', 'byLevel'] as const;

type Way = (typeof WAYS)[number];

interface Figures {
  readonly calls: { readonly gateway: number; readonly byLevel: number };
  /** Medians in milliseconds. */
  readonly ms: Readonly<Record<Way, number>>;
  /** Median of the ratios of the gateway to the best call, each of the two of one round. */
  readonly ratio: number;
  /** Milliseconds of CPU a screen: of who asks Odoo, the gateway or this process, and of Odoo's own processes, null where they are not here. */
  readonly cpu: Readonly<Record<Way, { readonly client: number; readonly odoo: number | null }>>;
}

/** Whose CPU is looked at. */
interface Processes {
  readonly gateway: readonly number[];
  readonly odoo: readonly number[];
}

/** Rounds before those that count, as a part of them: until the gateway's code is compiled it takes twice the CPU. */
const WARM_UP = 0.2;

const COLUMNS = [
  'screen',
  'calls',
  'by level',
  'gateway ms',
  'best call ms',
  'by level ms',
  'gateway / best call',
  'CPU: gateway',
  'best call',
  'by level',
  "Odoo's CPU: gateway",
  'best call',
  'by level',
];

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
  for (const screen of SCREENS) figures[screen.name] = await measureScreen(gateway, screen, rounds);
  process.stdout.write(`${printTable(figures)}\n`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ rounds, screens: figures }, null, 2)}\n`);
  return reportMissed(figures, !values.small);
}

/** Interleaved, one request at a time: Odoo's time is what is compared, not its queue. */
async function measureScreen({ ask, pid }: Gateway, screen: Screen, rounds: number): Promise<Figures> {
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
  const processes = { gateway: [pid], odoo: odooPids(process.env.ODOO_URL as string) };
  await measureRounds(ways, processes, Math.ceil(rounds * WARM_UP));
  const spent = await measureRounds(ways, processes, rounds);
  const ratios = spent.gateway.map(({ ms }, round) => ms / (spent.best[round]?.ms ?? ms));
  const hasOdoo = processes.odoo.length > 0;
  const byWay = <T>(of: (each: readonly Spent[]) => T) =>
    Object.fromEntries(WAYS.map((way) => [way, of(spent[way])])) as Record<Way, T>;
  return {
    calls: { gateway: answer.calls, byLevel },
    ms: byWay((each) => median(each.map(({ ms }) => ms))),
    ratio: median(ratios),
    cpu: byWay((each) => ({
      client: mean(each.map(({ client }) => client)),
      odoo: hasOdoo ? mean(each.map(({ odoo }) => odoo)) : null,
    })),
  };
}

/** Milliseconds of one screen one way. */
interface Spent {
  readonly ms: number;
  readonly client: number;
  readonly odoo: number;
}

/** Each round has every way once, so that what disturbs one disturbs the others too. */
async function measureRounds(
  ways: Readonly<Record<Way, () => Promise<unknown>>>,
  processes: Processes,
  rounds: number,
): Promise<Record<Way, Spent[]>> {
  const spent: Record<Way, Spent[]> = { gateway: [], best: [], byLevel: [] };
  for (let round = 0; round < rounds; round++)
    for (const way of WAYS)
      spent[way].push(await measure(ways[way], way === 'gateway' ? processes.gateway : [process.pid], processes.odoo));
  return spent;
}

async function measure(
  run: () => Promise<unknown>,
  client: readonly number[],
  odoo: readonly number[],
): Promise<Spent> {
  const before = { client: cpuMsOf(client), odoo: cpuMsOf(odoo) };
  const start = performance.now();
  await run();
  const ms = performance.now() - start;
  return { ms, client: cpuMsOf(client) - before.client, odoo: cpuMsOf(odoo) - before.odoo };
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function printTable(figures: Readonly<Record<string, Figures>>): string {
  const rows = Object.entries(figures).map(([name, { calls, ms, ratio, cpu }]) => [
    name,
    String(calls.gateway),
    String(calls.byLevel),
    ...WAYS.map((way) => ms[way].toFixed(1)),
    ratio.toFixed(2),
    ...WAYS.map((way) => cpu[way].client.toFixed(1)),
    ...WAYS.map((way) => cpu[way].odoo?.toFixed(1) ?? '-'),
  ]);
  const widths = COLUMNS.map((column, at) => Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const print = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [COLUMNS, ...rows].map(print).join('\n');
}

function reportMissed(figures: Readonly<Record<string, Figures>>, hasTimes: boolean): number {
  const missed = SCREENS.flatMap(({ name, calls }) => {
    const found = figures[name];
    if (!found) return [];
    return [
      ...(found.calls.gateway > calls ? [`${name}: ${found.calls.gateway} calls in place of ${calls}`] : []),
      ...(hasTimes && calls === 1 && found.ratio > MAX_TIME
        ? [`${name}: ${found.ratio.toFixed(2)} times the best call`]
        : []),
    ];
  });
  for (const line of missed) process.stdout.write(`missed: ${line}\n`);
  return missed.length > 0 ? 1 : 0;
}
