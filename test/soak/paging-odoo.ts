/** Walks every list of Odoo in every order, over every transport, beside what Odoo answers to the same order at once. */
import { ODOO_PROTOCOLS } from '../../src/odoo/connection.ts';
import { orderFields, randomOrders } from '../support/odoo-orders.ts';
import { type OrderKey, type Walk, walkIds } from '../support/odoo-walk.ts';
import { seededChoice } from '../support/random.ts';
import { readLists, readTestSchema } from '../support/schema.ts';
import { createSoakGateway, type SoakGateway } from './gateway.ts';
import { type OwnRecords, openOwnRecords } from './paging-records.ts';
import type { Soak } from './soak.ts';

const PROTOCOLS = ODOO_PROTOCOLS.filter((protocol) => protocol !== 'auto');
const RECORDS = 10_000;
const SMALL_RECORDS = 150;
const SIZE = 100;
const RANDOM_ORDERS = 4;
/** Elsewhere the reader meets records of others that it may not follow. */
const OWN_COMPANY = { not: { company: { name: { ne: 'Tala Trading & Services, Inc.' } } } };

/** Tells each list whose pages are not Odoo's own order. */
export const walkOdoo: Soak = async (report, seed, { small }) => {
  const built = readTestSchema();
  const lists = readLists(built);
  const started = performance.now();
  await using own = await openOwnRecords(seededChoice(seed), small ? SMALL_RECORDS : RECORDS);
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  report(`${own.lists.map(({ type, count }) => `${count} ${type}`).join(', ')} created in ${seconds} s`);
  const others = [...built.catalog.values()]
    .filter(({ name, surface, source }) => surface === 'odoo' && lists.has(name) && source !== 'ipai.bir.filing')
    .filter(({ name }) => !own.lists.some(({ type }) => type === name))
    .map(({ name, fields }) => ({ type: name, filter: fields.has('company') ? OWN_COMPANY : {} }));
  const gateways = await Promise.all(PROTOCOLS.map((protocol) => createSoakGateway({ protocol })));
  const problems: string[] = [];
  try {
    for (const { type, filter } of [...own.lists, ...(small ? others.slice(0, 4) : others)]) {
      const fields = orderFields(built.schema, type);
      const size = small ? 23 : SIZE;
      const given = { list: lists.get(type) as string, type, filter, size };
      const results = await Promise.all(
        gateways.map((gateway, place) => walkType(gateway, given, ordersOf(fields, place, seed))),
      );
      problems.push(
        ...results.flatMap((result, place) => result.problems.map((problem) => `${PROTOCOLS[place]} ${problem}`)),
      );
      const [{ records, walks }] = results as [TypeResult];
      report(
        `${type}: ${records} records, ${fields.length} fields, ${walks} walks forward and backward over each of ${PROTOCOLS.join(', ')}: ${results.some((result) => result.problems.length > 0) ? 'NOT ' : ''}in Odoo's order`,
      );
    }
    for (const [place, gateway] of gateways.entries())
      report(`${PROTOCOLS[place]}: project(id).tasks: ${await walkBelow(gateway, own)} records, 0 lost, 0 repeated`);
    report(`${gateways.reduce((sum, gateway) => sum + gateway.callCount(), 0)} calls to Odoo`);
  } finally {
    for (const gateway of gateways) await gateway[Symbol.asyncDispose]();
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  report('Odoo: 0 lost, 0 repeated, all in its own order');
};

/** Each field alone, upwards over one transport and downwards over the next; some of several keys. */
function ordersOf(fields: readonly string[], place: number, seed: number): OrderKey[][] {
  const direction = place % 2 === 0 ? 'ASC' : 'DESC';
  return [[], ...fields.map((field) => [{ field, direction }]), ...randomOrders(fields, RANDOM_ORDERS, seed + place)];
}

interface TypeResult {
  readonly problems: readonly string[];
  readonly records: number;
  readonly walks: number;
}

async function walkType(gateway: SoakGateway, given: Walk, orders: readonly OrderKey[][]): Promise<TypeResult> {
  const problems: string[] = [];
  let records = 0;
  for (const orderBy of orders)
    for (const backward of [false, true]) {
      const { met, whole } = await walkBeside(gateway, { ...given, orderBy, backward });
      records = Math.max(records, met.length);
      if (String(met) !== String(whole)) problems.push(tellDifference({ ...given, orderBy, backward }, met, whole));
    }
  return { problems, records, walks: orders.length * 2 };
}

/** Once more where they differ: the Odoo may be written to by others meanwhile. */
async function walkBeside(
  gateway: SoakGateway,
  given: Walk,
  attempts = 3,
): Promise<{ met: number[]; whole: number[] }> {
  gateway.forget();
  const met = await walkIds(gateway, given);
  const first = gateway.firstSearch();
  if (!first) throw new Error(`${given.list} was read without a call`);
  const { domain, order, context } = first.args;
  const args = { domain, order, specification: {}, ...(context !== undefined && { context }) };
  const answer = (await gateway.odoo(first.model, 'web_search_read', args)) as { records: { id: number }[] };
  const whole = answer.records.map(({ id }) => id);
  return String(met) === String(whole) || attempts === 1 ? { met, whole } : walkBeside(gateway, given, attempts - 1);
}

function tellDifference({ type, orderBy, backward }: Walk, met: readonly number[], whole: readonly number[]): string {
  const seen = new Set(met);
  const lost = whole.filter((id) => !seen.has(id)).length;
  const at = met.findIndex((id, index) => id !== whole[index]);
  const which = `${type} ${JSON.stringify(orderBy)}${backward ? ' backward' : ''}`;
  return `${which}: ${lost} lost, ${met.length - seen.size} repeated of ${whole.length}, first at ${at}: ${met.slice(at, at + 3)} for ${whole.slice(at, at + 3)}`;
}

/** Pages of the list of one record that has thousands. @returns How many there are. */
async function walkBelow(gateway: SoakGateway, { projectId, lists }: OwnRecords): Promise<number> {
  const query = `query($id: ID!, $after: String) { project(id: $id) {
    tasks(first: ${SIZE}, after: $after, filter: { active: { eq: false } }, orderBy: [{ field: CREATE_DATE }, { field: NAME, direction: DESC }]) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }`;
  const met: string[] = [];
  for (let after: string | null = null; ; ) {
    const { data, errors } = await gateway.execute(query, { variables: { id: String(projectId), after } });
    if (errors) throw new Error(JSON.stringify(errors));
    const { tasks } = (data as { project: { tasks: TaskPage } }).project;
    met.push(...tasks.nodes.map(({ id }) => id));
    if (tasks.totalCount !== lists[0]?.count) throw new Error(`${tasks.totalCount} tasks are counted`);
    if (!tasks.pageInfo.hasNextPage) break;
    after = tasks.pageInfo.endCursor;
  }
  if (new Set(met).size !== lists[0]?.count || met.length !== lists[0].count)
    throw new Error(`${new Set(met).size} tasks in ${met.length} places of ${lists[0]?.count} below a project`);
  return met.length;
}

interface TaskPage {
  readonly totalCount: number;
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string };
}
