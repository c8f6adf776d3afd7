/** `createServer(config, sources)`: what main starts and what tests start; it does not listen. */
import { ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type AskingContext, createAnswer, createKnownDocuments, type GraphQLHttpRequest } from './answer.ts';
import { createStandings } from './auth/standings.ts';
import { createVerify, type Verify } from './auth/verify.ts';
import { userBehind, type Viewer } from './auth/viewer.ts';
import { type Caches, createCaches } from './caches.ts';
import type { Config } from './config.ts';
import { createContext, type Settling } from './context.ts';
import { budgetOf } from './doctrine/limits.ts';
import { loadDoctrine } from './doctrine/load.ts';
import { createPermissions, type Permissions } from './doctrine/permit.ts';
import { createFormatError } from './errors.ts';
import { createAdmit } from './execution/admit.ts';
import { createCharge } from './execution/charge.ts';
import { exactNumbersRule } from './execution/exact-numbers-rule.ts';
import { createExecutor } from './execution/executor.ts';
import type { Sources } from './execution/fetch.ts';
import { createSubscriptions, type LiveStream } from './execution/live/subscriptions.ts';
import { channelsOf, createWokenBy } from './execution/live/wakes.ts';
import { createCompileOperation } from './execution/operation.ts';
import { createOperationPlaces } from './execution/operation-places.ts';
import { stringifyResult } from './execution/response.ts';
import { createSizeRule } from './execution/size-rule.ts';
import { watchGateway } from './gateway-state.ts';
import { OPERATION_LIMITS, type OperationLimits, SLOW_OPERATION_MS } from './limits.ts';
import { createHeldUp, type Held } from './live/held-up.ts';
import { LIVE_LIMITS, OPERATIONS_PER_CONNECTION } from './live/limits.ts';
import { createSignOuts, type SignOuts } from './live/sign-outs.ts';
import { createWakeUps } from './live/wake-ups.ts';
import type { Log } from './log.ts';
import type { OdooAccounts } from './odoo/accounts.ts';
import { createOdooIdentities } from './odoo/identity.ts';
import { createLogOperation, type ObserveEnd } from './operation-log.ts';
import { createTrustedDocuments, type SentOperation } from './operations/documents.ts';
import { loadManifest } from './operations/manifest.ts';
import { TRUST_OFF } from './operations/modes.ts';
import { createTrust, type ObserveDocument } from './operations/trust.ts';
import { spendBudget } from './ops/budget.ts';
import type { Accounts } from './ops/odoo-accounts.ts';
import { readOldestWriter } from './ops/oldest-writer.ts';
import { type CountedRuns, createCountedRuns } from './ops/run-usage.ts';
import { createAskStanding, readEndedSessions } from './ops/standing.ts';
import type { Paths } from './paths.ts';
import type { Follows } from './plan/follows.ts';
import { createSeal } from './plan/seal.ts';
import { createMemoryWindows, type Windows } from './rates/windows.ts';
import { createReport, createReportPlugin, type ObserveOperation, type Report } from './report.ts';
import { createGatewaySchema, type GatewaySchema, type SchemaParts } from './schema.ts';
import { createGuess } from './sdl/guesses.ts';
import { readSdl } from './sdl/load.ts';
import { createTouchesSecret } from './sdl/secrets.ts';
import type { FileStore } from './storage/files.ts';
import { createSubscribe, formatThrown } from './told-subscriptions.ts';
import { createTrustedSubscriptions, type TrustedSubscribeOptions } from './trusted-subscriptions.ts';

