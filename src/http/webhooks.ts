/**
 * `POST /webhooks/odoo`, where an instance of Odoo that signs tells of events, and `POST /webhooks/odoo/native/<secret path>`,
 * where Odoo's own webhook hints at records. A delivery is answered once the ledger has it, and not before.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Deliveries, Taken } from '../bridge/deliveries.ts';
import type { Door, Refusal, RefusalReason } from '../bridge/refusals.ts';
import { GatewayError } from '../errors.ts';
import type { ReadAddress } from '../rates/address.ts';
import type { Windows } from '../rates/windows.ts';
import { parseJson, readBytes } from './body.ts';
import { sendJson, sendLater } from './send.ts';
import { createBodyPlaces, MAX_BODY_BYTES } from './webhook-places.ts';
import { createRefusals } from './webhook-refusals.ts';

/** What a delivery came to, for the metrics. */
export type DeliveryResult = Taken | 'refused' | 'limited' | 'failed';

/** What the doors are opened with. */
export interface WebhooksOptions {
  readonly deliveries: Deliveries;
  readonly readAddress: ReadAddress;
  /** Where refusals of an address are counted. */
  readonly windows: Pick<Windows, 'take'>;
  readonly observe: (door: Door, result: DeliveryResult) => void;
}

/** Answers a request to the path of a door; false where the path is none, or where no secret opens that door. */
export type AnswerWebhook = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Where both doors are. */
export const WEBHOOKS_PATH = '/webhooks/odoo';
const NATIVE_PATH = `${WEBHOOKS_PATH}/native/`;

/** Milliseconds that the person waits who changed the record: Odoo itself waits a second. */
const HINT_MS = 500;

const STATUS: Readonly<Record<RefusalReason, number>> = {
  timestamp: 401,
  signature: 401,
  path: 404,
  size: 413,
  body: 400,
  model: 422,
};

/** A delivery under way. */
interface Delivery {
  readonly door: Door;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Whose it is, as soon as that is known. */
  instance: string | null;
}

/** Opens nothing by itself: `listen` routes to it. */
export function createWebhooks(options: WebhooksOptions): AnswerWebhook {
  const { deliveries, readAddress, windows, observe } = options;
  const places = createBodyPlaces();
  const refusals = createRefusals(windows);
  const receive = (request: IncomingMessage, address: string) =>
    places.with(address, request, () => readBytes(request, MAX_BODY_BYTES));
  const decide = async (path: string, delivery: Delivery, address: string) =>
    delivery.door === 'signed'
      ? takeSigned(deliveries, delivery, () => receive(delivery.request, address))
      : takeNative(deliveries, delivery, { path, read: () => receive(delivery.request, address) });
  return async (path, request, response) => {
    const door = doorOf(path, deliveries);
    if (door === null) return false;
    const address = readAddress(request) ?? 'nobody';
    const delivery: Delivery = { door, request, response, instance: null };
    if (request.method !== 'POST') {
      response.setHeader('allow', 'POST');
      sendJson(response, 405, { error: 'POST an event' });
      return true;
    }
    if (await refusals.turnAway(address, response)) {
      observe(door, 'limited');
      return true;
    }
    const decided = await decide(path, delivery, address).catch(toFailure);
    observe(door, resultOf(decided));
    if (isRefusal(decided)) {
      await refusals.note(address);
      deliveries.refused({ door, reason: decided.reason, instance: delivery.instance });
    }
    send(response, decided);
    return true;
  };
}

/** Nobody could be told why: the client has left, or the ledger does not take it now. */
type Failure = { readonly retryAfterMs: number; readonly message: string } | 'gone';
type Decided = Taken | Refusal | Failure;
type ReadBody = () => Promise<Buffer | Refusal | Failure>;

function doorOf(path: string, { signed, native }: Deliveries): Door | null {
  if (path === WEBHOOKS_PATH && signed) return 'signed';
  return path.startsWith(NATIVE_PATH) && native ? 'native' : null;
}

/** What can be refused without the body is, before it is read; what is in it is looked at once its signature holds. */
async function takeSigned({ signed }: Deliveries, delivery: Delivery, read: ReadBody): Promise<Decided> {
  if (!signed) throw new TypeError('no such door');
  const stamp = signed.readStamp(delivery.request.headers);
  if ('reason' in stamp) return stamp;
  const body = await read();
  if (!Buffer.isBuffer(body)) return body;
  const instance = signed.verify(stamp, body);
  if (typeof instance !== 'string') return instance;
  delivery.instance = instance;
  const parsed = parseJson(body);
  if ('problem' in parsed) return { reason: 'body', message: parsed.problem };
  return signed.take(parsed.value, { instance, stamp, body });
}

async function takeNative(
  { native }: Deliveries,
  delivery: Delivery,
  { path, read }: { path: string; read: ReadBody },
): Promise<Decided> {
  if (!native) throw new TypeError('no such door');
  const instance = native.verify(path.slice(NATIVE_PATH.length));
  if (typeof instance !== 'string') return instance;
  delivery.instance = instance;
  const body = await read();
  if (!Buffer.isBuffer(body)) return body;
  // Nothing else of the body is kept.
  const parsed = parseJson(body, false);
  if ('problem' in parsed) return { reason: 'body', message: parsed.problem };
  return withinHintTime(native.take(parsed.value, instance));
}

/** A hint that is lost the next poll makes up for; what is stored late is stored all the same. */
async function withinHintTime(taking: Promise<Taken | Refusal>): Promise<Decided> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Failure>((resolve) => {
    timer = setTimeout(resolve, HINT_MS, { retryAfterMs: 1_000, message: 'The ledger takes too long for a hint' });
  });
  taking.catch(() => {});
  try {
    return await Promise.race([taking, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** @throws what is a bug. */
function toFailure(error: unknown): Failure {
  if (error instanceof GatewayError)
    return { retryAfterMs: 5_000, message: 'The ledger cannot take it now: send it again' };
  throw error;
}

function isRefusal(decided: Decided): decided is Refusal {
  return typeof decided === 'object' && 'reason' in decided;
}

function resultOf(decided: Decided): DeliveryResult {
  if (decided === 'stored' || decided === 'known') return decided;
  return isRefusal(decided) ? 'refused' : 'failed';
}

function send(response: ServerResponse, decided: Decided): void {
  if (decided === 'gone') response.destroy();
  else if (decided === 'stored') sendJson(response, 202, { status: 'stored' });
  else if (decided === 'known') sendJson(response, 200, { status: 'known' });
  else if ('reason' in decided) sendJson(response, STATUS[decided.reason], { error: decided.message });
  else sendLater(response, 503, decided.retryAfterMs, decided.message);
}
