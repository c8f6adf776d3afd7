/** The files of the SQL functions: each says what its function does, who executes it, and what it raises. */
import { describe, expect, it } from 'vitest';
import { findRaises } from '../../src/functions/raises.ts';
import { parseFunctionFile, printFunctionFile, readFunctionFiles } from '../../src/functions/read.ts';
import { packagePaths } from '../../src/paths.ts';

const files = readFunctionFiles(packagePaths().migrations);

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
    const file = parseFunctionFile('migrations/functions/work/common/say.sql', text);
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
