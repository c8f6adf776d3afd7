/** The SQL that the gateway makes of an operation on the workspace, with its values. */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import type { Statement } from '../../src/postgres/statement.ts';
import { createServer } from '../../src/server.ts';
import { JWT_SECRET } from './stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** Runs a query as a user; resolves with the statements that it took. @throws Error where the answer has errors. */
export async function recordStatements(
  source: PostgresSource,
  user: string,
  query: string,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const postgres: PostgresSource = {
    ...source,
    render: (viewer, statement) => {
      statements.push(statement);
      return source.render(viewer, statement);
    },
  };
  const log = createLog('silent', () => {});
  const config = { stage: 'production', auth: AUTH } as const;
  const server = await createServer({ config, sources: { odoo: null, postgres }, log, paths: packagePaths() });
  try {
    const token = await issueToken({ user }, { ...AUTH, lifetimeSeconds: 600 });
    const headers = new HeaderMap([
      ['content-type', 'application/json'],
      ['authorization', `Bearer ${token}`],
    ]);
    const { signal } = new AbortController();
    const answer = await server.handle({ method: 'POST', headers, search: '', body: { query }, signal });
    const text = answer.body.kind === 'complete' ? String(answer.body.string) : '';
    if (JSON.parse(text).errors) throw new Error(text);
    return statements;
  } finally {
    await server.stop();
  }
}
