/** An Odoo whose records change under a sync: the stand-in's own engine over records of the test, asked as the real one is. */
import { callMethod } from '../../src/demo/odoo/methods.ts';
import { type OdooRecord, openStore, type Store, type StoredModel } from '../../src/demo/odoo/store.ts';
import type { OdooArguments, OdooCall } from '../../src/odoo/call.ts';

/** Such an Odoo. */
export interface ChangingOdoo {
  readonly odoo: OdooCall;
  /** Calls since it was made, e.g. `project.task search_read`. */
  readonly calls: string[];
  /** Writes a record, or makes it. @param at Odoo's time, UTC, to the microsecond: that at which its transaction began. */
  put(model: string, id: number, at: string, fields?: Readonly<Record<string, unknown>>): void;
  remove(model: string, id: number): void;
  /** Called before each call is answered, and may change records, or throw. */
  before: (model: string, method: string, args: OdooArguments) => unknown;
}

/** Its models have the fields of the recording, and no record before one is put. */
export function createChangingOdoo(): ChangingOdoo {
  const recording = openStore();
  const models = new Map<string, { model: StoredModel; records: OdooRecord[]; byId: Map<number, OdooRecord> }>();
  const open = (name: string) => {
    const found = models.get(name);
    if (found) return found;
    const records: OdooRecord[] = [];
    const byId = new Map<number, OdooRecord>();
    const model = { ...(recording.find(name) as StoredModel), records, byId };
    const made = { model, records, byId };
    models.set(name, made);
    return made;
  };
  const store: Store = { ...recording, find: (name) => (recording.find(name) ? open(name).model : undefined) };
  const remove = (name: string, id: number) => {
    const { records, byId } = open(name);
    if (byId.delete(id))
      records.splice(
        records.findIndex((record) => record.id === id),
        1,
      );
  };
  const changing: ChangingOdoo = {
    calls: [],
    before: () => {},
    remove,
    put: (name, id, at, fields = {}) => {
      const { records, byId } = open(name);
      const before = byId.get(id);
      const names = { name: `Record ${id}`, display_name: `Record ${id}`, active: true };
      remove(name, id);
      const record = { ...names, create_date: at, ...before, ...fields, id, write_date: at };
      byId.set(id, record);
      records.push(record);
      records.sort((one, other) => one.id - other.id);
    },
    odoo: async (name, method, { context, ...args }) => {
      changing.calls.push(`${name} ${method}`);
      await changing.before(name, method, args);
      if (name === 'ir.module.module') return [];
      const model = open(name).model;
      return structuredClone(
        callMethod({ store, context: { tz: 'UTC', ...(context as object) } }, model, method, args),
      );
    },
  };
  return changing;
}
