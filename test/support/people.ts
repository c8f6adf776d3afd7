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
