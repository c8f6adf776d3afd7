/** The breaking-change gate: what a client of the last release may no longer rely on, and whom that breaks. */
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import {
  buildASTSchema,
  type DocumentNode,
  type GraphQLSchema,
  isExecutableDefinitionNode,
  print,
  visit,
} from 'graphql';
import type { Accepted } from './accepted.ts';
import type { Consumer } from './consumer.ts';
import { coordinatesOf } from './coordinates.ts';

/** One breaking change. */
export interface Break {
  /** What changed, e.g. `FIELD_REMOVED`: the kinds are GraphQL Inspector's. */
  readonly type: string;
  /** Where, e.g. `Query.moves`. */
  readonly path: string;
  readonly message: string;
  /** Operations that it breaks, e.g. `workspace-app/overview`. */
  readonly breaks: readonly string[];
  /** Why it is meant; null where nobody has said so. */
  readonly accepted: string | null;
}

/** Every breaking change from the released schema to the present one, in the order of their places. */
export async function findBreaks(
  released: DocumentNode,
  present: DocumentNode,
  { consumers, accepted }: { consumers: readonly Consumer[]; accepted: readonly Accepted[] },
): Promise<Break[]> {
  const [before, after] = [toSchema(released), toSchema(present)];
  const changes = (await diff(before, after)).filter((change) => isBreaking(change, before));
  const uses = consumers.flatMap(({ name, operations }) =>
    operations.map((operation) => ({ name: `${name}/${operation.name}`, used: coordinatesOf(before, operation) })),
  );
  return changes
    .map((change): Break => {
      const { type, path = '', message } = change;
      const breaks = uses.filter(({ used }) => isHit(change, used)).map(({ name }) => name);
      const meant = accepted.find((one) => one.type === type && one.path === path);
      return { type, path, message, breaks, accepted: meant?.reason ?? null };
    })
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The SDL as a release keeps it: without descriptions, which no client relies on. */
export function printReleased(document: DocumentNode): string {
  return `${print(stripDescriptions(document))}\n`;
}

function stripDescriptions(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
  });
}

function toSchema(document: DocumentNode): GraphQLSchema {
  const definitions = document.definitions.filter((definition) => !isExecutableDefinitionNode(definition));
  return buildASTSchema(stripDescriptions({ ...document, definitions }), { assumeValidSDL: true });
}

const ON_OPERATIONS = new Set(['QUERY', 'MUTATION', 'SUBSCRIPTION', 'FIELD', 'FRAGMENT_SPREAD', 'INLINE_FRAGMENT']);

/** The directives of the SDL itself, such as `@odoo`, are no client's. */
function isBreaking({ type, path = '', criticality }: Change, before: GraphQLSchema): boolean {
  if (criticality.level !== CriticalityLevel.Breaking) return false;
  const kind = String(type);
  if (kind.startsWith('DIRECTIVE_USAGE_')) return false;
  if (!kind.startsWith('DIRECTIVE_')) return true;
  const directive = before.getDirective(path.replace(/^@/, '').split('.')[0] ?? '');
  return directive?.locations.some((location) => ON_OPERATIONS.has(location)) ?? false;
}

function isHit({ type, path = '', meta }: Change, used: ReadonlySet<string>): boolean {
  if (used.has(path)) return true;
  const kind = String(type);
  const parent = path.split('.').slice(0, -1).join('.');
  // What must be given from now on breaks whoever leaves it out.
  const given = meta as { readonly newArgumentType?: string; readonly newInputFieldType?: string };
  const isRequired = (given.newArgumentType ?? given.newInputFieldType)?.endsWith('!') ?? false;
  const isAdded = kind === 'FIELD_ARGUMENT_ADDED' || kind === 'INPUT_FIELD_ADDED';
  return (isAdded || isRequired) && used.has(parent);
}
