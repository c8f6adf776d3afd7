/** All migrations of a tree, read by Postgres's parser; a text that was read once in this process is not read again. */
import { basename, dirname } from 'node:path';
import { isMigration } from '../../paths.ts';
import { loadSqlParser, type SqlParser } from '../sql/parser.ts';
import { type ReadSql, readStatements } from '../sql/statements.ts';
import type { Tree } from '../tree.ts';

const read = new Map<string, ReadSql>();

/** Statements in the order in which they are executed. */
export async function readMigrations(tree: Tree): Promise<ReadSql> {
  const parser = await loadSqlParser();
  const files = listMigrations(tree).map((file) => readFile(parser, file, tree.read(file)));
  return {
    statements: files.flatMap(({ statements }) => statements),
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** Their paths, in the order in which they are applied: not the functions in folders below, nor the dump. */
export function listMigrations(tree: Tree): string[] {
  return tree
    .list('migrations', '.sql')
    .filter((path) => dirname(path) === 'migrations' && isMigration(basename(path)));
}

function readFile(parser: SqlParser, file: string, text: string): ReadSql {
  const key = `${file}\n${text}`;
  const known = read.get(key) ?? readStatements(parser, file, text);
  read.set(key, known);
  return known;
}
