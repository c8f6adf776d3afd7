/** A gateway on a database of the soak's own, without Odoo, for scripts that run outside the test runner. */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createServer } from '../../src/server.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { JWT_SECRET } from '../support/stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** What a client gets. */
export interface WorkAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Runs one operation as a user. */
export type ExecuteAs = (
  user: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<WorkAnswer>;

/** @param databaseUrl Of the gateway's own login. */
export async function createWorkGateway(databaseUrl: string, poolSize: number) {
  const log = createLog('silent', () => {});
  const postgres = createPostgresPool({ databaseUrl, poolSize }, log);
  const config = { stage: 'production', auth: AUTH } as const;
  const search = { embedder: createHashingEmbedder(), answerer: null };
  const server = await createServer({ config, sources: { odoo: null, postgres }, log, paths: packagePaths(), search });
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (user: string) => {
    const token = tokens.get(user) ?? issueToken({ user }, { ...AUTH, lifetimeSeconds: 3_600 });
    tokens.set(user, token);
    return token;
  };
  const execute: ExecuteAs = async (user, query, variables) => {
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${await tokenOf(user)}`],
    ]);
    const { signal } = new AbortController();
    const answer = await server.handle({ method: 'POST', headers, search: '', body: { query, variables }, signal });
    return JSON.parse(answer.body.kind === 'complete' ? String(answer.body.string) : '{}') as WorkAnswer;
  };
  return {
    execute,
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await postgres.close();
    },
  };
}
