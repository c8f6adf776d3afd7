/** All migrations of a tree, read by Postgres's parser; a text that was read once in this process is not read again. */
import { loadSqlParser, type SqlParser } from '../sql/parser.ts';
import { type ReadSql, readStatements } from '../sql/statements.ts';
import type { Tree } from '../tree.ts';

const read = new Map<string, ReadSql>();

/** Statements in the order in which they are executed. */
export async function readMigrations(tree: Tree): Promise<ReadSql> {
  const parser = await loadSqlParser();
  const files = tree.list('migrations', '.sql').map((file) => readFile(parser, file, tree.read(file)));
  return {
    statements: files.flatMap(({ statements }) => statements),
    problems: files.flatMap(({ problems }) => problems),
  };
}

function readFile(parser: SqlParser, file: string, text: string): ReadSql {
  const key = `${file}\n${text}`;
  const known = read.get(key) ?? readStatements(parser, file, text);
  read.set(key, known);
  return known;
}
