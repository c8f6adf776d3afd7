/**
 * Walks every list of Odoo in every order beside what Odoo answers to the same order at once. Over JSON-2 each field of the
 * soak's own records goes both ways from both ends, and each of the demo company's lists one way from both; over the other
 * transports one field of each kind goes to the end.
 */
import { ODOO_PROTOCOLS, type OdooProtocol } from '../../src/odoo/connection.ts';
import type { StoredType } from '../../src/plan/catalog.ts';
import type { GatewaySchema } from '../../src/schema.ts';
import { toEnumName } from '../../src/sdl/derive.ts';
import { orderFields, randomOrders, waysBoth, waysByField } from '../support/odoo-orders.ts';
import { type Walk, walkIds } from '../support/odoo-walk.ts';
import { seededChoice } from '../support/random.ts';
import { readLists, readTestSchema } from '../support/schema.ts';
import { createSoakGateway, type SeenSearch, type SoakGateway } from './gateway.ts';
import { type OwnRecords, openOwnRecords } from './paging-records.ts';
import type { Soak } from './soak.ts';

const PROTOCOLS = ODOO_PROTOCOLS.filter((protocol) => protocol !== 'auto');
const [WHOLE_PROTOCOL = 'json2'] = PROTOCOLS;
const RECORDS = 10_000;
const SMALL_RECORDS = 120;
const SIZE = 100;
const SMALL_SIZE = 23;
const RANDOM_ORDERS = 4;
/** As many as Odoo has workers, and one more: while two are asked, a third page is shaped. */
const WALKS_AT_ONCE = 3;
/** Elsewhere the reader meets records of others that it may not follow. */
const OWN_COMPANY = { not: { company: { name: { ne: 'Tala Trading & Services, Inc.' } } } };

/** A list, and how many records it has where the soak made them. */
interface Listed {
  readonly type: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly count: number | null;
}

type Gateways = ReadonlyMap<OdooProtocol, SoakGateway>;

interface Soaking {
  readonly built: GatewaySchema;
  readonly gateways: Gateways;
  readonly seed: number;
  readonly small: boolean;
}

