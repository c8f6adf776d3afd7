/** A checkout whose lines end as on Windows: the guard finds in it what it finds in any other, and no more. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkChecksums, recordMigrations } from '../../src/guard/migrations/checksums.ts';
import { openTree } from '../../src/guard/tree.ts';
import { copyTree } from '../support/guarded.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function endLinesByCrLf(root: string): number {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  }
  return files.length;
}

describe('a checkout with CRLF', () => {
  it('is found to be as it should be, and its migrations as they landed', async () => {
    using tree = copyTree(['schema', 'migrations', 'docs/contracts']);
    expect(endLinesByCrLf(tree.root)).toBeGreaterThan(50);
    expect(await tree.find({}, { parts: ['schema', 'migrations'] })).toEqual([]);
    expect(recordMigrations(openTree(tree.root))).toEqual([]);
    expect(readFileSync(join(tree.root, 'ssot/migrations.sha256'), 'utf8')).toBe(
      readFileSync(join(ROOT, 'ssot/migrations.sha256'), 'utf8'),
    );
    const migration = join(tree.root, 'migrations/20261121000002_ops.sql');
    appendFileSync(migration, '-- one word more\r\n');
    expect(checkChecksums(openTree(tree.root))).toMatchObject([{ rule: 'migrations/edited' }]);
  }, 60_000);

  it('is not what git makes of this repository', () => {
    expect(readFileSync(join(ROOT, '.gitattributes'), 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
  });
});
