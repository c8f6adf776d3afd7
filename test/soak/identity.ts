/** 20 users of Odoo, of different groups and companies: each gets what Odoo itself shows it, and nothing of the others'. */
import { randomUUID } from 'node:crypto';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { makeOdooUsers, type OdooUser, type OdooUserWanted } from '../support/odoo-users.ts';
import { readOwnSdl } from '../support/own-sdl.ts';
import { seededChoice } from '../support/random.ts';
import { createSoakGateway } from './gateway.ts';
import { type Asked, QUESTIONS, type Tally } from './identity-ask.ts';
import { type ComparedType, callAs, comparedTypes, NOTHING, readTruth, type Truth } from './identity-truth.ts';
import type { Soak } from './soak.ts';

const SETS: readonly (readonly string[])[] = [
  [],
  ['account.group_account_invoice'],
  ['account.group_account_readonly'],
  ['sales_team.group_sale_salesman'],
  ['sales_team.group_sale_salesman_all_leads', 'project.group_project_user'],
  ['purchase.group_purchase_user'],
  ['hr.group_hr_user', 'hr_expense.group_hr_expense_manager'],
  ['project.group_project_user', 'hr_timesheet.group_hr_timesheet_user'],
  ['account.group_account_manager', 'purchase.group_purchase_manager', 'hr_timesheet.group_hr_timesheet_approver'],
  ['project.group_project_manager', 'sales_team.group_sale_manager', 'stock.group_stock_user'],
];
const COMPANIES: readonly (readonly number[])[] = [[1], [2], [4], [1, 4], [4, 2, 1], [3]];
const ZONES = ['UTC', 'Asia/Manila', 'America/New_York', 'Europe/Brussels'];
const USERS = 20;
const SMALL_USERS = 4;
const SMALL_TYPES = ['Partner', 'Move', 'Employee', 'Expense', 'Task', 'SaleOrder', 'PurchaseOrder', 'Company'];
/** Questions under way at once where they are interleaved. */
const AT_ONCE = 16;
/** The comparison is of what is answered, and the machine may be a slow one. */
const PATIENCE = { timeoutMs: 300_000, maxQueue: 2_000 };
/** Differences that are printed. */
const PRINTED = 20;
/** Records of a type that are asked for by id. */
const BY_ID = 10;

interface Person {
  readonly user: OdooUser;
  readonly as: string;
  readonly who: string;
  readonly truths: Map<string, Truth>;
}

/** The same group set meets different companies, and the other way round. */
function wanted(count: number): OdooUserWanted[] {
  return Array.from({ length: count }, (_, n) => ({
    groups: ['base.group_user', ...(SETS[n % SETS.length] ?? [])],
    companies: COMPANIES[(n * 5 + Math.floor(n / SETS.length)) % COMPANIES.length] ?? [1],
    tz: ZONES[n % ZONES.length] ?? 'UTC',
  }));
}

