/** `POST /webhooks/github`, where GitHub tells of pull requests. A delivery is answered once the ledger has it, and not before. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GithubDeliveries, GithubHeard, GithubRefusal } from '../delivery/pull-requests/github.ts';
import { GatewayError } from '../errors.ts';
import type { ReadAddress } from '../rates/address.ts';
import type { Windows } from '../rates/windows.ts';
import { parseJson, readBytes } from './body.ts';
import { sendJson, sendLater } from './send.ts';
import { createBodyPlaces, MAX_BODY_BYTES } from './webhook-places.ts';
import { createRefusals } from './webhook-refusals.ts';

/** What the door is opened with. */
export interface GithubWebhookOptions {
  readonly deliveries: GithubDeliveries;
  readonly readAddress: ReadAddress;
  /** Where refusals of an address are counted. */
  readonly windows: Pick<Windows, 'take'>;
  readonly observe: (door: 'github', result: GithubResult) => void;
}

/** What a delivery came to, for the metrics. */
export type GithubResult = GithubHeard['result'] | 'refused' | 'limited' | 'failed';

/** Where it is. */
export const GITHUB_PATH = '/webhooks/github';

type Failure = { readonly retryAfterMs: number; readonly message: string };
type Decided = GithubHeard | GithubRefusal | { readonly reason: 'size'; readonly message: string } | Failure | 'gone';

/** Opens nothing by itself: `listen` routes to it. */
export function createGithubWebhook(
  options: GithubWebhookOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { deliveries, readAddress, windows, observe } = options;
  const places = createBodyPlaces();
  const refusals = createRefusals(windows);
  return async (request, response) => {
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      return sendJson(response, 405, { error: 'POST an event' });
    }
    const address = readAddress(request) ?? 'nobody';
    if (await refusals.turnAway(address, response)) return observe('github', 'limited');
    const read = () => places.with(address, request, () => readBytes(request, MAX_BODY_BYTES));
    const decided = await take(deliveries, request, read).catch(toFailure);
    observe('github', resultOf(decided));
    if (resultOf(decided) === 'refused') await refusals.note(address);
    send(response, decided);
  };
}

/** What is in the body is looked at once its signature holds. */
async function take(
  deliveries: GithubDeliveries,
  request: IncomingMessage,
  read: () => ReturnType<ReturnType<typeof createBodyPlaces>['with']>,
): Promise<Decided> {
  const signature = deliveries.readSignature(request.headers);
  if (!Buffer.isBuffer(signature)) return signature;
  const body = await read();
  if (!Buffer.isBuffer(body))
    return 'reason' in Object(body) ? { reason: 'size', message: 'The body is too large' } : (body as Failure | 'gone');
  const signers = deliveries.signers(signature, body);
  if (signers.length === 0)
    return { reason: 'signature', message: 'x-hub-signature-256 is not what a known secret makes of the body' };
  // Numbers of it beyond those that JavaScript holds are of no use here.
  const parsed = parseJson(body, false);
  if ('problem' in parsed) return { reason: 'body', message: parsed.problem };
  return deliveries.take(parsed.value, { event: String(request.headers['x-github-event'] ?? ''), body, signers });
}

/** @throws what is a bug. */
function toFailure(error: unknown): Failure | GithubRefusal {
  if (!(error instanceof GatewayError)) throw error;
  if (error.code === 'NOT_FOUND' || error.code === 'BAD_USER_INPUT') return { reason: 'body', message: error.message };
  return { retryAfterMs: 5_000, message: 'The ledger cannot take it now: send it again' };
}

function resultOf(decided: Decided): GithubResult {
  if (decided === 'gone' || 'retryAfterMs' in decided) return 'failed';
  return 'reason' in decided ? 'refused' : decided.result;
}

const STATUS = { signature: 401, size: 413, body: 422 } as const;

function send(response: ServerResponse, decided: Decided): void {
  if (decided === 'gone') response.destroy();
  else if ('retryAfterMs' in decided) sendLater(response, 503, decided.retryAfterMs, decided.message);
  else if ('reason' in decided) sendJson(response, STATUS[decided.reason], { error: decided.message });
  else if (decided.result === 'ignored') sendJson(response, 202, { status: 'ignored', why: decided.why });
  else
    sendJson(response, decided.result === 'stored' ? 202 : 200, {
      status: decided.result,
      environment: decided.state,
      run: decided.runId,
    });
}
