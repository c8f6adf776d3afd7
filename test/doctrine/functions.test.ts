/** The database's second lock: who may execute which function is what the doctrine says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentRole } from '../../src/auth/viewer.ts';
import { executorsOf } from '../../src/doctrine/executors.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { readDirective } from '../../src/sdl/directives.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

const doctrine = loadDoctrine(packagePaths());
const ROLES: Readonly<Record<string, string>> = {
  user: 'authenticated',
  service: 'service_role',
  ...Object.fromEntries(Object.keys(doctrine.agents).map((name) => [name, agentRole(name)])),
};

/** Functions that mutations call. */
const written = Object.values(readOwnSdl().schema.getMutationType()?.getFields() ?? {}).flatMap(
  ({ astNode }) => readDirective(astNode, 'writes')?.by ?? [],
);
const { operations } = doctrine;
const FUNCTIONS = [...new Set([...written, ...operations])].sort();

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));

describe('a function that writes', () => {
  it.each(FUNCTIONS)('%s is executed by those whom the doctrine names, and by nobody else', async (name) => {
    const rows = await ask(
      `select r.rolname as role, bool_and(has_function_privilege(r.oid, p.oid, 'execute')) as may
       from pg_proc p, pg_roles r
       where p.oid in (select oid from pg_proc where pronamespace::regnamespace || '.' || proname = $1)
         and r.rolname = any ($2::text[]) group by 1`,
      [name, [...Object.values(ROLES), 'anon']],
    );
    const mayNow = rows.filter(({ may }) => may).map(({ role }) => String(role));
    expect(rows, `${name} is no function of the database`).not.toEqual([]);
    expect(mayNow.sort()).toEqual(
      executorsOf(doctrine, name)
        .map((executor) => ROLES[executor] ?? executor)
        .sort(),
    );
  });

  it('acts with a search path of its own, and where it is a definer, for nobody by default', async () => {
    const rows = await ask(
      `select p.oid::regprocedure::text as name from pg_proc p
       where p.pronamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace)
         and (not coalesce('search_path=""' = any (p.proconfig), false)
           or p.prosecdef and has_function_privilege('public', p.oid, 'execute'))`,
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  });
});
