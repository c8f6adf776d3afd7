/** What live connections count for `/metrics`. */
import { Counter, Gauge, type Registry } from 'prom-client';
import type { GatewayServer } from '../server.ts';

/** How a connection that stays open came. */
export type Transport = 'websocket' | 'event-stream';

/** What the adapters tell. */
export interface LiveMetrics {
  /** One more, or one less. */
  connections(transport: Transport, change: 1 | -1): void;
  operations(change: 1 | -1): void;
  /** @param code The code that a WebSocket closed with; an event stream has none, which is 0. */
  closed(transport: Transport, code: number): void;
  /** One is being cut off because its client takes too little. */
  slow(transport: Transport): void;
  /** Shows from now on whether the database tells of changes, and which transaction holds up those who follow them. */
  watch(server: Pick<GatewayServer, 'isListening' | 'heldUpBy'>): void;
}

/** Registers them. */
export function createLiveMetrics(registry: Registry): LiveMetrics {
  const registers = [registry];
  const connections = new Gauge({
    name: 'tripoint_live_connections',
    help: 'Open WebSockets and event streams',
    labelNames: ['transport'],
    registers,
  });
  const operations = new Gauge({
    name: 'tripoint_live_operations',
    help: 'Subscriptions, and other operations of live connections, under way',
    registers,
  });
  const closed = new Counter({
    name: 'tripoint_live_closed_total',
    help: 'Live connections that ended, by close code; 0 for an event stream',
    labelNames: ['transport', 'code'],
    registers,
  });
  const slow = new Counter({
    name: 'tripoint_live_slow_total',
    help: 'Live connections cut off because their client took too little',
    labelNames: ['transport'],
    registers,
  });
  return {
    connections: (transport, change) => connections.inc({ transport }, change),
    operations: (change) => operations.inc(change),
    closed: (transport, code) => closed.inc({ transport, code: knownCode(code) }),
    slow: (transport) => slow.inc({ transport }),
    watch: ({ isListening, heldUpBy }) => {
      watchHeldUp(registry, heldUpBy);
      new Gauge({
        name: 'tripoint_live_listening',
        help: '1 while the database tells of changes, 0 while subscriptions go by their timer alone',
        // 1 where every process of the gateway is told.
        aggregator: 'min',
        registers,
        collect() {
          this.set(isListening() ? 1 : 0);
        },
      });
    },
  };
}

function watchHeldUp(registry: Registry, heldUpBy: GatewayServer['heldUpBy']): void {
  const registers = [registry];
  new Gauge({
    name: 'tripoint_live_held_up_followers',
    help: 'Subscriptions to which changes are not told yet, since an older transaction of the database is open',
    registers,
    collect() {
      this.set(heldUpBy()?.followers ?? 0);
    },
  });
  new Gauge({
    name: 'tripoint_live_held_up_seconds',
    help: 'Age of the open transaction that holds up subscriptions, by the login role, application and process that has it',
    labelNames: ['role', 'application', 'pid'],
    aggregator: 'max',
    registers,
    collect() {
      this.reset();
      const held = heldUpBy();
      if (!held) return;
      const { role, application, pid, seconds } = held;
      this.set({ role: role ?? '', application: application ?? '', pid: String(pid ?? '') }, seconds);
    },
  });
}

/** Those of the standard and of the protocol; a client may close with any. */
const CODES = new Set([
  ...[0, 1000, 1001, 1005, 1006, 1009, 1011, 1012, 1013],
  ...[4290, 4400, 4401, 4403, 4406, 4408, 4409, 4429, 4500],
]);

function knownCode(code: number): string {
  return CODES.has(code) ? String(code) : 'other';
}
