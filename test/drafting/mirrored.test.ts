/** What stands beside the migrations is what they make: one file a function, and the dump of tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { functionGrants } from '../../src/doctrine/grants.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { dumpSchema } from '../../src/drafting/dump.ts';
import { compileFunctions, readLiveFunctions } from '../../src/drafting/live.ts';
import { readFunctionFiles } from '../../src/functions/read.ts';
import { packagePaths, SCHEMA_DUMP } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const paths = packagePaths();
const files = readFunctionFiles(paths.migrations);

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** By function, so that a difference names it. */
const byName = <T>(entries: readonly (readonly [string, T])[]) => Object.fromEntries(entries);

describe('a database that the migrations have made', () => {
  it('has the functions of the files and no others, each as its file has it', async () => {
    await gateway.owner(async (client) => {
      const live = await readLiveFunctions(client);
      const compiled = await compileFunctions(client, files);
      expect(
        byName([...compiled].map(([name, { signature, definition }]) => [name, `${signature}\n${definition}`])),
      ).toEqual(byName(live.map(({ name, signature, definition }) => [name, `${signature}\n${definition}`])));
      expect(await readLiveFunctions(client)).toEqual(live);
    });
  });

  it('has on each function the comment of its file', async () => {
    const live = await gateway.owner(readLiveFunctions);
    expect(byName(live.map(({ name, comment }) => [name, comment]))).toEqual(
      byName(files.map(({ name, description }) => [name, description])),
    );
  });

  it('lets those execute each function whom its file names, of an operation those whom the doctrine names', async () => {
    const live = await gateway.owner(readLiveFunctions);
    const wanted = functionGrants(loadDoctrine(paths));
    expect(byName(live.map(({ name, executors }) => [name, [...executors].sort()]))).toEqual(
      byName([...wanted].map(([name, roles]) => [name, [...roles].sort()])),
    );
  });

  it('has the tables, constraints, indexes, triggers and policies of schema.sql: else run `tripoint migrate --mirror`', async () => {
    const dump = await gateway.owner(dumpSchema);
    expect(dump).toBe(readFileSync(join(paths.migrations, SCHEMA_DUMP), 'utf8'));
    expect(dump).toContain('create policy ');
    expect(dump).not.toMatch(/run_events_\d/);
  });
});
