/**
 * Reads all that the reader may read.
 *
 * Odoo refuses a whole list where a record rule hides one record behind a relation, or one field is above the reader's
 * groups. Here each such place holds its error, as a value, and the rest is answered. A filter, order or grouping by a field
 * that may not be read is refused too: Odoo would let some of them pass.
 */
import { GatewayError } from '../errors.ts';
import type { OdooArguments } from './call.ts';
import type { KnownFields, Unlearnt } from './known-fields.ts';
import { comparedFields, type NamedField, readFields } from './named-fields.ts';
import { type ClosedFields, readNarrowed } from './narrow.ts';
import type { ReadCall } from './reading.ts';
import type { Specification } from './specification.ts';

interface Asked {
  readonly model: string;
  readonly method: string;
  readonly args: OdooArguments;
}

/** @param call Asks Odoo as it is; it may refuse. */
export function createTolerantCall(call: ReadCall, known: KnownFields): ReadCall {
  const run = async (asked: Asked, isAgain: boolean): Promise<unknown> => {
    const { model, method, args } = asked;
    const closed = await findClosed(known, asked);
    try {
      if (method === 'web_search_read') return await readNarrowed({ call, known, closed }, model, args);
      return await call(model, method, args);
    } catch (error) {
      if (isAgain || !isUnknownField(error)) throw error;
      // A module was taken away since its fields were learnt.
      for (const named of namedFields(known, asked)) known.forget(named.model);
      return run(asked, true);
    }
  };
  return (model, method, args) => run({ model, method, args }, false);
}

/** @throws GatewayError for a field that is compared and may not be read. */
async function findClosed(known: KnownFields, asked: Asked): Promise<ClosedFields> {
  const tried = new Set<string>();
  for (;;) {
    const { closed, unlearnt } = inspect(known, asked, tried);
    if (unlearnt.length === 0) return closed;
    for (const one of unlearnt) tried.add(JSON.stringify(one));
    await known.learn(unlearnt);
  }
}

function inspect(known: KnownFields, asked: Asked, tried: ReadonlySet<string>) {
  const closed = new Map<string, GatewayError>();
  const unlearnt = new Map<string, Unlearnt>();
  const look = (
    named: readonly NamedField[],
    use: 'read' | 'compare',
    see: (problem: GatewayError, at: string) => void,
  ) => {
    for (const { model, column } of named) {
      const problem = known.problem(model, column, use);
      if (problem) see(problem, `${model} ${column}`);
      if (problem !== undefined) continue;
      const missing = known.field(model, column) === undefined ? { model } : { model, column };
      const key = JSON.stringify(missing);
      if (!tried.has(key)) unlearnt.set(key, missing);
    }
  };
  look(comparedBy(known, asked), 'compare', (problem) => {
    throw problem;
  });
  look(readBy(known, asked), 'read', (problem, at) => closed.set(at, problem));
  return { closed, unlearnt: [...unlearnt.values()] };
}

function comparedBy(known: KnownFields, { model, args }: Asked): NamedField[] {
  return comparedFields(known.field, model, args);
}

function readBy(known: KnownFields, { model, args }: Asked): NamedField[] {
  return readFields(known.field, model, (args.specification ?? {}) as Specification);
}

function namedFields(known: KnownFields, asked: Asked): NamedField[] {
  return [...comparedBy(known, asked), ...readBy(known, asked)];
}

function isUnknownField(error: unknown): boolean {
  if (!(error instanceof GatewayError) || error.code !== 'BAD_USER_INPUT') return false;
  return /Invalid field/.test(JSON.stringify(error.cause ?? ''));
}
