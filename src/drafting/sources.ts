/** A function as the migrations have it: the text that made it last, and the comment above that. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMigration } from '../paths.ts';
import { SCHEMA_PATTERN } from '../schemas.ts';

/** One definition in a migration. */
export interface Source {
  readonly name: string;
  /** `create or replace function …;`, as its author wrote it. */
  readonly definition: string;
  /** The comment right above it, without its dashes; null where there is none. */
  readonly comment: string | null;
}

const DEFINITION = new RegExp(
  String.raw`((?:^--.*\n)*)^create (?:or replace )?function ((?:${SCHEMA_PATTERN})\.\w+)(\([^$]*\$(\w*)\$[\s\S]*?\$\4\$[^;]*;)`,
  'gm',
);

/** Every definition, the oldest first. */
export function readSources(migrations: string): Source[] {
  const names = readdirSync(migrations).filter(isMigration).sort();
  return names.flatMap((name) => {
    const text = readFileSync(join(migrations, name), 'utf8').replaceAll('\r\n', '\n');
    return [...text.matchAll(DEFINITION)].map(([, above = '', made = '', rest = '']) => ({
      name: made,
      definition: `create or replace function ${made}${rest}`,
      comment: readComment(above),
    }));
  });
}

/** Headings (`-- Blocks -----`), and comments above them, belong to no function. */
function readComment(above: string): string | null {
  const lines = above.trimEnd().split('\n');
  const heading = lines.findLastIndex((line) => /-{5,}$/.test(line));
  const own = lines
    .slice(heading + 1)
    .map((line) => line.replace(/^--[ ]?/, ''))
    .join('\n')
    .trim();
  return own === '' ? null : own;
}
