/** The doors for events of Odoo on a gateway under test, entered over HTTP, and a worker that processes them. */
import { createHmac, randomUUID } from 'node:crypto';
import { agentViewer } from '../../src/auth/viewer.ts';
import { createDeliveries } from '../../src/bridge/deliveries.ts';
import { createBridgeHandlers } from '../../src/bridge/odoo-bridge.ts';
import type { InstanceSecret } from '../../src/bridge/secrets.ts';
import { loadBridgeSettings } from '../../src/bridge/settings.ts';
import { createCaches } from '../../src/caches.ts';
import { readCatalogSources } from '../../src/cli/catalog-sources.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { type Listening, listen } from '../../src/http/listen.ts';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import { createLog } from '../../src/log.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createLedger } from '../../src/ops/ledger.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import type { TestGateway } from './gateway.ts';
import { startTestWorker, type TestWorker } from './worker.ts';

/** The secrets of the issue: of one instance two, as while it rotates. */
export const SECRETS: readonly InstanceSecret[] = [
  { instance: 'prod', secret: 'one' },
  { instance: 'prod', secret: 'two' },
  { instance: 'staging', secret: 'three' },
];
/** The secret path of `prod`. */
export const NATIVE_SECRET = 'a-path-that-nobody-guesses';

/** The models that the doctrine gives to Odoo. */
export const MODELS = new Set(loadDoctrine(packagePaths()).surfaces.odoo.owns);
/** What the bridge watches. */
export const SETTINGS = loadBridgeSettings(packagePaths().bridge, MODELS);

/** Open doors. */
export interface TestDoors extends AsyncDisposable {
  readonly url: string;
  readonly metrics: Metrics;
  readonly logged: readonly string[];
  /** Drains, as a gateway that stops does. */
  readonly close: () => Promise<void>;
}

/** What an answer says. */
export interface Delivered {
  readonly status: number;
  readonly text: string;
}

/** What the catalog registers of this checkout. */
export const SOURCES = () => readCatalogSources(loadDoctrine(packagePaths()), packagePaths());

/** Opens both doors on the database of the gateway. */
export async function openDoors(
  { sources, server }: TestGateway,
  {
    secrets = SECRETS,
    postgres = sources.postgres,
  }: { secrets?: readonly InstanceSecret[]; postgres?: PostgresSource | null } = {},
): Promise<TestDoors> {
  const logged: string[] = [];
  const log = createLog('debug', (line) => logged.push(line));
  const metrics = createMetrics();
  const nativeSecrets = [{ instance: 'prod', secret: NATIVE_SECRET }];
  const deliveries = createDeliveries({
    secrets,
    nativeSecrets,
    models: MODELS,
    postgres: postgres as PostgresSource,
    log,
  });
  const webhooks = { deliveries, windows: createMemoryWindows(createCaches()) };
  const health = { readiness: async () => ({ ready: true }) };
  const serving = { server, health, pages: null, log, metrics, webhooks, drainMs: 5_000 };
  const http: Listening = await listen(serving as never, { host: '127.0.0.1', port: 0 });
  const close = async () => {
    await http.close();
    await deliveries.close();
  };
  return { url: http.url, metrics, logged, close, [Symbol.asyncDispose]: close };
}

/** An event's body as its sender has it. */
export function eventBody(given: Record<string, unknown> = {}): string {
  return JSON.stringify({
    event_type: 'task.closed',
    aggregate_type: 'helpdesk',
    aggregate_id: randomUUID(),
    payload: { by: 'ana' },
    ...given,
  });
}

/** Signs a body as a module of Odoo does. @param at Seconds since 1970. */
export function signed(body: string | Buffer, secret = 'one', at: number | string = Math.floor(Date.now() / 1_000)) {
  const signature = createHmac('sha256', secret).update(`${at}.`).update(body).digest('hex');
  return { 'x-ipai-timestamp': String(at), 'x-ipai-signature': signature };
}

/** Posts to the signed door. */
export async function post(
  url: string,
  body: string | Buffer,
  headers: Record<string, string> = signed(body),
): Promise<Delivered> {
  const init = {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: { 'content-type': 'application/json', ...headers },
  };
  const answer = await fetch(`${url}/webhooks/odoo`, init);
  return { status: answer.status, text: await answer.text() };
}

/** Posts to the native door as Odoo's own webhook does. */
export async function hint(url: string, record: Record<string, unknown>, path = NATIVE_SECRET): Promise<Delivered> {
  const body = JSON.stringify({ _action: 'Send Webhook Notification(#7)', ...record });
  const answer = await fetch(`${url}/webhooks/odoo/native/${path}`, { method: 'POST', body });
  return { status: answer.status, text: await answer.text() };
}

/** A worker of `odoo-bridge` that reads the Odoo of the gateway as `prod`. */
export function startBridge(gateway: TestGateway, given: { odoo?: OdooCall; instance?: string } = {}): TestWorker {
  const postgres = gateway.sources.postgres as PostgresSource;
  const { odoo = gateway.sources.odoo, instance: name = 'prod' } = given;
  const instance = { name, stage: 'development', url: 'http://odoo.invalid', database: null };
  const handlers = createBridgeHandlers({
    ...{ instance, odoo, postgres, models: MODELS, settings: SETTINGS },
    sources: SOURCES,
  });
  return startTestWorker(gateway, handlers, {
    agent: 'odoo-bridge',
    ledger: createLedger(postgres, agentViewer('odoo-bridge')),
  });
}

/** Each test has events of its own: what leaves by the retention alone is let go by hand. */
export function forgetEvents(gateway: TestGateway): Promise<void> {
  return gateway.owner((client) =>
    client.script(`alter table odoo.webhook_events disable trigger user; delete from odoo.webhook_events;
      alter table odoo.webhook_events enable trigger user; delete from odoo.known_records; delete from ops.run_places`),
  );
}

/** An event as the service sees it. */
export interface SeenEvent {
  readonly id: string;
  readonly status: string;
  readonly eventType: string;
  readonly aggregateType: string;
  readonly aggregateId: string;
  readonly instance: string;
  readonly attempts: number;
  readonly errorCode: string | null;
}

/** The events of one aggregate, the oldest first. */
export async function readEvents(gateway: TestGateway, aggregateId: string): Promise<readonly SeenEvent[]> {
  const { data, text } = await gateway.execute(
    `query ($id: String!) { webhookEvents(first: 100, filter: { aggregateId: { eq: $id } }) {
      nodes { id status eventType aggregateType aggregateId instance attempts errorCode }
    } }`,
    { as: 'service', variables: { id: aggregateId } },
  );
  const connection = data?.webhookEvents as { nodes: SeenEvent[] } | undefined;
  if (!connection) throw new Error(text);
  return connection.nodes.reverse();
}

/** Waits until all events of an aggregate have ended. */
export async function untilEnded(gateway: TestGateway, aggregateId: string): Promise<readonly SeenEvent[]> {
  for (;;) {
    const events = await readEvents(gateway, aggregateId);
    if (events.length > 0 && events.every(({ status }) => status === 'completed' || status === 'failed')) return events;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Rows of the log, the oldest first. @param where SQL over the columns of `odoo.event_log`. */
export function readLog(gateway: TestGateway, where: string): Promise<readonly Record<string, unknown>[]> {
  const sql = `select type, instance, event_id, model, record_id, details from odoo.event_log where ${where} order by created_at, id`;
  return gateway.owner((client) => client.query(sql));
}
