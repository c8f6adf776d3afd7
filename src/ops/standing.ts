/** What the database says of a user and of sessions beside the tokens. */
import type { Standing } from '../auth/standings.ts';
import { SERVICE } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** The groups that a user is in, and whether the token's session has ended. @param claims Those of the token, as JSON. */
export async function readStanding(postgres: PostgresSource, userId: string, claims: string): Promise<Standing> {
  const text = 'select ops.standing(user_id => $1, claims => $2)::text';
  const bytes = await postgres.render(SERVICE, { text, values: [userId, claims] });
  return JSON.parse(bytes.toString('utf8')) as Standing;
}

/** Which of the sessions have ended; none where the database cannot tell. */
export async function readEndedSessions(
  postgres: PostgresSource,
  sessions: readonly string[],
): Promise<readonly string[]> {
  const text = 'select to_json(ops.ended_sessions(session_ids => $1::uuid[]))::text';
  const bytes = await postgres.render(SERVICE, { text, values: [sessions] });
  return JSON.parse(bytes.toString('utf8')) as readonly string[];
}
