/** The hostile viewer of the soak `hostile`, in a process of its own: the worst that it may ask, over every door, for a while. */
import { Agent, request } from 'node:http';
import { constants, setPriority } from 'node:os';
import process from 'node:process';
import { WebSocket } from 'ws';
import { ATTACKED_PAGE } from './hostile-world.ts';

/** What it is told to do. */
export interface Attacking {
  readonly url: string;
  readonly token: string;
  readonly seconds: number;
}

/** What it did, by kind of attack. */
export interface Attacked {
  readonly counts: Readonly<Record<string, number>>;
  readonly cpuMs: number;
}

interface Attack {
  /** How many are under way at a time. */
  readonly atOnce: number;
  readonly once: (attacking: Attacking, nth: number) => Promise<unknown>;
}

const aliases = (count: number, field: (nth: number) => string) =>
  `{ ${Array.from({ length: count }, (_, nth) => `a${nth}: ${field(nth)}`).join(' ')} }`;

/** No two alike: equal calls of one viewer are one. */
const MANY = (nth: number) =>
  aliases(
    100,
    (alias) =>
      `partners(first: ${(alias % 50) + 1}, filter: { id: { ne: "${nth * 100 + alias + 1}" } }) { nodes { name } }`,
  );
const TOO_MANY = () => aliases(200, () => 'partners(first: 1) { nodes { name } }');
const DEEP = (nth: number) => `{ partners(first: 16, filter: { id: { ne: "${nth + 1}" } }) { nodes { name
  invoices(first: 12) { nodes { name lines(first: 8) { nodes { name product { name } account { name } } } } }
  contacts(first: 10) { nodes { name invoices(first: 12) { nodes { name lines(first: 6) { nodes { name move { name partner { name } } } } } } } }
  tasks(first: 12) { nodes { name subtasks(first: 6) { nodes { name } } timesheets(first: 10) { nodes { name } } } } } } }`;
const TREES = (nth: number) =>
  aliases(
    30,
    (alias) => `pages(first: ${20 + ((nth + alias) % 5)}) { totalCount nodes { title space { name } parent { title }
    blocks(first: 10) { nodes { type content } } children(first: 5) { nodes { title blocks(first: 5) { nodes { content } } } } } }`,
  );
const ASK = (nth: number) => `{ askDocs(question: "rent or payroll ${nth}?") { passages { snippet page { title } } } }`;
const STREAM = (nth: number) =>
  `subscription { askDocsAnswer(question: "audit ${nth}?") { passages { snippet } isEnd } }`;
const FOLLOW = `subscription { pageChanged(pageId: "${ATTACKED_PAGE}") { cursor } }`;
/** Operations that are begun and ended at once over one WebSocket. */
const BURST = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 400 });

const ATTACKS: Readonly<Record<string, Attack>> = {
  'http aliases': { atOnce: 4, once: (given, nth) => post(given, MANY(nth)) },
  'http too many aliases': { atOnce: 1, once: (given) => post(given, TOO_MANY()) },
  'http deep lists': { atOnce: 6, once: (given, nth) => post(given, DEEP(nth)) },
  'http trees': { atOnce: 8, once: (given, nth) => post(given, TREES(nth)) },
  'http small': { atOnce: 32, once: (given) => post(given, '{ __typename }') },
  'http questions': { atOnce: 100, once: (given, nth) => post(given, ASK(nth)) },
  'event streams': { atOnce: 60, once: (given, nth) => post(given, STREAM(nth), 'text/event-stream') },
  'websocket bursts': { atOnce: 1, once: burst },
  'websocket queries': { atOnce: 8, once: (given, nth) => socketQueries(given, nth) },
};

// The load generator gives way to what it asks.
setPriority(constants.priority.PRIORITY_LOW);
process.once('message', async (given: Attacking) => {
  const counts: Record<string, number> = {};
  const end = Date.now() + given.seconds * 1_000;
  const loops = Object.entries(ATTACKS).flatMap(([name, { atOnce, once }]) =>
    Array.from({ length: atOnce }, async (_, lane) => {
      for (let nth = lane; Date.now() < end; nth += atOnce) {
        await Promise.race([once(given, nth).catch(() => {}), until(end)]);
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }),
  );
  await Promise.all(loops);
  const { user, system } = process.cpuUsage();
  process.send?.({ counts, cpuMs: (user + system) / 1_000 } satisfies Attacked);
});
process.send?.('ready');

function until(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.max(0, time - Date.now())).unref());
}

function post({ url, token }: Attacking, query: string, accept = 'application/json'): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}`, accept };
    const asked = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('close', resolve);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify({ query }));
  });
}

/** Resolves when the socket is accepted; null where it is not. */
function connect({ url, token }: Attacking): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const payload = { authorization: `Bearer ${token}` };
    socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })));
    socket.once('message', () => resolve(socket));
    socket.once('close', () => resolve(null));
    socket.on('error', () => resolve(null));
  });
}

async function burst(given: Attacking): Promise<void> {
  const socket = await connect(given);
  if (!socket) return void (await new Promise((resolve) => setTimeout(resolve, 100)));
  for (let id = 0; id < BURST && socket.readyState === socket.OPEN; id += 1) {
    socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query: FOLLOW } }));
    socket.send(JSON.stringify({ type: 'complete', id: String(id) }));
    if (id % 100 === 99) await new Promise((resolve) => setImmediate(resolve));
  }
  // Until the gateway has read all of it.
  await new Promise((resolve) => {
    socket.once('pong', resolve);
    socket.once('close', resolve);
    socket.ping();
  });
  socket.terminate();
}

async function socketQueries(given: Attacking, nth: number): Promise<void> {
  const socket = await connect(given);
  if (!socket) return void (await new Promise((resolve) => setTimeout(resolve, 100)));
  const count = 50;
  for (let id = 0; id < count; id += 1)
    socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query: TREES(nth + id) } }));
  let ended = 0;
  await new Promise<void>((resolve) => {
    socket.on('message', (bytes) => {
      if (!/"type":"(complete|error)"/.test(String(bytes))) return;
      ended += 1;
      if (ended === count) resolve();
    });
    socket.once('close', () => resolve());
  });
  socket.terminate();
}
