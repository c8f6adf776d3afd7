/** The demo's people, where the users are ours to make. */
import { DEMO_USERS } from '../../auth/issue.ts';
import type { MigrationClient } from '../../postgres/migrate.ts';

/** As a sign-in provider would give them. */
const NAMES: Readonly<Record<string, string>> = { ana: 'Ana Reyes', ben: 'Ben Santos', carla: 'Carla Mendoza' };

/** Supabase's `auth.users` is kept by its auth server alone, and belongs to another role. */
const HAS_OWN_USERS = `
select c.relowner = current_user::regrole and not exists (
  select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname = 'encrypted_password'
) as is_own
from pg_catalog.pg_class c where c.oid = to_regclass('auth.users')`;

/** One that is there already gets a name where it has none. */
const INSERT = `
insert into auth.users as u (id, email, raw_user_meta_data, email_confirmed_at) values ($1, $2, $3, '2026-01-05T08:00:00Z')
on conflict (id) do update set raw_user_meta_data = excluded.raw_user_meta_data
where u.raw_user_meta_data is null`;

/** The demo users, with names and pictures; run again it changes nothing. */
export async function seedPeople(client: MigrationClient): Promise<void> {
  const [found] = await client.query(HAS_OWN_USERS);
  if (found?.is_own !== true) return;
  for (const [user, id] of Object.entries(DEMO_USERS)) {
    const metadata = { full_name: NAMES[user], avatar_url: `https://example.com/avatars/${user}.png` };
    await client.query(INSERT, [id, `${user}@example.com`, JSON.stringify(metadata)]);
  }
}
