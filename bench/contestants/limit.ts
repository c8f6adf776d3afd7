/**
 * The limit: bare `node:http` + `pg`, one hand-written statement a path, its bytes passed through.
 *
 * No GraphQL at all: the path names the answer. JWT check, role, claims and row-level security are as everywhere.
 */
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { BytesClient } from '../../src/postgres/bytes-client.ts';
import { runLimit } from './limit-round-trip.ts';
import { LEDGER_LIST, WORK_TREE } from './limit-statements.ts';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const { databaseUrl, poolSize, jwtSecret } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(jwtSecret);
// The time zone once a connection: the statements render UTC.
const pool = new pg.Pool({
  Client: BytesClient,
  connectionString: databaseUrl,
  max: poolSize,
  options: '-c timezone=UTC',
});
const statements = new Map([
  ['/graphql/workTree', { name: 'work_tree', text: WORK_TREE }],
  ['/graphql/ledgerList', { name: 'ledger_list', text: LEDGER_LIST }],
]);
const TYPENAME = Buffer.from('{"data":{"__typename":"Query"}}');

async function answer(path: string, authorization: string | undefined): Promise<Buffer> {
  const viewer = await verify(authorization);
  const statement = statements.get(path);
  if (!statement) return TYPENAME;
  const client = await pool.connect();
  try {
    return await runLimit(client, viewer, statement);
  } finally {
    client.release();
  }
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

servePeer(
  createServer((request, response) => {
    answer(request.url ?? '', request.headers.authorization).then(
      (body) => send(response, 200, body),
      (error: unknown) => send(response, 500, Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] }))),
    );
  }),
);