/** The gateway, ready to answer. */
export interface GatewayServer {
  /** Answers one GraphQL request; never throws. */
  handle(request: GraphQLHttpRequest): Promise<HTTPGraphQLResponse>;
  readonly verify: Verify;
  /** The schema, and what it says of where things are. */
  readonly made: Pick<GatewaySchema, 'schema' | 'catalog'>;
  /** Whether the request holds a valid subscription, by its text or by an id. */
  isSubscription(sent: SentOperation): boolean;
  /** Null where the request holds no valid subscription: `handle` then answers it, and says what is wrong with it. */
  subscribe(sent: SentOperation, viewer: Viewer, options?: TrustedSubscribeOptions): LiveStream | null;
  /** What each viewer may do. */
  readonly permissions: Permissions;
  /** Counts points that no operation counts. @throws GatewayError `RATE_LIMITED`. */
  charge(asker: { readonly viewer: Viewer; readonly address: string | null }, points: number): Promise<void>;
  /** Sessions that something is open of. */
  readonly signOuts: Pick<SignOuts, 'watch'>;
  /** What a subscription threw, as a client sees it. */
  formatErrors(thrown: unknown): readonly GraphQLFormattedError[];
  /** Whether the database tells of changes; subscriptions go by the timer alone where it does not. */
  readonly isListening: () => boolean;
  /** The transaction that holds up those who follow changes; null where none does. */
  readonly heldUpBy: () => Held | null;
  /** Ends all subscriptions too. */
  stop(): Promise<void>;
}

/** What `createServer` starts from. */
export interface ServerOptions {
  readonly config: Pick<Config, 'stage' | 'auth'> &
    Partial<
      Pick<
        Config,
        | 'cursorSecrets'
        | 'operation'
        | 'rates'
        | 'live'
        | 'introspection'
        | 'federation'
        | 'odooIdentity'
        | 'trustedDocuments'
        | 'slowOperationMs'
      >
    >;
  readonly sources: Omit<Sources, 'identities'>;
  /** Users' own logins in Odoo; those of `connecting` where absent. */
  readonly accounts?: OdooAccounts | null;
  readonly log: Log;
  readonly paths: Paths;
  /** `ordinary` sends every operation through the ordinary lane, to compare the two. */
  readonly lanes?: 'both' | 'ordinary';
  /** `long` sends every request through Apollo Server, to compare the two. */
  readonly ways?: 'both' | 'long';
  /** Told of each operation's end, for the metrics. */
  readonly observe?: ObserveOperation;
  /** Told of each operation's end too, by whom it was asked. */
  readonly observeEnd?: ObserveEnd;
  /** Told of each document that a viewer is trusted with or not, for the metrics. */
  readonly observeDocument?: ObserveDocument;
  /** Where attachments are kept; absent where no storage is configured. */
  readonly files?: FileStore | null;
  /** What questions are answered with, closed when the server stops; without it they are `NOT_CONFIGURED`. */
  readonly search?: SchemaParts['search'];
  /** Where users connect their own logins in Odoo, and where these are found; nobody has one where absent. */
  readonly connecting?: Accounts | null;
  /** The schema of several gateways of one process; made from `paths` where absent. */
  readonly schema?: GatewaySchema;
  /** Where the gateway's caches are made known. */
  readonly caches?: Caches;
  /** Where rates and limits a minute are counted, closed by who gives it; in this process where absent. */
  readonly windows?: Windows;
}

/** Headers that no form, image or link of another site can set: with any of them its browser asks first. */
export const PREFLIGHT_HEADERS = [
  'authorization',
  'x-apollo-operation-name',
  'apollo-require-preflight',
  'graphql-require-preflight',
] as const;

/** Mistakes of a document that an answer lists: a request of a hundred makes a long answer of a short document. */
const MAX_MISTAKES = 5;
/** In development, for those who write them. */
const MAX_MISTAKES_SHOWN = 100;
/** Tokens that are parsed where limits are measured only: some tens of milliseconds. */
const MAX_PARSED_TOKENS = 50_000;

