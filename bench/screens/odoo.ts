/** Two ways to read a screen from Odoo itself: the one call, and `search_read` for each level, as it is mostly written. */
import type { Relation, Screen, Specification } from './screens.ts';

/** A record as Odoo sends it. */
export type Row = Record<string, unknown> & { id: number };

/** One call of Odoo by JSON-2. */
export type Call = (model: string, method: string, args: Record<string, unknown>) => Promise<unknown>;

/** Reads as the gateway's own user does. */
export function createCall(env: NodeJS.ProcessEnv): Call {
  const headers = {
    'content-type': 'application/json',
    authorization: `bearer ${env.ODOO_API_KEY}`,
    'x-odoo-database': env.ODOO_DB ?? '',
  };
  return async (model, method, args) => {
    const body = JSON.stringify({ ...args, context: { tz: 'UTC', ...(args.context as object) } });
    const response = await fetch(`${env.ODOO_URL}/json/2/${model}/${method}`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`${model} ${method} answered ${response.status}`);
    return response.json();
  };
}

/** The screen in one call, as a person who knows Odoo well writes it. */
export async function readAtOnce(call: Call, { model, domain, order, limit, specification }: Screen): Promise<Row[]> {
  const args = { domain, order, limit, specification: toOdoo(specification) };
  return ((await call(model, 'web_search_read', args)) as { records: Row[] }).records;
}

/** The screen level by level: one `search_read` for the records and one behind each relation, joined in memory. */
export async function readByLevel(call: Call, { model, domain, order, limit, specification }: Screen): Promise<Row[]> {
  const args = { domain, order, limit, fields: Object.keys(specification) };
  const rows = (await call(model, 'search_read', args)) as Row[];
  await joinRelations(call, rows, specification);
  return rows;
}

async function joinRelations(call: Call, rows: readonly Row[], specification: Specification): Promise<void> {
  for (const [field, relation] of Object.entries(specification)) {
    if (!isRelation(relation)) continue;
    if (relation.isLabel) {
      for (const row of rows) row[field] = Array.isArray(row[field]) ? { name: row[field][1] } : false;
      continue;
    }
    const ids = [...new Set(rows.flatMap((row) => idsOf(row[field])))];
    const args = {
      domain: [['id', 'in', ids]],
      order: relation.order ?? 'id',
      fields: Object.keys(relation.fields),
      // Else an invoice of an archived product shows none.
      context: { active_test: false },
    };
    const found = ids.length > 0 ? ((await call(relation.model, 'search_read', args)) as Row[]) : [];
    await joinRelations(call, found, relation.fields);
    for (const row of rows) {
      const own = new Set(idsOf(row[field]));
      const below = found.filter(({ id }) => own.has(id));
      row[field] = relation.limit === undefined ? (below[0] ?? false) : below.slice(0, relation.limit);
    }
  }
}

/** A many2one comes as `[id, name]`, an x2many as ids. */
function idsOf(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  return typeof value[1] === 'string' ? [value[0]] : value;
}

function isRelation(entry: Relation | Record<string, never>): entry is Relation {
  return 'model' in entry;
}

function toOdoo(specification: Specification): object {
  return Object.fromEntries(
    Object.entries(specification).map(([field, entry]) => {
      if (!isRelation(entry)) return [field, {}];
      const { limit, order } = entry;
      return [field, { fields: toOdoo(entry.fields), ...(limit !== undefined && { limit, order }) }];
    }),
  );
}

/** Puts the record's id where the screen's domain says `$id`. */
export function bindId(screen: Screen, id: number): Screen {
  return { ...screen, domain: JSON.parse(JSON.stringify(screen.domain).replace('"$id"', String(id))) };
}

/** An answer by what it says, however it is said: to compare the gateway's with Odoo's. */
export function normalise(value: unknown, specification: Specification): unknown {
  const rows = Array.isArray(value) ? value : [value];
  return rows.map((row: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(specification).map(([field, entry]) => {
        const own = row[field];
        if (!isRelation(entry)) return [field, normaliseLeaf(own)];
        const below = Array.isArray(own)
          ? own.slice(0, entry.limit)
          : own
            ? ((own as { nodes?: unknown[] }).nodes ?? [own])
            : [];
        return [field, normalise(below, entry.fields)];
      }),
    ),
  );
}

function normaliseLeaf(value: unknown): unknown {
  if (value === false || value === null || value === undefined) return null;
  const text = String(value).replace(/^(\d{4}-\d\d-\d\d)T(.*)Z$/, '$1 $2');
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text.toLowerCase();
}
