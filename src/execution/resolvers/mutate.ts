/** Root fields of mutations: checked input, one statement and the payload's objects in one transaction, as the viewer. */
import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import type { Context } from '../../context.ts';
import { type ErrorCode, GatewayError, type Surface } from '../../errors.ts';
import { exceed } from '../../limits.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { type Collected, collectSubfields } from '../../plan/collect.ts';
import { estimate } from '../../plan/cost.ts';
import { findZero } from '../../plan/json-text.ts';
import { type ObjectPlan, planObject } from '../../plan/plan.ts';
import { waysOf } from '../../plan/ways.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { InputIssue, Mutation } from '../../postgres/mutation.ts';
import type { RunStatement } from '../../postgres/source.ts';
import { compileBatch, type Statement } from '../../postgres/statement.ts';
import type { Enter, Refused } from '../admit.ts';
import { boundsOf, callPostgres, requirePostgres, sealCursors } from '../fetch.ts';
import { judgeEstimate } from '../judge.ts';
import { type OrdinaryRoot, rootOf } from '../ordinary.ts';
import { pruneObject } from '../prune.ts';
import { createDescribeFields } from './describe.ts';

/** What a mutation's resolver is made of. */
export interface Mutating {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly surface: Surface;
  /** Names the mutation among the upstream calls, e.g. `ops.enqueue`. */
  readonly what: string;
  readonly mutation: Mutation;
  /** Whether row-level security decides: an agent that acts for a user then calls the function with that user's rights. */
  readonly isByRows: boolean;
}

/** Codes of `UserErrorCode`: what the asker can mend. Any other error is one of the response. */
const USER_ERRORS: readonly ErrorCode[] = [
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'IDEMPOTENCY_CONFLICT',
  'LIMIT_EXCEEDED',
  'ODOO_ACCOUNT_EXPIRED',
];

/** A mutation's answer by the names of its fields. */
type Payload = Readonly<Record<string, unknown>>;

/** What is selected of the payload. */
interface Selected {
  readonly type: GraphQLObjectType;
  readonly fields: Collected;
}

const NO_ZERO = { message: 'must not hold the character U+0000' };

/** Checks the input, writes, and answers with the payload or with what the asker can mend. */
export function createMutationResolver(mutating: Mutating): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, context, info) => {
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const selected = { type, fields: collectSubfields(selectingOf(info), type.name, info.fieldNodes) };
    const { mutation } = mutating;
    const checked = mutation.input.safeParse(args.input);
    if (!checked.success) return answer(selected, { userErrors: checked.error.issues.map(issueToUserError) });
    const zero = findZero(args.input);
    if (zero) return answer(selected, { userErrors: [issueToUserError({ ...NO_ZERO, path: zero })] });
    const operation = rootOf(info);
    const checking = { describeFields: createDescribeFields(operation.fetching) };
    const issues = (await mutation.check?.(checked.data as never, checking)) ?? [];
    if (issues.length > 0) return answer(selected, { userErrors: issues.map(issueToUserError) });
    const writing = { ...mutating, ...operation, info, selected };
    try {
      const input = await prepare(mutation, checked.data, context);
      const written = await write(writing, input);
      mutation.after?.(context.viewer);
      return written;
    } catch (error) {
      if (!(error instanceof GatewayError) || !USER_ERRORS.includes(error.code)) throw error;
      return answer(selected, { userErrors: [toUserError(error, info)] });
    }
  };
}

function prepare(mutation: Mutation, input: unknown, { viewer, address, signal }: Context): unknown {
  return mutation.prepare ? mutation.prepare(input as never, { viewer, address, signal }) : input;
}

interface Writing extends Mutating, Pick<OrdinaryRoot, 'fetching' | 'planning' | 'refused'> {
  readonly info: GraphQLResolveInfo;
  readonly selected: Selected;
}

/** Nothing is written where anything below fails, the reading of the payload too. */
async function write(writing: Writing, input: unknown): Promise<Payload> {
  const { mutation, surface, what, fetching, selected } = writing;
  const { context, sources } = fetching;
  const postgres = requirePostgres(sources, surface);
  const { agent, actsFor } = context.viewer;
  const statement = mutation.statement(input as never, writing.isByRows && agent !== null && actsFor !== null);
  const work = async (run: RunStatement) => {
    const rows = await readRows(run, statement);
    const payload = { userErrors: [], ...(await mutation.payload(rows, input as never)) };
    if (mutation.conclusion) {
      const { concludedBy = 'service_role' } = mutation;
      await runAs(concludedBy, { run, viewer: context.viewer, statement: mutation.conclusion(rows, input as never) });
    }
    return answer(selected, payload, await readStored(writing, payload, run));
  };
  const bounds = boundsOf(context, { surface, field: String(writing.info.path.key) });
  return callPostgres(context, { surface, what }, () => postgres.transact(context.viewer, work, bounds));
}

