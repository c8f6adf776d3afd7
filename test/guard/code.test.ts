/** A planted violation of every rule on code and stages: each is found in its file, and nothing else is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/guard/finding.ts';
import { type Changes, copyTree, type GuardedTree, type OWN } from '../support/guarded.ts';

/** In two halves, so that nothing here looks like what it plants. */
const secret = (...parts: readonly string[]) => parts.join('');
const RANDOM = secret('9f2c41d8a7', 'e05b36c1d4', '7a8890fe2b', '13c6d5a4e7');

/** File → text that breaks the rule, and no other; `§` stands for a dollar, since these are no templates of ours. */
const PLANTED: readonly (readonly [rule: string, what: string, file: string, text: string])[] = [
  [
    'code/second-odoo-client',
    'a path of its protocol',
    'src/work/planted-a.ts',
    'export const path = `/json/2/§{1}/write`;',
  ],
  [
    'code/second-odoo-client',
    'the wire of the first',
    'src/ops/planted-a.ts',
    "import { askOdoo } from '../odoo/wire.ts';\nexport const ask = askOdoo;",
  ],
  [
    'code/foreign-write',
    'a table of another surface',
    'src/work/planted-b.ts',
    "export const sql = 'insert into ops.runs (id) values ($1)';",
  ],
  [
    'code/foreign-write',
    'an update in a template',
    'src/http/planted-b.ts',
    'export const sql = (x: string) => `\n  update work.pages p\n  set title = §{x}`;',
  ],
  [
    'code/foreign-write',
    'a name that is put together',
    'src/live/planted-b.ts',
    'export const sql = (t: string) => `delete from §{t} where true`;',
  ],
  [
    'code/foreign-write',
    'a client over REST',
    'src/live/planted-c.ts',
    "export const write = (c: Client) => c.from('runs').insert({});",
  ],
  [
    'code/unregistered-secret',
    'a variable',
    'src/cli/planted-d.ts',
    'export const read = (env: Env) => env.PLANTED_API_KEY;',
  ],
  [
    'code/unregistered-secret',
    'a destructured one',
    'src/cli/planted-e.ts',
    'export const read = ({ PLANTED_PASSWORD: p }: Env) => p;',
  ],
  [
    'code/unregistered-secret',
    'a secret of a workflow',
    '.github/workflows/planted.yml',
    'env: { X: "§{{ secrets.PLANTED_TOKEN }}" }',
  ],
  // The platform around the gateway.
  [
    'code/foreign-write',
    'an edge function that writes the ledger over REST',
    'supabase/functions/planted/index.ts',
    "await client.schema('ops').from('runs').update({ status: 'SUCCEEDED' }).eq('id', id);",
  ],
  [
    'code/foreign-write',
    'a front end that names a table of the ledger',
    'apps/web/planted.tsx',
    "export const Page = async () => <p>{await db.from('run_events').insert({})}</p>;",
  ],
  [
    'code/foreign-write',
    'a script that writes it by SQL',
    'scripts/planted.py',
    'cursor.execute("""\n  insert into ops.runs (id) values (1)\n""")',
  ],
  [
    'code/foreign-write',
    'a builder of queries',
    'scripts/planted-k.mjs',
    "await db('ops.runs').where({ id }).update({});",
  ],
  ['code/foreign-write', 'a script in SQL', 'scripts/planted.sql', 'delete from ops.run_events;'],
  [
    'code/second-odoo-client',
    'a script that writes Odoo',
    'scripts/planted_odoo.py',
    "models.execute_kw(db, uid, pw, 'res.partner', 'write', [[1], {'name': 'x'}])",
  ],
  ['code/second-odoo-client', 'an addon that asks another Odoo', 'addons/planted/models.py', 'import xmlrpc.client'],
  [
    'code/second-odoo-client',
    'a package in plain JavaScript',
    'packages/planted/index.mjs',
    'export const url = `§{base}/jsonrpc`;',
  ],
  [
    'code/unregistered-secret',
    'an edge function',
    'supabase/functions/planted/secret.ts',
    "export const key = Deno.env.get('PLANTED_SERVICE_KEY');",
  ],
  ['code/unregistered-secret', 'a script in Python', 'scripts/planted_b.py', "key = os.environ['PLANTED_TOKEN']"],
  ['code/unregistered-secret', 'a script of a shell', 'scripts/planted.sh', 'curl -H "apikey: §PLANTED_KEY" https://x'],
  [
    'code/client-secret',
    'a file for the browser',
    'apps/web/planted-b.tsx',
    "'use client';\nexport const key = process.env.SUPABASE_SERVICE_ROLE_KEY;",
  ],
  [
    'code/client-secret',
    'a file for the browser that says something else before',
    'apps/web/planted-d.tsx',
    "/* Ours. */ 'use strict';\n'use client';\nexport const key = process.env.SUPABASE_SERVICE_ROLE_KEY;",
  ],
  [
    'code/client-secret',
    'what a file for the browser imports',
    'apps/web/lib/planted-c.ts',
    'export const key = process.env.SUPABASE_SERVICE_ROLE_KEY;',
  ],
  ['code/secret-value', 'a private key', 'docs/planted-a.md', secret('-----BEGIN RSA ', 'PRIVATE KEY-----')],
  [
    'code/secret-value',
    'a token',
    'docs/planted-b.md',
    secret('eyJhbGciOiJIUzI1NiJ9', '.eyJzdWIiOiJzb21lYm9keSJ9', '.c2lnbmF0dXJlLW9mLXNvbWVib2R5'),
  ],
  [
    'code/secret-value',
    'a password in a URL',
    'docs/planted-c.md',
    secret('postgres://gateway:', 'hunter2hunter2@db.example.com/x'),
  ],
  ['code/secret-value', 'a random value given to a secret', 'docs/planted.env', secret('ODOO_API_KEY=', RANDOM)],
  ['code/secret-value', 'a key by its form', 'docs/planted-d.md', secret('sb_secret_', 'abcdefghijklmnopqrstuvwx')],
  [
    'code/ui-only-config',
    'a job made by code',
    'src/ops/planted-f.ts',
    "export const sql = `select cron.schedule('x', '* * * * *', 'select 1')`;",
  ],
  [
    'code/ui-only-config',
    'a hook in a settings file',
    'supabase/config.toml',
    '[auth.hook.send_email]\nenabled = true',
  ],
  [
    'stage/mail',
    'a package that sends mail',
    'src/ops/planted-g.ts',
    "import mail from 'nodemailer';\nexport const send = mail;",
  ],
  [
    'stage/outbound',
    'a package that asks others',
    'src/ops/planted-h.ts',
    "import axios from 'axios';\nexport const ask = axios;",
  ],
  ['stage/outbound', 'a fetch', 'src/ops/planted-i.ts', "export const ask = () => fetch('https://example.com');"],
];

