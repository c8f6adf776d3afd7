/** What Odoo stores and JSON or RFC 3339 cannot say: `NaN`, infinities, years of fewer or more than four digits. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { parseOdooJson } from '../../src/odoo/json.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createTestServer } from '../support/http-server.ts';
import { type OdooWritten, openOdooWritten } from '../support/odoo-written.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const BODIES = {
  json2: (records: string) => `{"length": 2, "records": ${records}}`,
  jsonrpc: (records: string) => `{"jsonrpc": "2.0", "id": 1, "result": {"length": 2, "records": ${records}}}`,
  xmlrpc: () => `<?xml version='1.0'?><methodResponse><params><param><value><struct>
    <member><name>length</name><value><int>2</int></value></member>
    <member><name>records</name><value><array><data>${[
      ['5', 'NaN is "NaN" \\ &lt;double&gt;nan&lt;/double&gt;', 'nan'],
      ['6', 'Infinity', '-inf'],
    ]
      .map(
        ([id, name, hours]) => `<value><struct>
          <member><name>id</name><value><int>${id}</int></value></member>
          <member><name>name</name><value><string>${name}</string></value></member>
          <member><name>allocated_hours</name><value><double>${hours}</double></value></member>
        </struct></value>`,
      )
      .join('')}</data></array></value></member>
  </struct></value></param></params></methodResponse>`,
} as const;
const RECORDS = `[{"id": 5, "name": "NaN is \\"NaN\\" \\\\ <double>nan</double>", "allocated_hours": NaN},
  {"id": 6, "name": "Infinity", "allocated_hours": -Infinity}]`;

describe('a number that is none', () => {
  it.each(['json2', 'jsonrpc', 'xmlrpc'] as const)('is an error at its field alone, over %s', async (protocol) => {
    await using odoo = await createTestServer((_request, response, body) => {
      const isLogin = body.includes('authenticate');
      const login = protocol === 'jsonrpc' ? '{"jsonrpc": "2.0", "id": 1, "result": 2}' : XML_LOGIN;
      response.end(isLogin ? login : BODIES[protocol](RECORDS));
    });
    const connection = { url: odoo.url, database: 'x', username: 'x', apiKey: 'x', protocol };
    const client = createOdooClient({ ...connection, timeoutMs: 5_000, maxConcurrency: 2 });
    await using beside = await createTestGateway({ beside: gateway, odoo: client });
    const { data, errors } = await beside.execute('{ tasks(first: 2) { nodes { id name allocatedHours } } }', {
      as: 'service',
    });
    expect(pick(data, 'tasks.nodes')).toEqual([
      { id: '5', name: 'NaN is "NaN" \\ <double>nan</double>', allocatedHours: null },
      { id: '6', name: 'Infinity', allocatedHours: null },
    ]);
    expect(errors).toMatchObject([
      {
        message: "Odoo's allocated_hours of project.task 5 is NaN, no number",
        path: ['tasks', 'nodes', 0, 'allocatedHours'],
        extensions: { code: 'UPSTREAM_ERROR', surface: 'odoo' },
      },
      {
        message: "Odoo's allocated_hours of project.task 6 is -Infinity, no number",
        path: ['tasks', 'nodes', 1, 'allocatedHours'],
        extensions: { code: 'UPSTREAM_ERROR', surface: 'odoo' },
      },
    ]);
  });

  it.each([
    [
      '[NaN, -Infinity, "NaN", "a \\" NaN", "\\\\", Infinity]',
      ['NaN', '-Infinity', 'NaN', 'a " NaN', '\\', 'Infinity'],
    ],
    ['{"NaN": NaN}', { NaN: 'NaN' }],
    ['[1, "NaN"]', [1, 'NaN']],
    ['NaN', 'NaN'],
    ['null', null],
    ['[NaN', undefined],
    ['"NaN', undefined],
    ['<html>NaN</html>', undefined],
  ])('is read of %s', (text, value) => {
    expect(parseOdooJson(text)).toEqual(value);
  });

  it('is an error of a group’s sum alone', async () => {
    const odoo: OdooCall = async () => [{ state: '1_done', __count: 2, 'allocated_hours:sum': 'NaN' }];
    await using faked = await createTestGateway({ beside: gateway, odoo });
    const query = '{ taskGroups(groupBy: [{ field: STATE }]) { keys { state } count sum { allocatedHours } } }';
    const { data, errors } = await faked.execute(query, { as: 'service' });
    expect(data).toEqual({ taskGroups: [{ keys: { state: 'DONE' }, count: 2, sum: { allocatedHours: null } }] });
    expect(errors).toMatchObject([
      { path: ['taskGroups', 0, 'sum', 'allocatedHours'], extensions: { code: 'UPSTREAM_ERROR' } },
    ]);
  });
});

const XML_LOGIN =
  '<?xml version="1.0"?><methodResponse><params><param><value><int>2</int></value></param></params></methodResponse>';

describe('a year', () => {
  it.each([
    ['999-03-04', '999-03-04 05:06:07', '0999-03-04', '0999-03-04T05:06:07Z'],
    ['1-01-01', '1-01-01 00:00:00', '0001-01-01', '0001-01-01T00:00:00Z'],
    ['9999-12-31', '9999-12-31 23:59:59', '9999-12-31', '9999-12-31T23:59:59Z'],
  ])('%s is answered with four digits, and its cursor is taken again', async (date, time, day, instant) => {
    const records = [{ id: 1, date, create_date: time, name: 'a' }];
    const odoo: OdooCall = async (_model, method) => (method === 'formatted_read_group' ? [] : { length: 1, records });
    await using faked = await createTestGateway({ beside: gateway, odoo });
    for (const field of ['DATE', 'CREATE_DATE']) {
      const list = (page: string) =>
        `{ moves(first: 1, ${page} orderBy: [{ field: ${field} }]) { edges { cursor node { date createDate } } } }`;
      const first = await faked.execute(list(''), { as: 'service' });
      expect(pick(first.data, 'moves.edges.0.node')).toEqual({ date: day, createDate: instant });
      const next = await faked.execute(list(`after: "${pick(first.data, 'moves.edges.0.cursor')}",`), {
        as: 'service',
      });
      expect(next.errors).toBeUndefined();
    }
  });

  it.each(['eq', 'ne', 'lt', 'lte', 'gt', 'gte'])('9999 is compared to its last second: %s', async (operator) => {
    const filter = `{ createDate: { ${operator}: "9999-12-31T23:59:59Z" } }`;
    const { data, errors } = await gateway.execute(
      `{ all: moves { totalCount } moves(filter: ${filter}) { totalCount } }`,
      { as: 'service' },
    );
    expect(errors).toBeUndefined();
    const expected = ['ne', 'lt', 'lte'].includes(operator) ? pick(data, 'all.totalCount') : 0;
    expect(pick(data, 'moves.totalCount')).toBe(expected);
  });

  it.each(['0000-12-31T23:59:59Z', '0001-01-01T00:00:00+08:00', '9999-12-31T23:59:59-00:01', '10000-01-01T00:00:00Z'])(
    'that no calendar of Odoo has is refused: %s',
    async (time) => {
      const query = `{ moves(filter: { createDate: { lt: "${time}" } }) { totalCount } }`;
      const { errors } = await gateway.execute(query, { as: 'service' });
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors?.[0]?.message).toContain('years 1 to 9999');
    },
  );
});

describe.skipIf(!isRealStack)('in a real Odoo', () => {
  let written: OdooWritten;
  const named = `values ${process.pid}`;
  const ids: string[] = [];
  const ask = (query: string) => gateway.execute(query, { as: 'service' });

  beforeAll(async () => {
    written = openOdooWritten();
    const numbers = ['nan', 'inf', '-inf', 2.5, 'nan', -1, 0];
    const times = ['0206-03-01 00:00:00', '0999-12-31 23:59:59', '9999-12-31 23:59:59', '0001-01-01 00:00:00'];
    const privacy = { name: named, privacy_visibility: 'employees' };
    const [project] = (await written.admin('project.project', 'create', { vals_list: [privacy] })) as [number];
    for (const [index, hours] of numbers.entries()) {
      const values = { name: named, project_id: project, allocated_hours: hours, date_deadline: times[index % 4] };
      const [id] = (await written.admin('project.task', 'create', { vals_list: [values] })) as [number];
      written.own('project.task', id);
      ids.push(String(id));
    }
    written.own('project.project', project);
  });
  afterAll(() => written[Symbol.asyncDispose]());

  it.each(['ALLOCATED_HOURS', 'REMAINING_HOURS', 'DATE_DEADLINE'])(
    'walks by %s lose and repeat nothing',
    async (field) => {
      for (const direction of ['ASC', 'DESC']) {
        const list = `filter: { name: { eq: "${named}" } }, orderBy: [{ field: ${field}, direction: ${direction} }]`;
        const selection = '{ edges { cursor node { id } } pageInfo { hasNextPage } }';
        const whole = pick((await ask(`{ tasks(${list}) ${selection} }`)).data, 'tasks.edges') as {
          node: { id: string };
        }[];
        const walked: string[] = [];
        for (let after = '', more = true; more; ) {
          const { data, errors } = await ask(`{ tasks(${list}, first: 1${after}) ${selection} }`);
          expect(errors).toBeUndefined();
          walked.push(pick(data, 'tasks.edges.0.node.id') as string);
          after = `, after: "${pick(data, 'tasks.edges.0.cursor')}"`;
          more = pick(data, 'tasks.pageInfo.hasNextPage') === true;
        }
        expect(walked).toEqual(whole.map(({ node }) => node.id));
        expect([...walked].sort()).toEqual([...ids].sort());
      }
    },
  );

  it('each list shows what can be said, and an error for each number that cannot', async () => {
    const { data, errors } = await ask(
      `{ tasks(filter: { name: { eq: "${named}" } }, orderBy: [{ field: ID }]) { nodes { allocatedHours dateDeadline } } }`,
    );
    expect((pick(data, 'tasks.nodes') as { allocatedHours: unknown }[]).map((task) => task.allocatedHours)).toEqual([
      null,
      null,
      null,
      '2.5',
      null,
      '-1',
      '0',
    ]);
    expect(pick(data, 'tasks.nodes.1.dateDeadline')).toBe('0999-12-31T23:59:59Z');
    expect(errors?.map(({ path, extensions }) => [path?.at(-2), extensions.code])).toEqual(
      [0, 1, 2, 4].map((index) => [index, 'UPSTREAM_ERROR']),
    );
  });

  it.each(['DAY', 'MONTH', 'YEAR'])('a day that Odoo cannot group by %s says so in words', async (by) => {
    const groups = `taskGroups(filter: { name: { eq: "${named}" } }, groupBy: [{ field: DATE_DEADLINE, by: ${by} }]) { keys { dateDeadline } }`;
    const { errors } = await ask(`{ ${groups} }`);
    expect(errors?.[0]).toMatchObject({ path: ['taskGroups'], extensions: { code: 'UPSTREAM_ERROR' } });
    expect(errors?.[0]?.message).toContain('years 1 to 9999');
    const before = groups.replace('} },', '}, dateDeadline: { lt: "9999-01-01T00:00:00Z" } },');
    const { data } = await ask(`{ ${before} }`);
    expect(JSON.stringify(data)).toMatch(/0206-0[13]-01T00:00:00Z/);
  });
});
