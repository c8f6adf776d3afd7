/** `@inOdoo`: archived records, companies and languages, and what is refused of them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { walk } from '../support/odoo-walk.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ask = (query: string, variables?: Record<string, unknown>): Promise<TestAnswer> =>
  gateway.execute(query, { as: 'service', ...(variables && { variables }) });

interface Named {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

async function nodes(query: string, field: string, variables?: Record<string, unknown>): Promise<readonly Named[]> {
  const { data, errors } = await ask(query, variables);
  expect(errors).toBeUndefined();
  return (data as Record<string, { nodes: readonly Named[] }>)[field]?.nodes ?? [];
}

const readDemoCompany = async (): Promise<string> => {
  const query = '{ companies(filter: { name: { eq: "Tala Trading & Services, Inc." } }) { nodes { id } } }';
  return (await nodes(query, 'companies'))[0]?.id as string;
};

describe('archived records', () => {
  // The dollar and the peso are in use, the yen is not.
  const list = 'currencies(filter: { name: { in: ["JPY", "PHP"] } }) { nodes { name active } }';
  const inUse = [{ name: 'PHP', active: true }];
  const all = [...inUse, { name: 'JPY', active: false }];

  it('are left out of a list, and shown with archived', async () => {
    expect(await nodes(`{ ${list} }`, 'currencies')).toEqual(inUse);
    expect(await nodes(`query @inOdoo(archived: false) { ${list} }`, 'currencies')).toEqual(inUse);
    expect(await nodes(`query @inOdoo(archived: true) { ${list} }`, 'currencies')).toEqual(all);
  });

  it('stay left out on the pages of an order that names `active`', async () => {
    const inOrder = await walk(gateway, { list: 'currencies', type: 'Currency', selection: 'active', size: 1 });
    expect(inOrder.map(({ active }) => active)).toEqual([true, true]);
    const orderBy = [{ field: 'ACTIVE' }, { field: 'NAME', direction: 'DESC' }];
    const turned = await walk(gateway, { list: 'currencies', type: 'Currency', selection: 'active', size: 1, orderBy });
    expect(turned).toEqual([...inOrder].reverse());
    const archived = await walk(gateway, { list: 'currencies', type: 'Currency', archived: true, orderBy });
    expect(archived.length).toBeGreaterThan(100);
  });

  it('are shown as a variable says', async () => {
    const query = `query($archived: Boolean) @inOdoo(archived: $archived) { ${list} }`;
    expect(await nodes(query, 'currencies', { archived: true })).toEqual(all);
    expect(await nodes(query, 'currencies', { archived: false })).toEqual(inUse);
    expect(await nodes(query, 'currencies', {})).toEqual(inUse);
  });

  it('are read by id and through a relation in any case', async () => {
    const query = `query @inOdoo(archived: true) { ${list.replace('name active', 'id name')} }`;
    const yen = (await nodes(query, 'currencies')).find(({ name }) => name === 'JPY');
    const { data } = await ask(
      `query($id: ID!) { currency(id: $id) { name } countries(filter: { code: { eq: "JP" } }) { nodes { currency { name } } } }`,
      { id: yen?.id },
    );
    expect(data).toEqual({ currency: { name: 'JPY' }, countries: { nodes: [{ currency: { name: 'JPY' } }] } });
  });

  describe('of a list whose definition keeps them out', () => {
    // A contact of Felix Navarro's company has left.
    const FELIX = 'Felix Navarro';
    const some = 'contacts: { some: { active: { eq: false }, name: { eq: "Felix Navarro" } } }';
    const names = (list: unknown) => (list as { nodes: Named[] }).nodes.map(({ name }) => name);
    const readParents = async (query: string) =>
      (await nodes(query, 'partners')) as unknown as Record<string, { nodes: Named[]; totalCount: number }>[];

    it('are found by a condition on `active`, and by none but for them', async () => {
      const [parent] = await nodes(`{ partners(filter: { ${some} }) { nodes { id name } } }`, 'partners');
      expect(parent?.name).toBeTruthy();
      const others = some.replace('some', 'none');
      const filter = `filter: { id: { eq: "${parent?.id}" }, ${others} }`;
      expect(await nodes(`{ partners(${filter}) { nodes { id } } }`, 'partners')).toEqual([]);
      const through = `{ moves(first: 1, filter: { partner: { ${some} } }) { nodes { name } } }`;
      expect(await nodes(through, 'moves')).toBeDefined();
    });

    it('are shown with archived, on every page and in each order, and by a filter that names `active`', async () => {
      const selection = `nodes { id all: contacts(first: 100) { nodes { name } totalCount }
        gone: contacts(filter: { active: { eq: false } }) { nodes { name } }
        turned: contacts(first: 1, orderBy: [{ field: ACTIVE }, { field: NAME }]) { nodes { name active } totalCount } }`;
      const [plain] = await readParents(`{ partners(filter: { ${some} }) { ${selection} } }`);
      const [shown] = await readParents(
        `{ partners(filter: { ${some} }, inOdoo: { archived: true }) { ${selection} } }`,
      );
      expect(names(plain?.all)).not.toContain(FELIX);
      expect(names(plain?.gone)).toEqual([FELIX]);
      expect(names(shown?.all)).toContain(FELIX);
      expect(names(shown?.gone)).toEqual([FELIX]);
      expect(shown?.turned?.totalCount).toBe((plain?.turned?.totalCount ?? 0) + 1);
      expect(names(shown?.turned)).toEqual([FELIX]);
    });
  });

  it('cost no call more', async () => {
    await ask(`query @inOdoo(archived: true) { ${list} }`);
    expect(gateway.calls).toHaveLength(1);
  });
});

describe('languages', () => {
  it('that Odoo has are accepted', async () => {
    const query = 'query @inOdoo(lang: "en_US") { countries(filter: { code: { eq: "PH" } }) { nodes { name } } }';
    expect(await nodes(query, 'countries')).toEqual([{ name: 'Philippines' }]);
    expect(gateway.calls.some((call) => call.includes('"lang":"en_US"'))).toBe(true);
  });

  // Moves hold no translated text: Odoo itself would not mind.
  it.each(['countries', 'moves', 'moveGroups(groupBy: [{ field: STATE }])'])(
    'that it lacks are refused for %s',
    async (field) => {
      const selection = field.startsWith('moveGroups') ? '{ count }' : '{ nodes { name } }';
      for (const lang of ['fr_FR', 'xx_XX']) {
        const { status, data, errors } = await ask(
          `query($lang: String!) @inOdoo(lang: $lang) { ${field} ${selection} }`,
          { lang },
        );
        expect(status).toBe(200);
        expect(data).toEqual({ [field.replace(/\(.*/, '')]: null });
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'lang' } }]);
        expect(errors?.[0]?.message).toContain(lang);
      }
    },
  );

  it.each(['', 'french', 'fr_FR; drop', '../en_US', 'en_us'])(
    'that are none are refused before any call: "%s"',
    async (lang) => {
      const { errors } = await ask('query($lang: String!) @inOdoo(lang: $lang) { moves { totalCount } }', { lang });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'lang' } }]);
      expect(gateway.calls).toEqual([]);
    },
  );
});

