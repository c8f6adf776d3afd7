/** The followers of the soak `replicas`: each follows one run through the proxy, and goes on from its cursor after a cut. */
import { WebSocket } from 'ws';

/** What all of them saw. */
export interface Followed {
  readonly deliveries: number;
  readonly lost: number;
  readonly doubled: number;
  readonly reconnects: number;
  /** Followers that have gone on at another gateway than before. */
  readonly moved: number;
}

/** Running followers. */
export interface Followers {
  /** Resolves when each has seen the event of this number. */
  untilSeen(seq: number): Promise<void>;
  stop(): Followed;
}

/** Whom they ask for what. */
export interface Following {
  /** Of the proxies, asked in turn. */
  readonly urls: readonly string[];
  readonly token: string;
  readonly run: string;
  /** Of each transport, at each proxy. */
  readonly count: number;
}

const QUERY = 'subscription ($run: ID!, $after: Int) { runEvents(runId: $run, after: $after) { seq } }';
/** Milliseconds before one connects again. */
const AGAIN_MS = 100;
/** Milliseconds between looks. */
const LOOK_MS = 50;

/** What one has seen so far. */
interface Follower {
  seq: number;
  readonly replicas: string[];
  /** Each stream and socket that was opened. */
  opened: number;
}

/** One connection of a follower: resolves when it is over. */
type Connect = (asked: Asked, follower: Follower, seen: (seq: number) => void) => Promise<void>;

interface Asked extends Pick<Following, 'token' | 'run'> {
  readonly url: string;
}

/** Resolves when each has seen an event. */
export async function startFollowers(following: Following, signal: AbortSignal): Promise<Followers> {
  const counts = { deliveries: 0, lost: 0, doubled: 0 };
  const everywhere = following.urls.flatMap((url) => Array.from({ length: following.count * 2 }, () => url));
  const followers = everywhere.map((): Follower => ({ seq: 0, replicas: [], opened: 0 }));
  const follow = async (follower: Follower, url: string, connect: Connect) => {
    const seen = (seq: number) => {
      counts.deliveries += 1;
      if (seq <= follower.seq) counts.doubled += 1;
      else counts.lost += seq - follower.seq - 1;
      follower.seq = Math.max(follower.seq, seq);
    };
    while (!signal.aborted) {
      follower.opened += 1;
      await connect({ ...following, url }, follower, seen).catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
  for (const [index, follower] of followers.entries())
    void follow(follower, everywhere[index] as string, index % 2 === 0 ? overStream(signal) : overSocket(signal));
  const untilSeen = async (seq: number) => {
    while (followers.some((follower) => follower.seq < seq))
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  };
  await untilSeen(1);
  return {
    untilSeen,
    stop: () => ({
      ...counts,
      reconnects: followers.reduce((sum, { opened }) => sum + opened - 1, 0),
      moved: followers.filter(({ replicas }) => new Set(replicas).size > 1).length,
    }),
  };
}

const overStream =
  (signal: AbortSignal): Connect =>
  async ({ url, token, run }, follower, seen) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${token}`,
      },
      body: JSON.stringify({ query: QUERY, variables: { run, after: follower.seq } }),
      signal,
    });
    if (response.status !== 200) return void (await response.text());
    note(follower, response.headers.get('x-replica'));
    let rest = '';
    for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (rest + text).split('\n\n');
      rest = events.pop() ?? '';
      for (const event of events) {
        // An id stands beside them.
        const [, data] = /^event: next$/m.test(event) ? (/^data: (.*)$/m.exec(event) ?? []) : [];
        if (data) seen(readSeq(JSON.parse(data)));
      }
    }
  };

const overSocket =
  (signal: AbortSignal): Connect =>
  ({ url, token, run }, follower, seen) =>
    new Promise((resolve) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      const leave = () => socket.terminate();
      signal.addEventListener('abort', leave);
      socket.once('upgrade', ({ headers }) => note(follower, String(headers['x-replica'])));
      socket.on('error', () => {});
      socket.once('close', () => {
        signal.removeEventListener('abort', leave);
        resolve();
      });
      socket.once('open', () =>
        socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
      );
      socket.on('message', (bytes) => {
        const { type, payload } = JSON.parse(String(bytes));
        if (type === 'next') seen(readSeq(payload));
        if (type !== 'connection_ack') return;
        const variables = { run, after: follower.seq };
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables } }));
      });
    });

function note({ replicas }: Follower, replica: string | null): void {
  if (replica) replicas.push(replica);
}

function readSeq(payload: { data?: { runEvents?: { seq?: number } } }): number {
  const seq = payload.data?.runEvents?.seq;
  if (seq === undefined) throw new Error(JSON.stringify(payload));
  return seq;
}
