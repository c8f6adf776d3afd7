/** `tripoint migrate --draft` in a copy of the checkout: from the files of functions to a migration, by the public command. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFolder, runProcess } from '../support/command.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('tripoint migrate --draft', () => {
  const folder = createFolder();
  const root = folder.path;
  const functions = join(root, 'migrations', 'functions');
  const run = (...args: string[]) => runProcess(args, { cwd: root, main: join(root, 'src', 'main.ts') });
  const draft = (name: string) => run('migrate', '--draft', name);
  /** Writes a function's file anew, or removes it. @returns What puts it back. */
  const change = (path: string, to: ((before: string) => string) | null) => {
    const file = join(functions, path);
    const before = existsSync(file) ? readFileSync(file, 'utf8') : null;
    if (to === null) rmSync(file);
    else writeFileSync(file, to(before ?? ''));
    return () => (before === null ? rmSync(file) : writeFileSync(file, before));
  };
  const findDraft = (name: string) =>
    readdirSync(join(root, 'migrations')).find((file) => file.replace(/^\d{14}_/, '') === `${name}.sql`);
  const readDraft = (name: string) => readFileSync(join(root, 'migrations', findDraft(name) ?? ''), 'utf8');

  beforeAll(() => {
    for (const name of ['src', 'schema', 'ssot', 'migrations', 'package.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  });

  afterAll(() => folder[Symbol.dispose]());

  it('writes nothing where no function changed, and takes no name that is none', async () => {
    const before = readdirSync(join(root, 'migrations'));
    expect(await draft('nothing')).toMatchObject({ code: 0, stdout: 'no function changed\n' });
    expect(await draft('../nothing')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a name of letters'),
    });
    expect(await run('migrate', '--draft', 'nothing', '--seed')).toMatchObject({ code: 2 });
    expect(readdirSync(join(root, 'migrations'))).toEqual(before);
  });

  it('replaces, makes anew, adds, removes, grants and comments what changed; and is written anew until it is recorded', async () => {
    const word = (name: string, body: string) =>
      `-- Says a word.\n-- Executed by: user\n-- Raises: nothing\ncreate or replace function work.${name}() returns text\nlanguage sql immutable set search_path = '' as $$ ${body} $$;\n`;
    const backs = [
      change('work/rank/max_rank_length.sql', (text) => text.replace(/select \d+/, 'select 61')),
      change('work/common/is_uuid.sql', (text) =>
        text.replace('(value jsonb)', '(value jsonb, is_strict boolean default true)'),
      ),
      change('work/common/is_id.sql', (text) => text.replace('Whether a value', 'Whether the value')),
      change('work/common/is_set.sql', (text) => text.replace('Executed by: user, service', 'Executed by: service')),
      change('work/common/check_text.sql', (text) =>
        text.replace("refuse('TP400', format('The %s is", "refuse('TP499', format('The %s is"),
      ),
      change('work/search/any_of.sql', null),
      change('work/common/a_word.sql', () => word('a_word', 'select work.the_word()')),
      change('work/common/the_word.sql', () => word('the_word', "select 'word'")),
    ];
    try {
      const { stdout, stderr } = await draft('words');
      expect(stderr).toBe('');
      expect(stdout).toContain('wrote what migrations/functions/work/common/check_text.sql raises');
      expect(stdout).toMatch(/wrote migrations\/\d{14}_words\.sql/);
      const text = readDraft('words');
      expect(text).toMatch(/create or replace function work\.max_rank_length\(\)[\s\S]*select 61/);
      expect(text).toContain(`drop function work.is_uuid(jsonb);
create or replace function work.is_uuid(value jsonb, is_strict boolean default true)`);
      expect(text).toContain(`revoke all on function work.is_uuid from public;
grant execute on function work.is_uuid to authenticated, acting_agent, service_role;
comment on function work.is_uuid is 'Whether a value is`);
      expect(text).toContain("comment on function work.is_id is 'Whether the value");
      expect(text).toContain('revoke all on function work.is_set from acting_agent, authenticated;');
      expect(text).toContain('drop function work.any_of(tsquery[]);');
      // After what it calls, though its name comes before.
      expect(text.indexOf('function work.the_word()')).toBeLessThan(text.indexOf('function work.a_word()'));
      expect(text).toContain('grant execute on function work.a_word to authenticated, acting_agent;');
      expect(text.match(/create or replace function [\w.]+/g)?.sort()).toEqual(
        ['a_word', 'check_text', 'is_uuid', 'max_rank_length', 'the_word'].map(
          (name) => `create or replace function work.${name}`,
        ),
      );
      expect(readFileSync(join(functions, 'work/common/check_text.sql'), 'utf8')).toMatch(/^-- Raises: TP400, TP499$/m);

      const name = findDraft('words');
      change('work/rank/max_rank_length.sql', (before) => before.replace('select 61', 'select 62'));
      expect(await draft('words')).toMatchObject({ code: 0 });
      expect(findDraft('words')).toBe(name);
      expect(readDraft('words')).toContain('select 62');
      // What was written does what the files say, once it counts as landed.
      expect(await run('guard', '--record-migrations')).toMatchObject({ stdout: `recorded ${name}\n` });
      expect(await draft('words')).toMatchObject({ code: 0, stdout: 'no function changed\n' });
    } finally {
      for (const back of backs) back();
      rmSync(join(root, 'migrations', findDraft('words') ?? ''), { force: true });
      cpSync(join(ROOT, 'migrations', 'functions'), functions, { recursive: true });
      cpSync(join(ROOT, 'ssot'), join(root, 'ssot'), { recursive: true });
    }
  });

  it('puts the guard around what is done once per key, and drafts all of it where the guard changed', async () => {
    const one = change('work/space/rename_space.sql', (text) => text.replace("'name', rename", "'title', rename"));
    expect(await draft('one')).toMatchObject({ code: 0 });
    one();
    const text = readDraft('one');
    rmSync(join(root, 'migrations', findDraft('one') ?? ''));
    expect(text.match(/create or replace function/g)).toHaveLength(1);
    expect(text).toContain(`declare
  answer jsonb := work.begin_once(idempotency_key, 'renameSpace', jsonb_build_array(space_id, name, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', rename_space.name);`);

    const all = change('once.template.sql', (before) => before.replace('is not null', 'is distinct from null'));
    expect(await draft('all')).toMatchObject({ code: 0 });
    all();
    const count = readDraft('all').match(/create or replace function/g)?.length;
    rmSync(join(root, 'migrations', findDraft('all') ?? ''));
    expect(count).toBeGreaterThan(40);
  });

  it('says in a sentence what the file of a function has to begin with', async () => {
    const back = change('work/common/is_uuid.sql', (text) => text.replace(/^-- Raises: .*\n/m, ''));
    const { code, stderr } = await draft('bare');
    back();
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/common\/is_uuid\.sql:1: must be .*Raises: nothing/),
    ]);
  });

  it('names the file of a function that Postgres refuses, and what holds on to one that has to be dropped', async () => {
    const back = change('work/common/is_uuid.sql', (text) => text.replace('returns boolean', 'returns bolean'));
    expect(await draft('wrong')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/common\/is_uuid\.sql: .*bolean/),
    });
    back();
    const held = change('work/member/my_space_ids.sql', (text) =>
      text.replace('my_space_ids()', 'my_space_ids(much int)'),
    );
    const { code, stderr } = await draft('held');
    held();
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/my_space_ids\.sql: cannot drop function/),
    });
    expect([findDraft('wrong'), findDraft('held')]).toEqual([undefined, undefined]);
  });
});

