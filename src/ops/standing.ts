/** What the database says of a user and of sessions beside the tokens. */
import DataLoader from 'dataloader';
import type { AskStanding, Standing } from '../auth/standings.ts';
import { SERVICE } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

interface Asked {
  readonly userId: string;
  /** JSON. */
  readonly claims: string;
}

/** Users that one statement asks for. */
const MAX_USERS = 100;

const STANDINGS = `select coalesce(json_agg(ops.standing(user_id => a.user_id, claims => a.claims::jsonb) order by a.place), '[]')::text
  from unnest($1::uuid[], $2::text[]) with ordinality a (user_id, claims, place)`;

/** Asks which groups a user is in, and whether the token's session has ended: of users who come at once in one statement. */
export function createAskStanding(postgres: PostgresSource): AskStanding {
  const ask = async (asked: readonly Asked[]) => {
    const values = [asked.map(({ userId }) => userId), asked.map(({ claims }) => claims)];
    const bytes = await postgres.render(SERVICE, { text: STANDINGS, values });
    return JSON.parse(bytes.toString('utf8')) as Standing[];
  };
  const loader = new DataLoader(ask, { cache: false, maxBatchSize: MAX_USERS });
  return (userId, claims) => loader.load({ userId, claims });
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
