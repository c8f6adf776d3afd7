/** The handlers of an agent: of this program's own, of a module that the doctrine names, or at a URL. */
import type { Handlers } from '../agents/handler.ts';
import { createHttpHandlers } from '../agents/http-handlers.ts';
import { loadHandlers } from '../agents/load-handlers.ts';
import { AGENTS, type AgentConfig } from '../agents/registry.ts';
import type { SyncOdooConfig } from '../agents/sync-odoo-agent.ts';
import type { BridgeConfig } from '../bridge/odoo-bridge.ts';
import type { Config } from '../config.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { AgentHandlers } from '../doctrine/shape.ts';
import { isLoopback } from '../http/loopback.ts';
import { type Io, UsageError } from './io.ts';

/** Whose handlers are wanted, and what they are made of. */
export interface OpeningHandlers {
  readonly agent: string;
  readonly doctrine: Doctrine;
  /** The doctrine's file, from which a module is looked for. */
  readonly file: string;
  readonly config: Pick<Config, 'stage' | 'worker'>;
  readonly syncOdoo: SyncOdooConfig;
  readonly bridge: BridgeConfig;
  readonly pullRequests: AgentConfig['pullRequests'];
  readonly env: Io['env'];
}

type Own = (config: AgentConfig) => Handlers;

/** Agents that a worker knows the runs of. */
export function agentsWithHandlers({ agents }: Doctrine): string[] {
  return Object.keys(agents).filter((name) => Object.hasOwn(AGENTS, name) || agents[name]?.handlers !== undefined);
}

/** @throws UsageError, HandlersError that says what is wrong with them. */
export async function openHandlers(opening: OpeningHandlers): Promise<Handlers> {
  const { agent, doctrine, file, syncOdoo, bridge, pullRequests } = opening;
  const { handlers, kinds = [] } = doctrine.agents[agent] ?? {};
  const own: Own | undefined = Object.hasOwn(AGENTS, agent) ? AGENTS[agent as keyof typeof AGENTS] : undefined;
  if (own && handlers !== undefined)
    throw new UsageError(
      `the handlers of ${agent} are this program's own: take agents.${agent}.handlers out of the doctrine`,
    );
  if (own) return own({ syncOdoo, bridge, pullRequests });
  if (handlers === undefined)
    throw new UsageError(
      `no worker knows the runs of "${agent}": it knows those of ${agentsWithHandlers(doctrine).join(', ')}`,
    );
  if (typeof handlers === 'string') return loadHandlers({ agent, module: handlers, doctrine: file, kinds });
  return openHttpHandlers(opening, { ...handlers, kinds });
}

type AtUrl = Exclude<AgentHandlers, string> & { readonly kinds: readonly string[] };

function openHttpHandlers(
  { agent, config, env }: OpeningHandlers,
  { private: isPrivate, ...handlers }: AtUrl,
): Handlers {
  const { protocol, hostname } = new URL(handlers.url);
  const isDevelopment = config.stage === 'development';
  if (protocol !== 'https:' && !isDevelopment && !isLoopback(hostname.replace(/^\[|\]$/g, '')))
    throw new UsageError(`agents.${agent}.handlers.url is not https, and this is ${config.stage}`);
  return createHttpHandlers({
    ...handlers,
    agent,
    secrets: readSecrets(agent, env),
    mayBePrivate: isPrivate || isDevelopment,
    isNeutralized: config.stage === 'staging',
    leaseSeconds: config.worker.leaseSeconds,
  });
}

/** 24 to 64 bytes in base64, as Standard Webhooks has it. */
const SECRET = /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/;

/** @throws UsageError that names the variable, never its value. */
function readSecrets(agent: string, env: Io['env']): string[] {
  const name = secretVariable(agent);
  const secrets = (env[name] ?? '').split(/[\s,]+/).filter((secret) => secret !== '');
  if (secrets.length === 0)
    throw new UsageError(`${name} is not set: what is posted to the handler of ${agent} is signed by it`);
  if (secrets.length > 2 || !secrets.every((secret) => SECRET.test(secret)))
    throw new UsageError(
      `${name} must be one or two secrets such as whsec_… (24 to 64 bytes in base64), with a space between`,
    );
  return secrets;
}

/** E.g. `HANDLER_SECRET_REPORT_AGENT`. */
function secretVariable(agent: string): string {
  return `HANDLER_SECRET_${agent.replaceAll('-', '_').toUpperCase()}`;
}
