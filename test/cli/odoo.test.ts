/** `tripoint odoo`: what it prints of a model works in the SDL, and no drift stays unseen. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/cli/run.ts';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { checkAgainstOdoo } from '../../src/odoo/introspect/check.ts';
import { packagePaths } from '../../src/paths.ts';
import type { StoredType } from '../../src/plan/catalog.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { createTestGateway, pick } from '../support/gateway.ts';
import { readOwnSdl, selectAll } from '../support/own-sdl.ts';
import { isRealStack } from '../support/stack.ts';

type Fields = Record<string, Record<string, unknown>>;

let folder: string;
let standIn: RunningStandIn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-odoo-'));
  standIn = await createStandInOdoo().listen();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await standIn.close();
});

async function run(args: readonly string[], env: Record<string, string | undefined> = process.env) {
  const out: string[] = [];
  const err: string[] = [];
  const print = (line: string) => void out.push(line);
  const io = { env, cwd: folder, print, untilStopped: async () => undefined };
  const code = await runCommand(['odoo', ...args], io, (line) => err.push(line));
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Runs a command against the recording, whose `fields_get` answers what `change` makes of it; null for no such model. */
async function runAgainst(args: readonly string[], change: (model: string, fields: Fields) => Fields | null) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { authorization = '' } = request.headers;
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(`${standIn.url}${request.url}`, {
      method: request.method ?? 'POST',
      headers,
      ...(request.method === 'POST' && { body: Buffer.concat(chunks) }),
    });
    const [, model = '', method] = /^\/json\/2\/([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? [];
    const body: unknown = await answer.json();
    const changed = method === 'fields_get' && answer.status === 200 ? change(model, body as Fields) : body;
    response.writeHead(changed === null ? 404 : answer.status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(changed ?? { name: 'werkzeug.exceptions.NotFound', message: 'no such model' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await run(args, {
      ODOO_STAGE: 'development',
      ODOO_URL: `http://127.0.0.1:${port}`,
      ODOO_DB: 'demo',
      ODOO_API_KEY: standIn.apiKey,
      ODOO_PROTOCOL: 'json2',
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Runs the check where the one field of the one model is described otherwise; null takes it away. */
function checkWith(model: string, field: string, other: Record<string, unknown> | null) {
  return runAgainst(['check'], (asked, fields) => {
    if (asked !== model) return fields;
    const { [field]: known, ...rest } = fields;
    return other ? { ...rest, [field]: { ...known, ...other } } : rest;
  });
}

/** Line of the file below `schema/odoo` on which the text stands. */
function lineOf(file: string, text: string): string {
  const lines = readFileSync(join(packagePaths().schema, 'odoo', file), 'utf8').split('\n');
  return `schema/odoo/${file}:${lines.findIndex((line) => line.includes(text)) + 1}`;
}

describe('odoo introspect', () => {
  // The recording has `hr.job`; a whole Odoo has the others too.
  const models = [
    'hr.job',
    ...(isRealStack ? ['res.country.group', 'res.bank', 'crm.tag', 'crm.lead', 'stock.picking'] : []),
  ];

  it.each(models)('prints SDL of %s that works in schema/odoo beside one line of the doctrine', async (model) => {
    const { code, out, err } = await run(['introspect', model]);
    expect([code, err]).toEqual([0, '']);
    const own = packagePaths();
    const paths = { schema: join(folder, `${model}-schema`), doctrine: join(folder, `${model}-doctrine.yaml`) };
    cpSync(own.schema, paths.schema, { recursive: true });
    writeFileSync(join(paths.schema, 'odoo', 'introspected.graphql'), out);
    const doctrine = readFileSync(own.doctrine, 'utf8');
    writeFileSync(paths.doctrine, doctrine.replace('- res.partner\n', `- res.partner\n      - ${model}\n`));
    const { schema, catalog } = readOwnSdl(paths.schema);
    const type = [...catalog.values()].find(({ source }) => source === model) as StoredType;
    const [list, one, groups] = [`${type.name}Connection`, type.name, `[${type.name}Group!]`].map(
      (answered) =>
        Object.values(schema.getQueryType()?.getFields() ?? {}).find(({ type: of }) => String(of) === answered)?.name,
    );
    await using gateway = await createTestGateway({ paths });
    const { data, errors } = await gateway.execute(
      `{ ${list}(first: 5) { totalCount nodes { ${selectAll(type)} } }
         ${one}(id: "1") { id }
         ${groups}(groupBy: [{ field: CREATE_DATE, by: YEAR }]) { count } }`,
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    const counts = (pick(data, groups as string) as { count: number }[]).map(({ count }) => count);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pick(data, `${list}.totalCount`));
  });

  it('prints what a person would write: names, relations, money, selections, help', async () => {
    const { out } = await runAgainst(
      ['introspect', 'hr.job', '--fields', 'x_amount,x_state,x_logo,x_about,x_2_y,x_ref'],
      () => ({
        id: { type: 'integer' },
        x_amount: {
          type: 'monetary',
          currency_field: 'currency_id',
          searchable: true,
          sortable: true,
          groupable: true,
        },
        currency_id: { type: 'many2one', relation: 'res.currency' },
        x_state: {
          type: 'selection',
          string: 'State',
          help: 'Where it\n stands; "open" is the first',
          selection: [
            ['open', 'Open'],
            ['to invoice', 'To invoice'],
            ['01_done', 'Done'],
            ['1', '完'],
            ['Open', 'Open again'],
          ],
        },
        x_logo: { type: 'binary', string: 'Logo', searchable: true },
        x_about: { type: 'html', string: 'About', searchable: true },
        x_2_y: { type: 'float', searchable: true, sortable: true, groupable: true },
        x_ref: { type: 'reference', searchable: true, sortable: true, groupable: true },
      }),
    );
    expect(out).toContain('xAmount: Decimal @money(currency: "currency_id")\n');
    expect(out).toContain('xState: HrJobXState @computed\n');
    expect(out).toContain(String.raw`"Where it stands; \"open\" is the first."`);
    expect(out).toContain('xLogoBase64: String @from(field: "x_logo") @computed\n');
    expect(out).toContain('xAbout: String @computed(search: true)\n');
    expect(out).toContain('"About, HTML."');
    expect(out).toContain('x2Y: Decimal @from(field: "x_2_y")\n');
    expect(out).toContain('xRef: String\n');
    expect(out.match(/enum HrJobXState \{[^}]*\}/)?.[0].replace(/\s*"[^"]*"\n/g, '\n')).toBe(
      `enum HrJobXState {
  OPEN
  TO_INVOICE @from(field: "to invoice")
  DONE @from(field: "01_done")
  VALUE_4 @from(field: "1")
  OPEN_5 @from(field: "Open")
}`,
    );
  });

  it('leaves out what must not or cannot be shown, and says so', async () => {
    const users = await run(['introspect', 'res.users']);
    expect([...users.out.matchAll(/^ {2}(\w+): /gm)].map(([, name]) => name)).toEqual(
      expect.arrayContaining(['id', 'active', 'login', 'name', 'users']),
    );
    expect(users.out).not.toMatch(/email|password|partner/);
    const lines = await runAgainst(
      ['introspect', 'account.move.line', '--fields', 'name,parent_id,x_rule'],
      (_, fields) => ({
        ...fields,
        parent_id: { type: 'many2one', relation: 'account.move.line' },
        x_rule: { type: 'properties_definition' },
      }),
    );
    expect(lines.out).toContain('# Left out: parent_id: the gateway never shows it.');
    expect(lines.out).toContain('# Left out: x_rule: properties_definition has no form in the SDL.');
    expect(lines.out).not.toMatch(/parent:|parentId/);
  });

  it.each([
    [['introspect', 'no.such.model'], 1, 'This Odoo does not have the model no.such.model'],
    [['introspect', 'res.partner', '--fields', 'name,nonsense'], 1, 'res.partner has no field nonsense'],
    [['introspect'], 2, 'say which model'],
    [['introspect', 'res.partner', '--fields', ','], 2, '--fields names no field'],
    [['introspect', 'res.partner', '--sideways'], 2, '--sideways'],
    [['check', 'twice'], 2, 'twice'],
    [['mend'], 2, 'there is no "odoo mend"'],
    [[], 2, 'say what to do'],
  ])('%j ends with %i and says: %s', async (args, code, message) => {
    const found = await run(args);
    expect(found.code).toBe(code);
    expect(found.err).toContain(message);
    expect(found.err).not.toMatch(/\n\s+at /);
    expect(found.out).toBe('');
  });

  it('prints its help', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('odoo check [--json]'),
    });
  });
});

describe('odoo check', () => {
  it('finds no drift between the SDL and the Odoo of this run', async () => {
    const { code, out, err } = await run(['check']);
    expect(out).toMatch(
      /^note: BirFiling: this Odoo does not have ipai\.bir\.filing, which is optional\nthe SDL says what this Odoo has: 27 models, \d{3} fields$/,
    );
    expect([code, err]).toEqual([0, '']);
  });

  it('reports in JSON', async () => {
    const { code, out } = await run(['check', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ models: 27, drift: [], notes: [expect.stringContaining('BirFiling')] });
  });

  it.each([
    ['a field is gone', 'vat', null, 'vat: String', 'Partner.vat: res.partner has no field vat'],
    [
      'a type is another',
      'vat',
      { type: 'float' },
      'vat: String',
      'Partner.vat: is String in the SDL, and vat is float in Odoo',
    ],
    [
      'text became bytes',
      'vat',
      { type: 'binary' },
      'vat: String',
      'Partner.vat: vat is binary: a String whose name ends in Base64 shows it',
    ],
    [
      'a relation leads elsewhere',
      'country_id',
      { relation: 'res.country.state' },
      'country: Country',
      'Partner.country: leads to res.country in the SDL, and country_id to res.country.state in Odoo',
    ],
    [
      'a relation is another kind',
      'country_id',
      { type: 'many2many' },
      'country: Country',
      'Partner.country: is a many2one in the SDL, and a many2many in Odoo',
    ],
    [
      'money is in another currency',
      'total_invoiced',
      { currency_field: 'x_currency_id' },
      'totalInvoiced: Decimal',
      'Partner.totalInvoiced: is money in currency_id in the SDL, and in x_currency_id in Odoo',
    ],
    [
      'a number became money',
      'customer_rank',
      { type: 'monetary', currency_field: 'currency_id' },
      'customerRank: Int',
      'Partner.customerRank: is Int in the SDL, and customer_rank is monetary in Odoo',
    ],
    [
      'a field can no longer be ordered by',
      'city',
      { sortable: false, groupable: false },
      'city: String',
      'Partner.city: Odoo cannot order or group by it: add @computed(search: true)',
    ],
    [
      'a field is computed now',
      'city',
      { searchable: false, sortable: false, groupable: false },
      'city: String',
      'Partner.city: Odoo cannot filter or order or group by it: add @computed',
    ],
    [
      'a list leads back by another field',
      'child_ids',
      { relation_field: 'commercial_partner_id' },
      'contacts: PartnerConnection',
      'Partner.contacts: has the inverse parent_id, and child_ids has commercial_partner_id in Odoo',
    ],
    [
      'a list holds less than its inverse finds',
      'child_ids',
      { domain: [['is_company', '=', false]] },
      'contacts: PartnerConnection',
      'Partner.contacts: has an inverse, and child_ids holds only [["is_company","=",false]] of what that finds',
    ],
    [
      'the default order is not possible',
      'complete_name',
      { sortable: false },
      'type Partner @odoo',
      'Partner: orders by complete_name, which Odoo cannot order by',
    ],
  ])('names the line where %s', async (_what, field, other, text, problem) => {
    const { code, out, err } = await checkWith('res.partner', field, other);
    expect(out.split('\n')).toContain(`${lineOf('partner.graphql', text)}  ${problem}`);
    expect(code).toBe(1);
    expect(err).toMatch(/^tripoint odoo: the SDL differs from this Odoo in \d places?$/);
  });

  it('compares the values of a selection both ways', async () => {
    const selection = [
      ['contact', 'Contact'],
      ['invoice', 'Invoice'],
      ['delivery', 'Delivery'],
      ['moon', 'On the moon'],
    ];
    const { code, out } = await checkWith('res.partner', 'type', { selection });
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 2)).toEqual([
      `${lineOf('partner.graphql', 'enum PartnerType')}  PartnerType: lacks "moon", which Partner.type can be in Odoo`,
      `${lineOf('partner.graphql', '  OTHER')}  PartnerType.OTHER: "other" is nothing that Partner.type can be in Odoo`,
    ]);
  });

  it('tells a model that is gone, and in JSON where', async () => {
    const { code, out } = await runAgainst(['check', '--json'], (model, fields) =>
      model === 'uom.uom' ? null : fields,
    );
    expect(code).toBe(1);
    expect(JSON.parse(out).drift).toEqual([
      { at: lineOf('unit.graphql', 'type Unit'), coordinate: 'Unit', problem: 'this Odoo does not have uom.uom' },
    ]);
  });

  it.skipIf(!isRealStack).each([
    [
      'a field that must not be shown',
      'user',
      '  login: String',
      '  email: String\n  login: String',
      'must not show res.users.email',
    ],
    [
      'a default order that is not Odoo’s',
      'country',
      'order: "name, id"',
      'order: "code desc"',
      'its default order "code desc" is not that of res.country in Odoo',
    ],
    [
      'money without its currency',
      'move',
      'amountTotal: Decimal @money(currency: "currency_id")',
      'amountTotal: Decimal',
      'amount_total is money in currency_id: add @money(currency: "currency_id")',
    ],
    [
      'records that are told by no field',
      'timesheet',
      'having: "project_id"',
      'having: "x_none"',
      'has "having: x_none", which account.analytic.line cannot be searched by',
    ],
  ])('tells %s', async (_what, name, from, to, problem) => {
    const schema = mkdtempSync(join(folder, 'schema-'));
    cpSync(packagePaths().schema, schema, { recursive: true });
    const file = join(schema, 'odoo', `${name}.graphql`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    await using gateway = await createTestGateway();
    const sdl = { document: readSdl(schema), ...readOwnSdl(schema) };
    const report = await checkAgainstOdoo(gateway.sources.odoo as OdooCall, sdl);
    expect(report.drift.map((drift) => drift.problem)).toEqual([problem]);
  });
});