describe('tripoint migrate --mirror', () => {
  it('brings files to what a migration by hand makes: functions with their comments and executors, and the dump', async () => {
    using folder = createFolder();
    const root = folder.path;
    for (const name of ['src', 'schema', 'ssot', 'migrations', 'package.json'])
      cpSync(join(ROOT, name), join(root, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const mirror = () => runProcess(['migrate', '--mirror'], { cwd: root, main: join(root, 'src', 'main.ts') });
    writeFileSync(
      join(root, 'migrations', '20991231000000_by_hand.sql'),
      `alter table work.pages add column mood text;

-- Names the mood of a page.
create function work.page_mood(page work.pages) returns text
language sql stable set search_path = '' as $$
  select page.mood
$$;
revoke all on function work.page_mood from public;
grant execute on function work.page_mood to authenticated, acting_agent;

create or replace function work.max_rank_length() returns int language sql immutable set search_path = '' as $$
  select 63
$$;
drop function work.odoo_column(text);
`,
    );
    expect(await mirror()).toMatchObject({
      code: 0,
      stdout: `wrote migrations/functions/work/page/odoo_column.sql
wrote migrations/functions/work/page/page_mood.sql
wrote migrations/functions/work/rank/max_rank_length.sql
wrote migrations/schema.sql
`,
    });
    const read = (path: string) => readFileSync(join(root, 'migrations', path), 'utf8');
    expect(read('functions/work/page/page_mood.sql')).toBe(`-- Names the mood of a page.
-- Executed by: user
-- Raises: nothing
create or replace function work.page_mood(page work.pages) returns text
language sql stable set search_path = '' as $$
  select page.mood
$$;
`);
    expect(read('functions/work/rank/max_rank_length.sql')).toMatch(/^-- How long a key may become[\s\S]*select 63/);
    expect(readdirSync(join(root, 'migrations/functions/work/page'))).not.toContain('odoo_column.sql');
    expect(read('schema.sql')).toContain('  mood text,\n');
    expect(await mirror()).toMatchObject({ stdout: 'every file is as the migrations leave the database\n' });
  });
});
