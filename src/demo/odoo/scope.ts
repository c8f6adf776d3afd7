/** What the evaluation of a domain knows. */
import type { Domain } from './domain.ts';
import type { OdooRecord, Store, StoredModel } from './store.ts';

/** What an evaluation knows besides the domain. */
export interface Scope {
  readonly store: Store;
  /** The request's context; `active_test` and `tz` matter. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** Tells whether a record fits. */
export type Predicate = (record: OdooRecord) => boolean;

/** Odoo's paging arguments, as sent. */
export interface SearchOptions {
  readonly order?: unknown;
  readonly offset?: unknown;
  readonly limit?: unknown;
}

/** The ways back to a search, for a condition that is about other records. */
export interface Searching {
  searchRecords(scope: Scope, model: StoredModel, domain: unknown, options?: SearchOptions): OdooRecord[];
  compileSearch(scope: Scope, model: StoredModel, domain: Domain): Predicate;
  compileDomain(scope: Scope, model: StoredModel, domain: Domain): Predicate;
}

/** What a condition is evaluated with. */
export interface ConditionScope extends Scope {
  readonly searching: Searching;
}
