/** What is done once per key, by SQL: each function that the guard stands around does it once, and answers the same again. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFunctionFiles } from '../../src/functions/read.ts';
import { packagePaths } from '../../src/paths.ts';
import { type Direct, type Given, type Outcome, openDirect, readSchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { askAs } from '../support/ledger.ts';
import { addPeople, addPerson } from '../support/people.ts';

const ADMIN = randomUUID();
const MEMBER = randomUUID();
const STRANGER = randomUUID();
const OWN_EMAIL = `${ADMIN}@once.example`;
const ONCE = readFunctionFiles(packagePaths().migrations).flatMap(({ name, once }) => (once ? [name] : []));

let gateway: TestGateway;
/** What is done by it stays. */
let door: Direct;
let undone: Direct;
let stranger: Direct;
/** Ids of what was made, by the names that the steps give them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  gateway = await createTestGateway();
  await addPeople(gateway, MEMBER, STRANGER);
  await addPerson(gateway, { id: ADMIN, email: OWN_EMAIL, isConfirmed: true });
  const cache = await readSchemaCache(gateway);
  door = openDirect(gateway, cache, userViewer(ADMIN));
  undone = openDirect(gateway, cache, userViewer(ADMIN), { undo: true });
  stranger = openDirect(gateway, cache, userViewer(STRANGER));
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** A call: the name of its function, its arguments, and the name of what it makes. */
type Step = readonly [name: string, args: () => Given, made?: string];

const id = (name: string) => {
  const known = ids[name];
  if (!known) throw new Error(`nothing was made that is called ${name}`);
  return known;
};
const columns = [
  { name: 'Name', type: 'TEXT' },
  { name: 'State', type: 'SELECT', options: { choices: ['new', 'done'] } },
];
const BLOCK = { op: 'insert', id: randomUUID(), type: 'QUOTE', content: { text: 'a' } };
const STEPS: readonly Step[] = [
  ['create_space', () => ({ name: 'Once', language: 'english' }), 'space'],
  ['rename_space', () => ({ space_id: id('space'), name: 'Once more' })],
  ['change_space_language', () => ({ space_id: id('space'), language: 'german' })],
  ['create_page', () => ({ title: 'Page', space_id: id('space') }), 'page'],
  ['create_page', () => ({ title: 'Child', parent_id: id('page') }), 'child'],
  ['update_page', () => ({ page_id: id('page'), changes: { title: 'Renamed' } })],
  ['move_page', () => ({ page_id: id('child'), space_id: id('space') })],
  ['apply_block_operations', () => ({ page_id: id('page'), expected_version: 1, operations: [BLOCK] })],
  ['add_comment', () => ({ page_id: id('page'), body: 'Well' }), 'comment'],
  ['reply_to_comment', () => ({ comment_id: id('comment'), body: 'Indeed' }), 'reply'],
  ['edit_comment', () => ({ comment_id: id('comment'), body: 'Well?' })],
  ['resolve_comment', () => ({ comment_id: id('comment') })],
  ['resolve_comment', () => ({ comment_id: id('comment'), resolved: false })],
  ['delete_comment', () => ({ comment_id: id('reply') })],
  ['create_database', () => ({ page_id: id('page'), title: 'Database', columns }), 'database'],
  ['rename_database', () => ({ database_id: id('database'), title: 'Table' })],
  ['add_database_column', () => ({ database_id: id('database'), name: 'Note', type: 'TEXT' }), 'column'],
  ['rename_database_column', () => ({ column_id: id('column'), name: 'Remark' })],
  ['retype_database_column', () => ({ column_id: id('column'), type: 'NUMBER' })],
  ['rename_database_choice', () => ({ column_id: id('State'), choice: 'new', name: 'fresh' })],
  ['insert_database_rows', () => ({ database_id: id('database'), rows: [{ Name: 'a' }, { Name: 'b' }] }), 'row'],
  ['update_database_row', () => ({ row_id: id('row'), data: { Name: 'c' } })],
  ['add_relation', () => ({ kind: 'PAGE', from_id: id('page'), to_id: id('child') }), 'relation'],
  ['remove_relation', () => ({ relation_id: id('relation') })],
  ['delete_database_row', () => ({ row_id: id('row') })],
  ['restore_from_bin', () => ({ page_id: id('page'), item_ids: [id('deleted')] })],
  ['remove_database_column', () => ({ column_id: id('column') })],
  ['archive_database', () => ({ database_id: id('database') })],
  ['archive_database', () => ({ database_id: id('database'), archived: false })],
  ['create_attachment', () => ({ page_id: id('page'), name: 'a.txt', content_type: 'text/plain', size: 1 }), 'file'],
  ['delete_attachment', () => ({ attachment_id: id('file') })],
  ['grant_permission', () => ({ space_id: id('space'), user_id: MEMBER, role: 'member' })],
  ['change_permission', () => ({ space_id: id('space'), user_id: MEMBER, role: 'editor' })],
  ['revoke_permission', () => ({ space_id: id('space'), user_id: MEMBER })],
  ['invite_member', () => ({ space_id: id('space'), email: 'somebody@once.example', role: 'member' })],
  ['withdraw_invitation', () => ({ invitation_id: id('invitation') })],
  ['invite_member', () => ({ space_id: id('space'), email: OWN_EMAIL, role: 'member' })],
  ['accept_invitation', () => ({ invitation_id: id('invitation') })],
  ['save_page_as_template', () => ({ page_id: id('page'), name: 'Template' }), 'template'],
  ['update_template', () => ({ template_id: id('template'), changes: { name: 'Pattern' } })],
  ['create_page_from_template', () => ({ template_id: id('template'), title: 'Made', space_id: id('space') })],
  ['delete_template', () => ({ template_id: id('template') })],
  ['duplicate_page', () => ({ page_id: id('page'), title: 'Copy' })],
  ['restore_page_version', () => ({ page_id: id('page'), version: 2 })],
  ['archive_page', () => ({ page_id: id('child') })],
  ['restore_page', () => ({ page_id: id('child') })],
  ['archive_space', () => ({ space_id: id('space') })],
  ['archive_space', () => ({ space_id: id('space'), archived: false })],
];

