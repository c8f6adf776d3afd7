/** Which tools a viewer has: operations of consumers of its kind, as far as the doctrine lets it execute them. */
import { type DocumentNode, type GraphQLSchema, getOperationAST, Kind, parse, type SelectionNode } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { Permit } from '../doctrine/permit.ts';
import type { TrustedOperation } from '../operations/manifest.ts';
import { createConfirmedTool } from './confirmed-tool.ts';
import type { McpGateway } from './gateway.ts';
import { createOperationTool } from './operation-tools.ts';
import { createReadOn } from './read-on.ts';
import type { Tool } from './tool.ts';

/** As whom a consumer asks, as its `consumer.yaml` says. */
export type ConsumerViewer =
  | { readonly user: string }
  | { readonly service: true }
  | { readonly agent: string; readonly act?: string | undefined }
  | { readonly anonymous: true };

/** A trusted operation, and as whom its consumer asks it. */
export interface Offered {
  readonly operation: TrustedOperation;
  readonly viewer: ConsumerViewer;
}

/** The tools of one viewer. */
export type ToolsOf = (viewer: Viewer) => Promise<readonly Tool[]>;

interface Known extends Offered {
  readonly tool: Tool;
  /** For who has to confirm it; the same where it cannot be asked for a dry run. */
  readonly confirmed: Tool;
  /** Coordinates of its root fields. */
  readonly roots: readonly string[];
}

/** @param schemaTools Tools of all who have shown who they are. */
export function createToolsOf(gateway: McpGateway, offered: readonly Offered[], schemaTools: readonly Tool[]): ToolsOf {
  const known = offered.map((one): Known => {
    const { operation } = one;
    const tool = createOperationTool(gateway, operation, nameOf(one, offered));
    const confirmed = createConfirmedTool(gateway, operation, tool) ?? tool;
    return { ...one, tool, confirmed, roots: rootsOf(gateway.schema, parse(operation.document)) };
  });
  return async (viewer) => {
    const own = known.filter((one) => isOfKind(one.viewer, viewer));
    // A token that lacks a scope may be given it: what the doctrine says counts.
    const permit = await gateway.permissions.of({ ...viewer, scopes: null });
    const isConfirmed = (coordinate: string) => gateway.permissions.isConfirmed(viewer, coordinate);
    const tools = own
      .filter((one) => mayExecute(permit, one))
      .map(({ tool, confirmed, roots }) => (roots.some(isConfirmed) ? confirmed : tool));
    const all = [...tools, ...(viewer.kind === 'anonymousUser' ? [] : schemaTools)];
    return [...all, createReadOn(all)];
  };
}

/** Two consumers of one kind may each have an operation of one name. */
function nameOf({ operation: { consumer, name }, viewer }: Offered, all: readonly Offered[]): string {
  const isShared = all.some(
    (one) =>
      one.operation.name === name && one.operation.consumer !== consumer && kindOf(one.viewer) === kindOf(viewer),
  );
  return isShared ? `${consumer}.${name}` : name;
}

/** The same for consumers that may meet in one list. */
function kindOf(viewer: ConsumerViewer): string {
  if ('service' in viewer) return 'service';
  return 'agent' in viewer ? `${viewer.agent} ${viewer.act === undefined}` : 'user';
}

function isOfKind(consumer: ConsumerViewer, { kind, agent, actsFor }: Viewer): boolean {
  if ('anonymous' in consumer) return kind === 'anonymousUser';
  if ('service' in consumer) return kind === 'service';
  if ('agent' in consumer)
    return kind === 'agent' && agent === consumer.agent && (consumer.act !== undefined) === (actsFor !== null);
  return kind === 'user' || kind === 'anonymousUser' || kind === 'oauthClient';
}

/** A mutation whole; of what reads one field, for then it answers with the others' errors beside. */
function mayExecute(permit: Permit, { operation: { kind }, roots }: Known): boolean {
  const isOpen = (coordinate: string) => {
    const decision = permit(coordinate);
    // A person may prove the factor, and is told how.
    return decision === true || decision.code === 'SECOND_FACTOR_REQUIRED';
  };
  return kind === 'mutation' ? roots.every(isOpen) : roots.some(isOpen);
}

function rootsOf(schema: GraphQLSchema, document: DocumentNode): readonly string[] {
  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  const fragments = document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [one] : []));
  const collect = (selectionSet: { readonly selections: readonly SelectionNode[] } | undefined): string[] =>
    (selectionSet?.selections ?? []).flatMap((node) => {
      if (node.kind === Kind.FIELD) return node.name.value.startsWith('__') ? [] : [`${root?.name}.${node.name.value}`];
      if (node.kind === Kind.INLINE_FRAGMENT) return collect(node.selectionSet);
      return collect(fragments.find(({ name }) => name.value === node.name.value)?.selectionSet);
    });
  return collect(operation?.selectionSet);
}
