/** The client process of the soak `subscribers`: a WebSocket for each subscriber, cut and opened again on demand. */
import process from 'node:process';
import { WebSocket } from 'ws';
import { seededChoice } from '../support/random.ts';

/** What it is told to do. */
export interface Subscribing {
  readonly url: string;
  readonly token: string;
  readonly runs: readonly string[];
  readonly subscribers: number;
  /** Number of each run's last event. */
  readonly last: number;
  readonly seed: number;
}

/** What it saw. */
export interface Received {
  /** Events after each run's first, at all subscribers. */
  readonly deliveries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly reconnects: number;
  /** Milliseconds from before the append to the client. */
  readonly latencies: readonly number[];
}

interface Subscriber {
  readonly run: string;
  seq: number;
  socket: WebSocket;
}

const QUERY = 'subscription ($run: ID!, $after: Int) { runEvents(runId: $run, after: $after) { seq payload } }';
/** Sockets that open at a time. */
const OPENING = 100;

const latencies: number[] = [];
const counts = { deliveries: 0, lost: 0, doubled: 0, reconnects: 0 };

process.once('message', async (given: Subscribing) => {
  const choose = seededChoice(given.seed);
  const subscribers: Subscriber[] = [];
  for (let from = 0; from < given.subscribers; from += OPENING) {
    const count = Math.min(OPENING, given.subscribers - from);
    subscribers.push(...(await Promise.all(Array.from({ length: count }, (_, index) => begin(given, from + index)))));
  }
  process.on('message', async (message) => {
    if (message === 'reconnect') reconnect(given, subscribers[choose(subscribers.length)] as Subscriber);
    if (message !== 'finish') return;
    while (subscribers.some(({ seq }) => seq < given.last)) await new Promise((resolve) => setTimeout(resolve, 50));
    // What comes twice would come now.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    process.send?.({ ...counts, latencies } satisfies Received);
  });
  process.send?.('ready');
});

/** Resolves with its first event. */
async function begin(given: Subscribing, index: number): Promise<Subscriber> {
  const run = given.runs[index % given.runs.length] as string;
  const subscriber: Subscriber = { run, seq: 0, socket: open(given) };
  await new Promise<void>((resolve) => follow(given, subscriber, resolve));
  return subscriber;
}

function open({ url }: Subscribing): WebSocket {
  return new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
}

function follow({ token }: Subscribing, subscriber: Subscriber, onEvent: () => void): void {
  const { socket, run } = subscriber;
  socket.on('open', () =>
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
  );
  socket.on('message', (bytes) => {
    const { type, payload } = JSON.parse(String(bytes));
    if (type === 'connection_ack') {
      const variables = { run, after: subscriber.seq };
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables } }));
    } else if (type === 'next') {
      note(subscriber, payload.data.runEvents);
      onEvent();
    } else if (type !== 'ping') throw new Error(String(bytes));
  });
}

function note(subscriber: Subscriber, { seq, payload }: { seq: number; payload: { at?: number } | null }): void {
  if (seq <= subscriber.seq) counts.doubled += 1;
  else counts.lost += seq - subscriber.seq - 1;
  subscriber.seq = Math.max(subscriber.seq, seq);
  if (typeof payload?.at !== 'number') return;
  counts.deliveries += 1;
  latencies.push(Date.now() - payload.at);
}

/** Cut, not closed: the gateway is not told. */
function reconnect(given: Subscribing, subscriber: Subscriber): void {
  counts.reconnects += 1;
  subscriber.socket.removeAllListeners();
  subscriber.socket.on('error', () => {});
  subscriber.socket.terminate();
  subscriber.socket = open(given);
  follow(given, subscriber, () => {});
}
