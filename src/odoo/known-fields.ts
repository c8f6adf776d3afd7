/**
 * What the reader's Odoo user may name of each model: learnt when a model is first asked for, looked at again after a
 * while, so that a request pays nothing for it.
 */
import type { Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';

/** A field that the reader may name. */
export interface KnownField {
  readonly type: string;
  /** The model that a relation leads to. */
  readonly relation?: string;
  /** Whether the database holds it; Odoo computes others at each read. */
  readonly store?: boolean;
  /** The field at the other end of a list whose definition leaves archived records out. */
  readonly otherEnd?: string;
  /** Whether Odoo looks for archived records in the list too, whatever the domain says. */
  readonly seesArchived?: boolean;
  /** Whether each company has a value of its own. */
  readonly isPerCompany?: boolean;
}

/** Fields that Odoo computes for the company of the context without saying so in `fields_get`. */
const COMPUTED_PER_COMPANY: Readonly<Record<string, readonly string[]>> = {
  'account.account': [
    ...['code', 'placeholder_code', 'display_name', 'root_id', 'group_id', 'current_balance', 'company_currency_id'],
    ...['opening_debit', 'opening_credit', 'opening_balance'],
  ],
  'account.payment.term': ['currency_id'],
  'product.product': [
    ...['cost_currency_id', 'cost_method', 'valuation', 'total_value', 'avg_cost', 'responsible_id'],
    ...['property_account_income_id', 'property_account_expense_id'],
  ],
  'product.template': ['standard_price', 'cost_currency_id', 'cost_method', 'valuation'],
  'project.project': ['currency_id'],
  'res.currency': ['rate', 'inverse_rate', 'is_current_company_currency'],
  'res.partner': ['credit', 'debit', 'currency_id', 'credit_to_invoice', 'property_product_pricelist'],
};

/** The fields of a model, and why a column may not be named; null for a column that was asked about and may be. */
interface KnownModel {
  readonly fields: ReadonlyMap<string, KnownField>;
  readonly problems: Map<string, GatewayError | null>;
}

/** A model that is not known yet; with a column, whether that one may be read. */
export interface Unlearnt {
  readonly model: string;
  readonly column?: string;
}

/** What is known of one Odoo, as one of its users sees it. */
export interface KnownFields {
  /** Whose rights these are, as an error names them: the subject of a sentence. */
  readonly who: string;
  /** Undefined where it is not learnt yet, null where Odoo could not be asked. */
  field(model: string, column: string): KnownField | null | undefined;
  /** Why a column may not be named; null where it may, undefined where it is not learnt yet. */
  problem(model: string, column: string, use: 'read' | 'compare'): GatewayError | null | undefined;
  /** Never throws: a model that cannot be learnt now is let through, and Odoo itself refuses what it must. */
  learn(unlearnt: readonly Unlearnt[]): Promise<void>;
  /** Forgets a model that has changed. */
  forget(model: string): void;
  /** Makes known how much is kept. */
  watch(caches: Caches): void;
}

/** Milliseconds after which a model is looked at again, while what is known of it still serves. */
const MAX_AGE_MS = 300_000;
/** Milliseconds after which a model is asked about again that could not be learnt. */
const RETRY_MS = 5_000;
/** Models kept; then all are learnt anew. */
const MAX_MODELS = 1_000;
/** Fields of all models that were asked about one by one, kept; then all of them are asked about anew. */
const MAX_FIELDS = 10_000;

/** The fields of a model as they were made of the same description before, or as they are made now. */
export type FieldLists = (
  model: string,
  described: unknown,
  make: () => ReadonlyMap<string, KnownField>,
) => ReadonlyMap<string, KnownField>;

/** Who reads, and how much of what is known may be kept. */
export interface KnownFieldsOptions {
  readonly who: string;
  /** Fields that were asked about one by one. */
  readonly maxFields: number;
  readonly lists: FieldLists;
}

const OF_THE_READER: KnownFieldsOptions = {
  who: 'The Odoo user of the gateway',
  maxFields: MAX_FIELDS,
  lists: (_model, _described, make) => make(),
};

interface Kept {
  readonly at: number;
  readonly model: KnownModel | null;
}

const known = new WeakMap<OdooCall, KnownFields>();

/** What is known of the Odoo behind a call; the same for all requests. @param options Taken where it is asked for first. */
export function knownFieldsOf(odoo: OdooCall, options: KnownFieldsOptions = OF_THE_READER): KnownFields {
  const found = known.get(odoo) ?? createKnownFields(odoo, options);
  known.set(odoo, found);
  return found;
}

/** Why the reader may not read a column, learnt where it is not known yet; null where it may, or Odoo cannot be asked. */
export async function findProblem(known: KnownFields, named: Required<Unlearnt>): Promise<GatewayError | null> {
  const { model, column } = named;
  if (known.field(model, column) === undefined) await known.learn([{ model }]);
  if (known.problem(model, column, 'read') === undefined) await known.learn([named]);
  return known.problem(model, column, 'read') ?? null;
}

function createKnownFields(odoo: OdooCall, { who, maxFields, lists }: KnownFieldsOptions): KnownFields {
  const kept = new Map<string, Kept>();
  const learning = new Map<string, Promise<void>>();
  const keep = (model: string, found: KnownModel | null) => {
    if (kept.size >= MAX_MODELS) kept.clear();
    kept.set(model, { at: Date.now(), model: found });
  };
  const countProblems = () => [...kept.values()].reduce((sum, { model }) => sum + (model?.problems.size ?? 0), 0);
  const keepProblem = ({ problems }: KnownModel, column: string, problem: GatewayError | null) => {
    if (countProblems() >= maxFields) for (const { model } of kept.values()) model?.problems.clear();
    problems.set(column, problem);
  };
  const once = (key: string, learn: () => Promise<void>): Promise<void> => {
    const started = learning.get(key) ?? learn().finally(() => learning.delete(key));
    learning.set(key, started);
    return started;
  };
  const learnModel = (model: string) =>
    once(model, async () => {
      const found = await readModel(odoo, model, lists);
      // What was learnt before an outage still serves.
      keep(model, found ?? kept.get(model)?.model ?? null);
    });
  const learnColumn = (model: string, column: string) =>
    once(`${model} ${column}`, async () => {
      const found = kept.get(model)?.model;
      if (!found) return;
      const problem = await readProblem(odoo, who, { model, column }, found.fields.has(column));
      if (problem !== undefined) keepProblem(found, column, problem);
    });
  const find = (model: string): KnownModel | null | undefined => {
    const found = kept.get(model);
    if (!found) return undefined;
    const isOld = Date.now() - found.at > (found.model ? MAX_AGE_MS : RETRY_MS);
    if (isOld && !found.model) return undefined;
    if (isOld) void learnModel(model);
    return found.model;
  };
  return {
    who,
    field: (model, column) => {
      const found = find(model);
      return found && (found.fields.get(column) ?? null);
    },
    problem: (model, column, use) => {
      const found = find(model);
      if (!found) return found;
      const problem = found.problems.get(column);
      if (problem !== undefined) return problem;
      const field = found.fields.get(column);
      // Odoo searches by what it would compute, also where the reader may not see it computed.
      return field && (field.store !== false || use === 'read') ? null : undefined;
    },
    learn: async (unlearnt) => {
      await Promise.all(
        unlearnt.map(({ model, column }) => (column === undefined ? learnModel(model) : learnColumn(model, column))),
      );
    },
    forget: (model) => {
      kept.delete(model);
    },
    watch: (caches) => {
      caches.watch('odoo models', MAX_MODELS, () => kept.size);
      caches.watch('odoo fields', maxFields, countProblems);
    },
  };
}

const ATTRIBUTES = ['type', 'relation', 'store', 'company_dependent', 'relation_field', 'domain', 'context'];
/** The domain of a list as `fields_get` gives one that Odoo applies itself; a text is for its screens alone. */
const ONLY_ACTIVE = '[["active","=",true]]';

/** As `fields_get` describes a field. */
interface DescribedField extends Pick<KnownField, 'type' | 'relation' | 'store'> {
  readonly company_dependent?: boolean;
  readonly relation_field?: string;
  readonly domain?: unknown;
  readonly context?: { readonly active_test?: boolean };
}

/** Null where Odoo cannot be asked. */
async function readModel(odoo: OdooCall, model: string, lists: FieldLists): Promise<KnownModel | null> {
  try {
    const described = (await odoo(model, 'fields_get', { attributes: ATTRIBUTES })) as Record<string, DescribedField>;
    return { fields: lists(model, described, () => readFields(model, described)), problems: new Map() };
  } catch {
    return null;
  }
}

function readFields(model: string, described: Readonly<Record<string, DescribedField>>): Map<string, KnownField> {
  const computed = new Set(COMPUTED_PER_COMPANY[model]);
  const known = Object.entries(described).map(([column, { type, relation, store, ...more }]): [string, KnownField] => {
    const { company_dependent, relation_field, domain, context } = more;
    const isPerCompany = company_dependent === true || computed.has(column);
    const isActive = JSON.stringify(domain) === ONLY_ACTIVE && relation_field;
    const relates = { ...(relation && { relation }), ...(isActive && { otherEnd: relation_field }) };
    const seesArchived = context?.active_test === false;
    return [column, { type, isPerCompany, seesArchived, ...(store !== undefined && { store }), ...relates }];
  });
  return new Map(known);
}

/**
 * Reads the column to see whether Odoo refuses it. Where Odoo does not list the column, it lacks the field or the reader may
 * not see it: reading it of no record tells. Where Odoo computes the column it is read of one record, since the computation
 * may need records that the reader may not see.
 *
 * Undefined where Odoo cannot be asked.
 */
async function readProblem(
  odoo: OdooCall,
  who: string,
  { model, column }: Required<Unlearnt>,
  isListed: boolean,
): Promise<GatewayError | null | undefined> {
  try {
    if (isListed) await odoo(model, 'search_read', { domain: [], fields: [column], limit: 1 });
    else await odoo(model, 'read', { ids: [], fields: [column] });
    return null;
  } catch (error) {
    const code = error instanceof GatewayError ? error.code : null;
    if (code === 'FORBIDDEN') return closedField(who, model, column);
    if (code === 'BAD_USER_INPUT') return isListed ? null : absentField(model, column);
    return undefined;
  }
}

/** The error at the path of a field that is above the groups of who reads. */
export function closedField(who: string, model: string, column: string): GatewayError {
  const message = `${who} may not read the field ${column} of ${model}`;
  return new GatewayError('FORBIDDEN', message, { surface: 'odoo', details: { model, field: column } });
}

function absentField(model: string, column: string): GatewayError {
  const message = `This Odoo does not have the field ${column} of ${model}`;
  return new GatewayError('NOT_CONFIGURED', message, { surface: 'odoo', details: { model, field: column } });
}

/** The error at the path of a record that a record rule hides, or whose model is closed to who reads. */
export function hiddenRecord(who: string, model: string): GatewayError {
  const message = `${who} may not read this record of ${model}`;
  return new GatewayError('FORBIDDEN', message, { surface: 'odoo', details: { model } });
}
