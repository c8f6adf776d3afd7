/** What a live Odoo says of the fields of its models, by `fields_get`. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../call.ts';

/** One field, as far as the SDL has to do with it. */
export interface OdooField {
  readonly type: string;
  /** The label. */
  readonly string?: string;
  readonly help?: string | false;
  /** Of a relation: the model it leads to. */
  readonly relation?: string;
  /** Of a one2many: the many2one there that leads back. */
  readonly relation_field?: string;
  /** Of a relation: which records it may hold. As a list Odoo reads no others; as a text it is a hint for forms. */
  readonly domain?: unknown;
  /** Of a selection: stored text and label. */
  readonly selection?: readonly (readonly [string, string])[];
  /** Of a monetary field: the many2one of its currency. */
  readonly currency_field?: string;
  /** Whether a domain, an order or a grouping may name it. */
  readonly searchable?: boolean;
  readonly sortable?: boolean;
  readonly groupable?: boolean;
}

/** The fields of a model, by their stored names. */
export type OdooFields = Readonly<Record<string, OdooField>>;

const ATTRIBUTES = [
  ...['type', 'string', 'help', 'relation', 'selection', 'currency_field'],
  ...['relation_field', 'domain', 'searchable', 'sortable', 'groupable'],
];

/** The fields of `model` in English; null where the instance lacks the model. @throws GatewayError of the call. */
export async function readOdooFields(call: OdooCall, model: string): Promise<OdooFields | null> {
  try {
    const args = { attributes: ATTRIBUTES, context: { lang: 'en_US' } };
    return (await call(model, 'fields_get', args)) as OdooFields;
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'NOT_CONFIGURED') return null;
    throw error;
  }
}

/** Models of which the gateway shows these fields only. */
const CLOSED_MODELS: Readonly<Record<string, readonly string[]>> = {
  'res.users': ['id', 'name', 'display_name', 'login', 'active', 'write_date'],
};

/** Fields that must not be read: reading `parent_id` makes Odoo write every line and its move again. */
const DANGEROUS_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'account.move.line': ['parent_id'],
};

/** Whether the gateway may show a field at all. */
export function isShowable(model: string, field: string): boolean {
  if (DANGEROUS_FIELDS[model]?.includes(field)) return false;
  return CLOSED_MODELS[model]?.includes(field) ?? true;
}
