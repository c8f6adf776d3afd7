/**
 * One keep-alive connection of the load: asks, waits for the whole answer, asks again.
 *
 * Written on `node:net`: the generator shares two cores with what it measures, and an HTTP client that parses
 * headers and copies bodies would take a part of them that differs with the size of the answer.
 */
import { connect, type Socket } from 'node:net';

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly bytes: Buffer;
  /** Length that the body of its answer must have: the data does not change. */
  readonly bodyBytes: number;
}

/** What one connection does. */
export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  /** The next request; null where none is to be sent any more. */
  readonly next: () => WireRequest | null;
  /** Called with the milliseconds of each answer. */
  readonly onAnswer: (ms: number) => void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** Resolves when the last answer has come. @throws Error for an answer that is not 200, or of another length. */
export function runConnection(options: ConnectionOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: options.host, port: options.port, noDelay: true });
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.once('error', fail);
    socket.once('close', () => reject(new Error('the connection was closed')));
    socket.once('connect', () => askAgain(socket, options, { resolve, fail }));
  });
}

interface Settle {
  readonly resolve: () => void;
  readonly fail: (error: Error) => void;
}

function askAgain(socket: Socket, { next, onAnswer }: ConnectionOptions, { resolve, fail }: Settle): void {
  let request: WireRequest | null = null;
  let start = 0;
  let received = 0;
  /** Bytes of head and body; 0 until the head has come. */
  let expected = 0;
  let head = Buffer.alloc(0);
  const ask = () => {
    request = next();
    if (!request) {
      resolve();
      socket.destroy();
      return;
    }
    received = 0;
    expected = 0;
    head = Buffer.alloc(0);
    start = performance.now();
    socket.write(request.bytes);
  };
  socket.on('data', (chunk) => {
    const bodyBytes = request?.bodyBytes ?? 0;
    received += chunk.length;
    if (expected === 0) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      const end = head.indexOf(HEAD_END);
      if (end < 0) return;
      const problem = checkHead(head.toString('latin1', 0, end), bodyBytes);
      if (problem) return fail(new Error(problem));
      expected = end + HEAD_END.length + bodyBytes;
    }
    if (received < expected) return;
    onAnswer(performance.now() - start);
    ask();
  });
  ask();
}

function checkHead(head: string, bodyBytes: number): string | null {
  if (!head.startsWith('HTTP/1.1 200 ')) return `an answer is not 200: ${head.split('\r\n', 1)[0]}`;
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1]);
  return length === bodyBytes ? null : `an answer has ${length} bytes, not ${bodyBytes}`;
}