/** @throws Error where the SDL, the doctrine, or both together do not add up. */
export async function createServer({
  config,
  sources: upstreams,
  log,
  paths,
  lanes = 'both',
  ways = 'both',
  observe,
  observeEnd,
  observeDocument,
  files = null,
  search = null,
  connecting = null,
  accounts = connecting,
  schema: shared,
  caches = createCaches(),
  windows = createMemoryWindows(caches),
}: ServerOptions): Promise<GatewayServer> {
  const doctrine = loadDoctrine(paths);
  const made =
    shared ??
    createGatewaySchema(readSdl(paths.schema), doctrine, {
      ...{ files, search, accounts: connecting },
      federation: config.federation ?? false,
    });
  const { schema, catalog, enter, streams, follows } = made;
  const { odoo, postgres } = upstreams;
  const mode = config.odooIdentity ?? 'both';
  const sources: Sources = {
    ...upstreams,
    identities: odoo && createOdooIdentities({ odoo, accounts, mode, caches }),
  };
  const charges = createCharge({
    ...{ doctrine, windows, caches, rates: config.rates ?? null },
    spend: postgres && ((spending) => spendBudget(postgres, spending)),
  });
  const limits = config.operation ?? OPERATION_LIMITS;
  const introspection = config.introspection ?? (config.stage === 'development' ? 'on' : 'off');
  const seal = createSeal(config.cursorSecrets ?? [config.auth.jwtSecret].flatMap((secret) => secret ?? []));
  const admit = createAdmit({ enter, charge: charges.charge, introspection });
  const runs = createCountedRuns({ postgres, budgetOf: (agent, kind) => budgetOf(doctrine, agent, kind), log, caches });
  const settling = settlingOf(runs);
  const compile = createCompileOperation({ schema, catalog, seal }, caches);
  const execute = createExecutor({ schema, compile, admit, sources, lanes, caches });
  const formatError = createFormatError(log, introspection === 'on', createTouchesSecret(schema), createGuess(schema));
  const { pollMs, maxConnections } = config.live ?? LIVE_LIMITS;
  const wakeUps = createWakeUps({ listen: listenTo(postgres, follows), pollMs, log });
  const heldUp = createHeldUp({ ask: () => readOldestWriter(postgres), log });
  const stand = createStandings({
    ask: postgres && createAskStanding(postgres),
    ...{ groups: Object.keys(doctrine.groups), checkSessions: config.auth.checkSessions, log, caches },
  });
  const verify = createVerify(config.auth, doctrine, { log, caches, stand });
  const maxOpen = maxConnections * OPERATIONS_PER_CONNECTION;
  const signOuts = createSignOuts({
    ask: postgres && ((sessions) => readEndedSessions(postgres, sessions)),
    ...{ everyMs: pollMs, log, caches, maxWatches: maxConnections + maxOpen },
  });
  const subscriptions = createSubscriptions({
    ...{
      stand,
      signOuts,
      schema,
      compile,
      admit,
      charges,
      streams,
      follows,
      sources,
      lanes,
      log,
      seal,
      formatError,
      wakeUps,
      heldUp,
      caches,
      enterRun: runs.enter,
    },
    ...{ maxTokens: parsedTokens(limits), maxOpen, limits },
    observe: observe && (({ calls, exceeded }) => observe({ calls, exceeded, codes: [] })),
  });
  const documents = createKnownDocuments(caches);
  const trusted = createTrustedDocuments(loadManifest(paths));
  const trust = createTrust({
    ...{ documents: trusted, modes: config.trustedDocuments ?? TRUST_OFF },
    isExplorerFree: config.stage === 'development',
    ...{ log, caches, observe: observeDocument },
  });
  const live = createTrustedSubscriptions({ subscriptions, trusted, trust });
  const report = createReport({ withCalls: config.stage === 'development', observe });
  const slowMs = config.slowOperationMs ?? SLOW_OPERATION_MS;
  const logOperation = createLogOperation(log, slowMs);
  const watched = watchGateway({ sources: upstreams, slowMs, caches, logOperation });
  const asking = { log, seal, limits, identities: sources.identities, settling, state: watched.state };
  const apollo = createApollo({ schema, execute, formatError, log, documents, report, limits, stage: config.stage });
  await apollo.start();
  return {
    verify,
    made: { schema, catalog },
    handle: createAnswer({
      ...{ apollo, verify, charges, documents, trusted, trust, execute, report, ways, caches, observeEnd },
      logOperation: watched.logOperation,
      places: createOperationPlaces(caches),
      enterRun: runs.enter,
      contextOf: (given) => createContext({ ...asking, ...given }),
    }),
    isSubscription: live.has,
    subscribe: createSubscribe(live.open, logOperation),
    permissions: createPermissions({
      ...{ schema, catalog, doctrine },
      standingOf: async (viewer) => (await sources.identities?.of(userBehind(viewer)))?.standing ?? 'reader',
    }),
    charge: (asker, points) =>
      charges.charge({ ...asker, limits, log, exceeded: [], metered: { cost: null, rates: [] } }, [], points),
    signOuts,
    formatErrors: (thrown) => formatThrown(thrown).map((error) => formatError(error.toJSON(), error)),
    isListening: wakeUps.isListening,
    heldUpBy: heldUp.current,
    stop: async () => {
      subscriptions.close();
      heldUp.close();
      signOuts.close();
      await runs.close();
      await wakeUps.close();
      await apollo.stop();
      await Promise.all([search?.embedder.close?.(), search?.answerer?.close?.()]);
    },
  };
}