/** The claims stay the viewer's, and so does who is noted to have done it. */
async function runAs(
  concluding: string,
  { run, viewer, statement }: { run: RunStatement; viewer: Viewer; statement: Statement },
): Promise<void> {
  const become = (role: string) => run({ text: "select set_config('role', $1, true)", values: [role] });
  await become(concluding);
  await run(statement);
  await become(viewer.role);
}

/** Keyed by response key, as every object is that the ordinary lane reads. */
function answer({ fields }: Selected, payload: Payload, stored: ReadonlyMap<string, unknown> = new Map()): Payload {
  const valueAt = (key: string, name: string) => (stored.has(key) ? stored.get(key) : (payload[name] ?? null));
  return Object.fromEntries([...fields].map(([key, nodes]) => [key, valueAt(key, nodes[0]?.name.value ?? '')]));
}

/** Response key → the objects of the stored type that it selects, for the ids that the payload holds. */
async function readStored(writing: Writing, payload: Payload, run: RunStatement): Promise<Map<string, unknown>> {
  const { catalog, selected } = writing;
  const stored = new Map<string, unknown>();
  for (const [key, nodes] of selected.fields) {
    const name = nodes[0]?.name.value ?? '';
    const field = selected.type.getFields()[name];
    const type = field && catalog.get(getNamedType(field.type).name);
    const value = payload[name] ?? null;
    if (!type || value === null) continue;
    stored.set(key, await readObjects(writing, { name, type, nodes, value }, run));
  }
  return stored;
}

interface Wanted {
  /** The payload's field. */
  readonly name: string;
  readonly type: StoredType;
  readonly nodes: GraphQLResolveInfo['fieldNodes'];
  /** An id, or a list of them. */
  readonly value: unknown;
}

/** An object of the payload that the viewer may not read is an error in its place, and what was written stays. */
async function readObjects(
  writing: Writing,
  { name, type, nodes, value }: Wanted,
  run: RunStatement,
): Promise<unknown> {
  const { planning, fetching, refused, info, selected } = writing;
  const ids = [value].flat().map(String);
  const object = planObject(planning, type, nodes, 1);
  const below = [{ path: [String(info.path.key), name], times: ids.length, object }];
  const { context, bound } = fetching;
  const estimated = estimate([{ key: '', plan: null, below, weight: 0 }], bound);
  for (const excess of judgeEstimate(context.limits, estimated)) exceed(context, excess);
  const found = await enterPayload(writing, `${selected.type.name}.${name}`, object);
  if (found instanceof GatewayError) return found;
  for (const [coordinate, error] of found) refused.set(coordinate, error);
  const statement = compileBatch(pruneObject(object, found), ids, fetching.bound);
  const bytes = sealCursors(fetching.context, statement, await run(statement));
  const byId = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;
  const objects = ids.map((id) => byId[id] ?? null);
  return Array.isArray(value) ? objects : objects[0];
}

async function enterPayload(
  { enter, fetching }: Writing,
  coordinate: string,
  object: ObjectPlan,
): Promise<Refused | GatewayError> {
  try {
    return await enter({ ...fetching, coordinate, plan: () => waysOf(object) });
  } catch (error) {
    if (error instanceof GatewayError && error.code === 'FORBIDDEN') return error;
    throw error;
  }
}

function selectingOf({ schema, fragments, variableValues }: GraphQLResolveInfo) {
  return { schema, fragments, variables: variableValues };
}

function toUserError({ code, message, details }: GatewayError, info: GraphQLResolveInfo) {
  const { argument = code === 'IDEMPOTENCY_CONFLICT' ? 'idempotencyKey' : null, ...rest } = details;
  const path = typeof argument === 'string' ? argument.split('.') : [];
  // A mutation that brings a column or a row back has no input field for what the database checks of it.
  const isField = path[0] !== undefined && path[0] in fieldsOfInput(info);
  return {
    code,
    message,
    path: isField ? ['input', ...path] : null,
    details: Object.keys(rest).length > 0 ? rest : null,
  };
}

function fieldsOfInput({ parentType, fieldName }: GraphQLResolveInfo): object {
  const input = parentType.getFields()[fieldName]?.args.find(({ name }) => name === 'input');
  const type = input && getNamedType(input.type);
  return isInputObjectType(type) ? type.getFields() : {};
}

function issueToUserError({ path, message }: InputIssue) {
  return { code: 'BAD_USER_INPUT', message, path: ['input', ...path.map(String)], details: null };
}
