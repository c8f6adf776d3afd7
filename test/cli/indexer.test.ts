/** `tripoint indexer` as a shell meets it. */
import { describe, expect, it } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import { createFolder, runHere, runProcess, startProcess } from '../support/command.ts';
import { createTestGateway } from '../support/gateway.ts';
import { createOpenAiServer } from '../support/openai-server.ts';
import { databaseUrl, isRealStack } from '../support/stack.ts';

describe('tripoint indexer', () => {
  it.each([
    [['indexer'], 'the embedded one indexes by itself'],
    [['indexer', '--backfill', '--once'], '--backfill ends by itself'],
    [['indexer', '--forever'], '--forever'],
  ])('%j is not understood without a database, or without sense', async (args, why) => {
    using folder = createFolder();
    const { code, stderr } = await runHere(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });
});

/** Milliseconds: each starts processes, which on a busy machine takes its time. */
const PATIENCE_MS = 180_000;

describe.runIf(isRealStack)('tripoint indexer, as a process', { timeout: PATIENCE_MS }, () => {
  it('indexes what waits, fills in another model, goes on after a kill, and stops when it is told to', async () => {
    await using gateway = await createTestGateway();
    await using openAi = await createOpenAiServer(8);
    using folder = createFolder();
    const query = (text: string) => gateway.owner((client) => client.query(text));
    const [database] = await query('select current_database() as name');
    const run = (model: string, more = {}) => ({
      cwd: folder.path,
      env: {
        DATABASE_URL: databaseUrl('DATABASE_URL', String(database?.name)),
        ODOO_STAGE: 'development',
        OPENAI_API_KEY: openAi.key,
        OPENAI_BASE_URL: openAi.url,
        OPENAI_EMBEDDING_MODEL: model,
        INDEXER_LEASE_SECONDS: '5',
        ...more,
      },
    });
    const models = () =>
      query('select model, count(distinct page_id)::int as pages from work.search_index group by 1 order by 1');
    const [{ pages } = { pages: 0 }] = await query(
      'select count(*)::int as pages from work.pages where archived_at is null',
    );

    const once = await runProcess(['indexer', '--once'], run('first'));
    expect(once).toMatchObject({ code: 0, stderr: '' });
    expect(once.stdout).toContain(`${pages} of ${pages} pages (100 %)`);
    expect(await models()).toEqual([{ model: 'first', pages }]);

    const before = openAi.embedded.length;
    openAi.latencyMs = 50;
    await using killed = startProcess(['indexer', '--backfill'], run('second', { INDEXER_BATCH_PAGES: '1' }));
    while (openAi.embedded.length < before + 3) await new Promise((resolve) => setTimeout(resolve, 5));
    killed.child.kill('SIGKILL');
    await killed.ended;
    const lost = openAi.embedded.length;
    expect((await models()).map(({ model }) => model)).toContain('first');
    openAi.latencyMs = 0;
    expect(await runProcess(['indexer', '--backfill'], run('second'))).toMatchObject({ code: 0 });
    expect(await models()).toEqual([{ model: 'second', pages }]);
    const texts = openAi.embedded.slice(before);
    // One page was under way at the kill, and no other is embedded twice.
    const again = texts.length - new Set(texts).size;
    expect(again).toBeLessThanOrEqual(lost - before);
    expect(texts.length - again).toBe(before);

    await using running = startProcess(['indexer'], run('second', { INDEXER_PORT: '0' }));
    await running.untilPrinted('is up (development): model second');
    await query(
      `update work.pages set title = title || ', changed' where id = (select min(id::text)::uuid from work.pages where archived_at is null)`,
    );
    while ((await query('select from work.index_queue')).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, stdout: expect.stringContaining('has stopped') });
  });

  it('ends with 1 where pages cannot be indexed', async () => {
    await using gateway = await createTestGateway();
    await using openAi = await createOpenAiServer(8);
    using folder = createFolder();
    openAi.fault = ({ body }) => (body.input.length > 0 ? { status: 400 } : null);
    const [database] = await gateway.owner((client) => client.query('select current_database() as name'));
    await gateway.owner((client) =>
      client.query(
        `delete from work.index_queue where page_id <> (select min(page_id::text)::uuid from work.index_queue)`,
      ),
    );
    const env = {
      DATABASE_URL: databaseUrl('DATABASE_URL', String(database?.name)),
      ...{
        ODOO_STAGE: 'development',
        OPENAI_API_KEY: openAi.key,
        OPENAI_BASE_URL: openAi.url,
        INDEXER_MAX_ATTEMPTS: '1',
      },
    };
    const { code, stderr } = await runProcess(['indexer', '--once'], { cwd: folder.path, env });
    expect(code).toBe(1);
    expect(stderr).toContain('1 pages could not be indexed');
    expect(stderr).not.toContain(openAi.key);
  });
});

describe('how far it is', () => {
  const draw = (isTerminal: boolean, total: number, ...counts: readonly number[]) => {
    const printed: string[] = [];
    const drawn: string[] = [];
    const io = {
      print: (line: string) => void printed.push(line),
      ...(isTerminal && { redraw: (line: string) => void drawn.push(line) }),
    };
    const progress = createProgress(io, total, 'pages');
    for (const count of counts) progress.add(count);
    progress.end();
    return { printed, drawn };
  };

  it('is a bar on a terminal', () => {
    const { printed, drawn } = draw(true, 4, 1, 1, 1);
    expect(drawn[0]).toBe('[########----------------------] 1 of 4 pages (25 %)');
    expect(drawn.at(-1)).toBe('[#######################-------] 3 of 4 pages (75 %)');
    expect(printed).toEqual(['']);
  });

  it('is a line at the beginning and at the end elsewhere, and never more than all', () => {
    expect(draw(false, 4, 1, 2, 3).printed).toEqual(['1 of 4 pages (25 %)', '6 of 6 pages (100 %)']);
    expect(draw(false, 0).printed).toEqual(['0 of 0 pages (100 %)']);
  });
});
