/** How what is scarce is taken, for `/metrics`. */
import { Gauge, type Registry } from 'prom-client';
import type { PoolLoad } from '../postgres/source.ts';

/** Shows how the connections to the database are taken; nothing where there is no pool. */
export function watchPool(registry: Registry, load: (() => PoolLoad) | undefined): void {
  if (!load) return;
  new Gauge({
    name: 'tripoint_database_connections',
    help: 'Connections to the database: those that there may be, that are taken, and what waits for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { places, taken, waiting } = load();
      this.set({ state: 'places' }, places);
      this.set({ state: 'taken' }, taken);
      this.set({ state: 'waiting' }, waiting);
    },
  });
}
