/** `createServer(config, sources)`: what main starts and what tests start; it does not listen. */
import { ApolloServer, type HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult } from 'graphql';
import { createVerify, type Verify } from './auth/verify.ts';
import type { Config } from './config.ts';
import { type Context, createContext } from './context.ts';
import { loadDoctrine } from './doctrine/load.ts';
import { createFormatError, GatewayError, toGraphQLError } from './errors.ts';
import { createExecutor } from './execution/executor.ts';
import type { Sources } from './execution/fetch.ts';
import { stringifyResult } from './execution/response.ts';
import type { Log } from './log.ts';
import type { Paths } from './paths.ts';
import { createReport, type ObserveOperation } from './report.ts';
import { createGatewaySchema } from './schema.ts';
import { readSdl } from './sdl/load.ts';

/** One request as the HTTP adapter hands it over. */
export interface GraphQLHttpRequest {
  readonly method: string;
  readonly headers: HeaderMap;
  readonly search: string;
  readonly body: unknown;
  readonly signal: AbortSignal;
}

/** The gateway, ready to answer. */
export interface GatewayServer {
  /** Answers one GraphQL request; never throws. */
  handle(request: GraphQLHttpRequest): Promise<HTTPGraphQLResponse>;
  readonly verify: Verify;
  stop(): Promise<void>;
}

/** What `createServer` starts from. */
export interface ServerOptions {
  readonly config: Pick<Config, 'stage' | 'auth'> & Partial<Pick<Config, 'operationTimeoutMs'>>;
  readonly sources: Sources;
  readonly log: Log;
  readonly paths: Paths;
  /** `ordinary` sends every operation through the ordinary lane, to compare the two. */
  readonly lanes?: 'both' | 'ordinary';
  /** Told of each operation's end, for the metrics. */
  readonly observe?: ObserveOperation;
}

/** Milliseconds that one operation may take, where the configuration does not say. */
const OPERATION_TIMEOUT_MS = 30_000;

/** Tokens of one document: more than any screen needs, few enough to parse at once. */
const MAX_TOKENS = 5_000;

/** @throws Error where the SDL, the doctrine, or both together do not add up. */
export async function createServer({
  config,
  sources,
  log,
  paths,
  lanes = 'both',
  observe,
}: ServerOptions): Promise<GatewayServer> {
  const doctrine = loadDoctrine(paths.doctrine);
  const { schema, catalog, guard } = createGatewaySchema(readSdl(paths.schema), doctrine);
  const execute = createExecutor({ schema, catalog, guard, sources, lanes });
  const verify = createVerify(config.auth, Object.keys(doctrine.agents));
  const apollo = new ApolloServer<Context>({
    gateway: {
      load: async () => ({
        executor: async ({ document, operation, request, context }) =>
          (await execute({
            document,
            operation,
            variables: request.variables,
            context: context as Context,
          })) as ExecutionResult,
      }),
      onSchemaLoadOrUpdate: (listen) => {
        listen({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    persistedQueries: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: createFormatError(log),
    // What is no text passes through Apollo unchanged, up to our adapter.
    stringifyResult: stringifyResult as (value: object) => string,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      createReport({ withCalls: config.stage === 'development', observe }),
    ],
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  return {
    verify,
    handle: ({ signal, ...request }) =>
      apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: request,
        context: async () => {
          const viewer = await verify(request.headers.get('authorization')).catch((error: unknown) => {
            throw error instanceof GatewayError ? toGraphQLError(error) : error;
          });
          const timeoutMs = config.operationTimeoutMs ?? OPERATION_TIMEOUT_MS;
          return createContext({ viewer, log, signal, timeoutMs });
        },
      }),
    stop: () => apollo.stop(),
  };
}
