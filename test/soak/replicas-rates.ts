/** The rates of the soak `replicas`: gateways count a viewer's minute together in Redis, and each alone while it is gone. */
import { randomUUID } from 'node:crypto';
import type { TestRedis } from '../support/redis.ts';

/** Points a minute that each viewer is given: more than the soak's load uses. */
export const VIEWER_POINTS = 1_000_000;

/** Whom it asks. */
export interface RatesTarget {
  readonly proxyUrl: string;
  /** Of each gateway, past the proxies. */
  readonly gatewayUrls: readonly string[];
  readonly redis: TestRedis;
  /** A token of a viewer. */
  readonly tokenOf: (user: string) => Promise<string>;
}

/** Two lists of 100 records with 99 below each; a viewer without a space gets none of them. */
const OPERATION =
  '{ a: spaces(first: 100) { nodes { pages(first: 99) { nodes { title } } } } b: spaces(first: 100) { nodes { pages(first: 99) { nodes { title } } } } }';
const COST = 20_000;
const ALL = VIEWER_POINTS / COST;
/** Requests of one viewer at once. */
const AT_ONCE = 6;
/** Milliseconds that gateways have to count together. */
const TOGETHER_MS = 30_000;
/** Milliseconds between looks. */
const LOOK_MS = 100;

/** Redis is killed meanwhile, and started again. @throws Error where more or less passes than there are points for. */
export async function checkRates(target: RatesTarget, report: (line: string) => void): Promise<void> {
  const { proxyUrl, gatewayUrls, redis } = target;
  await untilTogether(target);
  const together = await spend(proxyUrl, await newViewer(target));
  const token = await newViewer(target);
  for (let times = 0; times < ALL / 2; times += 1) await ask(proxyUrl, token);
  await redis.stop();
  const alone = await Promise.all(gatewayUrls.map((url) => spend(url, token)));
  await redis.start();
  await untilTogether(target);
  const again = await spend(proxyUrl, await newViewer(target));
  report(`rates, of ${VIEWER_POINTS} points over three gateways: ${together} with Redis, ${again} when it was back`);
  report(`rates, of ${VIEWER_POINTS} points at each gateway without Redis: ${alone.join(', ')}`);
  if ([together, again, ...alone].some((points) => points !== VIEWER_POINTS))
    throw new Error('viewers were let in beyond their points, or refused while they had some left');
}

/**
 * Asks, also several times at once, until nothing is left.
 *
 * @returns Points of what was let in.
 */
async function spend(url: string, token: string): Promise<number> {
  let points = 0;
  const untilRefused = async () => {
    for (let cost = await ask(url, token); cost !== null; cost = await ask(url, token)) {
      points += cost;
      // Beyond all doubt: without a limit it would never end.
      if (points > VIEWER_POINTS * 2) return;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, untilRefused));
  // What was refused has been given back by now.
  await untilRefused();
  return points;
}

/** Until what one gateway counts all others see. */
async function untilTogether(target: RatesTarget): Promise<void> {
  const deadline = performance.now() + TOGETHER_MS;
  const expected = target.gatewayUrls.map((_, index) => VIEWER_POINTS - 1 - index).join();
  for (let left = ''; left !== expected; ) {
    if (performance.now() > deadline) throw new Error(`gateways do not count together: ${left} are left`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const token = await newViewer(target);
    const seen: string[] = [];
    for (const url of target.gatewayUrls) {
      const { headers } = await send(url, token, '{ __typename }');
      seen.push(/"viewer";r=(\d+);/.exec(headers.get('ratelimit') ?? '')?.[1] ?? 'none');
    }
    left = seen.join();
  }
}

function newViewer({ tokenOf }: RatesTarget): Promise<string> {
  return tokenOf(randomUUID());
}

/** What it cost; null where it was refused for what is left. @throws Error where the answer is any other. */
async function ask(url: string, token: string): Promise<number | null> {
  const { status, headers, text } = await send(url, token, OPERATION);
  if (status === 429 && text.includes('"RATE_LIMITED"') && Number(headers.get('retry-after')) > 0) return null;
  const cost = /^estimated=(\d+)/.exec(headers.get('tripoint-cost') ?? '')?.[1];
  if (status !== 200 || text.includes('"errors"') || Number(cost) !== COST)
    throw new Error(`${status}, cost ${cost}: ${text.slice(0, 300)}`);
  return COST;
}

async function send(url: string, token: string, query: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}
