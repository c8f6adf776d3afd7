/** What the peers have in common as processes: their environment, their port, their end. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the bench hands to a peer. */
export interface PeerEnvironment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly jwtSecret: string;
}

/** @throws Error where the process was not started by the bench. */
export function readPeerEnvironment(env: NodeJS.ProcessEnv): PeerEnvironment {
  const { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: poolSize, SUPABASE_JWT_SECRET: jwtSecret } = env;
  if (!databaseUrl || !poolSize || !jwtSecret) throw new Error('a peer is started by bench/run.ts');
  return { databaseUrl, poolSize: Number(poolSize), jwtSecret };
}

/** Listens on a free port of 127.0.0.1 and says so on standard output; ends at SIGTERM. */
export function servePeer(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql\n`);
  });
  process.once('SIGTERM', () => process.exit(0));
}
