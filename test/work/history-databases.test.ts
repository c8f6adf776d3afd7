/** Rows, cells and columns that were deleted, cleared or changed, and how they come back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readBin, readHistory, restoreBin, restoreVersion } from '../support/history.ts';
import { codesOf } from '../support/work-mutate.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Two columns and two rows, and the entry of the history after which it was so. */
async function openDeals() {
  const deals = await openDatabase(gateway, [
    { name: 'Name', type: 'TEXT', required: true },
    { name: 'Stage', type: 'SELECT', choices: ['new', 'won'] },
  ]);
  const rows = await deals.insert({ Name: 'a', Stage: 'new' }, { Name: 'b', Stage: 'won' });
  const [entry] = await readHistory(gateway, deals.pageId);
  const goBack = async () => {
    const answer = await restoreVersion(gateway, { pageId: deals.pageId, entryId: entry?.id });
    expect(answer.userErrors).toEqual([]);
  };
  const run = async (name: string, input: Readonly<Record<string, unknown>>) => {
    const payload = await deals.run(name, input);
    expect(payload.userErrors).toEqual([]);
    return payload;
  };
  return { deals, rows, goBack, run };
}

const BEFORE = [
  { Name: 'a', Stage: 'new' },
  { Name: 'b', Stage: 'won' },
];

const versionOf = async (deals: TestDatabase) => {
  const { data } = await gateway.execute(`{ page(id: "${deals.pageId}") { version } }`, { as: 'ana' });
  return pick(data, 'page.version');
};

