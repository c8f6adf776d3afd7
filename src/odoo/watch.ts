/** What the process keeps of an Odoo beside its answers: which contexts it takes, and what its reader may name. */
import type { Caches } from '../caches.ts';
import type { OdooCall } from './call.ts';
import { watchContexts } from './context.ts';
import { knownFieldsOf } from './known-fields.ts';

/** Makes all of it known. */
export function watchOdoo(odoo: OdooCall, caches: Caches): void {
  watchContexts(odoo, caches);
  knownFieldsOf(odoo).watch(caches);
}
