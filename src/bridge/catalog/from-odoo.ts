/** The models that the doctrine gives to Odoo and their fields, by `fields_get`: the reader may not read `ir.model`. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import { type Asset, modelFqdn, partFqdn } from './asset.ts';

interface Field {
  readonly type: string;
  readonly string?: string;
  readonly relation?: string;
  readonly store?: boolean;
  readonly required?: boolean;
}

const ATTRIBUTES = ['type', 'string', 'relation', 'store', 'required'];

/** One call a model. A model that this Odoo lacks is an asset without fields. @throws GatewayError of the calls, in an outage. */
export async function readOdooAssets(odoo: OdooCall, models: readonly string[], signal: AbortSignal): Promise<Asset[]> {
  const assets: Asset[] = [];
  for (const model of models) {
    const args = { attributes: ATTRIBUTES, context: { lang: 'en_US' } };
    const answer = await odoo(model, 'fields_get', args, { signal }).catch(unlessAbsent);
    const fields = Object.entries((answer ?? {}) as Readonly<Record<string, Field>>);
    const fqdn = modelFqdn(model);
    const metadata = { model, isInstalled: answer !== null, fields: fields.length };
    assets.push({ fqdn, type: 'ODOO_MODEL', metadata });
    for (const [name, field] of fields)
      assets.push({ fqdn: partFqdn(fqdn, name), type: 'ODOO_FIELD', metadata: describe(model, field) });
  }
  return assets;
}

function describe(model: string, { type, string: label, relation, store, required }: Field) {
  return { model, type, label, ...(relation && { relation }), isStored: store === true, isRequired: required === true };
}

/** Null where Odoo has no such model, or not for its reader; an outage is not that. */
function unlessAbsent(error: unknown): null {
  if (error instanceof GatewayError && ['NOT_CONFIGURED', 'FORBIDDEN'].includes(error.code)) return null;
  throw error;
}