/** Apollo Server parses, validates, formats and reports errors; the executor answers the operations. */
function createApollo({
  schema,
  execute,
  formatError,
  log,
  documents,
  report,
  limits,
  stage,
}: {
  readonly schema: GraphQLSchema;
  readonly execute: ReturnType<typeof createExecutor>;
  readonly formatError: ReturnType<typeof createFormatError>;
  readonly log: Log;
  readonly documents: Pick<ReturnType<typeof createKnownDocuments>, 'store'>;
  readonly report: Report;
  readonly limits: OperationLimits;
  readonly stage: Config['stage'];
}): ApolloServer<AskingContext> {
  return new ApolloServer<AskingContext>({
    gateway: {
      load: async () => ({
        executor: async ({ document, operation, request, context: given }) => {
          const context = given as AskingContext;
          const { variables } = request;
          return (await (context.outcome ?? execute({ document, operation, variables, context }))) as ExecutionResult;
        },
      }),
      onSchemaLoadOrUpdate: (listen) => {
        listen({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => {};
      },
      stop: async () => {},
    },
    // Refused where the viewer is known, and in words.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: { requestHeaders: [...PREFLIGHT_HEADERS] },
    persistedQueries: false,
    documentStore: documents.store,
    parseOptions: { maxTokens: parsedTokens(limits) },
    validationRules: [exactNumbersRule, createSizeRule(limits)],
    validationOptions: { maxErrors: stage === 'development' ? MAX_MISTAKES_SHOWN : MAX_MISTAKES },
    formatError,
    // Apollo passes a body that is no text on to our adapter, unchanged.
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
      createReportPlugin(report),
    ],
    stopOnTerminationSignals: false,
  });
}

/** What shows or ends a run waits until all that was used so far is counted. */
const SETTLED_BEFORE = new Set(['ops.runs', 'ops.run_usage', 'ops.mark_finished']);

function settlingOf({ settle, doubt }: CountedRuns): Settling {
  return {
    before: (name) => (SETTLED_BEFORE.has(name) ? settle() : undefined),
    after: (functions) => {
      if (functions.some((name) => name.startsWith('ops.'))) doubt();
    },
  };
}

function parsedTokens({ mode, maxTokens }: OperationLimits): number {
  return mode === 'enforce' ? maxTokens : MAX_PARSED_TOKENS;
}

function listenTo(postgres: Sources['postgres'], follows: Follows): Parameters<typeof createWakeUps>[0]['listen'] {
  const listen = postgres?.listen;
  if (!listen) return null;
  const wokenBy = createWokenBy(follows);
  return ({ wake, ...hearing }) =>
    listen(channelsOf(follows), {
      ...hearing,
      notice: (channel, payload) => wokenBy(channel, payload).forEach(wake),
    });
}
