/** The internals of `pg` that the bytes client leans on: this fails when they move. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANONYMOUS } from '../../src/auth/viewer.ts';
import { createLog } from '../../src/log.ts';
import { BytesClient } from '../../src/postgres/bytes-client.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createNameStatement, runAsViewer } from '../../src/postgres/round-trip.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { isRealStack, sessionUrl } from '../support/stack.ts';

describe.runIf(isRealStack)('bytes client (a server only: PGlite has no wire)', () => {
  let pool: pg.Pool;
  let source: PostgresSource;

  beforeAll(() => {
    const databaseUrl = sessionUrl();
    pool = new pg.Pool({ Client: BytesClient, connectionString: databaseUrl, max: 1 });
    source = createPostgresPool({ databaseUrl, poolSize: 2 }, createLog('silent'));
  });

  afterAll(async () => {
    await pool.end();
    await source.close();
  });

  const run = async (text: string, values: unknown[] = [], named = true) => {
    const client = await pool.connect();
    try {
      return await runAsViewer(
        client,
        ANONYMOUS,
        { text, values },
        { nameOf: createNameStatement(named), access: 'read' },
      );
    } finally {
      client.release();
    }
  };

  it('has the parts of pg that it replaces', () => {
    const client = new BytesClient() as unknown as { connection: Record<string, unknown> };
    for (const name of ['parse', 'bind', 'execute', 'sync', 'attachListeners', 'emit'])
      expect(typeof client.connection[name], name).toBe('function');
  });

  it('gives the bytes of a value as the server sent them, whatever their length', async () => {
    expect(await run("select 'é😀' || repeat('x', 300000)")).toEqual(Buffer.from(`é😀${'x'.repeat(300_000)}`));
    expect(await run("select ''")).toEqual(Buffer.alloc(0));
  });

  it('prepares a named statement once a connection, and an unnamed one each time', async () => {
    const names = async () =>
      JSON.parse(
        (
          await run("select coalesce(json_agg(statement), '[]')::text from pg_prepared_statements", [], false)
        ).toString(),
      ) as string[];
    await run('select $1::text', ['first']);
    await run('select $1::text', ['second']);
    expect((await names()).filter((text) => text === 'select $1::text')).toHaveLength(1);
    await run('select $1::int::text', [1], false);
    expect((await names()).filter((text) => text === 'select $1::int::text')).toHaveLength(0);
  });

  it('sends lists, quotes, backslashes and nulls as parameters', async () => {
    expect(String(await run('select $1::text[]::text', [['a"b', 'c\\d', '{e,f}', 'NULL', '']]))).toBe(
      '{"a\\"b","c\\\\d","{e,f}","NULL",""}',
    );
    expect(String(await run("select coalesce($1::text, 'none')", [null]))).toBe('none');
  });

  it('serves the next query after one that failed, on the same connection', async () => {
    await expect(run('select 1 / $1::int', [0])).rejects.toMatchObject({ code: '22012' });
    await expect(run('select nonsense')).rejects.toMatchObject({ code: '42703' });
    expect(String(await run('select 1 / $1::int || $2', [1, 'x']))).toBe('1x');
  });

  it('holds the identity for its own statement and for nothing after it', async () => {
    const who = "select current_user || ':' || coalesce(current_setting('request.jwt.claims', true), '')";
    const viewer = { ...ANONYMOUS, kind: 'service' as const, role: 'service_role', claims: '{"role":"service_role"}' };
    const client = await pool.connect();
    try {
      const running = { nameOf: createNameStatement(true), access: 'read' } as const;
      expect(String(await runAsViewer(client, viewer, { text: who, values: [] }, running))).toBe(
        'service_role:{"role":"service_role"}',
      );
      expect(String(await runAsViewer(client, ANONYMOUS, { text: who, values: [] }, running))).toBe('anon:');
    } finally {
      client.release();
    }
  });

  it.each([
    ['named', true],
    ['unnamed, as through the transaction pooler', false],
  ])('reads in a read-only transaction, and writes in another, in one round trip each: %s', async (_name, named) => {
    const nameOf = createNameStatement(named);
    const client = await pool.connect();
    let rounds = 0;
    const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
    const count = () => {
      rounds += 1;
    };
    connection.on('readyForQuery', count);
    try {
      const ask = (access: 'read' | 'write') =>
        runAsViewer(
          client,
          ANONYMOUS,
          { text: "select current_setting('transaction_read_only')", values: [] },
          { nameOf, access },
        );
      expect([String(await ask('read')), String(await ask('write')), String(await ask('read'))]).toEqual([
        'on',
        'off',
        'on',
      ]);
      // The server is ready once for each Sync.
      expect(rounds).toBe(3);
    } finally {
      connection.off('readyForQuery', count);
      client.release();
    }
  });

  it('keeps many answers in flight apart', async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        source.render(ANONYMOUS, { text: 'select $1::text || repeat($2, 1000)', values: [String(index), '-'] }),
      ),
    );
    expect(answers.map((bytes) => Number.parseInt(String(bytes), 10))).toEqual(answers.map((_, index) => index));
  });

  it('reports a cut connection as lost', async () => {
    const lonely = new pg.Pool({ Client: BytesClient, connectionString: sessionUrl(), max: 1 });
    lonely.on('error', () => {});
    const client = await lonely.connect();
    const slow = runAsViewer(
      client,
      ANONYMOUS,
      { text: "select pg_sleep(30)::text || 'x'", values: [] },
      { nameOf: () => '', access: 'read' },
    );
    (client as unknown as BytesClient).abort();
    await expect(slow).rejects.toThrow();
    client.release(true);
    await lonely.end();
  });
});
