/** The load of the soak `replicas`: clients that read and write through the proxies, and what each of them met. */

/** Requests of one phase. */
export interface Met {
  answered: number;
  /** Gateways that answered, by `x-replica`. */
  readonly by: Set<string>;
  /** No answer, or one that is no success. */
  failed: number;
  /** Of those that failed, some. */
  readonly problems: string[];
}

/** A running load; a phase is what happens meanwhile. It ends with the soak, also where that fails. */
export interface Load<Phase extends string> extends AsyncDisposable {
  /** What ends from now on counts here. */
  enter(phase: Phase): void;
  /** Readers ask this too from now on. */
  alsoRead(query: string): void;
  /** Resolves when every client has its last answer. */
  stop(): Promise<Readonly<Record<Phase, Met>>>;
  /** Keys of writes that were answered. */
  readonly keys: { readonly runs: readonly string[]; readonly pages: readonly string[] };
}

/** A proxy, as its clients use it. */
export interface Door {
  readonly url: string;
  /** Whether clients keep their connections. */
  readonly isKept: boolean;
}

/** Whom it asks, and as whom. */
export interface LoadTarget<Phase extends string> {
  /** The load begins in the first. */
  readonly phases: readonly [Phase, ...Phase[]];
  readonly doors: readonly Door[];
  readonly userToken: string;
  readonly serviceToken: string;
  /** The space that pages are made in. */
  readonly space: string;
  /** Milliseconds between two requests of one client. */
  readonly pauseMs: number;
}

const READERS = 4;
/** Of each kind. */
const WRITERS = 1;
/** Milliseconds after which a request counts as lost. */
const PATIENCE_MS = 20_000;
/** Milliseconds before a write is asked for again. */
const AGAIN_MS = 100;
const MAX_PROBLEMS = 10;

const READS = [
  '{ viewer { kind } }',
  '{ spaces(first: 5) { totalCount nodes { name pages(first: 3) { nodes { title } } } } }',
  '{ pages(first: 10) { nodes { title version space { name } } } }',
  '{ partners(first: 2) { nodes { name } } }',
];
const ENQUEUE =
  'mutation ($key: String!) { done: enqueueRun(input: { agent: "sync-odoo-agent", kind: "count", idempotencyKey: $key }) { run { id } userErrors { message } } }';
const CREATE =
  'mutation ($key: String!, $space: ID!) { done: createPage(input: { title: $key, spaceId: $space, idempotencyKey: $key }) { page { id } userErrors { message } } }';

interface Request {
  readonly token: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Begins at once. */
export function startLoad<Phase extends string>(target: LoadTarget<Phase>): Load<Phase> {
  const { phases, doors, userToken, serviceToken, space, pauseMs } = target;
  const met = Object.fromEntries(phases.map((name) => [name, nothing()])) as Record<Phase, Met>;
  const reads = [...READS];
  const keys = { runs: [] as string[], pages: [] as string[] };
  let phase = phases[0];
  let isStopping = false;
  /** Where the soak has failed: nobody looks at what is answered any more. */
  let isGivenUp = false;
  let asked = 0;
  const ask = async (request: Request): Promise<boolean> => {
    const door = doors[asked++ % doors.length] as Door;
    const answeredBy: string[] = [];
    const problem = await send(door, request, (replica) => answeredBy.push(replica));
    const into = met[phase];
    for (const replica of answeredBy) into.by.add(replica);
    if (problem === null) into.answered += 1;
    else into.failed += 1;
    if (problem !== null && into.problems.length < MAX_PROBLEMS) into.problems.push(problem);
    return problem === null;
  };
  const repeat = async (work: (turn: number) => Promise<void>) => {
    for (let turn = 0; !isStopping; turn += 1) {
      await work(turn);
      await pause(pauseMs);
    }
  };
  /** With the same key until it is answered, as a client would. */
  const write = async (key: string, request: Request, into: string[]) => {
    while (!(await ask(request))) {
      if (isGivenUp) return;
      await pause(AGAIN_MS);
    }
    into.push(key);
  };
  const read = (reader: number) =>
    repeat(async (turn) => {
      await ask({ token: userToken, query: reads[(turn + reader) % reads.length] as string });
    });
  const enqueue = (writer: number) =>
    repeat((turn) => {
      const key = `run-${writer}-${turn}`;
      return write(key, { token: serviceToken, query: ENQUEUE, variables: { key } }, keys.runs);
    });
  const create = (writer: number) =>
    repeat((turn) => {
      const key = `page-${writer}-${turn}`;
      return write(key, { token: userToken, query: CREATE, variables: { key, space } }, keys.pages);
    });
  const clients = [
    ...Array.from({ length: READERS }, (_, index) => read(index)),
    ...Array.from({ length: WRITERS }, (_, index) => Promise.all([enqueue(index), create(index)])),
  ];
  const stop = async () => {
    isStopping = true;
    await Promise.all(clients);
    return met;
  };
  return {
    keys,
    alsoRead: (query) => void reads.push(query),
    enter: (next) => {
      phase = next;
    },
    stop,
    [Symbol.asyncDispose]: async () => {
      isGivenUp = true;
      await stop();
    },
  };
}

function nothing(): Met {
  return { answered: 0, by: new Set(), failed: 0, problems: [] };
}

/** What was wrong with the answer; null where nothing was. */
async function send(
  { url, isKept }: Door,
  { token, query, variables }: Request,
  onReplica: (name: string) => void,
): Promise<string | null> {
  try {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${token}`,
        ...(!isKept && { connection: 'close' }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    const replica = response.headers.get('x-replica');
    if (replica) onReplica(replica);
    const { data, errors } = response.status === 200 ? JSON.parse(text) : { data: null, errors: null };
    const isDone = response.status === 200 && !errors && (data?.done?.userErrors ?? []).length === 0;
    return isDone ? null : `${url} ${replica} ${response.status} ${text.replace(/\s+/g, ' ').slice(0, 300)}`;
  } catch (error) {
    const { message, cause } = error as Error;
    return `${url} ${message}: ${String(cause)}`;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
