/** What the ledger says of a user beside the token. */
import { SERVICE } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** The groups that a user is in. @param claims Those of the user's token, as JSON. */
export async function readStanding(
  postgres: PostgresSource,
  userId: string,
  claims: string,
): Promise<{ readonly groups: readonly string[] }> {
  const text = 'select ops.standing(user_id => $1, claims => $2)::text';
  const bytes = await postgres.render(SERVICE, { text, values: [userId, claims] });
  return JSON.parse(bytes.toString('utf8')) as { groups: readonly string[] };
}
