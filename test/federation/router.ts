/** Apollo's gateway as a router: it composes the subgraphs, and forwards the user's token to ours alone. */
import { composeServices } from '@apollo/composition';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { GraphQLError, type GraphQLFormattedError, parse } from 'graphql';

/** A subgraph as a router knows it. */
export interface Service {
  readonly name: string;
  readonly url: string;
  readonly sdl: string;
}

/** What a client of the router gets. */
export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A router that listens. */
export interface Router extends AsyncDisposable {
  readonly ask: (query: string, token: string | null, variables?: object) => Promise<Answer>;
}

/** @throws Error where the subgraphs do not compose, or do so with a hint. */
export function compose(services: readonly Service[]): string {
  const composed = composeServices(services.map(({ sdl, ...service }) => ({ ...service, typeDefs: parse(sdl) })));
  const problems = [...(composed.errors ?? []), ...(composed.hints ?? [])].map(String);
  if (problems.length > 0 || !composed.supergraphSdl) throw new Error(problems.join('\n'));
  return composed.supergraphSdl;
}

interface TokenContext {
  readonly authorization?: string | undefined;
}

/** Our subgraph, as docs/federation.md has it: it gets the user's token, and what it says of a whole operation is passed on. */
class TripointSource extends RemoteGraphQLDataSource<TokenContext> {
  override willSendRequest({
    request,
    context,
  }: Parameters<Required<RemoteGraphQLDataSource<TokenContext>>['willSendRequest']>[0]) {
    if (context.authorization) request.http?.headers.set('authorization', context.authorization);
  }

  override async errorFromResponse(response: Parameters<RemoteGraphQLDataSource['errorFromResponse']>[0]) {
    const error = await super.errorFromResponse(response);
    const { body } = error.extensions.response as { body: { errors?: GraphQLFormattedError[] } | string };
    const [first] = (typeof body === 'object' && body.errors) || [];
    return first ? new GraphQLError(first.message, { extensions: first.extensions ?? {} }) : error;
  }
}

/** Starts it on a free port. @param trusted The name of the subgraph that gets the user's token. */
export async function startRouter(supergraphSdl: string, trusted: string): Promise<Router> {
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) =>
      name === trusted ? new TripointSource({ url }) : new RemoteGraphQLDataSource({ url }),
  });
  const server = new ApolloServer<TokenContext>({ gateway, includeStacktraceInErrorResponses: false });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => ({ authorization: req.headers.authorization }),
  });
  return {
    ask: async (query, token, variables) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
      return { status: answer.status, ...((await answer.json()) as Omit<Answer, 'status'>) };
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
