/** What the types of Odoo answer where Odoo has another value, or another model, than the schema expects. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ask = (query: string, of = gateway) => of.execute(query, { as: 'service' });

/** A gateway whose Odoo answers `web_search_read` with each record changed. */
function withRecords(change: (record: Record<string, unknown>) => Record<string, unknown>) {
  const call: OdooCall = async (...args) => {
    const answer = await (gateway.sources.odoo as OdooCall)(...args);
    if (args[1] !== 'web_search_read') return answer;
    const { records, ...rest } = answer as { records: Record<string, unknown>[] };
    return { ...rest, records: records.map(change) };
  };
  return createTestGateway({ beside: gateway, odoo: call });
}

describe('search', () => {
  const lists = [
    'products',
    'productTemplates',
    'accounts',
    'saleOrders',
    'purchaseOrders',
    'partners',
    'users',
    'tasks',
    'projects',
    'employees',
    'departments',
    'payments',
    'journals',
    'expenses',
    'companies',
    'countries',
    'productCategories',
  ];

  it('finds records by what is pasted of them, in one call, and accounts in some more for each company', async () => {
    const { data: all } = await gateway.execute('{ companies(first: 100) { totalCount } }', { as: 'service' });
    const companies = Number(pick(all, 'companies.totalCount'));
    expect(companies).toBeGreaterThan(1);
    const shown = await ask(`{ ${lists.map((list) => `${list}(first: 3) { nodes { id displayName } }`).join('\n')} }`);
    expect(shown.errors).toBeUndefined();
    for (const list of lists) {
      for (const { id, displayName } of pick(shown.data, `${list}.nodes`) as { id: string; displayName: string }[]) {
        const query = `query ($search: String) { ${list}(search: $search, first: 100) { totalCount nodes { id displayName } } }`;
        const { data } = await gateway.execute(query, { as: 'service', variables: { search: ` ${displayName}\n` } });
        expect(pick(data, `${list}.nodes`)).toContainEqual({ id, displayName });
        // A code of an account is of one company alone.
        expect(gateway.calls.length).toBeLessThanOrEqual(list === 'accounts' ? 1 + 4 * companies : 1);
      }
    }
  });

  it('finds a product by code and name, an invoice by its number, and stands beside filter, order, groups and pages', async () => {
    const { data } =
      await ask(`{ products(filter: { defaultCode: { isNull: false } }, first: 1) { nodes { displayName defaultCode } }
      moves(filter: { state: { eq: POSTED }, moveType: { eq: OUT_INVOICE } }, first: 1) { nodes { name partner { name } } } }`);
    const product = pick(data, 'products.nodes.0') as { displayName: string; defaultCode: string };
    const { name, partner } = pick(data, 'moves.nodes.0') as { name: string; partner: { name: string } };
    expect(product.displayName).toContain(`[${product.defaultCode}] `);
    const found = await gateway.execute(
      `query ($product: String, $move: String, $partner: String) {
         products(search: $product) { nodes { defaultCode } }
         moves(search: $move, filter: { moveType: { eq: OUT_INVOICE } }, orderBy: [{ field: WRITE_DATE }], first: 100) { totalCount nodes { name } }
         moveGroups(search: $move, filter: { moveType: { eq: OUT_INVOICE } }, groupBy: [{ field: MOVE_TYPE }]) { count }
         partners(filter: { name: { eq: $partner } }, first: 1) { nodes { invoices(search: $move, first: 100) { totalCount nodes { name } } } }
         all: currencies(search: "  ") { totalCount } currencies { totalCount } }`,
      { as: 'service', variables: { product: product.displayName, move: name, partner: partner.name } },
    );
    expect(found.errors).toBeUndefined();
    expect(pick(found.data, 'products.nodes')).toEqual([{ defaultCode: product.defaultCode }]);
    expect(pick(found.data, 'moves.nodes')).toContainEqual({ name });
    expect(pick(found.data, 'moveGroups.0.count')).toBe(pick(found.data, 'moves.totalCount'));
    expect(pick(found.data, 'partners.nodes.0.invoices.nodes')).toContainEqual({ name });
    expect(found.data?.all).toEqual(found.data?.currencies);
  });

  it.each([
    ['of nothing is there', '%_', 0],
    ['of an odd sign is text', "\\\\'", 0],
  ])('%s', async (_what, search, totalCount) => {
    expect((await ask(`{ countries(search: "${search}") { totalCount } }`)).data).toEqual({
      countries: { totalCount },
    });
  });

  it('is refused where it is no text that there can be', async () => {
    const long = await ask(`{ countries(search: "${'a'.repeat(1_001)}") { totalCount } }`);
    expect(long.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', argument: 'search' } }]);
    const nul = await ask('{ countries(search: "a\\u0000b") { totalCount } }');
    expect(nul.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'search' } }]);
  });
});