describe('restorePageVersion', () => {
  it('brings back cleared cells, deleted rows with their ids, and takes away what came later', async () => {
    const { deals, rows, goBack, run } = await openDeals();
    await run('updateDatabaseRow', { rowId: rows[0], data: { Stage: null, Name: 'x' } });
    await run('updateDatabaseRow', { rowId: rows[1], data: { Name: 'y' } });
    await run('deleteDatabaseRow', { rowId: rows[1] });
    await deals.insert({ Name: 'c' });
    expect(await deals.cells()).toEqual([{ Name: 'x' }, { Name: 'c' }]);
    await goBack();
    expect(await deals.cells()).toEqual(BEFORE);
    // A version that somebody read before is past.
    const stale = await deals.run('updateDatabaseRow', { rowId: rows[1], data: { Name: 'z' }, expectedVersion: 1 });
    expect(codesOf(stale)).toEqual(['CONFLICT']);
  });

  it('brings back columns: removed, renamed to each other, of another type, and no longer required', async () => {
    const { deals, goBack, run } = await openDeals();
    const [name, stage] = [await deals.columnId('Name'), await deals.columnId('Stage')];
    await run('retypeDatabaseColumn', { columnId: stage, type: 'NUMBER', onUnconvertible: 'CLEAR' });
    await run('renameDatabaseColumn', { columnId: stage, name: 'Other' });
    await run('renameDatabaseColumn', { columnId: name, name: 'Stage' });
    await run('renameDatabaseColumn', { columnId: stage, name: 'Name' });
    await run('addDatabaseColumn', { databaseId: deals.id, name: 'More', type: 'TEXT', fill: 'm' });
    await goBack();
    expect(await deals.cells()).toEqual(BEFORE);
    await run('removeDatabaseColumn', { columnId: name });
    expect(await deals.cells()).toEqual([{ Stage: 'new' }, { Stage: 'won' }]);
    await goBack();
    expect(await deals.cells()).toEqual(BEFORE);
    expect([await deals.columnId('Name'), await deals.columnId('Stage'), await deals.columnId('More')]).toEqual([
      name,
      stage,
      'undefined',
    ]);
    expect(codesOf(await deals.run('insertDatabaseRow', { databaseId: deals.id, data: { Stage: 'won' } }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('brings back rows that lead to each other', async () => {
    const { deals, rows, goBack: _none, run } = await openDeals();
    await run('addDatabaseColumn', {
      databaseId: deals.id,
      name: 'Next',
      type: 'RELATION',
      relatedDatabaseId: deals.id,
    });
    await run('updateDatabaseRow', { rowId: rows[0], data: { Next: [rows[1]] } });
    await run('updateDatabaseRow', { rowId: rows[1], data: { Next: [rows[0]] } });
    const [entry] = await readHistory(gateway, deals.pageId);
    await run('deleteDatabaseRow', { rowId: rows[0] });
    await run('deleteDatabaseRow', { rowId: rows[1] });
    expect(await deals.cells()).toEqual([]);
    await restoreVersion(gateway, { pageId: deals.pageId, entryId: entry?.id });
    expect(await deals.cells()).toEqual([
      { Name: 'a', Stage: 'new', Next: [rows[1]] },
      { Name: 'b', Stage: 'won', Next: [rows[0]] },
    ]);
  });

  it('takes a database back into use with its title, and archives one that came later', async () => {
    const { deals, rows, goBack, run } = await openDeals();
    await run('updateDatabaseRow', { rowId: rows[0], data: { Stage: null } });
    await run('renameDatabase', { databaseId: deals.id, title: 'Old' });
    await run('archiveDatabase', { databaseId: deals.id });
    const later = await run('createDatabase', { pageId: deals.pageId, title: 'Later' });
    const gone = String(pick(await run('createDatabase', { pageId: deals.pageId, title: 'Gone' }), 'database.id'));
    await run('addDatabaseColumn', { databaseId: gone, name: 'Note', type: 'TEXT' });
    await run('insertDatabaseRow', { databaseId: gone, data: { Note: 'kept nowhere' } });
    await run('archiveDatabase', { databaseId: gone });
    await goBack();
    const ask = async (id: string) =>
      (await gateway.execute(`{ database(id: "${id}") { title archivedAt } }`, { as: 'ana' })).data?.database;
    expect(await ask(deals.id)).toEqual({ title: 'Deals', archivedAt: null });
    expect(await ask(String(pick(later, 'database.id')))).toEqual({ title: 'Later', archivedAt: expect.any(String) });
    expect(await ask(gone)).toEqual({ title: 'Gone', archivedAt: expect.any(String) });
    expect(await deals.cells()).toEqual(BEFORE);
  });

  it('goes back by an earlier version too, to what was there until the next one came, and not by the present one', async () => {
    const { deals, rows, run } = await openDeals();
    await gateway.execute(
      `mutation { updatePage(input: { pageId: "${deals.pageId}", title: "Now" }) { page { version } } }`,
      { as: 'ana' },
    );
    await run('deleteDatabaseRow', { rowId: rows[0] });
    const version = await versionOf(deals);
    const [deleted] = await readHistory(gateway, deals.pageId);
    expect(deleted).toMatchObject({ version, isVersion: false });
    expect((await restoreVersion(gateway, { pageId: deals.pageId, version })).userErrors).toMatchObject([
      { code: 'BAD_USER_INPUT', path: ['input', 'version'] },
    ]);
    expect(await restoreVersion(gateway, { pageId: deals.pageId, version: 1 })).toMatchObject({
      page: { title: 'With a database' },
    });
    expect(await deals.cells()).toEqual(BEFORE);
  });
});

describe('the history of a page', () => {
  it('tells of rows, cells and columns who changed them and what they were', async () => {
    const { deals, rows, run } = await openDeals();
    await run('updateDatabaseRow', { rowId: rows[0], data: { Stage: null } });
    await run('removeDatabaseColumn', { columnId: await deals.columnId('Stage') });
    const [removed, cleared] = await readHistory(gateway, deals.pageId, 'ben');
    expect(cleared).toMatchObject({
      changedBy: 'ed100000-0000-4000-8000-000000000009',
      changes: { nodes: [{ kind: 'ROW', operation: 'UPDATE', recordId: rows[0], before: { data: BEFORE[0] } }] },
    });
    expect(removed?.changes.nodes).toContainEqual(
      expect.objectContaining({
        kind: 'COLUMN',
        operation: 'DELETE',
        before: expect.objectContaining({ name: 'Stage' }),
      }),
    );
    expect(removed?.changes.nodes).toContainEqual(
      expect.objectContaining({ kind: 'ROW', recordId: rows[1], before: expect.objectContaining({ data: BEFORE[1] }) }),
    );
  });
});

describe('the bin', () => {
  it('gives a column back with its cells, and a row with its values, whatever its columns are called by now', async () => {
    const { deals, rows, run } = await openDeals();
    await run('deleteDatabaseRow', { rowId: rows[1] });
    await run('removeDatabaseColumn', { columnId: await deals.columnId('Stage') });
    await run('renameDatabaseColumn', { columnId: await deals.columnId('Name'), name: 'Title' });
    const bin = await readBin(gateway, { space: deals.spaceId });
    expect(bin.map(({ kind }) => kind).sort()).toEqual(['COLUMN', 'ROW']);
    const answer = await restoreBin(gateway, { pageId: deals.pageId, itemIds: bin.map(({ id }) => id) });
    expect(answer.userErrors).toEqual([]);
    expect(await deals.cells()).toEqual([
      { Title: 'a', Stage: 'new' },
      { Title: 'b', Stage: 'won' },
    ]);
    expect(await readBin(gateway, { page: deals.pageId })).toEqual([]);
  });

  it('refuses a column whose name another one has by now, with a sentence', async () => {
    const { deals, run } = await openDeals();
    await run('removeDatabaseColumn', { columnId: await deals.columnId('Stage') });
    await run('addDatabaseColumn', { databaseId: deals.id, name: 'Stage', type: 'TEXT' });
    const [item] = await readBin(gateway, { page: deals.pageId });
    const answer = await restoreBin(gateway, { pageId: deals.pageId, itemIds: [item?.id] });
    expect(answer.userErrors).toMatchObject([
      // No field of the input is at fault: `name` is none of them.
      { code: 'CONFLICT', message: 'The database has a column "Stage" already', path: null },
    ]);
  });

  it.each<[string, string, readonly string[], unknown, unknown]>([
    ['a choice', 'SELECT', ['second', 'b'], 'a', 'second'],
    ['one of several', 'MULTI_SELECT', ['second', 'b'], ['b', 'a'], ['b', 'second']],
    ['what is left of several', 'MULTI_SELECT', ['b'], ['a', 'b'], ['b']],
    ['nothing of a choice that went', 'STATUS', ['b'], 'a', undefined],
  ])('gives a row back with %s of a column whose choices have changed since', async (_, type, choices, held, back) => {
    const deals = await openDatabase(gateway, [
      { name: 'Name', type: 'TEXT' },
      { name: 'A', type, choices: ['a', 'b'] },
    ]);
    const [row] = await deals.insert({ Name: 'x', A: held });
    await deals.run('deleteDatabaseRow', { rowId: row });
    const columnId = await deals.columnId('A');
    if (choices.length === 1) await deals.run('retypeDatabaseColumn', { columnId, type, choices });
    else
      for (const [choice, name] of [
        ['a', 'first'],
        ['first', 'second'],
      ])
        await deals.run('renameDatabaseChoice', { columnId, choice, name });
    const bin = await readBin(gateway, { page: deals.pageId });
    const answer = await restoreBin(gateway, { pageId: deals.pageId, itemIds: bin.map(({ id }) => id) });
    expect(answer.userErrors).toEqual([]);
    expect(await deals.cells()).toEqual([{ Name: 'x', ...(back !== undefined && { A: back }) }]);
  });
});
