/**
 * A `pg` client whose data rows carry bytes instead of strings.
 *
 * `pg` decodes every value to a string, only for us to encode it again: a fifth of the throughput of a large
 * answer. There is no public hook, so this file replaces one step of the connection's parser. It leans on
 * internals of `pg` and `pg-protocol`, which are pinned; `test/postgres/bytes-client.test.ts` fails when they move.
 */
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';

const DATA_ROW = 0x44;

interface Internals {
  connection: {
    attachListeners(stream: NodeJS.ReadableStream): void;
    emit(name: string, message: unknown): boolean;
    stream: { destroy(): void };
  };
}

interface ParserInternals {
  parse(buffer: Buffer, callback: (message: { name: string }) => void): void;
  handlePacket(offset: number, code: number, length: number, bytes: Buffer): { name: string };
}

/** The message of a data row as our submissions read it. */
export interface BytesRow {
  readonly fields: readonly (Buffer | null)[];
}

/** For `new pg.Pool({ Client: BytesClient })`; serves only submissions that read bytes, never `client.query(text)`. */
export class BytesClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const { connection } = this as unknown as Internals;
    connection.attachListeners = (stream) => {
      const parser = new Parser() as unknown as ParserInternals;
      const handlePacket = parser.handlePacket.bind(parser);
      parser.handlePacket = (offset, code, length, bytes) =>
        code === DATA_ROW ? readRow(bytes, offset) : handlePacket(offset, code, length, bytes);
      stream.on('data', (chunk: Buffer) => {
        parser.parse(chunk, (message) =>
          connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message),
        );
      });
    };
  }

  /** Cuts the connection: what is under way fails as a lost connection. */
  abort(): void {
    (this as unknown as Internals).connection.stream.destroy();
  }
}

function readRow(bytes: Buffer, start: number): BytesRow & { name: 'dataRow' } {
  let offset = start + 2;
  const fields = Array.from({ length: bytes.readInt16BE(start) }, () => {
    const length = bytes.readInt32BE(offset);
    offset += 4;
    if (length < 0) return null;
    // A copy: the parser writes the next message over its buffer.
    const field = Buffer.from(bytes.subarray(offset, offset + length));
    offset += length;
    return field;
  });
  return { name: 'dataRow', fields };
}