it('writeDate filters and orders what changed since a time', async () => {
  const { data, errors } = await ask(
    `{ partners(orderBy: [{ field: WRITE_DATE }], first: 100) { nodes { id writeDate } } }`,
  );
  expect(errors).toBeUndefined();
  const partners = pick(data, 'partners.nodes') as { id: string; writeDate: string }[];
  expect(partners.map(({ writeDate }) => writeDate)).toEqual(partners.map(({ writeDate }) => writeDate).sort());
  const since = partners[Math.floor(partners.length / 2)]?.writeDate ?? '';
  const changed = await gateway.execute(
    'query ($since: DateTime) { partners(filter: { writeDate: { gte: $since } }, orderBy: [{ field: WRITE_DATE }], first: 20) { nodes { id writeDate } } }',
    { as: 'service', variables: { since } },
  );
  expect(pick(changed.data, 'partners.nodes')).toEqual(
    partners.filter(({ writeDate }) => writeDate >= since).slice(0, 20),
  );
});

describe('filings, whose model this Odoo lacks', () => {
  const others =
    'currencies(first: 1) { nodes { name } } spaces(first: 1) { nodes { name } } runs(first: 1) { totalCount }';

  it.each([
    ['a list', 'birFilings(first: 2) { totalCount nodes { id name state amountDue currency { name } } }'],
    ['one of them', 'birFilings: birFiling(id: "1") { id dueDate }'],
    ['groups', 'birFilings: birFilingGroups(groupBy: [{ field: STATE }]) { count sum { amountDue } }'],
  ])('are NOT_CONFIGURED at the path of %s, and the rest of the query is answered', async (_what, field) => {
    const { data, errors, status } = await ask(`{ ${field} ${others} }`);
    expect(status).toBe(200);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code, extensions.surface])).toEqual([
      [['birFilings'], 'NOT_CONFIGURED', 'odoo'],
    ]);
    const { data: rest } = await ask(`{ ${others} }`);
    expect(data).toEqual({ birFilings: null, ...rest });
    expect(pick(rest, 'currencies.nodes.0.name')).toEqual(expect.any(String));
  });
});

describe('a selection value that the enum does not know', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tripoint-selection-'));
    cpSync(packagePaths().schema, folder, { recursive: true });
    const file = join(folder, 'odoo', 'move.graphql');
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/ {2}"In the books\."\n {2}POSTED\n/);
    writeFileSync(file, text.replace(/ {2}"In the books\."\n {2}POSTED\n/, ''));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is null with an error that names it, in a list, below another record and as the key of a group', async () => {
    await using lacking = await createTestGateway({ beside: gateway, paths: { schema: folder } });
    const { data, errors, status } = await ask(
      `{ moveGroups(groupBy: [{ field: STATE }]) { keys { state } count }
         moves(first: 30) { nodes { name state lines(first: 1) { nodes { move { state } } } } } }`,
      lacking,
    );
    const whole = await ask('{ moves(first: 30) { nodes { name state } } }');
    const states = (pick(whole.data, 'moves.nodes') as { name: string; state: string }[]).map(({ state }) => state);
    expect(states).toContain('POSTED');
    expect(status).toBe(200);
    const nodes = pick(data, 'moves.nodes') as { state: string | null }[];
    expect(nodes.map(({ state }) => state)).toEqual(states.map((state) => (state === 'POSTED' ? null : state)));
    // One error for each level, at its first place, with their number.
    const paths = errors?.map(({ path }) => path?.join('.'));
    const first = states.indexOf('POSTED');
    const count = states.filter((state) => state === 'POSTED').length;
    const at = (path: string) => errors?.find((error) => error.path?.join('.') === path)?.extensions.count ?? 1;
    expect(paths).toContain(`moves.nodes.${first}.state`);
    expect(paths).toContain(`moves.nodes.${first}.lines.nodes.0.move.state`);
    expect(at(`moves.nodes.${first}.state`)).toBe(count);
    const groups = pick(data, 'moveGroups') as { keys: { state: string | null } }[];
    expect(paths).toContain(`moveGroups.${groups.findIndex(({ keys }) => keys.state === null)}.keys.state`);
    for (const { message, extensions } of errors ?? []) {
      expect(message).toContain('"posted"');
      expect(extensions).toMatchObject({ code: 'UPSTREAM_ERROR', surface: 'odoo' });
    }
  });

  it('is the same where a custom module adds it', async () => {
    await using custom = await withRecords((record) => ({ ...record, state: 'x_archived' }));
    const { data, errors } = await ask('{ moves(first: 1) { nodes { id state amountTotal } } }', custom);
    expect(pick(data, 'moves.nodes.0')).toMatchObject({ state: null, amountTotal: expect.stringMatching(/^\d/) });
    expect(errors?.map(({ path, message }) => [path, message])).toEqual([
      [['moves', 'nodes', 0, 'state'], expect.stringContaining('"x_archived"')],
    ]);
  });
});

