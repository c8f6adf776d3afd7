/** One viewer asks for the worst that it may, over every door, for a minute; another one's cheap queries go on. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { issueToken, type TokenFor } from '../../src/auth/issue.ts';
import { JWT_SECRET } from '../support/stack.ts';
import type { Attacked, Attacking } from './hostile-attacker-process.ts';
import type { Serving, Taken } from './hostile-gateway-process.ts';
import { ATTACKER, BYSTANDER, createHostileWorld } from './hostile-world.ts';
import type { Soak } from './soak.ts';

/** Seconds of each phase. */
interface Size {
  readonly quiet: number;
  readonly hostile: number;
}

const FULL: Size = { quiet: 8, hostile: 60 };
const SMALL: Size = { quiet: 3, hostile: 8 };
/** Milliseconds between two queries of one probe. */
const PAUSE_MS = 20;
/** Milliseconds after which a bystander gives up. */
const PATIENCE_MS = 20_000;
/** How much slower others may be. */
const BAR = 1.5;

/** The bystander's cheap queries: one of each surface, and of each way to search. */
const PROBES: Readonly<Record<string, { readonly as: 'user' | 'service'; readonly query: string }>> = {
  typename: { as: 'user', query: '{ __typename }' },
  odoo: { as: 'user', query: '{ partners(first: 3) { nodes { name } } }' },
  ops: { as: 'service', query: '{ runs(first: 3) { nodes { id status } } }' },
  work: { as: 'user', query: '{ pages(first: 3) { nodes { title } } }' },
  searchPages: { as: 'user', query: '{ searchPages(query: "rent", first: 3) { page { title } } }' },
  askDocs: { as: 'user', query: '{ askDocs(question: "rent?", first: 3) { passages { snippet } } }' },
};

interface Seen {
  readonly ms: number[];
  refused: number;
  failed: number;
}

type Figures = Readonly<Record<string, Seen>>;

/** Throws where others were refused; the table tells how much slower they were. */
export const soak: Soak = async (report, _seed, { small }) => {
  const size = small ? SMALL : FULL;
  await using world = await createHostileWorld();
  const gateway = await startGateway({ loginUrl: world.loginUrl });
  await using refusing = await createRefusing();
  const tokens = { user: await token({ user: BYSTANDER }), service: await token({ service: true }) };
  const attack = { url: gateway.url, token: await token({ user: ATTACKER }) };
  try {
    await probe(gateway.url, tokens, 1);
    await gateway.taken();
    const quiet = await probe(gateway.url, tokens, size.quiet);
    const quietly = await gateway.taken();
    // What the load generator alone costs on these cores: the same load, refused by a server that does nothing else.
    const [floor, spared] = await attackWhile({ ...attack, url: refusing.url, seconds: size.quiet }, () =>
      probe(gateway.url, tokens, size.quiet),
    );
    const beside = await gateway.taken();
    await gateway.taken();
    const [during, attacked] = await attackWhile({ ...attack, seconds: size.hostile }, () =>
      probe(gateway.url, tokens, size.hostile),
    );
    const busily = await gateway.taken();
    tell({ quiet, floor, during }, report);
    report(`attacks: ${describe(attacked)}; at the floor: ${describe(spared)}`);
    for (const [name, taken, seconds] of [
      ['quiet', quietly, size.quiet],
      ['floor', beside, size.quiet],
      ['hostile', busily, size.hostile],
    ] as const)
      report(
        `gateway ${name}: ${Math.round(taken.cpuMs / seconds / 10)} % of a core, loop late p99 ${taken.lateP99Ms.toFixed(0)} ms, max ${taken.lateMaxMs.toFixed(0)} ms, breaker ${taken.breaker}`,
      );
    const refused = Object.values(during).reduce((sum, seen) => sum + seen.refused + seen.failed, 0);
    if (refused > 0) throw new Error(`${refused} queries of the bystander were refused or failed`);
  } finally {
    gateway.close();
  }
};

function token(subject: TokenFor): Promise<string> {
  const options = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 3_600 };
  return issueToken(subject, options);
}

function start(program: string): ChildProcess {
  return fork(join(import.meta.dirname, program), { execArgv: ['--import', 'tsx'] });
}

