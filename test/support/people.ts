/** People whom tests name beside the demo users: they exist, or nothing could be granted to them. */
import type { TestGateway } from './gateway.ts';

/** Users of every test database. */
export const TEST_PEOPLE: readonly string[] = ['ed100000-0000-4000-8000-000000000009'];

/** Makes users of one test's database. */
export async function addPeople({ owner }: Pick<TestGateway, 'owner'>, ...ids: readonly string[]): Promise<void> {
  await owner((client) =>
    client.query('insert into auth.users (id) select unnest($1::uuid[]) on conflict do nothing', [ids]),
  );
}

/** A user as the auth server keeps one. */
export interface TestPerson {
  readonly id: string;
  readonly name?: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly email?: string;
  readonly isConfirmed?: boolean;
}

/** Makes a user of one test's database, as a sign-up does. */
export async function addPerson({ owner }: Pick<TestGateway, 'owner'>, person: TestPerson): Promise<void> {
  const { id, name, metadata = name === undefined ? {} : { full_name: name }, email = null, isConfirmed } = person;
  const values = [id, email, JSON.stringify(metadata), isConfirmed ? new Date().toISOString() : null];
  await owner((client) =>
    client.query(
      'insert into auth.users (id, email, raw_user_meta_data, email_confirmed_at) values ($1, $2, $3, $4)',
      values,
    ),
  );
}
