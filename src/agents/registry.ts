/** The agents whose handlers this program brings; those of other agents the doctrine names. */
import { ANALYST_AGENT, createAnalystHandlers } from '../analysis/odoo-analyst.ts';
import { BRIDGE_AGENT } from '../bridge/bridge-ledger.ts';
import { type BridgeConfig, createBridgeHandlers } from '../bridge/odoo-bridge.ts';
import { DELIVERY_AGENT } from '../delivery/evidence/ledger.ts';
import { createPullRequestHandlers, type PullRequestWork } from '../delivery/pull-requests/handlers.ts';
import { DEMO_AGENT, demoHandlers } from './demo-agent.ts';
import type { Handlers } from './handler.ts';
import { createSyncOdooHandlers, type SyncOdooConfig } from './sync-odoo-agent.ts';

/** What the handlers of all agents are made of. */
export interface AgentConfig {
  readonly syncOdoo: SyncOdooConfig;
  readonly bridge: BridgeConfig;
  /** Read when they are asked for: only their agent needs `ssot/environments.yaml`. */
  readonly pullRequests: () => PullRequestWork;
}

/** By the agent's name in the doctrine. */
export const AGENTS = {
  'sync-odoo-agent': ({ syncOdoo }: Pick<AgentConfig, 'syncOdoo'>) => createSyncOdooHandlers(syncOdoo),
  [BRIDGE_AGENT]: ({ bridge }: Pick<AgentConfig, 'bridge'>) => createBridgeHandlers(bridge),
  [ANALYST_AGENT]: ({ bridge: { postgres } }: Pick<AgentConfig, 'bridge'>) => createAnalystHandlers(postgres),
  [DELIVERY_AGENT]: ({ pullRequests }: Pick<AgentConfig, 'pullRequests'>) => createPullRequestHandlers(pullRequests()),
  [DEMO_AGENT]: () => demoHandlers,
} as const satisfies Readonly<Record<string, (config: AgentConfig) => Handlers>>;
