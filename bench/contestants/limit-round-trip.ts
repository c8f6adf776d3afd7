/**
 * Identity and statement in one round trip, both named; the answer's bytes as they came.
 *
 * The limit's own, so that a change of the gateway's round trip moves the ratio. Only the client that leaves data
 * rows as bytes is the product's: without it `pg` has no such thing.
 */
import type { PoolClient } from 'pg';
import type { BytesRow } from '../../src/postgres/bytes-client.ts';
import type { PeerViewer } from './viewer.ts';

const IDENTITY = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";

/** A statement without parameters. */
export interface LimitStatement {
  readonly name: string;
  readonly text: string;
}

/** The extended-protocol calls of `pg`'s connection, which its types leave out. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  readonly prepared?: Set<string>;
  parse(query: { name: string; text: string; types: number[] }): void;
  bind(config: { statement: string; values: readonly string[]; binary: boolean }): void;
  execute(config: Record<string, never>): void;
  sync(): void;
}

const prepared = new WeakMap<object, Set<string>>();

/** Resolves with the only value of the only row of the second statement. */
export function runLimit(
  client: PoolClient,
  { role, claims }: PeerViewer,
  { name, text }: LimitStatement,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes: Buffer | null = null;
    client.query({
      submit(connection: Wire) {
        const names = prepared.get(connection) ?? new Set();
        prepared.set(connection, names);
        connection.stream.cork();
        for (const step of [
          { name: 'identity', text: IDENTITY, values: [role, claims] },
          { name, text, values: [] },
        ]) {
          if (!names.has(step.name)) connection.parse({ name: step.name, text: step.text, types: [] });
          names.add(step.name);
          connection.bind({ statement: step.name, values: step.values, binary: false });
          connection.execute({});
        }
        connection.sync();
        connection.stream.uncork();
      },
      handleRowDescription() {},
      handleDataRow(row: BytesRow) {
        bytes = row.fields[0] ?? null;
      },
      handleCommandComplete() {},
      handleError: reject,
      handleReadyForQuery() {
        if (bytes) resolve(bytes);
      },
    } as never);
  });
}