describe('what the gateway does not show', () => {
  it('of a user of Odoo is all but name, login and whether it is active', () => {
    expect([...(readOwnSdl().catalog.get('User')?.fields.keys() ?? [])]).toEqual([
      'id',
      'name',
      'login',
      'active',
      'nodeId',
      'displayName',
      'writeDate',
    ]);
  });

  it('is the parent of a journal item, which makes Odoo write when it is read', () => {
    const lines = readOwnSdl().catalog.get('MoveLine')?.fields.values() ?? [];
    expect([...lines].map(({ column }) => column)).not.toContain('parent_id');
  });

  it('are bytes, unless they are asked for as base64', async () => {
    const partners = await ask('{ partners(first: 100) { nodes { name image128Base64 } } }');
    expect(partners.errors).toBeUndefined();
    const images = (pick(partners.data, 'partners.nodes') as { image128Base64: string | null }[]).flatMap(
      ({ image128Base64 }) => image128Base64 ?? [],
    );
    expect(images.length).toBeGreaterThan(0);
    const isImage = (image: string) =>
      /^\x89PNG|^\xFF\xD8\xFF|^RIFF|^<(svg|\?xml)|^GIF8/.test(Buffer.from(image, 'base64').toString('latin1'));
    expect(images.filter((image) => !isImage(image)).map((image) => image.slice(0, 20))).toEqual([]);
    await ask('{ partners(first: 1) { nodes { name } } }');
    expect(gateway.calls.join()).not.toContain('image');
  });
});

describe('texts', () => {
  it('of several lines and of HTML come as Odoo has them', async () => {
    const { data, errors } = await ask(`{
      moves(first: 1, filter: { narration: { contains: "BIR Form 2307" } }) { nodes { narration } }
      moveLines(first: 1, filter: { name: { contains: "\\n" } }) { nodes { name } } }`);
    expect(errors).toBeUndefined();
    const html = '<p>Input VAT is claimable. Please issue BIR Form 2307 for tax withheld.</p>';
    expect(pick(data, 'moves.nodes')).toEqual([{ narration: html }]);
    expect(pick(data, 'moveLines.nodes.0.name')).toMatch(/\S\n\S/);
  });

  it('that refer to a record of any model come as Odoo writes them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tripoint-reference-'));
    cpSync(packagePaths().schema, folder, { recursive: true });
    const file = join(folder, 'odoo', 'tag.graphql');
    writeFileSync(
      file,
      'extend type Query { "Tags." refs: RefConnection }\n"A tag." type Ref @odoo(model: "project.tags") { "Key." id: ID! "Any record." name: String }',
    );
    await using referring = await createTestGateway({
      beside: gateway,
      paths: { schema: folder },
      odoo: async () => ({
        length: 2,
        records: [
          { id: 1, name: 'res.partner,7' },
          { id: 2, name: false },
        ],
      }),
    });
    const { data, errors } = await ask('{ refs { nodes { name } } }', referring);
    rmSync(folder, { recursive: true });
    expect(errors).toBeUndefined();
    expect(pick(data, 'refs.nodes')).toEqual([{ name: 'res.partner,7' }, { name: null }]);
  });
});
