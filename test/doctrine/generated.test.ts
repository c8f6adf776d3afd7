/** What is made from the doctrine is made from this one; and a new agent is a copy of a template. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printGrants } from '../../src/doctrine/grants-sql.ts';
import { printDoctrineSchema, printRegistrySchema } from '../../src/doctrine/json-schema.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { buildSchema, copyPaths, type DoctrineDraft } from '../support/doctrine.ts';
import { createTestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

const ROOT = join(import.meta.dirname, '../..');
const paths = packagePaths();
const doctrine = loadDoctrine(paths);
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** Every privilege on what is ours, one a row. */
const ACLS = `
select o.kind || ' ' || o.name || ' ' || a.grantee::regrole || ' ' || a.privilege_type as acl
from (
  select 'table' as kind, oid::regclass::text as name, relacl as acl, relowner as owner from pg_class
  where relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace) and relkind in ('r', 'p', 'v')
  union all
  select 'column', attrelid::regclass || '.' || attname, attacl, relowner from pg_attribute join pg_class c on c.oid = attrelid
  where relnamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace)
  union all
  select 'function', oid::regprocedure::text, proacl, proowner from pg_proc
  where pronamespace in ('ops'::regnamespace, 'odoo'::regnamespace, 'work'::regnamespace)
  union all
  select 'schema', nspname, nspacl, nspowner from pg_namespace where nspname in ('ops', 'odoo', 'odoo_seed', 'catalog', 'work', 'auth')
) o, aclexplode(o.acl) a where a.grantee not in (0, o.owner)`;

describe('generated from the doctrine', () => {
  it('the newest grants are those of the doctrine: else add a migration by `tripoint doctrine --grants`', () => {
    const newest = readdirSync(paths.migrations)
      .filter((name) => name.endsWith('_doctrine_grants.sql'))
      .sort()
      .at(-1);
    expect(newest).toBeDefined();
    expect(read(`migrations/${newest}`)).toBe(`${printGrants(doctrine).trimEnd()}\n`);
  });

  it('the JSON Schemas for editors are those of what is checked: else `npm run doctrine`', () => {
    expect(read('ssot/doctrine.schema.json')).toBe(printDoctrineSchema());
    expect(read('ssot/secrets/registry.schema.json')).toBe(printRegistrySchema());
    expect(read('ssot/doctrine.yaml').split('\n')[0]).toBe('# yaml-language-server: $schema=doctrine.schema.json');
    expect(read('ssot/secrets/registry.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=registry.schema.json',
    );
  });

  it.skipIf(!isRealStack)('the grants change nothing where they are granted already', async () => {
    await using gateway = await createTestGateway();
    await gateway.owner(async (client) => {
      const readAcls = async () => (await client.query(ACLS)).map(({ acl }) => String(acl));
      const before = await readAcls();
      await client.script(printGrants(doctrine));
      const after = await readAcls();
      expect(before.length).toBeGreaterThan(500);
      expect(after.filter((acl) => !before.includes(acl)).join('\n')).toBe('');
      expect(before.filter((acl) => !after.includes(acl)).join('\n')).toBe('');
    });
  });
});

describe('a template', () => {
  it.each(Object.keys(doctrine.templates))(
    '%s, copied to the agents, makes one: it loads, starts and is granted',
    (name) => {
      const change = (draft: DoctrineDraft) => {
        const { templates } = draft as unknown as { templates: DoctrineDraft['agents'] };
        Object.assign(draft.agents, { 'new-agent': structuredClone(templates[name]) });
      };
      using copied = copyPaths(change);
      const changed = loadDoctrine(copied);
      expect(() => buildSchema('', change)).not.toThrow();
      const grants = printGrants(changed);
      expect(grants).toContain("'agent_new_agent'");
      expect(grants).toMatch(/grant select on [^;]* to [^;]*agent_new_agent/);
      expect(grants).not.toMatch(/grant (insert|update|delete)[^;]* agent_new_agent/);
    },
  );
});