/** Breaks nothing: what the platform may do, and a file that takes another's secret into the browser. */
const HARMLESS: Changes = {
  'apps/web/form.tsx': "'use client';\nimport { key } from '@/lib/planted-c';\nexport const Form = () => <p>{key}</p>;",
  'apps/web/pages.ts': "export const save = (db: Client) => db.schema('work').from('pages').update({ title: 'x' });",
  'apps/web/env.ts': 'export const key = process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY;',
  'apps/web/runs.ts': "export const ask = (db: Client) => db.schema('ops').rpc('enqueue', {});",
  'addons/sale/models.py': 'from odoo import models\n# insert into ops.runs\nself.env["sale.order"].write({})',
  'scripts/local.sh': 'MY_TOKEN=$(cat token)\necho "$MY_TOKEN"',
};

const NO_WAYS = 'outbound: []\nproduction: { hosts: [], secrets: {} }\n';
let tree: GuardedTree;
let found: readonly Finding[];

beforeAll(async () => {
  tree = copyTree(['.github', 'package.json'], {
    'ssot/guard-exceptions.yaml': 'exceptions: []\n',
    'ssot/stages.yaml': NO_WAYS,
  });
  const changes = Object.fromEntries(PLANTED.map(([, , file, text]) => [file, text.replaceAll('§', '$')]));
  found = await tree.find({ ...HARMLESS, ...changes }, { parts: ['code', 'stage'] });
});
afterAll(() => tree[Symbol.dispose]());

describe('code', () => {
  it.each(PLANTED)('breaks %s by %s', (rule, _what, file) => {
    expect(found.filter((finding) => finding.file === file).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('is found nowhere but where something was planted, and no secret is repeated', () => {
    const planted = new Set(PLANTED.map(([, , file]) => file));
    expect(found.filter(({ file }) => !planted.has(file ?? ''))).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${RANDOM}|hunter2`));
  });

  it('depends on no package that is a client of Odoo', async () => {
    const changes = { 'package.json': '{\n  "dependencies": {\n    "odoo-await": "1.0.0"\n  }\n}' };
    const findings = await tree.find(changes, { parts: ['code'] });
    expect(findings).toMatchObject([{ rule: 'code/second-odoo-client', file: 'package.json', line: 3 }]);
  });
});

describe('staging', () => {
  const rulesIn = async (changes: Changes, options: Partial<typeof OWN> = {}) =>
    (await tree.find(changes, { parts: ['stage'], ...options })).map(({ rule }) => rule);
  const way = (staging: string, variables: string) =>
    NO_WAYS.replace(
      '[]',
      `[{ module: src/here.ts, to: them, staging: ${staging}, why: A reason of twenty characters., variables: ${variables} }]`,
    );
  const HERE = { 'src/here.ts': 'export const here = 1;' };

  it('is made quiet by the program as it is', async () => {
    expect(await rulesIn({})).toEqual([]);
  });

  it('does not tick', async () => {
    const readConfig = () => ({ worker: { tickMs: 10_000 } });
    expect(await rulesIn({}, { readConfig: readConfig as never })).toEqual(['stage/cron']);
  });

  it('writes nothing to Odoo', async () => {
    expect(await rulesIn({}, { isOdooNeutralized: async () => false })).toEqual(['stage/odoo-write']);
  });

  it('refuses the secrets of production', async () => {
    expect(await rulesIn({}, { findProductionSecrets: () => [] })).toEqual([
      'stage/production-secret',
      'stage/production-secret',
    ]);
  });

  it('refuses what it says that it refuses', async () => {
    expect(await rulesIn({ ...HERE, 'ssot/stages.yaml': way('refused', '[OPENAI_API_KEY]') })).toEqual([]);
    expect(await rulesIn({ ...HERE, 'ssot/stages.yaml': way('refused', '[REDIS_URL]') })).toEqual(['stage/outbound']);
    expect(await rulesIn({ ...HERE, 'ssot/stages.yaml': way('refused', '[]') })).toEqual(['stage/outbound']);
  });

  it('has no way out that is gone, and knows what each says', async () => {
    expect(await rulesIn({ 'ssot/stages.yaml': way('allowed', '[]') })).toEqual(['stage/outbound']);
    expect(await rulesIn({ 'ssot/stages.yaml': 'outbound: yes' })).toEqual(['stage/outbound']);
    expect(await rulesIn({ 'ssot/stages.yaml': null })).toEqual(['stage/outbound']);
  });

  it('is not asked by a database that knows no stage', async () => {
    const migration = "select net.http_post(url => 'https://example.com');";
    expect(await rulesIn({ 'migrations/20991231235959_planted.sql': migration })).toEqual(['stage/outbound']);
  });
});
