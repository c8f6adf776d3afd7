/** A WebSocket of a test, message by message, without a library of the protocol. */
import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A message of the protocol. */
export interface SocketMessage {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** An open WebSocket. */
export interface TestSocket {
  /** An object goes as JSON, a text as it is. */
  send(message: unknown): void;
  /** The next message, once it has come. @throws Error where the socket closes instead. */
  next(): Promise<SocketMessage>;
  nextText(): Promise<string>;
  /** What has come and was not asked for yet. */
  received(): string[];
  /** Takes nothing more off the wire. */
  pause(): void;
  resume(): void;
  close(): void;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Connects to `/graphql` of the gateway at `url`. */
export async function openSocket(
  url: string,
  {
    protocol = 'graphql-transport-ws',
    headers = {},
  }: { protocol?: string | string[]; headers?: Record<string, string> } = {},
): Promise<TestSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, protocol, { headers });
  const texts: string[] = [];
  const waiting: { resolve: (text: string) => void; reject: (error: Error) => void }[] = [];
  socket.on('message', (bytes) => {
    const next = waiting.shift();
    if (next) next.resolve(String(bytes));
    else texts.push(String(bytes));
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  closed.then(({ code, reason }) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`the socket closed with ${code} ${reason}`));
  });
  await once(socket, 'open');
  const nextText = () =>
    new Promise<string>((resolve, reject) => {
      const text = texts.shift();
      if (text !== undefined) resolve(text);
      else if (socket.readyState === WebSocket.CLOSED) reject(new Error('the socket is closed'));
      else waiting.push({ resolve, reject });
    });
  return {
    send: (message) => socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    nextText,
    received: () => texts.splice(0),
    next: async () => JSON.parse(await nextText()) as SocketMessage,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    close: () => socket.close(),
    closed,
  };
}
