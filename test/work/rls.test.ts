/** Row-level security by direct SQL, as a user has who holds a key to the database: table × role × operation. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { OPERATIONS, type Outcome, ROLES, type Role, readExpected } from '../support/work-rls.ts';
import { insertRows, ROWS, statementOf, USERS, viewerOf } from '../support/work-rls-rows.ts';

const EXPECTED = readExpected();
const CELLS = [...EXPECTED].flatMap(([table, line]) =>
  [...line].flatMap(([role, cells]) => [...cells].map(([operation, outcome]) => ({ table, role, operation, outcome }))),
);

const SAY_SO =
  'say who does what in EXPECTED in test/support/work-rls.ts, and add a row to insertRows and STATEMENTS in test/support/work-rls-rows.ts.';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(insertRows);
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** Takes back what a statement changed. */
class RolledBack extends Error {
  readonly count: string;
  constructor(count: string) {
    super('rolled back');
    this.count = count;
  }
}

/** Runs statements as the viewer in one transaction that is rolled back; the last one's count, or the SQLSTATE; our own code of our own refusals. */
async function attempt(role: Role | keyof typeof USERS, ...statements: readonly string[]): Promise<string> {
  const done = gateway.sources.postgres?.transact(viewerOf(role), async (run) => {
    let count = '';
    for (const text of statements) count = String(await run({ text, values: [] }));
    throw new RolledBack(count);
  });
  return Promise.resolve(done).then(
    () => 'nothing',
    (error: unknown) => {
      if (error instanceof RolledBack) return error.count;
      const { cause, code } = error as { cause?: { code?: string }; code?: string };
      return cause?.code ?? code ?? String(error);
    },
  );
}

function outcomeOf(answer: string): Outcome | string {
  if (answer === '0') return 'no rows';
  if (/^\d+$/.test(answer) && answer.length < 5) return 'rows';
  return answer === '55000' ? 'no such thing' : answer;
}

describe('the table', () => {
  it('names every table of the workspace, each role and each operation, and nothing else', () => {
    const owned = loadDoctrine(packagePaths()).surfaces.work.owns;
    const unsaid = owned.filter((table) => !EXPECTED.has(table));
    expect(unsaid.map((table) => `Nothing is said of ${table}: ${SAY_SO}`)).toEqual([]);
    expect([...EXPECTED.keys()].sort()).toEqual([...owned].sort());
    expect(CELLS).toHaveLength(owned.length * ROLES.length * OPERATIONS.length);
  });

  it('refuses a role that is none, a role that is missing, and a letter that is none', () => {
    const line = Object.fromEntries(ROLES.map((role) => [role, 'xxxx']));
    expect(() => readExpected({ 'work.pages': line })).not.toThrow();
    expect(() => readExpected({ 'work.pages': { ...line, root: 'rrrr' } })).toThrow('no role root');
    expect(() => readExpected({ 'work.pages': { ...line, anon: 'rrr' } })).toThrow('work.pages × anon');
    expect(() => readExpected({ 'work.pages': { ...line, anon: 'rrr?' } })).toThrow('no letter ?');
    const { anon: _anon, ...short } = line;
    expect(() => readExpected({ 'work.pages': short })).toThrow('work.pages × anon');
  });
});

describe.each([...EXPECTED.keys()])('%s', (table) => {
  it.each(CELLS.filter((cell) => cell.table === table))('gives $role on $operation: $outcome', async (cell) => {
    expect(outcomeOf(await attempt(cell.role, statementOf(table, cell.operation)))).toBe(cell.outcome);
  });
});

