/** The endpoint of the indexer's soak, as a thread: tells its address first, and then the texts of each request. */
import { parentPort } from 'node:worker_threads';
import { createOpenAiServer } from '../support/openai-server.ts';

/** Milliseconds that a request takes: so long that many a kill comes in between. */
const LATENCY_MS = 30;

const server = await createOpenAiServer(64);
server.latencyMs = LATENCY_MS;
server.fault = ({ body }) => {
  parentPort?.postMessage(body.input);
  return null;
};
parentPort?.postMessage({ url: server.url, key: server.key });
