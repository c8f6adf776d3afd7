/** SDL of one model of a live Odoo. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../call.ts';
import { readOdooFields } from './fields.ts';
import { guessOrder } from './order.ts';
import { printModel, type Surroundings } from './print.ts';

/**
 * @param asked Stored names of the fields to print; null for all but Odoo's machinery.
 * @throws GatewayError `NOT_CONFIGURED` where this Odoo lacks the model, `BAD_USER_INPUT` naming fields that it lacks.
 */
export async function introspectModel(
  call: OdooCall,
  model: string,
  asked: readonly string[] | null,
  surroundings: Surroundings,
): Promise<string> {
  const fields = await readOdooFields(call, model);
  if (!fields)
    throw new GatewayError('NOT_CONFIGURED', `This Odoo does not have the model ${model}`, { surface: 'odoo' });
  const order = await guessOrder(call, model, fields);
  return printModel({ model, fields, asked, order }, surroundings);
}
