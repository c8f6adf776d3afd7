/** `schema/**` + resolvers + permissions → the gateway's schema. */
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLResolveInfo, type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import type { Context } from './context.ts';
import { checkCalls } from './doctrine/calls.ts';
import type { Doctrine } from './doctrine/load.ts';
import { createRunRule } from './doctrine/permissions.ts';
import { attachDoctrine } from './doctrine/resolvers.ts';
import { createEnter, type Enter } from './execution/admit.ts';
import type { Ownerships } from './execution/constrain.ts';
import { attachResolvers } from './execution/resolvers/attach.ts';
import { attachGatewayState } from './gateway-state.ts';
import { opsMutations, opsReadings } from './ops/mutations.ts';
import { createOdooAccountMutations } from './ops/odoo-account.ts';
import type { Accounts } from './ops/odoo-accounts.ts';
import { createOdooWriteMutations } from './ops/odoo-write.ts';
import { ownRuns } from './ops/own-runs.ts';
import { receipts } from './ops/receipts.ts';
import type { Catalog } from './plan/catalog.ts';
import { type Follows, readFollows } from './plan/follows.ts';
import { readCatalog } from './plan/read-catalog.ts';
import type { Streams } from './postgres/reading.ts';
import { buildSchema } from './sdl/build.ts';
import { withEntities } from './sdl/federation.ts';
import { jsonForms, scalarResolvers } from './sdl/scalars.ts';
import { printSubgraph } from './sdl/subgraph.ts';
import type { FileStore } from './storage/files.ts';
import { lookAtFiles } from './storage/look-at-files.ts';
import { createSearchReadings, createWorkMutations, createWorkStreams, workReadings } from './work/mutations.ts';
import { ownSpaces } from './work/own-spaces.ts';
import type { Search } from './work/search/ask-docs.ts';

/** The schema and what was read from it. */
export interface GatewaySchema {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  /** The way in to its fields. */
  readonly enter: Enter;
  /** Subscriptions that make their events themselves. */
  readonly streams: Streams;
  /** What the others follow. */
  readonly follows: Follows;
}

/** What some fields resolve by; null where it is not configured. */
export interface SchemaParts {
  /** Where attachments are kept. */
  readonly files?: FileStore | null;
  /** What questions are answered with. */
  readonly search?: Search | null;
  /** Whether the gateway is a subgraph too, and a router may ask it for entities. */
  readonly federation?: boolean;
  /** People's own users in Odoo. */
  readonly accounts?: Accounts | null;
}

const KINDS = {
  anonymous: 'ANONYMOUS',
  anonymousUser: 'ANONYMOUS_USER',
  user: 'USER',
  oauthClient: 'OAUTH_CLIENT',
  service: 'SERVICE',
  agent: 'AGENT',
} as const satisfies Record<Context['viewer']['kind'], string>;

/** `Query.viewer`, as `schema/viewer.graphql` has it. */
const viewer = (
  _source: unknown,
  _args: unknown,
  { viewer: { kind, id, agent, client, actsFor, groups, tenant } }: Context,
) => ({
  kind: KINDS[kind],
  id,
  person: id,
  isAnonymous: kind === 'anonymousUser',
  agent,
  clientId: client?.id ?? null,
  actsFor,
  actsForPerson: actsFor,
  groups,
  tenantId: tenant,
});

/** What agents may be held to. */
const OWNED: Ownerships = { 'own-run': ownRuns, 'own-space': ownSpaces };

/** Resolvers of fields that are stored nowhere. */
const resolvers = {
  ...scalarResolvers,
  Query: { viewer },
  ConnectOdooAccountPayload: { viewer: viewerUnlessRefused },
  DisconnectOdooAccountPayload: { viewer: viewerUnlessRefused },
};

/** A payload is keyed by response key, and `userErrors` may not be selected: what was done has left a mark. */
function viewerUnlessRefused(payload: unknown, args: unknown, context: Context, { path }: GraphQLResolveInfo) {
  return (payload as Record<string, unknown>)[path.key] === true ? viewer(payload, args, context) : null;
}

/** `Viewer.odoo`. */
function accountResolver(accounts: Accounts | null) {
  return (_source: unknown, _args: unknown, { viewer: asking }: Context) => accounts?.show(asking) ?? null;
}

/** The same, and the SDL for a router, which is printed when it is first asked for. */
function withService(sdl: DocumentNode) {
  let printed: string | undefined;
  const service = () => {
    printed ??= printSubgraph(sdl);
    return { sdl: printed };
  };
  return { ...resolvers, _Any: jsonForms, Query: { ...resolvers.Query, _service: service } };
}

/** @throws SdlError where the SDL, or the schema and the doctrine, do not add up. */
export function createGatewaySchema(
  sdl: DocumentNode,
  doctrine: Doctrine,
  { files = null, search = null, federation = false, accounts = null }: SchemaParts = {},
): GatewaySchema {
  const given = federation ? withService(sdl) : resolvers;
  const schema = buildSchema(federation ? withEntities(sdl) : sdl, {
    ...given,
    Viewer: { odoo: accountResolver(accounts) },
  });
  const catalog = readCatalog(schema);
  const follows = readFollows(schema, catalog);
  const enter = createEnter(createRunRule(schema, catalog, doctrine), doctrine, OWNED);
  attachDoctrine(schema, catalog, doctrine);
  attachGatewayState(schema);
  const odooWrites = createOdooWriteMutations(Object.values(doctrine.agents).flatMap(({ writesOdoo }) => writesOdoo));
  const mutations = {
    ...opsMutations,
    ...odooWrites,
    ...createOdooAccountMutations(accounts),
    ...createWorkMutations(files),
  };
  checkCalls(schema, mutations);
  const readings = { ...opsReadings, ...workReadings, ...createSearchReadings(search) };
  const streams = createWorkStreams(search);
  const rehearsals = createWorkMutations(files && lookAtFiles(files));
  attachResolvers(schema, {
    catalog,
    enter,
    doctrine,
    receipts,
    mutations,
    rehearsals,
    readings,
    streams,
    follows,
    files,
  });
  return { schema, catalog, enter, streams, follows };
}

/** The whole SDL, with directives and all that is derived, as `schema.graphql` keeps it. */
export function printGatewaySchema(sdl: DocumentNode): string {
  return `${printSchemaWithDirectives(lexicographicSortSchema(buildSchema(sdl)))}\n`;
}