describe('by direct SQL', () => {
  const { space, other, page, child, comment, otherPage } = ROWS;
  const count = (text: string) => `with done as (${text} returning 1) select count(*)::text from done`;

  it.each<[string, Role, string, string]>([
    [
      'a member makes itself no admin',
      'member',
      `update work.permissions set role = 'admin' where user_id = '${USERS.member}'`,
      '0',
    ],
    [
      'a member admits nobody',
      'member',
      `insert into work.permissions (space_id, user_id, role) values ('${space}', '${USERS.newcomer}', 'member')`,
      '42501',
    ],
    [
      'a stranger admits itself to nothing',
      'stranger',
      `insert into work.permissions (space_id, user_id, role) values ('${space}', '${USERS.stranger}', 'admin')`,
      '42501',
    ],
    [
      'an admin moves no membership to another space',
      'admin',
      `update work.permissions set space_id = '${other}' where user_id = '${USERS.member}'`,
      '42501',
    ],
    [
      'the last admin does not leave',
      'admin',
      `delete from work.permissions where user_id = '${USERS.admin}'`,
      'CONFLICT',
    ],
    [
      'the last admin does not step down',
      'admin',
      `update work.permissions set role = 'editor' where user_id = '${USERS.admin}'`,
      'CONFLICT',
    ],
    [
      'a service does not take the last admin away',
      'service_role',
      `delete from work.permissions where user_id = '${USERS.admin}'`,
      'CONFLICT',
    ],
    [
      'nobody comments in the name of another',
      'editor',
      `insert into work.comments (space_id, page_id, body, author_id) values ('${space}', '${page}', 'x', '${USERS.member}')`,
      '42501',
    ],
    [
      'an editor does not edit the comment of another',
      'editor',
      `update work.comments set body = 'x' where id = '${comment}'`,
      '42501',
    ],
    [
      'an editor resolves the comment of another',
      'editor',
      `update work.comments set resolved_at = now() where id = '${comment}'`,
      '1',
    ],
    ['an author edits its own comment', 'member', `update work.comments set body = 'x' where id = '${comment}'`, '1'],
    [
      'an editor moves no page to a space of others',
      'editor',
      `update work.pages set space_id = '${other}' where id = '${child}'`,
      '42501',
    ],
    [
      'an editor puts no page into a space of others',
      'editor',
      `insert into work.pages (space_id, title, rank) values ('${other}', 'x', 'a0')`,
      '42501',
    ],
    [
      'an editor puts no page below one of others',
      'editor',
      `insert into work.pages (space_id, parent_id, title, rank) values ('${space}', '${otherPage}', 'x', 'a0')`,
      '23503',
    ],
    [
      'a page does not stand below itself',
      'editor',
      `update work.pages set parent_id = '${page}' where id = '${page}'`,
      'BAD_USER_INPUT',
    ],
    [
      'a page does not stand below its child',
      'editor',
      `update work.pages set parent_id = '${child}' where id = '${page}'`,
      'BAD_USER_INPUT',
    ],
    [
      'a block does not carry another space',
      'editor',
      `insert into work.blocks (space_id, page_id, rank, type) values ('${space}', '${otherPage}', 'a0', 'CODE')`,
      '23503',
    ],
    ['nobody sets a version', 'editor', `update work.pages set version = 99 where id = '${page}'`, '42501'],
    [
      'nobody relates a page to one that is hidden',
      'editor',
      `insert into work.relations (space_id, to_space_id, from_page_id, to_page_id) values ('${space}', '${other}', '${page}', '${otherPage}')`,
      '42501',
    ],
    [
      'a relation does not carry another space',
      'editor',
      `insert into work.relations (space_id, to_space_id, from_page_id, to_page_id) values ('${space}', '${space}', '${page}', '${otherPage}')`,
      '23503',
    ],
  ])('%s', async (_name, role, statement, outcome) => {
    expect(await attempt(role, count(statement))).toBe(outcome);
  });

  it('a space that is archived takes neither pages nor comments, and its admin opens it', async () => {
    const archive = count(`update work.spaces set archived_at = now() where id = '${space}'`);
    const inArchived = (statement: string) => attempt('admin', archive, count(statement));
    expect(await inArchived(`insert into work.pages (space_id, title, rank) values ('${space}', 'x', 'a5')`)).toBe(
      '42501',
    );
    expect(await inArchived(`update work.pages set title = 'x' where id = '${page}'`)).toBe('0');
    expect(
      await inArchived(`insert into work.comments (space_id, page_id, body) values ('${space}', '${page}', 'x')`),
    ).toBe('42501');
    expect(await inArchived(`update work.spaces set archived_at = null where id = '${space}'`)).toBe('1');
  });

  it('an id that exists in a hidden space is told from one that does not by no function of the workspace', async () => {
    for (const call of ['find_page', 'lock_page', 'archive_page', 'restore_page', 'duplicate_page']) {
      const ask = (id: string) => attempt('stranger', `select count(*)::text from work.${call}('${id}')`);
      expect(await ask(page), call).toBe('NOT_FOUND');
      expect(await ask('00000000-0000-4000-8000-000000000000'), call).toBe('NOT_FOUND');
    }
  });
});
