/** The only thing that may write to Odoo: one call of JSON-2 with the writer's own key, of a closed list of methods. */
import { withContext } from '../odoo/call.ts';
import { askJson2, type WireAnswer } from '../odoo/wire.ts';
import type { OdooWriteRule } from '../ops/odoo-write.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import { RunError } from './handler.ts';
import { answerError, wireError } from './odoo-writer-faults.ts';

/** How to reach Odoo as its writer: another user than the gateway's reader. */
export interface OdooWriterConfig {
  readonly url: string;
  /** Null where the server has one database only. */
  readonly database: string | null;
  readonly apiKey: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
}

/**
 * Calls one method of one model: one HTTP request, one transaction of Odoo. Never repeated here: after a lost answer only
 * the next attempt's question can tell whether Odoo did it.
 *
 * @returns Odoo's JSON as sent.
 * @throws RunError that says whether another attempt can help.
 */
export type OdooWriter = (model: string, method: string, args: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** What is asked before and after a write; `load` is how a record is created once, see `create-once.ts`. */
const READS_OF_WRITTEN = ['search', 'has_access', 'formatted_read_group'];
const MODEL = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;

/** Opens nothing before the first call. @param signal Ends the call; Odoo may still do what it was asked. */
export function createOdooWriter(
  { url, database, apiKey, timeoutMs }: OdooWriterConfig,
  rules: readonly OdooWriteRule[],
  signal: AbortSignal,
): OdooWriter {
  return async (model, method, args) => {
    assertWrites(model, method, rules);
    const asked = { url, database, apiKey, args: withContext(args), timeoutMs, signal };
    const answer = await askJson2(model, method, asked).catch((error: unknown) => {
      throw wireError(error);
    });
    return readAnswer(answer);
  };
}

/** The last lock before the wire, whatever the handler was given. */
function assertWrites(model: string, method: string, rules: readonly OdooWriteRule[]): void {
  if (method === 'fields_get' && MODEL.test(model)) return;
  if (model === 'ir.model.data' && method === 'check_object_reference') return;
  if (model === 'res.users' && method === 'context_get') return;
  const rule = rules.find((candidate) => candidate.model === model);
  const said = method === 'load' ? 'create' : method;
  if (rule && [...rule.methods, ...Object.keys(rule.once)].includes(said) && method !== 'create') return;
  if (rule && READS_OF_WRITTEN.includes(method)) return;
  throw new RunError('BOUNDARY_VIOLATION', `The doctrine does not let sync-odoo-agent call ${method} of ${model}`);
}

function readAnswer({ status, text }: WireAnswer): unknown {
  const body = parse(text);
  if (status === 200 && body !== undefined) return body;
  const { name, message } = (typeof body === 'object' && body !== null ? body : {}) as {
    name?: string;
    message?: string;
  };
  throw answerError({ status, name, message });
}

/**
 * Undefined where the text is not JSON: no JSON value is undefined.
 *
 * @throws RunError for a number that would be changed.
 */
function parse(text: string): unknown {
  const inexact = findInexactNumber(text);
  if (inexact) throw new RunError('UPSTREAM_ERROR', `Odoo answered what is not exact. ${inexactProblem(inexact)}`);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