/** Compares each user's reads, in turn and interleaved, without the cache and with it. */
export const soak: Soak = async (report, seed, { small }) => {
  const { schema, catalog } = readOwnSdl();
  const all = comparedTypes(schema, catalog);
  const types = small ? all.filter(({ type }) => SMALL_TYPES.includes(type.name)) : all;
  const specs = wanted(small ? SMALL_USERS : USERS);
  await using made = await makeOdooUsers(specs);
  const accounts = createMemoryAccounts();
  const people: Person[] = [];
  for (const [n, user] of made.users.entries()) people.push(await meet(n, user, specs[n] as OdooUserWanted, all));
  for (const [n, { as }] of people.entries()) accounts.connect(as, made.users[n] as OdooUser);
  report(`${people.length} users, ${types.length} types: Odoo itself was asked what each of them sees`);
  const choose = seededChoice(seed);
  const tally: Tally = { rows: 0, values: 0, shown: [], missing: [] };
  for (const cacheSeconds of [0, 600]) {
    await using gateway = await createSoakGateway({ accounts, cacheSeconds, patience: PATIENCE });
    const tasks = people.flatMap((person) =>
      types.flatMap((compared) => {
        const asked = { gateway, catalog, compared, tally, ...person, ...contextOf(compared, person, people) };
        return QUESTIONS.map((ask) => () => look(ask, person, asked as Asked));
      }),
    );
    const cache = cacheSeconds === 0 ? 'without the cache' : 'with the cache';
    const before = { ...tally };
    for (const task of tasks) await task();
    tell(report, `in turn, ${cache}`, before, tally, gateway.callCount());
    const again = { ...tally };
    const calls = gateway.callCount();
    await inTurns(shuffle(tasks, choose), AT_ONCE);
    tell(report, `${AT_ONCE} at once, in any order, ${cache}`, again, tally, gateway.callCount() - calls);
  }
  const first = (what: string, of: readonly string[]) => of.slice(0, PRINTED).map((one) => `${what}: ${one}`);
  const differences = [...first('shown', tally.shown), ...first('missing', tally.missing)];
  for (const one of differences) report(one);
  const told = `${people.length} users, ${types.length} types, ${tally.rows} rows and ${tally.values} values compared`;
  report(`${told}: ${tally.shown.length} shown that Odoo would not show, ${tally.missing.length} missing`);
  if (differences.length > 0) throw new Error('users do not get what Odoo shows to them');
};

/** Somebody else may have written to the Odoo meanwhile: what differs is asked about once more, of both. */
async function look(ask: (asked: Asked) => Promise<void>, { user, truths }: Person, asked: Asked): Promise<void> {
  const { compared, tally } = asked;
  const tryWith = async (truth: Truth) => {
    const own: Tally = { rows: 0, values: 0, shown: [], missing: [] };
    await ask({ ...asked, truth, tally: own });
    return own;
  };
  const first = await tryWith(asked.truth);
  const isSame = first.shown.length + first.missing.length === 0;
  if (!isSame) truths.set(compared.type.source, await readKnown(callAs(user), compared));
  const found = isSame ? first : await tryWith(truths.get(compared.type.source) ?? NOTHING);
  tally.rows += found.rows;
  tally.values += found.values;
  tally.shown.push(...found.shown);
  tally.missing.push(...found.missing);
}

async function readKnown(call: OdooCall, compared: ComparedType): Promise<Truth> {
  return readTruth(call, compared).catch((error: unknown) => {
    if (error instanceof GatewayError && error.code === 'NOT_CONFIGURED') return NOTHING;
    throw error;
  });
}

async function meet(n: number, user: OdooUser, spec: OdooUserWanted, types: readonly ComparedType[]): Promise<Person> {
  const call = callAs(user);
  const truths = new Map<string, Truth>();
  for (const compared of types) {
    truths.set(compared.type.source, await readKnown(call, compared));
  }
  const groups = spec.groups.map((group) => group.split('.')[1]).join(', ');
  return { user, as: randomUUID(), who: `user ${n} (${groups}; companies ${spec.companies})`, truths };
}

function contextOf({ type }: ComparedType, { truths }: Person, people: readonly Person[]) {
  const visible = people.flatMap((other) => [...(other.truths.get(type.source)?.visible ?? [])]);
  const ids = [...new Set(visible)].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(ids.length / BY_ID));
  return { truth: truths.get(type.source) ?? NOTHING, anybodys: ids.filter((_, n) => n % every === 0) };
}

function tell(report: (line: string) => void, how: string, before: Tally, now: Tally, calls: number): void {
  report(
    `${how}: ${now.rows - before.rows} rows, ${now.values - before.values} values, ${calls} calls, those included that the cache answered`,
  );
}

async function inTurns(tasks: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const left = [...tasks];
  const work = async () => {
    for (let task = left.pop(); task; task = left.pop()) await task();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function shuffle<T>(items: readonly T[], choose: (below: number) => number): T[] {
  const mixed = [...items];
  for (let n = mixed.length - 1; n > 0; n -= 1) {
    const other = choose(n + 1);
    [mixed[n], mixed[other]] = [mixed[other] as T, mixed[n] as T];
  }
  return mixed;
}
