/**
 * A `pg` client whose data rows carry bytes instead of strings.
 *
 * `pg` decodes every value to a string, only for us to encode it again: a fifth of the throughput of a large
 * answer. There is no public hook, so this file replaces one step of the connection's parser. It leans on
 * internals of `pg` and `pg-protocol`, which are pinned; `test/postgres/bytes-client.test.ts` fails when they move.
 */
import { Socket, type SocketConstructorOpts } from 'node:net';
import pg from 'pg';
import { Parser } from 'pg-protocol/dist/parser.js';

const DATA_ROW = 0x44;
/** Bytes of a message before its contents: its code, and its length without the code. */
const MESSAGE_HEAD = 5;
/** Bytes of a data row of one field before the value: the message's head, the number of fields, the value's length. */
const FIELD_HEAD = 11;

interface Internals {
  connection: {
    attachListeners(stream: NodeJS.ReadableStream): void;
    emit(name: string, message: unknown): boolean;
    once(name: 'error', listener: () => void): void;
    stream: { destroy(): void };
  };
}

interface Message {
  readonly name: string;
}

interface ParserInternals {
  /** Bytes of a message that has not come whole. */
  readonly bufferLength: number;
  parse(buffer: Buffer, callback: (message: Message) => void): void;
  handlePacket(offset: number, code: number, length: number, bytes: Buffer): Message;
}

/** The message of a data row as our submissions read it. */
export interface BytesRow {
  readonly fields: readonly (Buffer | null)[];
}

/** Says why a value of so many bytes is too long; null where it is not. */
export type RefuseValue = (bytes: number) => Error | null;

/** For `new pg.Pool({ Client: BytesClient })`; serves only submissions that read bytes, never `client.query(text)`. */
export class BytesClient extends pg.Client {
  /** Asked when a value begins to come: one that it refuses cuts the connection, before there is memory for it. */
  refuse: RefuseValue | null = null;
  /** Why a value was refused. */
  refused: Error | null = null;
  isCut = false;

  constructor(config?: string | pg.ClientConfig) {
    super({ ...(typeof config === 'string' ? { connectionString: config } : config), stream: createSocket });
    // What is under way is rejected with the same error; without a listener a cut connection would end the process.
    this.on('error', () => {});
    const { connection } = this as unknown as Internals;
    // Where the client itself gives up, such as without a password, the driver leaves the socket open.
    connection.once('error', () => this.abort());
    connection.attachListeners = (stream) => {
      const emit = (message: Message) =>
        connection.emit(message.name === 'error' ? 'errorMessage' : message.name, message);
      stream.on(
        'data',
        createReader(emit, (bytes) => this.isRefused(bytes)),
      );
    };
  }

  private isRefused(bytes: number): boolean {
    this.refused ??= this.refuse?.(bytes) ?? null;
    if (this.refused) this.abort();
    return this.refused !== null;
  }

  /** Cuts the connection: what is under way fails as a lost connection. */
  abort(): void {
    this.isCut = true;
    (this as unknown as Internals).connection.stream.destroy();
  }
}

/** Bytes of a connection's read buffer. */
const READ_BYTES = 131_072;

/**
 * A socket that reads into one buffer of its own, whose next chunk is written over the last one.
 *
 * Node's default is 64 kB of new memory for each read, however little comes: garbage outside of the heap, for which
 * V8 marks the whole heap again and again.
 */
function createSocket(): Socket {
  const onread = {
    buffer: Buffer.allocUnsafeSlow(READ_BYTES),
    callback: (length: number, { buffer, byteOffset }: Uint8Array) =>
      socket.emit('data', Buffer.from(buffer, byteOffset, length)),
  };
  // Its types know the option of `connect` only.
  const socket: Socket = new Socket({ onread } as SocketConstructorOpts);
  return socket;
}

/** Takes what comes over the wire, chunk by chunk, and emits its messages. */
function createReader(
  emit: (message: Message) => void,
  isRefused: (bytes: number) => boolean,
): (chunk: Buffer) => void {
  const parser = createParser();
  /** The value that is coming, and how much of it has. */
  let value: Buffer | null = null;
  let received = 0;
  return (chunk) => {
    let rest = chunk;
    if (value) {
      const taken = rest.copy(value, received);
      received += taken;
      if (received < value.length) return;
      emit(rowOf([value]));
      value = null;
      rest = rest.subarray(taken);
      if (rest.length === 0) return;
    }
    // The part of a message that has come so far is kept in memory of its own, and so is what is added to it.
    if (parser.bufferLength > 0) return isRefused(parser.bufferLength) ? undefined : parser.parse(rest, emit);
    const cut = findCut(rest);
    if (cut > 0) parser.parse(rest.subarray(0, cut), emit);
    const tail = rest.subarray(cut);
    if (isOneValue(tail)) {
      const length = tail.readInt32BE(FIELD_HEAD - 4);
      if (isRefused(length)) return;
      value = Buffer.allocUnsafeSlow(length);
      received = tail.copy(value, 0, FIELD_HEAD);
    } else if (tail.length > 0) parser.parse(Buffer.from(tail), emit);
  };
}

/** Where the last message begins, if it goes on in the next chunk; else the chunk's length. */
function findCut(chunk: Buffer): number {
  let start = 0;
  while (start + MESSAGE_HEAD <= chunk.length) {
    const end = start + 1 + chunk.readInt32BE(start + 1);
    if (end > chunk.length) return start;
    start = end;
  }
  return start;
}

/**
 * Whether it is the beginning of a data row of one value that is not empty.
 *
 * Such a value is copied once, to where it stays. The parser would copy it into a buffer that it doubles as the chunks come,
 * and we would copy it out of that buffer again.
 */
function isOneValue(tail: Buffer): boolean {
  return (
    tail.length >= FIELD_HEAD &&
    tail[0] === DATA_ROW &&
    tail.readInt16BE(MESSAGE_HEAD) === 1 &&
    tail.readInt32BE(FIELD_HEAD - 4) > 0
  );
}

function createParser(): ParserInternals {
  const parser = new Parser() as unknown as ParserInternals;
  const handlePacket = parser.handlePacket.bind(parser);
  parser.handlePacket = (offset, code, length, bytes) =>
    code === DATA_ROW ? readRow(bytes, offset) : handlePacket(offset, code, length, bytes);
  return parser;
}

function readRow(bytes: Buffer, start: number): BytesRow & Message {
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
  return rowOf(fields);
}

function rowOf(fields: readonly (Buffer | null)[]): BytesRow & Message {
  return { name: 'dataRow', fields };
}
