/**
 * Confirmations on three gateways with one database: each is used by many at once, sent again, changed, kept too long, and
 * given for other arguments and by somebody else. One write comes of each, and each receipt is in a chain that verifies.
 */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createServer } from '../../src/server.ts';
import { createBusDatabase } from '../support/bus-database.ts';
import { pick } from '../support/gateway.ts';
import { seededChoice } from '../support/random.ts';
import { JWT_SECRET } from '../support/stack.ts';
import type { Soak } from './soak.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };
const AGENT = 'sync-odoo-agent';
const REPLICAS = 3;
/** Uses of one confirmation at the same time. */
const AT_ONCE = 12;
const REQUEST = `mutation ($input: RequestOdooWriteInput!, $dryRun: Boolean!, $confirmation: String) {
  requestOdooWrite(input: $input, dryRun: $dryRun, confirmation: $confirmation) {
    created confirmation receipt { runId } userErrors { code }
  }
}`;

interface Replica extends AsyncDisposable {
  /** The code of the refusal, `written`, or the confirmation of a dry run. */
  ask(variables: Readonly<Record<string, unknown>>, as?: { service: true } | { agent: string }): Promise<string>;
}

/** Throws where a confirmation lets through more or less than one write, or a refusal comes by another code. */
export const soak: Soak = async (report, seed, { small }) => {
  const rounds = small ? 20 : 300;
  const choose = seededChoice(seed);
  await using database = await createBusDatabase('confirmations');
  const replicas = await Promise.all(Array.from({ length: REPLICAS }, () => createReplica(database.loginUrl)));
  const counts = new Map<string, number>();
  const note = (what: string, told: string) =>
    counts.set(`${what}: ${told}`, (counts.get(`${what}: ${told}`) ?? 0) + 1);
  try {
    for (let round = 0; round < rounds; round += 1) {
      const input = inputOf(`confirmed-${seed}-${round}`);
      const any = () => replicas[choose(REPLICAS)] as Replica;
      const confirmation = await any().ask({ input, dryRun: true });
      const use = { input, dryRun: false, confirmation };
      note('changed', await any().ask({ ...use, confirmation: changed(confirmation, round) }));
      note('other arguments', await any().ask({ ...use, input: inputOf('other') }));
      note('another viewer', await any().ask(use, { service: true }));
      note('too old', await later(() => any().ask(use)));
      const uses = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => replicas[n % REPLICAS]?.ask(use) ?? ''));
      for (const told of uses) note('at once', told);
      note('sent again', await any().ask(use));
    }
  } finally {
    for (const replica of replicas) await replica[Symbol.asyncDispose]();
  }
  for (const [what, count] of counts) report(`${what} ${count}`);
  const expected = [
    ...['changed', 'other arguments', 'another viewer'].map(
      (what) => [`${what}: CONFIRMATION_INVALID`, rounds] as const,
    ),
    ['too old: CONFIRMATION_EXPIRED', rounds] as const,
    ['at once: written', rounds] as const,
    ['at once: CONFIRMATION_USED', rounds * (AT_ONCE - 1)] as const,
    ['sent again: CONFIRMATION_USED', rounds] as const,
  ];
  const differing = expected.filter(([what, count]) => counts.get(what) !== count);
  if (differing.length > 0 || counts.size !== expected.length)
    throw new Error(`not as expected: ${differing.join(', ')}`);
  report(await verifyAll(database.ownerUrl, rounds));
};

function inputOf(idempotencyKey: string) {
  return { model: 'res.partner', method: 'create', values: { name: 'Confirmed' }, idempotencyKey };
}

/** One character is another. */
function changed(confirmation: string, round: number): string {
  const place = round % confirmation.length;
  const other = confirmation[place] === 'A' ? 'B' : 'A';
  return confirmation.slice(0, place) + other + confirmation.slice(place + 1);
}

/** Six minutes from now. */
async function later<T>(work: () => Promise<T>): Promise<T> {
  const now = Date.now;
  Date.now = () => now() + 360_000;
  try {
    return await work();
  } finally {
    Date.now = now;
  }
}

/** A gateway with connections and memory of its own, as another process has them. */
async function createReplica(databaseUrl: string): Promise<Replica> {
  const log = createLog('silent', () => {});
  const postgres = createPostgresPool({ databaseUrl, poolSize: 6 }, log);
  const sources = { odoo: null, postgres };
  const server = await createServer({
    config: { stage: 'production', auth: AUTH },
    sources,
    log,
    paths: packagePaths(),
  });
  return {
    ask: async (variables, as = { agent: AGENT }) => {
      const token = await issueToken(as, { ...AUTH, lifetimeSeconds: 3_600 });
      const headers = new HeaderMap([
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${token}`],
      ]);
      const { signal } = new AbortController();
      const body = { query: REQUEST, variables };
      const answer = await server.handle({ method: 'POST', headers, search: '', body, signal });
      return toldBy(answer.body.kind === 'complete' ? JSON.parse(String(answer.body.string)) : null);
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await postgres.close();
    },
  };
}

function toldBy(answer: unknown): string {
  const refusal = pick(answer, 'errors.0.extensions.code') ?? pick(answer, 'data.requestOdooWrite.userErrors.0.code');
  if (refusal) return String(refusal);
  const confirmation = pick(answer, 'data.requestOdooWrite.confirmation');
  if (confirmation) return String(confirmation);
  return pick(answer, 'data.requestOdooWrite.receipt.runId') ? 'written' : JSON.stringify(answer).slice(0, 300);
}

/** One run and one receipt a round, and every chain whole. */
async function verifyAll(ownerUrl: string, rounds: number): Promise<string> {
  return withOwner(ownerUrl, async (client) => {
    const [found] = await client.query(`select
      (select count(*)::int from ops.runs where kind = 'odoo.write') as runs,
      (select count(*)::int from ops.run_events where type = 'run.wrote') as receipts,
      (select count(*)::int from tripoint.confirmations) as used,
      (select count(*)::int from ops.runs r, lateral ops.verify_ledger(r.id) v where v.problem is null) as whole,
      (select count(*)::int from ops.runs r, lateral ops.verify_ledger(r.id) v where v.problem is not null) as broken`);
    const told = `${found?.runs} runs, ${found?.receipts} receipts, ${found?.used} confirmations used; ${found?.whole} chains verify, ${found?.broken} do not`;
    const isRight =
      [found?.runs, found?.receipts, found?.used].every((count) => count === rounds) && found?.broken === 0;
    if (!isRight) throw new Error(told);
    return told;
  });
}
