/** Ends a statement under way when nobody waits for it any more. */
import pg, { type PoolClient } from 'pg';
import type { BytesClient } from './bytes-client.ts';

/** What names a connection to the server; the driver's types leave some of it out. */
interface Cancellable {
  readonly host: string;
  readonly port: number;
  readonly ssl: boolean | object;
  readonly processID: number;
  readonly secretKey: number;
}

interface CancelConnection {
  connect(port: number | string, host?: string): void;
  requestSsl(): void;
  cancel(processID: number, secretKey: number): void;
  on(event: string, listener: (error: Error) => void): void;
  readonly stream: { destroy(): void };
}

/** Milliseconds that the server has to take the request. */
const CANCEL_TIMEOUT_MS = 1_000;
/** Milliseconds that a statement has to end by itself: most do, and each request to cancel costs the server a process. */
const GRACE_MS = 20;

/**
 * Cancels what the connection runs when the signal is aborted, unless it ends right then.
 *
 * @returns Stops it, and resolves when a request under way has been taken: only then may the connection run anything
 *   else, which the request would end in its place. One that was not taken has cut the connection.
 */
export function cancelWhenAborted(client: PoolClient, signal: AbortSignal): () => Promise<void> {
  let cancelling: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const cancel = () => {
    cancelling = requestCancel(client as unknown as Cancellable).catch(() =>
      (client as unknown as BytesClient).abort(),
    );
  };
  const onAbort = () => {
    timer = setTimeout(cancel, GRACE_MS);
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return async () => {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
    await cancelling;
  };
}

/** Cancels over another connection, as the protocol wants. The server closes that one after it has told the statement to end. */
function requestCancel({ host, port, ssl, processID, secretKey }: Cancellable): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = new pg.Connection({ ssl } as never) as unknown as CancelConnection;
    let isSent = false;
    const timer = setTimeout(() => {
      reject(new Error('the request to cancel was not taken'));
      connection.stream.destroy();
    }, CANCEL_TIMEOUT_MS);
    const send = () => {
      isSent = true;
      connection.cancel(processID, secretKey);
    };
    connection.on('connect', () => (ssl ? connection.requestSsl() : send()));
    connection.on('sslconnect', send);
    connection.on('error', reject);
    connection.on('end', () => {
      clearTimeout(timer);
      if (isSent) resolve();
      else reject(new Error('no connection to cancel by'));
    });
    if (host?.startsWith('/')) connection.connect(`${host}/.s.PGSQL.${port}`);
    else connection.connect(port, host);
  });
}
