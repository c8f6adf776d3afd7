/** The parts of MCP, put together: trusted operations, the gateway that is asked, and what finds things in its schema. */
import type { Config } from '../config.ts';
import { readViewers } from '../consumers/consumer.ts';
import { createMcpDoor, type McpDoor } from '../http/mcp.ts';
import { createMcpGateway } from '../http/mcp-gateway.ts';
import type { Log } from '../log.ts';
import { createServe } from '../mcp/serve.ts';
import type { Offered } from '../mcp/viewer-tools.ts';
import { loadManifest } from '../operations/manifest.ts';
import type { Paths } from '../paths.ts';
import type { GatewayServer } from '../server.ts';
import { createBuiltInEmbedder } from '../work/search/built-in-embedder.ts';
import type { Embedder } from '../work/search/embedder.ts';
import { readVersion } from './version.ts';

interface ServingOptions {
  readonly config: Pick<Config, 'stage' | 'live'>;
  readonly server: GatewayServer;
  readonly paths: Pick<Paths, 'operations' | 'package'>;
  /** Null where words have to be enough. */
  readonly embedder: Embedder | null;
  readonly log: Log;
}

/** Makes the server of one viewer. */
export function openServing({ config, server, paths, embedder, log }: ServingOptions): ReturnType<typeof createServe> {
  return createServe({
    gateway: createMcpGateway(server, config.live),
    offered: readOffered(paths),
    stored: new Set(server.made.catalog.keys()),
    embed: embedder && ((texts, purpose) => embedder.embed(texts, { purpose })),
    version: readVersion(paths.package),
    isDevelopment: config.stage === 'development',
    log,
  });
}

/** The door of a gateway that listens. */
export function openDoor(
  options: ServingOptions & { readonly config: Pick<Config, 'mcp' | 'auth' | 'allowedOrigins'> },
): McpDoor {
  const { config, server, log } = options;
  const { issuer } = config.auth;
  return createMcpDoor({
    ...config.mcp,
    allowedOrigins: config.allowedOrigins,
    serve: openServing(options),
    verify: server.verify,
    charge: server.charge,
    issuer: issuer !== null && URL.canParse(issuer) ? issuer : null,
    log,
  });
}

/**
 * The embedder of the schema: the built-in one, whatever embeds the workspace. To find a field costs no request to anybody.
 *
 * @param own That of the workspace, which is shared where it is the same.
 */
export function schemaEmbedder(own: Embedder, kind: Config['search']['embedder']['kind']): Embedder {
  return kind === 'built-in' ? own : createBuiltInEmbedder();
}

/** @throws Error for an operation whose consumer says nowhere who it is. */
function readOffered(paths: Pick<Paths, 'operations'>): readonly Offered[] {
  const viewers = readViewers(paths.operations);
  return loadManifest(paths).operations.flatMap((operation) => {
    const viewer = viewers.get(operation.consumer);
    if (viewer === undefined)
      throw new Error(`The manifest has operations of ${operation.consumer}, and no consumer.yaml says who that is`);
    return viewer ? [{ operation, viewer }] : [];
  });
}