/** Tells each list whose pages are not Odoo's own order. */
export const walkOdoo: Soak = async (report, seed, { small }) => {
  const built = readTestSchema();
  const since = createClock();
  await using own = await openOwnRecords(seededChoice(seed), small ? SMALL_RECORDS : RECORDS);
  report(`${own.lists.map(({ type, count }) => `${count} ${type}`).join(', ')} created in ${since()}`);
  const gateways: Gateways = new Map(
    await Promise.all(
      PROTOCOLS.map(async (protocol) => [protocol, await createSoakGateway({ protocol, schema: built })] as const),
    ),
  );
  const soaking = { built, gateways, seed, small };
  const problems: string[] = [];
  try {
    for (const listed of [...own.lists, ...(small ? [] : listOthers(built, own))]) {
      const walked = await walkList(soaking, listed);
      problems.push(...walked.problems);
      report(`${walked.told} (${since()})`);
    }
    for (const [protocol, gateway] of gateways)
      report(`${protocol}: project(id).tasks: ${await walkBelow(gateway, own, small)} records, 0 lost, 0 repeated`);
    const calls = [...gateways.values()].reduce((sum, gateway) => sum + gateway.callCount(), 0);
    report(`${calls} calls to Odoo in ${since()}`);
  } finally {
    for (const gateway of gateways.values()) await gateway[Symbol.asyncDispose]();
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  report('Odoo: 0 lost, 0 repeated, all in its own order');
};

function createClock(): () => string {
  const started = performance.now();
  return () => `${((performance.now() - started) / 1_000).toFixed(0)} s`;
}

/** Lists of the demo company, whose records the soak did not make. */
function listOthers(built: GatewaySchema, own: OwnRecords): Listed[] {
  const lists = readLists(built);
  return [...built.catalog.values()]
    .filter(({ name, surface, source }) => surface === 'odoo' && lists.has(name) && source !== 'ipai.bir.filing')
    .filter(({ name }) => !own.lists.some(({ type }) => type === name))
    .map(({ name, fields }) => ({ type: name, filter: fields.has('company') ? OWN_COMPANY : {}, count: null }));
}

/** One walk to be made. */
interface Planned {
  readonly protocol: OdooProtocol;
  readonly walk: Walk;
}

async function walkList(soaking: Soaking, listed: Listed): Promise<{ problems: string[]; told: string }> {
  const { built, gateways, seed, small } = soaking;
  const { type, filter, count } = listed;
  const fields = orderFields(built.schema, type);
  const kinds = count === null ? [] : fieldsOfKinds(built.catalog.get(type) as StoredType, fields, small);
  const base = { list: readLists(built).get(type) as string, type, filter, size: small ? SMALL_SIZE : SIZE };
  const planned = PROTOCOLS.flatMap((protocol, place): Planned[] => {
    const several = [[], ...randomOrders(fields, small ? 1 : RANDOM_ORDERS, seed)];
    const ways =
      protocol === WHOLE_PROTOCOL
        ? [...waysByField(fields, small ? 1 : count === null ? 2 : 4), ...waysBoth(several, small)]
        : waysByField(kinds, small ? 1 : 2, 2 * place);
    return ways.map((way) => ({ protocol, walk: { ...base, ...way } }));
  });
  const wholes: Wholes = new Map();
  const problems: string[] = [];
  const lengths = new Set<number>();
  await runAtOnce(planned, async ({ protocol, walk }) => {
    const { met, whole } = await walkBeside(gateways.get(protocol) as SoakGateway, walk, wholes);
    lengths.add(met.length);
    const isAll = count === null || whole.length === count;
    if (!isAll || String(met) !== String(whole)) problems.push(`${protocol} ${tellDifference(walk, met, whole)}`);
  });
  const sampled = kinds.length > 0 ? `; ${kinds.join(', ')} over ${PROTOCOLS.slice(1).join(' and ')} too` : '';
  const order = problems.length > 0 ? "NOT in Odoo's order" : "in Odoo's order";
  const told = `${type}: ${Math.max(...lengths)} records, ${fields.length} fields over ${WHOLE_PROTOCOL}${sampled}: ${planned.length} walks to the end, ${small ? 'some of them backward' : 'half of them backward'}: ${order}`;
  return { problems, told };
}

/** The first field of each kind: a time, a day, a text, a number, a choice, a relation. */
function fieldsOfKinds({ fields }: StoredType, names: readonly string[], small: boolean): string[] {
  const kinds = new Map<string, string>();
  for (const field of fields.values()) {
    const name = toEnumName(field.name);
    const kind = field.kind === 'leaf' ? field.scalar : field.kind;
    if (names.includes(name) && !kinds.has(kind)) kinds.set(kind, name);
  }
  return [...kinds.values()].filter((name) => !small || name === kinds.get('DateTime'));
}

/** Runs the walks, so many at once, in the order in which they are planned. */
async function runAtOnce(planned: readonly Planned[], run: (one: Planned) => Promise<void>): Promise<void> {
  const left = planned.values();
  await Promise.all(
    Array.from({ length: WALKS_AT_ONCE }, async () => {
      for (const one of left) await run(one);
    }),
  );
}

/** What Odoo answered to an order at once, by what it was asked: the first page of a walk back asks for the order turned round. */
type Wholes = Map<string, Promise<number[]>>;

/** Once more where they differ: the Odoo may be written to by others meanwhile. */
async function walkBeside(
  gateway: SoakGateway,
  given: Walk,
  wholes: Wholes,
  attempts = 3,
): Promise<{ met: number[]; whole: number[] }> {
  const { result: met, first } = await gateway.seeSearches(() => walkIds(gateway, given));
  if (!first) throw new Error(`${given.list} was read without a call`);
  const asked = JSON.stringify([first.model, first.args.domain, first.args.order, first.args.context]);
  const reading = wholes.get(asked) ?? readWhole(gateway, first);
  wholes.set(asked, reading);
  const whole = await reading;
  if (String(met) === String(whole) || attempts === 1) return { met, whole };
  wholes.delete(asked);
  return walkBeside(gateway, given, wholes, attempts - 1);
}

async function readWhole({ odoo }: SoakGateway, { model, args }: SeenSearch): Promise<number[]> {
  const { domain, order, context } = args;
  const answer = await odoo(model, 'web_search_read', {
    ...{ domain, order, specification: {} },
    ...(context !== undefined && { context }),
  });
  return (answer as { records: { id: number }[] }).records.map(({ id }) => id);
}

function tellDifference({ type, orderBy, backward }: Walk, met: readonly number[], whole: readonly number[]): string {
  const seen = new Set(met);
  const lost = whole.filter((id) => !seen.has(id)).length;
  const at = met.findIndex((id, index) => id !== whole[index]);
  const which = `${type} ${JSON.stringify(orderBy)}${backward ? ' backward' : ''}`;
  return `${which}: ${lost} lost, ${met.length - seen.size} repeated of ${whole.length}, first at ${at}: ${met.slice(at, at + 3)} for ${whole.slice(at, at + 3)}`;
}

/** Pages of the list of one record that has thousands. @returns How many there are. */
async function walkBelow(gateway: SoakGateway, { projectId, lists }: OwnRecords, small: boolean): Promise<number> {
  const query = `query($id: ID!, $after: String) { project(id: $id) {
    tasks(first: ${small ? SMALL_SIZE : SIZE}, after: $after, filter: { active: { eq: false } }, orderBy: [{ field: CREATE_DATE }, { field: NAME, direction: DESC }]) {
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
