/** A server that speaks the first words of Postgres's protocol, and then refuses: what a real one says to a wrong DSN. */
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** How it refuses. */
export type Refusal =
  /** An SQLSTATE, such as `28P01`. */
  | { readonly state: string; readonly message: string }
  /** It asks for a password; knows no TLS; ends the connection; or takes it and says nothing. */
  | 'asks for a password'
  | 'has no TLS'
  | 'breaks off'
  | 'says nothing';

/** Listens on loopback until it is disposed of. */
export async function openRefusingPostgres(refusal: Refusal): Promise<AsyncDisposable & { readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (refusal === 'asks for a password') socket.once('data', () => askForPassword(socket));
    else if (refusal === 'has no TLS') socket.once('data', () => socket.write('N'));
    else if (refusal === 'breaks off') socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request'));
    else if (refusal !== 'says nothing') socket.once('data', () => refuse(socket, refusal));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function refuse(socket: Socket, { state, message: text }: Exclude<Refusal, string>): void {
  const fields = { S: 'FATAL', V: 'FATAL', C: state, M: text };
  const lines = Object.entries(fields).map(([name, value]) => `${name}${value}\0`);
  socket.end(message('E', Buffer.from(`${lines.join('')}\0`)));
}

/** SCRAM up to where the client must use its password. */
function askForPassword(socket: Socket): void {
  socket.write(message('R', Buffer.concat([int32(10), Buffer.from('SCRAM-SHA-256\0\0')])));
  socket.once('data', (first: Buffer) => {
    const nonce = /r=([^,]*)$/.exec(first.toString('utf8'))?.[1];
    const challenge = `r=${nonce}server,s=${Buffer.from('salt').toString('base64')},i=4096`;
    socket.write(message('R', Buffer.concat([int32(11), Buffer.from(challenge)])));
  });
}

function message(code: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(code), int32(body.length + 4), body]);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}
