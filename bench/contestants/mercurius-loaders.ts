/** Mercurius on Fastify with its own loaders and JIT, over the same statements as the other peers. */
import fastify from 'fastify';
import { type MercuriusLoaders, mercurius } from 'mercurius';
import pg from 'pg';
import type { Level } from './peer-queries.ts';
import { LEVELS, ROOTS, TYPES } from './peer-schema.ts';
import { createSession, type Session } from './peer-session.ts';
import { readPeerEnvironment, sayOrigin } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

type Asked = { readonly obj: { readonly id: string }; readonly params: { readonly first: number } };

const below =
  (level: Level) =>
  async (asked: readonly Asked[], session: Session): Promise<{ nodes: unknown[] }[]> => {
    const ids = asked.map(({ obj }) => obj.id);
    const lists = await session.childrenOf(level, asked[0]?.params.first ?? 0, ids);
    return lists.map((nodes) => ({ nodes }));
  };

const loaders = Object.fromEntries(
  Object.entries(LEVELS).map(([type, levels]) => [
    type,
    Object.fromEntries(Object.entries(levels).map(([field, level]) => [field, below(level)])),
  ]),
);

const { databaseUrl, poolSize, signing } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(signing);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const app = fastify();
await app.register(mercurius, {
  schema: TYPES,
  resolvers: { Query: ROOTS } as never,
  loaders: loaders as unknown as MercuriusLoaders,
  // After the first request of a document.
  jit: 1,
  path: '/graphql',
  context: async ({ headers }) => createSession(pool, await verify(headers.authorization)),
});
app.graphql.addHook('onResolution', async (_execution, context) => (context as unknown as Session).close());
sayOrigin(await app.listen({ host: '127.0.0.1', port: 0 }));
