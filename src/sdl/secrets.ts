/** What `@secret` marks: values that no error repeats. graphql-js says in its errors what was given, and so a secret too. */
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLArgument,
  GraphQLError,
  type GraphQLInputField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  type Location,
  parse,
  TypeInfo,
  type TypeNode,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { readDirective } from './directives.ts';

/** Whether what an error of graphql-js about a document that was parsed may repeat a secret: it is about a place of one. */
export type TouchesSecret = (error: unknown) => boolean;

type Input = GraphQLArgument | GraphQLInputField;

/** What is marked stands in the schema; an error brings the document that it is about. */
export function createTouchesSecret(schema: GraphQLSchema): TouchesSecret {
  const holding = new Map<string, boolean>();
  const holds = (typeName: string): boolean => {
    const known = holding.get(typeName);
    if (known !== undefined) return known;
    // Types of inputs may hold each other in a circle.
    holding.set(typeName, false);
    const type = schema.getType(typeName);
    const found = isInputObjectType(type) && Object.values(type.getFields()).some(isSecret);
    holding.set(typeName, found);
    return found;
  };
  const isSecret = (input: Input): boolean =>
    readDirective(input.astNode, 'secret') !== null || holds(getNamedType(input.type).name);
  const touches = (error: unknown): boolean => {
    if (!(error instanceof GraphQLError)) return false;
    const { source, positions = [], originalError } = error;
    const places = source ? findPlaces(schema, parse(source.body), { isSecret, holds }) : [];
    const isThere = positions.some((at) => places.some(({ start, end }) => at >= start && at < end));
    // The cause of an error about a variable has no place.
    return isThere || touches(originalError);
  };
  return touches;
}

interface Marks {
  readonly isSecret: (input: Input) => boolean;
  readonly holds: (typeName: string) => boolean;
}

/** Arguments that are or hold a secret, and the definitions of variables that stand in them or are of such a type. */
function findPlaces(schema: GraphQLSchema, document: DocumentNode, { isSecret, holds }: Marks): readonly Location[] {
  const places: Location[] = [];
  const variables = new Set<string>();
  const types = new TypeInfo(schema);
  const note = ({ loc }: { readonly loc?: Location | undefined }) => loc && places.push(loc);
  const noteVariable = ({ name }: VariableNode) => void variables.add(name.value);
  const noteArgument = (node: ArgumentNode) => {
    const argument = types.getArgument();
    if (!argument || !isSecret(argument)) return;
    note(node);
    visit(node, { [Kind.VARIABLE]: noteVariable });
  };
  const noteDefinition = (node: VariableDefinitionNode) => {
    if (variables.has(node.variable.name.value) || holds(nameOf(node.type))) note(node);
  };
  visit(document, visitWithTypeInfo(types, { [Kind.ARGUMENT]: noteArgument }));
  visit(document, { [Kind.VARIABLE_DEFINITION]: noteDefinition });
  return places;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