async function startGateway(serving: Serving) {
  const child = start('hostile-gateway-process.ts');
  child.send(serving);
  const [url] = (await once(child, 'message')) as [string];
  return {
    url,
    taken: async (): Promise<Taken> => {
      child.send('taken');
      const [taken] = (await once(child, 'message')) as [Taken];
      return taken;
    },
    close: () => void child.kill('SIGKILL'),
  };
}

/** Begins both when the attacker's process is there: its start is no attack. */
async function attackWhile<T>(attacking: Attacking, work: () => Promise<T>): Promise<readonly [T, Attacked]> {
  const child = start('hostile-attacker-process.ts');
  await once(child, 'message');
  return Promise.all([work(), runAttack(child, attacking)]);
}

async function runAttack(child: ChildProcess, attacking: Attacking): Promise<Attacked> {
  child.send(attacking);
  const [attacked] = (await once(child, 'message')) as [Attacked];
  child.kill('SIGKILL');
  return attacked;
}

/** Refuses everything, as cheaply as can be. */
async function createRefusing() {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(429, { 'content-length': 0 }).end();
  });
  server.on('upgrade', (_request, socket) => void socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Each probe asks one query after the other. */
async function probe(url: string, tokens: Readonly<Record<string, string>>, seconds: number): Promise<Figures> {
  const end = performance.now() + seconds * 1_000;
  const figures: Record<string, Seen> = {};
  await Promise.all(
    Object.entries(PROBES).map(async ([name, { as, query }]) => {
      const seen: Seen = { ms: [], refused: 0, failed: 0 };
      figures[name] = seen;
      while (performance.now() < end) {
        const begun = performance.now();
        const outcome = await ask(url, tokens[as] ?? '', query);
        seen.ms.push(performance.now() - begun);
        if (outcome !== 'ok') seen[outcome] += 1;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }),
  );
  return figures;
}

async function ask(url: string, bearer: string, query: string): Promise<'ok' | 'refused' | 'failed'> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
      signal,
    });
    const { errors } = (await response.json()) as { errors?: readonly { extensions?: { code?: string } }[] };
    if (!errors) return 'ok';
    return errors.some(({ extensions }) => /RATE|LIMIT|UNAVAILABLE/.test(extensions?.code ?? ''))
      ? 'refused'
      : 'failed';
  } catch {
    return 'failed';
  }
}

function tell(
  { quiet, floor, during }: Readonly<Record<'quiet' | 'floor' | 'during', Figures>>,
  report: (line: string) => void,
): void {
  const columns = ['p50', 'p99', 'n'];
  report(
    `${'ms'.padEnd(12)}${['quiet', 'floor', 'hostile'].map((name) => columns.map((column) => `${name} ${column}`.padStart(13)).join('')).join('')}${'refused'.padStart(9)}${'failed'.padStart(8)}${'p99 ratio'.padStart(11)}${'to floor'.padStart(10)}`,
  );
  for (const name of Object.keys(PROBES)) {
    const [before, beside, after] = [quiet[name], floor[name], during[name]].map((seen) => seen as Seen) as [
      Seen,
      Seen,
      Seen,
    ];
    const cells = [before, beside, after].flatMap(({ ms }) => [
      at(ms, 0.5).toFixed(1),
      at(ms, 0.99).toFixed(1),
      String(ms.length),
    ]);
    const ratio = at(after.ms, 0.99) / at(before.ms, 0.99);
    const toFloor = at(after.ms, 0.99) / at(beside.ms, 0.99);
    report(
      `${name.padEnd(12)}${cells.map((cell) => cell.padStart(13)).join('')}${String(after.refused).padStart(9)}${String(after.failed).padStart(8)}${`${ratio.toFixed(1)}${ratio > BAR ? ' >' : ''}`.padStart(11)}${toFloor.toFixed(1).padStart(10)}`,
    );
  }
}

function at(ms: readonly number[], share: number): number {
  const sorted = [...ms].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function describe({ counts, cpuMs }: Attacked): string {
  const done = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
  return `${done.join(', ')}; generator's CPU ${(cpuMs / 1_000).toFixed(1)} s`;
}
