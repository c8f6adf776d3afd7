/** `sync-odoo-agent`: executes runs of kind `odoo.write`, as the only one that writes to the System of Record. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Effect } from '../ops/claimed-run.ts';
import type { OdooWrite, OdooWriteRule } from '../ops/odoo-write.ts';
import { ODOO_WRITE, readOdooWrite, refuseOdooWrite } from '../ops/odoo-write.ts';
import { defineHandlers, type Handlers, RunCancelled, RunError, type RunOf } from './handler.ts';
import { createOdooWriter, type OdooWriterConfig } from './odoo-writer.ts';
import { type Asking, findWritten, writeOnce } from './write-once.ts';

/** What the agent is given. */
export interface SyncOdooConfig {
  readonly stage: 'development' | 'staging' | 'production';
  /** Null where it has no key of its own, as the doctrine wants until somebody decides otherwise. */
  readonly writer: OdooWriterConfig | null;
  /** Whether it writes in `development` too. */
  readonly writesInDevelopment: boolean;
  /** What the doctrine lets it write. */
  readonly rules: readonly OdooWriteRule[];
  /** Seconds after which a write that was sent, and is not there, will not come any more. */
  readonly settleSeconds: number;
}

/** Its handlers: the checks come first, in the order in which somebody would mend them. */
export function createSyncOdooHandlers(config: SyncOdooConfig): Handlers {
  return defineHandlers({
    [ODOO_WRITE.kind]: {
      execute: async (run, { signal, append, beginEffect }) => {
        const asking = ask(config, run, signal);
        const { ids, repeated, languages } = await writeOnce(asking, beginEffect);
        const { model, method } = asking.write;
        const texts = Object.keys(languages).length > 0 && { languages };
        await append('odoo.written', { model, method, ids, repeated, ...texts });
        return { ids };
      },
      check: async (run, { signal, append, readEffect }) => {
        const effect = await readEffect();
        // Nothing is sent before it is noted.
        if (effect === null) throw new RunCancelled();
        const asking = ask(config, run, signal);
        const ids = await findUntilSettled(asking, effect, config.settleSeconds);
        if (ids === null) throw new RunCancelled();
        await append('odoo.written', { model: asking.write.model, method: asking.write.method, ids, repeated: true });
        return { ids };
      },
    },
  });
}

function ask(config: SyncOdooConfig, run: RunOf<unknown>, signal: AbortSignal): Asking {
  const writer = requireWriter(config);
  const write = requireAllowed(run.input, config.rules);
  return {
    odoo: createOdooWriter(writer, config.rules, signal),
    write,
    rules: config.rules,
    runId: run.retryOf ?? run.id,
  };
}

/** Milliseconds between two looks at Odoo. */
const LOOK_MS = 1_000;

/** Odoo may still be at work on a call whose asker is gone. Only after its time limit is it sure that the call did nothing. */
async function findUntilSettled(
  asking: Asking,
  { payload, age }: Effect,
  settleSeconds: number,
): Promise<readonly number[] | null> {
  const settled = performance.now() + (settleSeconds - age) * 1_000;
  for (;;) {
    const isLast = performance.now() >= settled;
    const ids = await findWritten(asking, payload);
    if (ids !== null || isLast) return ids;
    await delay(LOOK_MS);
  }
}

/** Why runs of this agent will fail, whatever they ask for; null where they will not. */
export function whyNothingIsWritten(config: SyncOdooConfig): string | null {
  try {
    requireWriter(config);
    return null;
  } catch (error) {
    return (error as RunError).message;
  }
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
  // Model and method come first: the shape does not matter where the doctrine says no.
  const refusal = refuseOdooWrite(namesOf(input), rules);
  if (refusal) throw new RunError('BOUNDARY_VIOLATION', `The run's ${refusal.path} ${refusal.message}`);
  if ('problem' in write) throw new RunError('BAD_USER_INPUT', `The run's input is no write to Odoo: ${write.problem}`);
  return write;
}

function namesOf(input: unknown): Pick<OdooWrite, 'model' | 'method'> {
  const { model, method } = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  return { model: String(model), method: String(method) };
}
