/** Evidence in the ledger: a run of `delivery-agent` with the files as artifacts, which `verify` compares. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEvidenceLedger, type EvidenceLedger } from '../../src/delivery/evidence/ledger.ts';
import { recordCommand } from '../../src/delivery/evidence/record.ts';
import { readSecrets } from '../../src/delivery/evidence/secrets.ts';
import { verifyEvidence } from '../../src/delivery/evidence/verify.ts';
import { createFolder } from '../support/command.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let ledger: EvidenceLedger;
beforeAll(async () => {
  gateway = await createTestGateway();
  const { postgres } = gateway.sources;
  if (!postgres) throw new Error('the gateway has no database');
  ledger = createEvidenceLedger(postgres);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const TOKEN = 'a-token-of-this-test';

function record(
  root: string,
  script: string,
  given: { ledger?: EvidenceLedger; warn?: (sentence: string) => void } = {},
) {
  return recordCommand({
    topic: 'in-ledger',
    command: [process.execPath, '-e', script, TOKEN],
    root,
    around: { cwd: root, env: { MY_TOKEN: TOKEN }, isInteractive: false, onSignal: () => () => {} },
    secrets: readSecrets({ MY_TOKEN: TOKEN }, []),
    commit: null,
    ledger: given.ledger ?? ledger,
    now: () => new Date(),
    warn: given.warn ?? ((sentence) => expect.fail(sentence)),
  });
}

async function runOf(id: string | null) {
  const answer = await gateway.execute(
    `query ($id: ID!) { run(id: $id) { agent kind status attempt errorCode errorMessage input output events { nodes { type } }
       artifacts { nodes { kind uri size digest } } } verifyLedger(runId: $id) { problem } }`,
    { as: 'service', variables: { id } },
  );
  expect(answer.errors).toBeUndefined();
  expect(pick(answer.data, 'verifyLedger.problem')).toBeNull();
  return answer.data?.run as Record<string, unknown> & { artifacts: { nodes: Record<string, string>[] } };
}

it('is a run that succeeded, with each file as an artifact by its digest', async () => {
  using folder = createFolder();
  const { runId, folder: made, sha256 } = await record(folder.path, "console.log('kept')");
  const run = await runOf(runId);
  expect(run).toMatchObject({
    agent: 'delivery-agent',
    kind: 'evidence.run',
    status: 'SUCCEEDED',
    attempt: 1,
    input: { topic: 'in-ledger', folder: made.name },
    output: { exitCode: 0, signal: null },
  });
  expect(JSON.stringify(run.input)).not.toContain(TOKEN);
  const digests = Object.fromEntries(run.artifacts.nodes.map(({ uri, digest }) => [uri, digest]));
  expect(digests).toEqual(
    Object.fromEntries(
      ['logs/run.json', 'logs/stderr.txt', 'logs/stdout.txt', 'manifest.json'].map((path) => [
        `evidence://${made.name}/${path}`,
        `sha256:${createHash('sha256')
          .update(readFileSync(join(made.path, path)))
          .digest('hex')}`,
      ]),
    ),
  );
  expect(digests[`evidence://${made.name}/manifest.json`]).toBe(`sha256:${sha256}`);
  expect(await verifyEvidence(folder.path, ledger)).toMatchObject({
    recordings: 1,
    files: 3,
    inLedger: 1,
    problems: [],
  });
});

it('is a run that failed, and is not tried again, where the command failed', async () => {
  using folder = createFolder();
  const { runId, exitCode } = await record(folder.path, 'process.exitCode = 3');
  expect(exitCode).toBe(3);
  expect(await runOf(runId)).toMatchObject({
    status: 'FAILED',
    errorCode: 'COMMAND_FAILED',
    errorMessage: expect.stringMatching(/^The command ended with 3 after \d+ ms$/),
  });
});

it.each([null, 'another'])('finds one that was written anew and names the run %s', async (named) => {
  using folder = createFolder();
  const { folder: made, runId } = await record(folder.path, "console.log('kept')");
  const other = named === null ? null : (await record(folder.path, '')).runId;
  const at = (path: string) => join(made.path, path);
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  const run = readFileSync(at('logs/run.json'), 'utf8');
  const forged = run.replace(JSON.stringify(runId), JSON.stringify(other));
  writeFileSync(at('logs/run.json'), forged);
  const size = (text: string) => `"size": ${Buffer.byteLength(text)}`;
  const manifest = readFileSync(at('manifest.json'), 'utf8')
    .replace(sum(run), sum(forged))
    .replace(size(run), size(forged));
  writeFileSync(at('manifest.json'), manifest);
  writeFileSync(at('manifest.sha256'), `${sum(manifest)}  manifest.json\n`);
  expect(await verifyEvidence(made.path, null)).toMatchObject({ problems: [] });
  expect((await verifyEvidence(made.path, ledger)).problems).toMatchObject([
    { path: 'manifest.json', problem: expect.stringContaining('of this time and topic') },
  ]);
});

it('finds a recording that was written anew with a manifest and a sum that fit', async () => {
  using folder = createFolder();
  const { folder: made } = await record(folder.path, "console.log('kept')");
  const at = (path: string) => join(made.path, path);
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  writeFileSync(at('logs/stdout.txt'), 'KEPT\n');
  const manifest = readFileSync(at('manifest.json'), 'utf8').replace(sum('kept\n'), sum('KEPT\n'));
  writeFileSync(at('manifest.json'), manifest);
  writeFileSync(at('manifest.sha256'), `${sum(manifest)}  manifest.json\n`);
  expect(await verifyEvidence(folder.path, null)).toMatchObject({ problems: [] });
  expect((await verifyEvidence(folder.path, ledger)).problems).toMatchObject([
    { path: 'manifest.json', problem: expect.stringContaining('written anew') },
  ]);
});

it('is taken all the same where the ledger is away, and says so', async () => {
  using folder = createFolder();
  const said: string[] = [];
  const away: EvidenceLedger = {
    begin: async () => Promise.reject(new Error('nobody there')),
    digests: async () => new Map(),
    digestsOf: async () => new Map(),
  };
  const recorded = await record(folder.path, '', { ledger: away, warn: (sentence) => said.push(sentence) });
  expect([recorded.runId, existsSync(join(recorded.folder.path, 'manifest.json'))]).toEqual([null, true]);
  expect(said).toEqual([expect.stringContaining('nobody there')]);
});

it('keeps two at once apart, and gives back what somebody else has enqueued', async () => {
  using one = createFolder();
  using other = createFolder();
  const stray = await gateway.execute(
    'mutation { enqueueRun(input: { agent: "delivery-agent", kind: "evidence.run", idempotencyKey: "stray" }) { run { id } } }',
    { as: 'service' },
  );
  const both = await Promise.all([record(one.path, ''), record(other.path, 'process.exitCode = 1')]);
  const runs = await Promise.all(both.map(({ runId }) => runOf(runId)));
  expect(runs.map(({ status }) => status)).toEqual(['SUCCEEDED', 'FAILED']);
  expect(await runOf(String(pick(stray.data, 'enqueueRun.run.id')))).toMatchObject({ status: 'QUEUED', attempt: 0 });
});
