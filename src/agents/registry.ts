/** The agents whose handlers this program brings; those of other agents the doctrine names. */
import { DEMO_AGENT, demoHandlers } from './demo-agent.ts';
import type { Handlers } from './handler.ts';
import { createSyncOdooHandlers, type SyncOdooConfig } from './sync-odoo-agent.ts';

/** What the handlers of all agents are made of. */
export interface AgentConfig {
  readonly syncOdoo: SyncOdooConfig;
}

/** By the agent's name in the doctrine. */
export const AGENTS: Readonly<Record<string, (config: AgentConfig) => Handlers>> = {
  'sync-odoo-agent': ({ syncOdoo }) => createSyncOdooHandlers(syncOdoo),
  [DEMO_AGENT]: () => demoHandlers,
};
