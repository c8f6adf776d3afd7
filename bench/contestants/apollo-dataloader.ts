/** Apollo Server 5 + DataLoader, as a good team writes it: one statement a level, row-level security in a transaction. */
import { createServer } from 'node:http';
import { ApolloServer, type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import pg from 'pg';
import {
  ARTIFACTS,
  BLOCKS,
  CHILDREN,
  COMMENTS,
  EVENTS,
  type Level,
  PAGE,
  PAGES,
  RUNS,
  SPACES,
} from './apollo-queries.ts';
import { createSession, type Session } from './apollo-session.ts';
import { readPeerEnvironment, servePeer } from './serve.ts';
import { createPeerVerify } from './viewer.ts';

const TYPES = `
scalar JSON
scalar DateTime
type Query { spaces(first: Int!): Spaces! page(id: ID!): Page runs(first: Int!): Runs! }
type Spaces { nodes: [Space!]! }
type Pages { nodes: [Page!]! }
type Blocks { nodes: [Block!]! }
type Comments { nodes: [Comment!]! }
type Runs { nodes: [Run!]! }
type RunEvents { nodes: [RunEvent!]! }
type Artifacts { nodes: [Artifact!]! }
type Space { id: ID! name: String! pages(first: Int!): Pages! }
type Page {
  id: ID! title: String! version: Int! updatedAt: DateTime!
  children(first: Int!): Pages! blocks(first: Int!): Blocks! comments(first: Int!): Comments!
}
type Block { id: ID! type: String! content: JSON! }
type Comment { id: ID! body: String! authorId: ID createdAt: DateTime! }
type Run {
  id: ID! agent: String! kind: String! status: String! input: JSON createdAt: DateTime! startedAt: DateTime finishedAt: DateTime
  events(first: Int!): RunEvents! artifacts(first: Int!): Artifacts!
}
type RunEvent { seq: Int! type: String! payload: JSON createdAt: DateTime! }
type Artifact { kind: String! uri: String! size: String digest: String }`;

type Resolver = (parent: { id: string }, args: { first: number }, session: Session) => Promise<{ nodes: unknown[] }>;

const list =
  (text: string): Resolver =>
  async (_parent, { first }, session) => ({ nodes: await session.query(text, [first]) });
const below =
  (level: Level): Resolver =>
  async ({ id }, { first }, session) => ({ nodes: await session.children(level, first, id) });

const resolvers = {
  Query: {
    spaces: list(SPACES),
    page: async (_parent: unknown, { id }: { id: string }, session: Session) => (await session.query(PAGE, [id]))[0],
    runs: list(RUNS),
  },
  Space: { pages: below(PAGES) },
  Page: { children: below(CHILDREN), blocks: below(BLOCKS), comments: below(COMMENTS) },
  Run: { events: below(EVENTS), artifacts: below(ARTIFACTS) },
};

const closeSession: ApolloServerPlugin<Session> = {
  requestDidStart: async () => ({ willSendResponse: async ({ contextValue }) => contextValue.close() }),
};

const { databaseUrl, poolSize, jwtSecret } = readPeerEnvironment(process.env);
const verify = await createPeerVerify(jwtSecret);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const apollo = new ApolloServer<Session>({
  typeDefs: TYPES,
  resolvers,
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
