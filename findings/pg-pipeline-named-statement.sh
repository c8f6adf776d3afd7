#!/usr/bin/env bash
# Software: pg 8.23.1 (npm) with `pipeline: true`, on PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17, npm).
# Behaviour: a pipelined client counts a named statement as prepared when it sends it, not when the server has answered. Where
#   the first use fails before the statement exists, each use sent behind it fails with `prepared statement "…" does not
#   exist`: the message hides the reason, and a use fails that would have succeeded. A transaction that is aborted does the same to
#   the first use after its rollback. The next use after those answers succeeds. Without the pipeline all of them are answered
#   as they should be.
# Seen:
#   pipeline, made between: relation "later" does not exist | CREATE | prepared statement "find" does not exist | then SELECT
#   pipeline, rolled back: BEGIN | division by zero | current transaction is aborted, commands ignored until end of transaction block | ROLLBACK | prepared statement "find" does not exist | then SELECT
#   one by one, made between: relation "later" does not exist | CREATE | SELECT | then SELECT
#   one by one, rolled back: BEGIN | division by zero | current transaction is aborted, commands ignored until end of transaction block | ROLLBACK | SELECT | then SELECT
# Fails when the output is no longer that.
set -euo pipefail
FOLDER=$(mktemp -d)
chmod 755 "$FOLDER"
trap 'rm -rf "$FOLDER"' EXIT
cd "$FOLDER"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pg@8.23.1 embedded-postgres@18.4.0-beta.17

cat >ask.mjs <<'JS'
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
const port = 40_000 + (process.pid % 20_000);
const login = { port, user: 'postgres', password: 'postgres' };
const quiet = () => {};
const server = new EmbeddedPostgres({
  ...{ ...login, databaseDir: join(process.cwd(), 'data'), persistent: false, onLog: quiet, onError: quiet },
  createPostgresUser: process.getuid() === 0,
});
await server.initialise();
await server.start();
const said = (asked) => asked.then(({ command }) => command, ({ message }) => message);
const later = { name: 'find', text: 'select * from later' };
const seven = { name: 'find', text: 'select 7' };
const cases = {
  'made between': [[later, 'create temp table later (x int)', later], later],
  'rolled back': [['begin', 'select 1/0', seven, 'rollback', seven], seven],
};
for (const pipeline of [true, false])
  for (const [name, [together, then]] of Object.entries(cases)) {
    const client = new pg.Client({ ...login, host: '127.0.0.1', database: 'postgres', pipeline });
    await client.connect();
    const answers = await Promise.all(together.map((query) => said(client.query(query))));
    console.log(`${pipeline ? 'pipeline' : 'one by one'}, ${name}: ${answers.join(' | ')} | then ${await said(client.query(then))}`);
    await client.end();
  }
await server.stop();
JS
node --no-deprecation ask.mjs | tee seen
diff seen - <<'EXPECTED'
pipeline, made between: relation "later" does not exist | CREATE | prepared statement "find" does not exist | then SELECT
pipeline, rolled back: BEGIN | division by zero | current transaction is aborted, commands ignored until end of transaction block | ROLLBACK | prepared statement "find" does not exist | then SELECT
one by one, made between: relation "later" does not exist | CREATE | SELECT | then SELECT
one by one, rolled back: BEGIN | division by zero | current transaction is aborted, commands ignored until end of transaction block | ROLLBACK | SELECT | then SELECT
EXPECTED
