/** Apollo Server 5 + DataLoader, as a good team writes it: one statement a level, row-level security in a transaction. */
import { createServer } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import pg from 'pg';
import { RESOLVERS, TYPES } from './peer-schema.ts';
import { createSession, type Session } from './peer-session.ts';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const closeSession: ApolloServerPlugin<Session> = {
  requestDidStart: async () => ({ willSendResponse: async ({ contextValue }) => contextValue.close() }),
};

const { databaseUrl, poolSize, signing } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(signing);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const apollo = new ApolloServer<Session>({
  typeDefs: TYPES,
  resolvers: RESOLVERS,
  plugins: [closeSession, ApolloServerPluginLandingPageDisabled()],
  stopOnTerminationSignals: false,
});
await apollo.start();

// Its own adapter of `node:http`, like the gateway's: `startStandaloneServer` is for getting started.
servePeer(
  createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers))
      if (value !== undefined) headers.set(name, String(value));
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method ?? 'POST',
        headers,
        search: '',
        body: JSON.parse(Buffer.concat(chunks).toString()),
      },
      context: async () => createSession(pool, await verify(request.headers.authorization)),
    });
    const body = answer.body.kind === 'complete' ? answer.body.string : '';
    for (const [name, value] of answer.headers) response.setHeader(name, value);
    response.statusCode = answer.status ?? 200;
    response.end(body);
  }),
);
