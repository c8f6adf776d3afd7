/** GraphQL Yoga with DataLoader, over the same statements as the other peers. */
import { createServer } from 'node:http';
import { createSchema, createYoga, type Plugin } from 'graphql-yoga';
import pg from 'pg';
import { RESOLVERS, TYPES } from './peer-schema.ts';
import { createSession, type Session } from './peer-session.ts';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const closeSession: Plugin<Session> = {
  onExecute: ({ args }) => ({ onExecuteDone: () => (args.contextValue as Session).close() as unknown as undefined }),
};

const { databaseUrl, poolSize, signing } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(signing);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const yoga = createYoga<object, Session>({
  schema: createSchema<Session>({ typeDefs: TYPES, resolvers: RESOLVERS as never }),
  graphiql: false,
  landingPage: false,
  logging: false,
  plugins: [closeSession],
  context: async ({ request }) => createSession(pool, await verify(request.headers.get('authorization') ?? undefined)),
});
servePeer(createServer(yoga));
