/** Root fields of mutations: checked input, one statement and the payload's objects in one transaction, as the viewer. */
import {
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { Context } from '../../context.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { type ErrorCode, GatewayError, type Surface } from '../../errors.ts';
import type { Catalog } from '../../plan/catalog.ts';
import { collectSubfields } from '../../plan/collect.ts';
import { findUnstorable } from '../../plan/json-text.ts';
import type { InputIssue, Mutation } from '../../postgres/mutation.ts';
import type { Enter } from '../admit.ts';
import { rootOf } from '../ordinary.ts';
import { readConfirmation } from '../writes/confirmation.ts';
import type { Receipts } from '../writes/receipt.ts';
import { answer } from '../writes/stored.ts';
import { write } from '../writes/write.ts';
import { createDescribeFields } from './describe.ts';
import { createLook } from './look.ts';

/** What a mutation's resolver is made of. */
export interface Mutating {
  readonly catalog: Catalog;
  readonly enter: Enter;
  readonly surface: Surface;
  /** Names the mutation among the upstream calls, e.g. `ops.enqueue`. */
  readonly what: string;
  readonly mutation: Mutation;
  /** The same mutation where it looks at files, and touches none. */
  readonly rehearsal: Mutation;
  /** Tables that it says it writes. */
  readonly tables: readonly string[];
  readonly doctrine: Doctrine;
  readonly receipts: Receipts;
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

/** Checks the input, writes, and answers with the payload or with what the asker can mend. */
export function createMutationResolver(mutating: Mutating): GraphQLFieldResolver<unknown, Context> {
  return async (_source, args, context, info) => {
    const type = getNamedType(info.returnType) as GraphQLObjectType;
    const selected = { type, fields: collectSubfields(selectingOf(info), type.name, info.fieldNodes) };
    const { mutation } = mutating;
    const checked = mutation.input.safeParse(args.input);
    if (!checked.success) return answer(selected, { userErrors: checked.error.issues.map(issueToUserError) });
    const unstorable = findUnstorable(args.input);
    if (unstorable) return answer(selected, { userErrors: [issueToUserError(unstorable)] });
    const operation = rootOf(info);
    const asked = { context, coordinate: `Mutation.${info.fieldName}`, args };
    const confirmation = readConfirmation(mutating.doctrine, asked);
    const isDry = args.dryRun === true;
    const asking = {
      describeFields: createDescribeFields(operation.fetching),
      look: createLook({ ...mutating, fetching: operation.fetching }),
    };
    const issues = (await mutation.check?.(checked.data as never, asking)) ?? [];
    if (issues.length > 0) return answer(selected, { userErrors: issues.map(issueToUserError) });
    const isForUser = mutating.isByRows && context.viewer.agent !== null && context.viewer.actsFor !== null;
    const isForeseen = mutation.foresee && (isDry || confirmation !== null);
    const foreseen = (isForeseen && (await mutation.foresee?.(checked.data as never, asking))) || null;
    const writing = { ...mutating, ...operation, info, selected, asked, isDry, confirmation, isForUser, foreseen };
    try {
      const input = await prepare(mutation, checked.data, context);
      const written = await write(writing, input);
      if (!written.isDone) return written.answer;
      mutation.after?.(context.viewer);
      context.run?.count({ writes: 1 });
      context.settling?.after(mutation.calls);
      return written.answer;
    } catch (error) {
      if (!(error instanceof GatewayError) || !USER_ERRORS.includes(error.code)) throw error;
      return answer(selected, { userErrors: [toUserError(error, info)] });
    }
  };
}

function prepare(mutation: Mutation, input: unknown, { viewer, address, signal }: Context): unknown {
  return mutation.prepare ? mutation.prepare(input as never, { viewer, address, signal }) : input;
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
