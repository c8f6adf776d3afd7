/** The SQL that the gateway makes of an operation, with its values. */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import type { Statement } from '../../src/postgres/statement.ts';
import { createServer } from '../../src/server.ts';
import { JWT_SECRET } from './stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** A gateway that remembers what it asks Postgres. */
export interface StatementRecorder extends AsyncDisposable {
  /**
   * Runs a query as a user, or as the service; resolves with the statements that it took.
   *
   * @throws Error where the answer has errors.
   */
  readonly record: (who: string, query: string) => Promise<readonly Statement[]>;
}

/** @param source Stays open when the recorder is disposed of. */
export async function createStatementRecorder(source: PostgresSource): Promise<StatementRecorder> {
  let statements: Statement[] = [];
  const postgres: PostgresSource = {
    ...source,
    render: (viewer, statement) => {
      // How a user stands is asked once for all operations of some seconds.
      if (!statement.text.includes('ops.standing(')) statements.push(statement);
      return source.render(viewer, statement);
    },
  };
  const log = createLog('silent', () => {});
  const config = { stage: 'production', auth: AUTH } as const;
  const server = await createServer({ config, sources: { odoo: null, postgres }, log, paths: packagePaths() });
  return {
    record: async (who, query) => {
      statements = [];
      const subject = who === 'service' ? ({ service: true } as const) : { user: who };
      const token = await issueToken(subject, { ...AUTH, lifetimeSeconds: 600 });
      const headers = new HeaderMap([
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${token}`],
      ]);
      const { signal } = new AbortController();
      const answer = await server.handle({ method: 'POST', headers, search: '', body: { query }, signal });
      const text = answer.body.kind === 'complete' ? String(answer.body.string) : '';
      if (JSON.parse(text).errors) throw new Error(text);
      return statements;
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

/** The same for one query. */
export async function recordStatements(
  source: PostgresSource,
  who: string,
  query: string,
): Promise<readonly Statement[]> {
  await using recorder = await createStatementRecorder(source);
  return await recorder.record(who, query);
}
