/** `sync-odoo-agent`: executes runs of kind `odoo.write`, as the only one that writes to the System of Record. */
import type { OdooWrite, OdooWriteRule } from '../ops/odoo-write.ts';
import { ODOO_WRITE, readOdooWrite, refuseOdooWrite } from '../ops/odoo-write.ts';
import { createOnce } from './create-once.ts';
import { type Handlers, RunError } from './handler.ts';
import { createOdooWriter, type OdooWriter, type OdooWriterConfig } from './odoo-writer.ts';

/** What the agent is given. */
export interface SyncOdooConfig {
  readonly stage: 'development' | 'staging' | 'production';
  /** Null without a key of its own, which is how the doctrine wants it until somebody decides otherwise. */
  readonly writer: OdooWriterConfig | null;
  /** Whether it writes in `development` too. */
  readonly writesInDevelopment: boolean;
  /** What the doctrine lets it write. */
  readonly rules: readonly OdooWriteRule[];
}

/** What a write did. */
interface Written {
  readonly ids: readonly number[];
  /** Whether Odoo had it already, from an earlier attempt. */
  readonly repeated: boolean;
}

/** Its handlers: the checks come first, in the order in which somebody would mend them. */
export function createSyncOdooHandlers(config: SyncOdooConfig): Handlers {
  return {
    [ODOO_WRITE.kind]: async (run, { signal, append }) => {
      const writer = requireWriter(config);
      const write = requireAllowed(run.input, config.rules);
      const odoo = createOdooWriter(writer, config.rules, signal);
      const { ids, repeated } = await writeOnce(odoo, write, config.rules, run.id);
      await append('odoo.written', { model: write.model, method: write.method, ids, repeated });
      return { ids };
    },
  };
}

/** @throws RunError that no further attempt can do better than. */
function requireWriter({ writer, stage, writesInDevelopment }: SyncOdooConfig): OdooWriterConfig {
  if (!writer)
    throw new RunError(
      'NOT_CONFIGURED',
      'Odoo is not written to: ODOO_WRITER_API_KEY or ODOO_URL is not set for the worker',
    );
  if (stage === 'production' || (stage === 'development' && writesInDevelopment)) return writer;
  const way = stage === 'development' ? ', or set ODOO_WRITES_IN_DEVELOPMENT=1' : '';
  throw new RunError('NEUTRALIZED', `Odoo is not written to from ${stage}: only ODOO_STAGE=production writes${way}`);
}

function requireAllowed(input: unknown, rules: readonly OdooWriteRule[]): OdooWrite {
  const write = readOdooWrite(input);
  // By model and method first: the shape is of no interest where the doctrine says no.
  const refusal = refuseOdooWrite(namesOf(input), rules);
  if (refusal) throw new RunError('BOUNDARY_VIOLATION', `The run's ${refusal.path} ${refusal.message}`);
  if ('problem' in write) throw new RunError('BAD_USER_INPUT', `The run's input is no write to Odoo: ${write.problem}`);
  return write;
}

function namesOf(input: unknown): Pick<OdooWrite, 'model' | 'method'> {
  const { model, method } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  return { model: String(model), method: String(method) };
}

/** Says it to Odoo so that a second attempt after a success changes nothing more. */
async function writeOnce(
  odoo: OdooWriter,
  { model, method, ids, values }: OdooWrite,
  rules: readonly OdooWriteRule[],
  runId: string,
): Promise<Written> {
  if (method === 'create') {
    const { id, repeated } = await createOnce(odoo, model, values ?? {}, runId);
    return { ids: [id], repeated };
  }
  if (method === 'write') {
    refuseAdditions(values ?? {});
    await odoo(model, 'write', { ids, vals: values }).catch((error: unknown) =>
      explain(error, odoo, model, values ?? {}),
    );
    return { ids, repeated: false };
  }
  const done = rules.find((rule) => rule.model === model)?.once[method] ?? [];
  const domain = [['id', 'in', ids], ...done];
  const finished = new Set((await odoo(model, 'search', { domain, context: { active_test: false } })) as number[]);
  const left = ids.filter((id) => !finished.has(id));
  if (left.length > 0) await odoo(model, method, { ids: left });
  return { ids, repeated: left.length === 0 };
}

/** Of a field that it does not have, Odoo says so little that it could be anything. */
async function explain(
  error: unknown,
  odoo: OdooWriter,
  model: string,
  values: Readonly<Record<string, unknown>>,
): Promise<never> {
  if (!(error instanceof RunError) || error.code !== 'UPSTREAM_ERROR' || error.retryable) throw error;
  const names = Object.keys(values);
  const known = (await odoo(model, 'fields_get', { allfields: names, attributes: ['type'] })) as object;
  const stranger = names.find((name) => !Object.hasOwn(known, name));
  if (stranger === undefined) throw error;
  throw new RunError('BAD_USER_INPUT', `The field ${stranger} is no field of the model, or none that the writer sees`);
}

/** Commands of a list of records that say the same when they are said again: update, unlink from, link, clear, set. */
const REPEATABLE = new Set([1, 3, 4, 5, 6]);

/** @throws RunError for a command that makes a record each time it is said, or deletes one. */
function refuseAdditions(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (!Array.isArray(value)) continue;
    for (const command of value as unknown[]) {
      if (!Array.isArray(command)) continue;
      if (!REPEATABLE.has(command[0] as number))
        throw new RunError(
          'BAD_USER_INPUT',
          `The field ${name} of a write must not create or delete records: create them by a run of their own`,
        );
      if (command[0] === 1) refuseAdditions((command[2] ?? {}) as Readonly<Record<string, unknown>>);
    }
  }
}
