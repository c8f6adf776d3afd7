/** Loads the handlers of an agent from the module or package that the doctrine names. */

import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ToldError } from '../told-error.ts';
import type { Handlers } from './handler.ts';

/** What is loaded, and for whom. */
export interface LoadingHandlers {
  readonly agent: string;
  /** `./…`, `../…` or an absolute path, from the doctrine's file on; anything else is the name of a package. */
  readonly module: string;
  /** The doctrine's file. */
  readonly doctrine: string;
  /** The kinds of runs that the doctrine gives to the agent. */
  readonly kinds: readonly string[];
}

/** Handlers that cannot be used: the message says which, and what to do. */
export class HandlersError extends ToldError {
  override readonly name = 'HandlersError';
}

const isFunction = z.custom((value) => typeof value === 'function', 'must be a function');
const isSchema = z.custom(
  (value) => typeof (value as { '~standard'?: { validate?: unknown } } | null)?.['~standard']?.validate === 'function',
  'must be a schema of zod, or another Standard Schema',
);

const definition = z.strictObject({
  input: isSchema.optional(),
  timeoutSeconds: z.int().min(1).max(86_400).optional(),
  concurrency: z.int().min(1).max(64).optional(),
  attempts: z.int().min(1).max(100).optional(),
  execute: isFunction,
  check: isFunction.optional(),
});

/** Runs the module's own code. @throws HandlersError */
export async function loadHandlers(loading: LoadingHandlers): Promise<Handlers> {
  const { agent, module, kinds } = loading;
  const { handlers } = await importModule(loading);
  const where = `${module}, which agents.${agent}.handlers of the doctrine names,`;
  if (typeof handlers !== 'object' || handlers === null)
    throw new HandlersError(
      `${where} has no export "handlers": write \`export const handlers = defineHandlers({ … })\``,
    );
  const registered = Object.entries(handlers);
  if (registered.length === 0) throw new HandlersError(`${where} registers no kind of run`);
  const strange = registered.map(([kind]) => kind).filter((kind) => !kinds.includes(kind));
  if (strange.length > 0)
    throw new HandlersError(
      `${where} registers ${strange.join(', ')}: the doctrine gives ${agent} ${kinds.join(', ') || 'no kinds'} (agents.${agent}.kinds)`,
    );
  const problems = registered.flatMap(([kind, handler]) => problemsOf(kind, handler));
  if (problems.length > 0) throw new HandlersError(`${where} registers what is no handler: ${problems.join('; ')}`);
  return handlers as Handlers;
}

function problemsOf(kind: string, handler: unknown): string[] {
  if (typeof handler === 'function') return [];
  const { error } = definition.safeParse(handler);
  return error?.issues.map(({ path, message }) => `${[kind, ...path.map(String)].join(' ')}: ${message}`) ?? [];
}

async function importModule(loading: LoadingHandlers): Promise<{ readonly handlers?: unknown }> {
  const { agent, module } = loading;
  const file = findModule(loading);
  try {
    return await import(pathToFileURL(file).href);
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    throw new HandlersError(
      `agents.${agent}.handlers of the doctrine names ${module}, which cannot be loaded: ${told}`,
      {
        cause,
      },
    );
  }
}

function findModule({ agent, module, doctrine }: LoadingHandlers): string {
  const isPath = /^(\.{0,2}\/)/.test(module);
  const name = isPath ? resolve(dirname(doctrine), module) : module;
  try {
    return createRequire(doctrine).resolve(name);
  } catch (cause) {
    const what = isPath
      ? `there is no module ${name}`
      : `no package of that name is found from ${dirname(doctrine)} on`;
    throw new HandlersError(`agents.${agent}.handlers of the doctrine names ${module}, and ${what}`, { cause });
  }
}
