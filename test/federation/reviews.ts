/** A foreign subgraph: reviews of partners, pages and runs, which it knows by their keys alone. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';

/** One review, of any of them. */
export interface Review {
  readonly id: string;
  readonly stars: number;
  readonly partner?: string;
  readonly page?: string;
  readonly run?: string;
}

/** Where it is, and the `Authorization` of each operation since it was last emptied. */
export interface Reviews extends AsyncDisposable {
  readonly url: string;
  readonly asked: (string | undefined)[];
}

/** What it composes with ours; `PageInfo` is everybody's who has connections. */
export const REVIEWS_SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])
  type Review @key(fields: "id") { id: ID! stars: Int! partner: Partner page: Page run: Run }
  type ReviewConnection { nodes: [Review!]! pageInfo: PageInfo! }
  type PageInfo @shareable { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
  type Partner @key(fields: "id") { id: ID! reviews: [Review!]! }
  type Page @key(fields: "id") { id: ID! reviews: [Review!]! }
  type Run @key(fields: "id", resolvable: false) { id: ID! }
  type Query { reviews: ReviewConnection! }
`;

const PAGE_INFO = { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null };

/** Starts it on a free port. */
export async function startReviews(reviews: readonly Review[]): Promise<Reviews> {
  const asked: (string | undefined)[] = [];
  const keyOf = (id: string | undefined) => (id === undefined ? null : { id });
  const reviewsOf = (name: 'partner' | 'page') => ({
    reviews: ({ id }: { id: string }) => reviews.filter((review) => review[name] === id),
  });
  const resolvers = {
    Query: { reviews: () => ({ nodes: reviews, pageInfo: PAGE_INFO }) },
    Review: {
      partner: ({ partner }: Review) => keyOf(partner),
      page: ({ page }: Review) => keyOf(page),
      run: ({ run }: Review) => keyOf(run),
    },
    Partner: reviewsOf('partner'),
    Page: reviewsOf('page'),
  };
  const schema = buildSubgraphSchema([{ typeDefs: parse(REVIEWS_SDL), resolvers }]);
  const server = new ApolloServer({ schema, plugins: [ApolloServerPluginInlineTraceDisabled()] });
  const { url } = await startStandaloneServer(server, {
    listen: { host: '127.0.0.1', port: 0 },
    context: async ({ req }) => {
      asked.push(req.headers.authorization);
      return {};
    },
  });
  return { url, asked, [Symbol.asyncDispose]: () => server.stop() };
}