/** The answer but for the files to copy and to remove, which are told once. */
const told = ({ text }: Outcome) => text.replace(/"(files|paths)": \[[^\]]*\]/g, '"$1": []');

/** What a step before has made without answering its id. */
async function findMore(): Promise<void> {
  const found = await gateway.owner((client) =>
    client.query(
      `select c.name, c.id from work.db_columns c where c.space_id = $1 and c.name = 'State'
       union all select 'deleted', b.id from work.bin b where b.space_id = $1 and b.kind = 'ROW'
       union all select 'invitation', i.id from work.invitations i where i.space_id = $1`,
      [id('space')],
    ),
  );
  for (const row of found) ids[String(row.name)] = String(row.id);
}

const TABLES =
  'spaces permissions invitations pages blocks databases db_columns db_rows relations comments attachments templates page_history history_changes';
const digest = async () => {
  const parts = TABLES.split(' ').map(
    (table) => `select '${table}', string_agg(t::text, ' ' order by t::text) from work.${table} t`,
  );
  return gateway.owner((client) => client.query(parts.join(' union all ')));
};

describe('a function that is done once per key', () => {
  it('answers the same again, and does it no more, whichever it is', async () => {
    let earlier: string | null = null;
    for (const [step, [name, given, made]] of STEPS.entries()) {
      if (ids.space) await findMore();
      const key = `once ${step}`;
      const args = { ...given(), idempotency_key: key };
      // What was rolled back was not done.
      expect(await undone.rpc(name, args), name).toMatchObject({ refused: null });
      const [first, twin] = await Promise.all([door.rpc(name, args), door.rpc(name, args)]);
      expect(first, name).toMatchObject({ refused: null });
      expect(told(twin), name).toEqual(told(first));
      const [answer] = Object.values(first.rows[0] ?? {});
      if (made) ids[made] = String(first.rows[0]?.id ?? (answer as Given | null)?.id ?? answer);
      const before = await digest();
      expect(told(await door.rpc(name, args)), name).toEqual(told(first));
      if (earlier !== null)
        expect(await door.rpc(name, { ...args, idempotency_key: earlier }), name).toMatchObject({
          refused: 'IDEMPOTENCY_CONFLICT',
        });
      if (name !== 'create_space')
        expect(await stranger.rpc(name, args), name).toMatchObject({
          refused: expect.stringMatching(/^(NOT_FOUND|FORBIDDEN|42501)$/),
        });
      expect(await digest(), name).toEqual(before);
      earlier = key;
    }
    // That one is the service's.
    const retry = "select work.retry_indexing(idempotency_key => 'once')";
    const retried = await askAs(gateway, 'service', retry);
    expect(await askAs(gateway, 'service', retry)).toEqual(retried);
    expect(['work.retry_indexing', ...new Set(STEPS.map(([name]) => `work.${name}`))].sort()).toEqual([...ONCE].sort());
  });

  it.each([
    ['of no characters', ''],
    ['of 201 characters', 'k'.repeat(201)],
    ['of 300 signs', '😀'.repeat(300)],
  ])('refuses a key %s', async (_what, idempotency_key) => {
    expect(await door.rpc('create_space', { name: 'Never', idempotency_key })).toMatchObject({
      refused: 'BAD_USER_INPUT',
    });
  });

  it('is done each time without a key', async () => {
    const made = [await door.rpc('create_space', { name: 'Twice' }), await door.rpc('create_space', { name: 'Twice' })];
    expect(made[0]?.refused).toBeNull();
    expect(made[0]?.rows).not.toEqual(made[1]?.rows);
  });
});
