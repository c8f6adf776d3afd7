/** The gateway's own tools behind its own door, for a suite that sends no token: each request is the service's. */
import { issueToken } from '../../src/auth/issue.ts';
import { openServing } from '../../src/cli/mcp-serving.ts';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { createMcpDoor } from '../../src/http/mcp.ts';
import { LIVE_LIMITS } from '../../src/live/limits.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { createServer } from '../../src/server.ts';
import { type ListeningDoor, listenAt } from './listening.ts';

const SIGNING = { jwtSecret: 'a secret that only this suite knows', issuer: null, audience: 'authenticated' };

/** On a free port, with the stand-in for Odoo. */
export async function startGateway(): Promise<ListeningDoor> {
  const standIn = await createStandInOdoo().listen();
  const odoo = createOdooClient({ ...standIn, database: null, timeoutMs: 5_000, maxConcurrency: 4 });
  const log = createLog('silent');
  const paths = packagePaths();
  const config = { stage: 'production', live: LIVE_LIMITS, auth: { ...SIGNING, jwksUrl: null } } as const;
  const server = await createServer({ config, sources: { odoo, postgres: null }, log, paths });
  const token = await issueToken({ service: true }, { ...SIGNING, lifetimeSeconds: 600 });
  const door = createMcpDoor({
    serve: openServing({ config, server, paths, embedder: null, log }),
    verify: () => server.verify(`Bearer ${token}`),
    charge: server.charge,
    ...{ allowedHosts: [], publicUrl: null, issuer: null, withScopes: false, log },
  });
  return listenAt(door, async () => {
    await server.stop();
    await standIn.close();
  });
}
