/** What the peers have in common as processes: their environment, their port, their end. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PeerSigning } from './viewer.ts';

/** What the bench hands to a peer. */
export interface PeerEnvironment {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly signing: PeerSigning;
}

/** @throws Error where the process was not started by the bench. */
export function readPeerEnvironment(env: NodeJS.ProcessEnv): PeerEnvironment {
  const { DATABASE_URL: databaseUrl, DATABASE_POOL_SIZE: poolSize, PEER_SIGNING: signing } = env;
  if (!databaseUrl || !poolSize || !signing) throw new Error('a peer is started by bench/run.ts');
  return { databaseUrl, poolSize: Number(poolSize), signing: JSON.parse(signing) as PeerSigning };
}

/** Listens on a free port of 127.0.0.1 and says so on standard output; ends at SIGTERM. */
export function servePeer(server: Server): void {
  server.listen(0, '127.0.0.1', () => sayOrigin(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
}

/** Says where the peer listens; ends at SIGTERM. */
export function sayOrigin(origin: string): void {
  process.stdout.write(`${origin}/graphql\n`);
  process.once('SIGTERM', () => process.exit(0));
}
