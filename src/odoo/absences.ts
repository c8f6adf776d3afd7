/** What the SDL shows and this Odoo does not answer: fields whose module is gone, and fields that its reader may not see. */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { type ErrorCode, GatewayError } from '../errors.ts';
import type { Catalog, StoredType } from '../plan/catalog.ts';
import type { OdooCall } from './call.ts';
import { findProblem, knownFieldsOf } from './known-fields.ts';

/** Coordinates of the SDL: `Partner.vat`, or `Filing` for a type whose model is not there. */
export interface Absences {
  /** What this Odoo does not have: `NOT_CONFIGURED` where it is asked. */
  readonly absent: readonly string[];
  /** What its reader may not see: `FORBIDDEN`. */
  readonly closed: readonly string[];
}

/** Reads what is absent now; null where Odoo cannot be asked. A type that an instance may lack is never named. */
export async function readAbsences(
  odoo: OdooCall,
  { schema, catalog }: { schema: GraphQLSchema; catalog: Catalog },
): Promise<Absences | null> {
  const absent: string[] = [];
  const closed: string[] = [];
  for (const type of catalog.values()) {
    if (type.surface !== 'odoo' || isOptional(schema, type)) continue;
    const problem = await readModelProblem(odoo, type.source);
    if (problem === 'NOT_CONFIGURED') absent.push(type.name);
    else if (problem !== null) return null;
    else
      for (const [name, code] of await readFieldProblems(odoo, type))
        (code === 'FORBIDDEN' ? closed : absent).push(`${type.name}.${name}`);
  }
  return { absent, closed };
}

/** In words, for the log; empty where nothing is. */
export function describeAbsences({ absent, closed }: Absences): string[] {
  return [
    ...(absent.length > 0 ? [`This Odoo does not have: ${absent.join(', ')}`] : []),
    ...(closed.length > 0 ? [`The Odoo user of the gateway may not read: ${closed.join(', ')}`] : []),
  ];
}

async function readModelProblem(odoo: OdooCall, model: string): Promise<ErrorCode | null> {
  const known = knownFieldsOf(odoo);
  if (known.field(model, 'id') === undefined) await known.learn([{ model }]);
  if (known.field(model, 'id')) return null;
  // Why it could not be learnt.
  return odoo(model, 'fields_get', { allfields: ['id'], attributes: ['type'] }).then(
    () => null,
    (error: unknown) => (error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR'),
  );
}

async function readFieldProblems(odoo: OdooCall, type: StoredType): Promise<[name: string, code: ErrorCode][]> {
  const known = knownFieldsOf(odoo);
  const found: [string, ErrorCode][] = [];
  for (const { name, column } of type.fields.values()) {
    if (column === null || column === 'id') continue;
    const problem = await findProblem(known, { model: type.source, column });
    if (problem) found.push([name, problem.code]);
  }
  return found;
}

function isOptional(schema: GraphQLSchema, { name }: StoredType): boolean {
  const object = schema.getType(name);
  const directive = isObjectType(object)
    ? object.astNode?.directives?.find((one) => one.name.value === 'odoo')
    : undefined;
  const optional = directive?.arguments?.find((argument) => argument.name.value === 'optional')?.value;
  return optional?.kind === 'BooleanValue' && optional.value;
}
