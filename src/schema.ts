/** `schema/**` + resolvers + permissions → the gateway's schema. */
import { makeExecutableSchema } from '@graphql-tools/schema';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type DocumentNode, type GraphQLSchema, lexicographicSortSchema } from 'graphql';
import type { Context } from './context.ts';
import type { Doctrine } from './doctrine/load.ts';
import { createGuard, type Guard } from './doctrine/permissions.ts';
import { attachResolvers } from './execution/ordinary.ts';
import { opsMutations, opsReadings } from './ops/mutations.ts';
import { createOdooWriteMutations } from './ops/odoo-write.ts';
import { type Catalog, readCatalog } from './plan/catalog.ts';
import { deriveTypes } from './sdl/derive.ts';
import { scalarResolvers } from './sdl/scalars.ts';
import type { FileStore } from './storage/files.ts';
import { createAttachmentMutations } from './work/attachment.ts';
import { workMutations, workReadings } from './work/mutations.ts';

/** The schema and what was read from it. */
export interface GatewaySchema {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly guard: Guard;
}

/** Resolvers of fields that are stored nowhere. */
const resolvers = {
  ...scalarResolvers,
  Query: {
    viewer: (_source: unknown, _args: unknown, { viewer }: Context) => ({
      kind: viewer.kind.toUpperCase(),
      id: viewer.id,
      agent: viewer.agent,
    }),
  },
};

/** @throws TypeError where the directives, or the schema and the doctrine, do not add up. */
export function createGatewaySchema(
  sdl: DocumentNode,
  doctrine: Doctrine,
  files: FileStore | null = null,
): GatewaySchema {
  const schema = makeExecutableSchema({ typeDefs: deriveTypes(sdl), resolvers });
  const catalog = readCatalog(schema);
  const guard = createGuard(schema, catalog, doctrine);
  const odooWrites = createOdooWriteMutations(Object.values(doctrine.agents).flatMap(({ writesOdoo }) => writesOdoo));
  const mutations = { ...opsMutations, ...odooWrites, ...workMutations, ...createAttachmentMutations(files) };
  attachResolvers(schema, { catalog, guard, mutations, readings: { ...opsReadings, ...workReadings }, files });
  return { schema, catalog, guard };
}

/** The whole SDL, with directives and all that is derived, as `schema.graphql` keeps it. */
export function printGatewaySchema(sdl: DocumentNode): string {
  const schema = makeExecutableSchema({ typeDefs: deriveTypes(sdl) });
  return `${printSchemaWithDirectives(lexicographicSortSchema(schema))}\n`;
}
