/**
 * The limit: bare `node:http` + `pg`, one hand-written statement a path, its bytes passed through.
 *
 * No GraphQL at all: the path names the answer. JWT check, role, claims and row-level security are as everywhere.
 */
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';
import { BytesClient } from '../../src/postgres/bytes-client.ts';
import { runLimit } from './limit-round-trip.ts';
import {
  DOCUMENT_LIST,
  LEDGER_LIST,
  LIST_20,
  type LimitRendering,
  PAGE_TREE,
  POINT,
  WORK_TREE,
} from './limit-statements.ts';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const { databaseUrl, poolSize, signing } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(signing);
// The time zone once a connection: the statements render UTC.
const pool = new pg.Pool({
  Client: BytesClient,
  connectionString: databaseUrl,
  max: poolSize,
  options: '-c timezone=UTC',
});
const answers = new Map([
  ['/graphql/workTree', prepare('work_tree', WORK_TREE)],
  ['/graphql/pageTree', prepare('page_tree', PAGE_TREE)],
  ['/graphql/ledgerList', prepare('ledger_list', LEDGER_LIST)],
  ['/graphql/point', prepare('point', POINT)],
  ['/graphql/list20', prepare('list_20', LIST_20)],
  ...DOCUMENT_LIST.map((one, n) => [`/graphql/documents/${n}`, prepare(`document_${n}`, one)] as const),
]);
const TYPENAME = Buffer.from('{"data":{"__typename":"Query"}}');

function prepare(name: string, { text, before, after }: LimitRendering) {
  return { statement: { name, text }, before: Buffer.from(before), after: Buffer.from(after) };
}

/** The parts of the body. */
async function answer(path: string, authorization: string | undefined): Promise<readonly Buffer[]> {
  const viewer = await verify(authorization);
  const found = answers.get(path);
  if (!found) return [TYPENAME];
  const client = await pool.connect();
  try {
    return [found.before, await runLimit(client, viewer, found.statement), found.after];
  } finally {
    client.release();
  }
}

function send(response: ServerResponse, status: number, parts: readonly Buffer[]): void {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': length });
  response.cork();
  for (const part of parts) response.write(part);
  response.end();
}

servePeer(
  createServer((request, response) => {
    answer(request.url ?? '', request.headers.authorization).then(
      (parts) => send(response, 200, parts),
      (error: unknown) => send(response, 500, [Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] }))]),
    );
  }),
);
