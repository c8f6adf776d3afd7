/** The place that an event stream was cut at, which a client sends by itself when it asks again: it stands for `after`. */
import { type FieldNode, type GraphQLField, getNamedType, Kind } from 'graphql';
import { badInput } from '../../errors.ts';

/** The argument of a root field that says where to go on. */
const ARGUMENT = 'after';
const NUMBER = /^\d{1,9}$/;

/** A root field that is asked for again. */
interface AskedAgain {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Readonly<Record<string, unknown>>;
  readonly variables: Readonly<Record<string, unknown>>;
  /** As the header `Last-Event-ID` has it; null or nothing where it is absent. */
  readonly lastPlace: string | null;
}

/** The field's arguments, with the place where the field takes one and none is given. @throws GatewayError for what is no place. */
export function withLastPlace({ field, nodes, args, variables, lastPlace }: AskedAgain): AskedAgain['args'] {
  const taken = field.args.find(({ name }) => name === ARGUMENT);
  if (!taken || !lastPlace || isGiven(nodes, variables)) return args;
  if (getNamedType(taken.type).name !== 'Int') return { ...args, [ARGUMENT]: lastPlace };
  if (!NUMBER.test(lastPlace)) throw badInput(ARGUMENT, 'is no number: the header Last-Event-ID is not of this stream');
  return { ...args, [ARGUMENT]: Number(lastPlace) };
}

function isGiven([node]: readonly FieldNode[], variables: AskedAgain['variables']): boolean {
  const given = node?.arguments?.find(({ name }) => name.value === ARGUMENT)?.value;
  if (!given || given.kind === Kind.NULL) return false;
  return given.kind !== Kind.VARIABLE || variables[given.name.value] != null;
}