describe('companies', () => {
  it('that the reader has are looked at, and no others', async () => {
    const id = await readDemoCompany();
    const query = 'query($ids: [ID!]) @inOdoo(companies: $ids) { moves(first: 100) { nodes { company { id } } } }';
    const { data, errors } = await ask(query, { ids: [id] });
    expect(errors).toBeUndefined();
    const { moves } = data as { moves: { nodes: readonly { company: { id: string } }[] } };
    const found = moves.nodes;
    expect(found).toHaveLength(100);
    expect(new Set(found.map(({ company }) => company.id))).toEqual(new Set([id]));
  });

  it.skipIf(!isRealStack)('are all of the reader without the argument', async () => {
    const count = async (given: string): Promise<number> => {
      const { data } = await ask(`query ${given} { moves { totalCount } }`);
      return (data as { moves: { totalCount: number } }).moves.totalCount;
    };
    expect(await count(`@inOdoo(companies: ["${await readDemoCompany()}"])`)).toBeLessThan(await count(''));
  });

  // Countries belong to no company: Odoo itself would not mind.
  it.each(['moves', 'countries', 'partners'])('that there are not are refused for %s', async (field) => {
    const ids = [await readDemoCompany(), '999999'];
    const { data, errors } = await ask(`query($ids: [ID!]) @inOdoo(companies: $ids) { ${field} { nodes { id } } }`, {
      ids,
    });
    expect(data).toEqual({ [field]: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'companies' } }]);
  });

  it.each([[[]], [['0']], [['x']], [['-1']], [['4.5']], [['99999999999']]])(
    'that can be none are refused before any call: %j',
    async (ids) => {
      const { errors } = await ask('query($ids: [ID!]) @inOdoo(companies: $ids) { moves { totalCount } }', { ids });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'companies' } }]);
      expect(gateway.calls).toEqual([]);
    },
  );
});

describe('a context', () => {
  it('is asked about once, beside the first call', async () => {
    await using fresh = await createTestGateway({ beside: gateway });
    const query = 'query @inOdoo(lang: "en_US") { moves { nodes { id } } }';
    await fresh.execute(query, { as: 'service' });
    expect(fresh.calls).toHaveLength(2);
    await fresh.execute(query, { as: 'service' });
    expect(fresh.calls).toHaveLength(1);
  });

  it('leaves the other surfaces alone', async () => {
    const { data, errors } = await ask(
      'query @inOdoo(lang: "xx_XX") { moves { totalCount } runs(first: 1) { nodes { __typename } } }',
    );
    expect(data).toMatchObject({ moves: null, runs: { nodes: [{ __typename: 'Run' }] } });
    expect(errors).toMatchObject([{ path: ['moves'], extensions: { argument: 'lang' } }]);
  });
});
