/** What a live Odoo says of the fields of its models, by `fields_get`. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../call.ts';

/** One field, as far as the SDL has to do with it. */
export interface OdooField {
  readonly type: string;
  /** The label. */
  readonly string?: string;
  readonly help?: string | false;
  /** The model that a relation leads to. */
  readonly relation?: string;
  /** The many2one by which the records of a one2many lead back. */
  readonly relation_field?: string;
  /** Which records a relation may hold. As a list Odoo reads no others; as a text it is a hint for forms. */
  readonly domain?: unknown;
  /** Stored text and label of each value of a selection. */
  readonly selection?: readonly (readonly [string, string])[];
  /** The many2one that holds the currency of a monetary field. */
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
