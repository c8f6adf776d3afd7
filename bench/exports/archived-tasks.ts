/** Tasks in the stack's Odoo for the bench of exports, archived, so that nobody else meets them, and gone afterwards. */
import pg from 'pg';

const NAME = 'test-bench of exports';
/** When they say that they were written: nothing else is as late. */
export const WRITTEN = '2099-01-01';

/** @param owner A superuser of the server that has Odoo's database. */
export async function createArchivedTasks(owner: string, database: string, rows: number): Promise<AsyncDisposable> {
  const client = new pg.Client(Object.assign(new URL(owner), { pathname: `/${database}` }).href);
  await client.connect();
  const remove = () => client.query('delete from project_task where name = $1', [NAME]);
  const made: Readonly<Record<string, string>> = {
    name: `'${NAME}'`,
    active: 'false',
    write_date: `timestamp '${WRITTEN}'`,
    access_token: 'null',
  };
  try {
    await remove();
    const { rows: columns } = await client.query<{ name: string }>(
      "select column_name as name from information_schema.columns where table_name = 'project_task' and table_schema = 'public' and column_name <> 'id'",
    );
    const names = columns.map(({ name }) => name);
    await client.query(
      `insert into project_task (${names.map((name) => `"${name}"`).join(', ')})
       select ${names.map((name) => made[name] ?? `t."${name}"`).join(', ')}
       from (select * from project_task where project_id is not null and active order by id limit 1) t, generate_series(1, ${rows})`,
    );
  } catch (error) {
    await client.end();
    throw error;
  }
  return {
    [Symbol.asyncDispose]: async () => {
      await remove();
      await client.end();
    },
  };
}
