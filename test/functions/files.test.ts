/** The files of the SQL functions: each says what its function does, who executes it, and what it raises. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ONCE_TEMPLATE } from '../../src/functions/once.ts';
import { findRaises } from '../../src/functions/raises.ts';
import { FUNCTIONS_FOLDER, parseFunctionFile, printFunctionFile, readFunctionFiles } from '../../src/functions/read.ts';
import { packagePaths } from '../../src/paths.ts';

const { migrations } = packagePaths();
const files = readFunctionFiles(migrations);
const guard = readFileSync(join(migrations, FUNCTIONS_FOLDER, ONCE_TEMPLATE), 'utf8');

describe('a function file', () => {
  it('says what its function does', () => {
    const bare = files.filter(({ description }) => !/^[\p{L}`{]/u.test(description));
    expect(bare.map(({ file }) => file)).toEqual([]);
    expect(files.length).toBeGreaterThan(400);
  });

  it('says what its function raises, itself and by what it calls: else run `tripoint migrate --draft`', () => {
    const raises = findRaises(files);
    const stale = files.filter((file) => String(raises.get(file.name)) !== String(file.raises));
    expect(stale.map(({ file }) => file)).toEqual([]);
    expect(raises.get('work.create_page')).toEqual(expect.arrayContaining(['TP400', 'TP404', 'TP422']));
  });

  it('is printed as it was read', () => {
    const text = `-- Says a word.
--
-- And another one.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.say() returns text language sql set search_path = '' as $$ select 'word' $$;
`;
    const file = parseFunctionFile('migrations/functions/work/common/say.sql', text, guard);
    expect(file).toMatchObject({
      name: 'work.say',
      line: 4,
      description: 'Says a word.\n\nAnd another one.',
      executors: ['user', 'service'],
      raises: [],
    });
    if (typeof file !== 'string') expect(printFunctionFile(file)).toBe(text);
  });
});

/** A function of `work` that is done once per key, as its file has it. */
const say = (heading: string, returns: string, body: string) => `-- Says a word.
-- Executed by: user, service
-- Raises: TP400, TP403, TP422
${heading}
create or replace function work.say(word text, idempotency_key text default null) returns ${returns}
language plpgsql set search_path = '' as $$
${body}
$$;
`;
const parseSaid = (...said: Parameters<typeof say>) =>
  parseFunctionFile('migrations/functions/work/common/say.sql', say(...said), guard);

describe('a function that is done once per key', () => {
  it('holds what it does alone: the guard around it stands in one file', () => {
    const pasted = files.filter(({ once, definition }) =>
      /\b(begin|end)_once\(\s*idem/.test(once?.written ?? definition),
    );
    // The two halves of one mutation, with the storage asked between them.
    expect(pasted.map(({ name }) => name)).toEqual(['work.confirm_attachment', 'work.note_arrival']);
    expect(files.filter(({ once }) => once !== null).length).toBeGreaterThan(40);
  });

  it('stands in the guard in the database, with its own variables, and is printed as it was read', () => {
    const heading = "-- Once per key: 'say', jsonb_build_array(\n--   word)";
    const body = `declare
  word_id uuid := gen_random_uuid();
begin
  perform work.check_text('word', word);
  return word_id;
end`;
    const file = parseSaid(heading, 'uuid', body);
    if (typeof file === 'string') throw new Error(file);
    expect(
      file.definition,
    ).toBe(`create or replace function work.say(word text, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
declare
  answer jsonb := work.begin_once(idempotency_key, 'say', jsonb_build_array(
    word));
  word_id uuid := gen_random_uuid();
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('word', word);
  perform work.end_once(idempotency_key, jsonb_build_object('id', word_id));
  return word_id;
end
$$;`);
    expect(printFunctionFile(file)).toBe(say(heading, 'uuid', body));
  });

  it('says how an answer of another type is kept and repeated', () => {
    const heading = `-- Once per key: 'say', jsonb_build_array(word)
-- Kept: jsonb_build_object('words', words)
-- Repeated: select jsonb_array_elements_text(answer -> 'words')`;
    const body = `declare
  words text[] := array[word];
begin
  return query select unnest(words);
end`;
    expect(parseSaid(heading, 'setof text', body)).toMatchObject({
      definition: expect.stringContaining(`begin
  if answer is not null then
    return query select jsonb_array_elements_text(answer -> 'words');
    return;
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('words', words));
  return query select unnest(words);
end`),
    });
    expect(parseSaid("-- Once per key: 'say', null", 'text', 'begin\n  return word;\nend')).toBe(
      'migrations/functions/work/common/say.sql:4: returns text: say "Once per key: …", "Kept: …" and "Repeated: …"',
    );
  });

  it('takes all of its arguments for the input that both calls share, but who copies the files', () => {
    const forgotten = files.flatMap(({ once, name }) => {
      const [, list = ''] = /create or replace function [\w.]+\(([\s\S]*?)\)\s+returns/.exec(once?.written ?? '') ?? [];
      return [...list.matchAll(/(?:^|,)\s*(\w+) /g)]
        .map(([, argument = '']) => argument)
        .filter((argument) => !['idempotency_key', 'with_files'].includes(argument))
        .filter((argument) => !new RegExp(`\\b${argument}\\b`).test(once?.heading ?? ''))
        .map((argument) => `${name}: ${argument}`);
    });
    expect(forgotten).toEqual([]);
  });

  it('returns once, at its end, where its answer is kept', () => {
    const body = 'begin\n  if word is null then\n    return null;\n  end if;\n  return gen_random_uuid();\nend';
    expect(parseSaid("-- Once per key: 'say', null", 'uuid', body)).toBe(
      'migrations/functions/work/common/say.sql:4: is done once per key, so that it returns once: in the last line before "end"',
    );
  });
});
