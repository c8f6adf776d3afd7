/** A mutation as it is asked for what it would change first, and with the confirmation of that then. Pure. */
import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';

/** The same operation, for both steps. */
export interface Confirmable {
  /** With the two arguments, and what payloads say of a dry run and of a write; as graphql-js prints it. */
  readonly document: string;
  /** What the answer calls its only root field. */
  readonly responseName: string;
  /** The names of the variables of both arguments: its own where it has them. */
  readonly dryRun: string;
  readonly confirmation: string;
}

/** What each argument is, where the operation has no variable of its own for it. */
const TYPES = { dryRun: 'Boolean! = false', confirmation: 'String' } as const;

type Argument = keyof typeof TYPES;

const TOLD = rootOf(
  parse('mutation { diff { path before after } unknown confirmation receipt { runId seq } }', { noLocation: true }),
);

/**
 * Null for what cannot be asked so: a query, a mutation of several root fields, one that says in its text whether it is a dry
 * run, and one whose variable `dryRun` or `confirmation` is another thing.
 */
export function confirmableOf(document: DocumentNode): Confirmable | null {
  const operation = getOperationAST(document);
  const [field, ...others] = operation?.selectionSet.selections ?? [];
  if (operation?.operation !== 'mutation' || field?.kind !== Kind.FIELD || !field.selectionSet || others.length > 0)
    return null;
  const dryRun = variableOf(operation, field, 'dryRun');
  const confirmation = variableOf(operation, field, 'confirmation');
  if (dryRun === null || confirmation === null) return null;
  const asked = withArguments(operation, field);
  const definitions = document.definitions.map((one) => (one === operation ? asked : one));
  return {
    document: print({ ...document, definitions }),
    responseName: (field.alias ?? field.name).value,
    ...{ dryRun, confirmation },
  };
}

/** Null where the argument has a value that no variable gives, or its variable's name is taken. */
function variableOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  field: FieldNode,
  name: Argument,
): string | null {
  const given = argumentOf(field, name);
  if (given) return given.value.kind === Kind.VARIABLE ? given.value.name.value : null;
  return variableDefinitions.some(({ variable }) => variable.name.value === name) ? null : name;
}

function argumentOf({ arguments: args = [] }: FieldNode, name: Argument): ArgumentNode | undefined {
  return args.find((one) => one.name.value === name);
}

function withArguments(operation: OperationDefinitionNode, field: FieldNode): OperationDefinitionNode {
  const missing = (Object.keys(TYPES) as Argument[]).filter((name) => !argumentOf(field, name)).map(argumentNodes);
  const own = (field.selectionSet?.selections ?? []).map((one) => print(one));
  const more = TOLD.selectionSet.selections.filter((one: SelectionNode) => !own.includes(print(one)));
  const asked: FieldNode = {
    ...field,
    arguments: [...(field.arguments ?? []), ...missing.map(({ argument }) => argument)],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [...(field.selectionSet?.selections ?? []), ...more] },
  };
  return {
    ...operation,
    variableDefinitions: [...(operation.variableDefinitions ?? []), ...missing.map(({ definition }) => definition)],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
}

/** The argument, and the variable that gives it. */
function argumentNodes(name: Argument) {
  const { variableDefinitions, selectionSet } = rootOf(
    parse(`mutation ($${name}: ${TYPES[name]}) { field(${name}: $${name}) }`, { noLocation: true }),
  );
  const [field] = selectionSet.selections as readonly FieldNode[];
  return {
    argument: field?.arguments?.[0] as ArgumentNode,
    definition: variableDefinitions?.[0] as VariableDefinitionNode,
  };
}

function rootOf(document: DocumentNode): OperationDefinitionNode {
  return getOperationAST(document) as OperationDefinitionNode;
}
