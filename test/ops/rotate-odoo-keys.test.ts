import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createKeyRenewal } from '../../src/agents/odoo-key-renewal.ts';
import { readKeyRing } from '../../src/auth/key-ring.ts';
import { runCommand } from '../../src/cli/run.ts';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { createRingSource } from '../../src/ops/odoo-key-ring.ts';
import { createOdooKeys, type OdooKeys, ownerOf } from '../../src/ops/odoo-keys.ts';
import { rotateOdooKeys } from '../../src/ops/rotate-odoo-keys.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

const key = () => randomBytes(32).toString('base64');
const [OLD, YOUNG] = [`old:${key()}`, `young:${key()}`];
const PEOPLE = 450;

let gateway: TestGateway;
let keys: OdooKeys;
const given = new Map<string, string>();
beforeAll(async () => {
  gateway = await createTestGateway({ connecting: {} });
  keys = createOdooKeys(gateway.sources.postgres as PostgresSource);
  const ring = readKeyRing(OLD);
  const ids = Array.from({ length: PEOPLE }, () => randomUUID());
  await gateway.owner((client) => client.query('insert into auth.users (id) select unnest($1::uuid[])', [ids]));
  for (const [n, userId] of ids.entries()) {
    const apiKey = `key-${randomBytes(12).toString('hex')}`;
    given.set(userId, apiKey);
    const whose = { userId, instance: 'test', odooUserId: n + 1_000 };
    await keys.keep({ ...ring.seal(apiKey, ownerOf(whose)), ...whose, login: `person-${n}`, expiresAt: null });
  }
}, 180_000);
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]();
});

/** How many keys open, each to what was given. */
async function countOpening(ring: string): Promise<number> {
  const opening = readKeyRing(ring);
  const kept = await keys.list({ most: 1_000 });
  return kept.filter((one) => opening.open(one, ownerOf(one)) === given.get(one.userId)).length;
}

it('is ended in the middle and run again: every key opens all the time, and in the end by the new one alone', async () => {
  const both = `${YOUNG},${OLD}`;
  const rings = createRingSource(both, keys);
  let batches = 0;
  const dying: OdooKeys = {
    ...keys,
    reseal: async (changed) => {
      batches += 1;
      if (batches > 1) throw new Error('killed');
      return keys.reseal(changed);
    },
  };
  await expect(rotateOdooKeys(dying, rings, () => {})).rejects.toThrow('killed');
  expect(await countOpening(both)).toBe(PEOPLE);
  expect((await keys.counts()).map(({ sealedBy, keys: count }) => [sealedBy, count])).toEqual([
    ['old', 250],
    ['young', 200],
  ]);
  expect(await rotateOdooKeys(keys, rings, () => {})).toEqual({ to: 'young', resealed: 250, lost: [] });
  expect(await rotateOdooKeys(keys, rings, () => {})).toEqual({ to: 'young', resealed: 0, lost: [] });
  expect(await countOpening(YOUNG)).toBe(PEOPLE);
}, 120_000);

it('does not undo what a person connects meanwhile, and names what no key of the ring opens', async () => {
  const [[userId = ''] = []] = [...given];
  const ring = `third:${key()},${YOUNG}`;
  const racing: OdooKeys = {
    ...keys,
    reseal: async (changed) => {
      const whose = { userId, instance: 'test', odooUserId: 1_000 };
      const sealed = readKeyRing(YOUNG).seal('connected-meanwhile', ownerOf(whose));
      given.set(userId, 'connected-meanwhile');
      await keys.keep({ ...sealed, ...whose, login: 'person-0', expiresAt: null });
      return keys.reseal(changed);
    },
  };
  await rotateOdooKeys(racing, createRingSource(ring, keys), () => {});
  expect(await countOpening(ring)).toBe(PEOPLE);
  const { lost, resealed } = await rotateOdooKeys(keys, createRingSource(`fourth:${key()}`, keys), () => {});
  expect([lost.length, resealed]).toEqual([PEOPLE, 0]);
  expect(await countOpening(ring)).toBe(PEOPLE);
}, 120_000);

it('is a command that tells how many, and never a key', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'tripoint-keys-'));
  const printed: string[] = [];
  const io = { env: {}, cwd, print: (line: string) => void printed.push(line), untilStopped: async () => {} };
  try {
    expect(await runCommand(['keys'], io, (line) => void printed.push(line))).toBe(0);
    expect(await runCommand(['keys', 'rotate'], io, (line) => void printed.push(line))).toBe(0);
    expect(await runCommand(['keys', 'turn'], io, () => {})).toBe(2);
    expect(printed).toEqual(['no key is kept', '0 keys were put under "own", the first key of the ring']);
  } finally {
    rmSync(cwd, { recursive: true, force: true });
  }
}, 120_000);

it('renews a key in an Odoo that makes keys over RPC, and in 19 says that there is none', async () => {
  const young = await createStandInOdoo({ version: 20 }).listen();
  const old = await createStandInOdoo().listen();
  try {
    const renewal = createKeyRenewal({ url: young.url, database: null, timeoutMs: 5_000 });
    const next = await renewal.generate('demo-maria', new Date('2199-01-31T00:00:00Z'));
    expect(young.keys.authenticate(`bearer ${next}`).userId).toBe(9);
    expect(young.keys.authenticate('bearer demo-maria').userId).toBe(9);
    await renewal.revoke(String(next), 'demo-maria');
    expect(() => young.keys.authenticate('bearer demo-maria')).toThrow('Invalid apikey');
    const without = createKeyRenewal({ url: old.url, database: null, timeoutMs: 5_000 });
    expect(await without.generate('demo-maria', new Date())).toBeNull();
    await expect(renewal.generate('demo-maria', new Date())).rejects.toMatchObject({ code: 'UPSTREAM_ERROR' });
  } finally {
    await Promise.all([young.close(), old.close()]);
  }
});

it.runIf(isRealStack)('finds that Odoo 19.0 makes no keys over RPC', async () => {
  const { connection } = gateway;
  expect(await createKeyRenewal(connection).generate(connection.apiKey, new Date(Date.now() + 86_400_000))).toBeNull();
});
