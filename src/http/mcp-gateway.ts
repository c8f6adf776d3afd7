/** The gateway as MCP's tools ask it: by the same way in as a WebSocket's operations. */
import { connectionHolder } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import { createConnectionPlaces, LIVE_LIMITS, type LiveLimits } from '../live/limits.ts';
import type { McpGateway, Messages } from '../mcp/gateway.ts';
import type { GatewayServer } from '../server.ts';
import { openOperation } from './operation.ts';

/** @param live How many subscriptions may be followed at once, in all and by one viewer: as many as there may be connections. */
export function createMcpGateway(
  server: GatewayServer,
  live: Pick<LiveLimits, 'maxConnections' | 'maxPerViewer'> = LIVE_LIMITS,
): McpGateway {
  const places = createConnectionPlaces(live);
  return {
    schema: server.made.schema,
    permissions: server.permissions,
    charge: server.charge,
    open: async (params, { viewer, address, authorization, runId, requestId }, lastPlace = null) => {
      const header = await authorization();
      const asked = { params, viewer, address, authorization: header, lastPlace, runId, requestId: requestId ?? null };
      const open = () => openOperation(server, asked);
      if (!server.isSubscription(params)) return open();
      const taken = places.take(connectionHolder(viewer));
      if (taken instanceof GatewayError) throw taken;
      return giveBack(open(), taken);
    },
  };
}

/** The same messages; whoever ends them gives the place back. */
function giveBack(messages: Messages, give: () => void): Messages {
  return {
    next: async () => {
      const next = await messages.next();
      if (next.done) give();
      return next;
    },
    return: () => {
      give();
      return messages.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
