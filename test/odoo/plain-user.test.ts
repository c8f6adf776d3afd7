/** A reader of few rights and of another language than English, on the real Odoo: what it may not see, and in which words it reads. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack, stackOdoo, stackVariable } from '../support/stack.ts';

const LOGIN = `plain-${Date.now()}`;
const PASSWORD = `pw-${Math.random().toString(36).slice(2)}`;
/** One that no other test asks for. */
const LANG = 'da_DK';
const NAMES = { en_US: `Wood ${LOGIN}`, [LANG]: `Træ ${LOGIN}` };

async function asAdmin(model: string, method: string, args: object): Promise<unknown> {
  const { url, database } = stackOdoo();
  const response = await fetch(`${url}/json/2/${model}/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `bearer ${stackVariable('ODOO_ADMIN_API_KEY')}`,
      'x-odoo-database': database,
    },
    body: JSON.stringify(args),
  });
  const body = (await response.json()) as { message?: string };
  if (!response.ok) throw new Error(`${model} ${method}: ${body.message}`);
  return body;
}

describe.skipIf(!isRealStack)('a plain internal user', () => {
  let base: TestGateway;
  let made: { user: number; tag: number; lang: number; wasActive: boolean };

  beforeAll(async () => {
    base = await createTestGateway();
    const [group] = (await asAdmin('ir.model.data', 'search_read', {
      domain: [
        ['module', '=', 'base'],
        ['name', '=', 'group_user'],
      ],
      fields: ['res_id'],
    })) as { res_id: number }[];
    const [lang] = (await asAdmin('res.lang', 'search_read', {
      domain: [['code', '=', LANG]],
      fields: ['active'],
      context: { active_test: false },
    })) as { id: number; active: boolean }[];
    if (!lang || !group) throw new Error('no such language or group');
    await asAdmin('res.lang', 'write', { ids: [lang.id], vals: { active: true } });
    const vals = { name: LOGIN, login: LOGIN, password: PASSWORD, lang: LANG, group_ids: [[6, 0, [group.res_id]]] };
    const context = { no_reset_password: true };
    const [user = 0] = (await asAdmin('res.users', 'create', { vals_list: [vals], context })) as number[];
    const names = { vals_list: [{ name: NAMES.en_US }] };
    const [tag = 0] = (await asAdmin('project.tags', 'create', names)) as number[];
    const renamed = { ids: [tag], vals: { name: NAMES[LANG] }, context: { lang: LANG } };
    await asAdmin('project.tags', 'write', renamed);
    made = { user, tag, lang: lang.id, wasActive: lang.active };
  });

  afterAll(async () => {
    await base[Symbol.asyncDispose]();
    await asAdmin('project.tags', 'unlink', { ids: [made.tag] });
    const [user] = (await asAdmin('res.users', 'read', { ids: [made.user], fields: ['partner_id'], load: null })) as {
      partner_id: number;
    }[];
    await asAdmin('res.users', 'unlink', { ids: [made.user] });
    await asAdmin('res.partner', 'unlink', { ids: [user?.partner_id] });
    await asAdmin('res.lang', 'write', { ids: [made.lang], vals: { active: made.wasActive } });
  });

  const open = (protocol: 'jsonrpc' | 'xmlrpc') => {
    const connection = { ...stackOdoo(), username: LOGIN, password: PASSWORD, apiKey: '', protocol };
    return createTestGateway({
      beside: base,
      odoo: createOdooClient({ ...connection, timeoutMs: 20_000, maxConcurrency: 2 }),
    });
  };

  describe.each(['jsonrpc', 'xmlrpc'] as const)('over %s', (protocol) => {
    it.each([
      ['partners', 'credit', 'res.partner'],
      ['employees', 'hourlyCost', 'hr.employee'],
      ['products', 'qtyAvailable', 'product.product'],
    ])('gets %s without %s, and no filter by it', async (list, field, model) => {
      await using gateway = await open(protocol);
      const { data, errors } = await gateway.execute(`{ ${list}(first: 3) { nodes { name ${field} } } }`, {
        as: 'service',
      });
      const nodes = pick(data, `${list}.nodes`) as Record<string, unknown>[];
      expect(nodes.map((node) => node[field])).toEqual([null, null, null]);
      expect(nodes.every(({ name }) => name !== null)).toBe(true);
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions.count).toBe(3);
      const extensions = {
        code: 'FORBIDDEN',
        model,
        field: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      };
      for (const error of errors ?? []) expect(error.extensions).toMatchObject(extensions);
      const compared = await gateway.execute(`{ ${list}(filter: { ${field}: { gt: "1" } }) { totalCount } }`, {
        as: 'service',
      });
      // What is computed and cannot be searched is no part of the filter.
      if (compared.status === 200) expect(compared.errors).toMatchObject([{ path: [list], extensions }]);
    });

    it('gets a list whose relation leads to a model that is closed to it', async () => {
      await using gateway = await open(protocol);
      const query =
        '{ tasks(first: 20, orderBy: [{ field: SALE_ORDER, direction: DESC }]) { nodes { name saleOrder { id name } } } }';
      const { data, errors } = await gateway.execute(query, { as: 'service' });
      expect((pick(data, 'tasks.nodes') as unknown[]).length).toBeGreaterThan(0);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('reads and finds in its own language, unless another is asked for', async () => {
      await using gateway = await open(protocol);
      const find = async (name: string | undefined, more = '') =>
        (
          await gateway.execute(`{ projectTags(filter: { name: { eq: "${name}" } }${more}) { nodes { name } } }`, {
            as: 'service',
          })
        ).data;
      expect(await find(NAMES[LANG])).toEqual({ projectTags: { nodes: [{ name: NAMES[LANG] }] } });
      expect(await find(NAMES.en_US)).toEqual({ projectTags: { nodes: [] } });
      const inEnglish = ', inOdoo: { lang: "en_US" }';
      expect(await find(NAMES.en_US, inEnglish)).toEqual({ projectTags: { nodes: [{ name: NAMES.en_US }] } });
    });
  });
});

describe.skipIf(!isRealStack)('the reader of the demo data', () => {
  it.each(['json2', 'jsonrpc', 'xmlrpc'] as const)(
    'gets all lines of orders though it may not see each task: %s',
    async (protocol) => {
      const odoo = createOdooClient({ ...stackOdoo(), protocol, timeoutMs: 20_000, maxConcurrency: 2 });
      await using gateway = await createTestGateway({ odoo });
      const plain = await gateway.execute('{ saleOrderLines(first: 100) { nodes { id task { id } } } }', {
        as: 'service',
      });
      const { data, errors } = await gateway.execute('{ saleOrderLines(first: 100) { nodes { id task { name } } } }', {
        as: 'service',
      });
      const nodes = pick(data, 'saleOrderLines.nodes') as { task: object | null }[];
      const ids = pick(plain.data, 'saleOrderLines.nodes') as { task: object | null }[];
      const hidden = ids.flatMap(({ task }, index) => (task && !nodes[index]?.task ? [index] : []));
      expect(plain.errors).toBeUndefined();
      expect(nodes).toHaveLength(100);
      expect(hidden.length).toBeGreaterThan(0);
      expect(errors?.map(({ path }) => path?.[2])).toEqual([hidden[0]]);
      expect(errors?.[0]?.extensions.count).toBe(hidden.length);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', model: 'project.task' });
    },
  );
});
