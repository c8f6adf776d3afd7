/**
 * How one request is answered: by Apollo Server, or past its pipeline where it would find out nothing new.
 *
 * Apollo Server parses, validates, negotiates, formats errors. A document that it has found valid is kept; when it comes
 * again its operation goes straight to the executor, by the same verification, admission and report. Whatever is not as
 * plain as that goes to Apollo Server, an operation that came to errors with its outcome: nothing is executed twice.
 */
import { hash } from 'node:crypto';
import { type ApolloServer, type DocumentStore, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from 'graphql';
import type { Verify } from './auth/verify.ts';
import { holderOf, type Viewer } from './auth/viewer.ts';
import type { Cache, Caches } from './caches.ts';
import type { Context, RunMeter } from './context.ts';
import { type ErrorCode, GatewayError, toGraphQLError } from './errors.ts';
import type { Charges } from './execution/charge.ts';
import type { Executor } from './execution/executor.ts';
import { type BodyParts, stringifyResult } from './execution/response.ts';
import type { FairPlaces, GivePlace } from './fair-places.ts';
import type { EndedOperation, LogOperation, ObserveEnd } from './operation-log.ts';
import { endOperationSpan, openOperationSpan } from './operation-span.ts';
import type { TrustedDocuments } from './operations/documents.ts';
import { idOf, resolveRequest, textOf } from './operations/request.ts';
import { EXPLORER_HEADER, type Trust } from './operations/trust.ts';
import type { Report } from './report.ts';
import type { OpenSpan } from './tracing/span.ts';
import { type Trace, traceIdOf } from './tracing/traceparent.ts';

/** Headers of a request, of which most requests ask for two. */
export interface RequestHeaders {
  /** @param name In small letters. */
  get(name: string): string | undefined;
  /** All of them. */
  toMap(): HeaderMap;
}

/** One request as the HTTP adapter hands it over. */
export interface GraphQLHttpRequest {
  readonly method: string;
  readonly headers: HeaderMap | RequestHeaders;
  readonly search: string;
  /** The JSON of a POST's body, which came as such. */
  readonly body: unknown;
  /** Aborted when the client goes away; asked for only where something waits. */
  readonly signal: AbortSignal;
  /** Where it comes from, as the rates count it; absent where that is not known. */
  readonly address?: string | null;
  /** The run that what it uses is counted to; that of its header `x-run-id` where absent. */
  readonly runId?: string | null;
  /** For the log; absent where nobody gave one. */
  readonly requestId?: string | null;
  /** What it is a part of; what is under way where absent. */
  readonly trace?: Trace | undefined;
}

/** A request's context, and what came of its operation where it was executed already. */
export interface AskingContext extends Context {
  outcome?: ReturnType<Executor>;
}

/** What requests are answered by. */
interface Answering {
  readonly apollo: ApolloServer<AskingContext>;
  readonly verify: Verify;
  readonly charges: Charges;
  /** Operations under way, by viewers. */
  readonly places: FairPlaces;
  readonly contextOf: (given: {
    readonly viewer: Viewer;
    readonly signal: () => AbortSignal;
    readonly address: string | null;
    readonly run: RunMeter | null;
  }) => AskingContext;
  /** @throws GatewayError where requests of the viewer may not be counted to the run. */
  readonly enterRun: (viewer: Viewer, runId: string) => Promise<RunMeter>;
  readonly documents: KnownDocuments;
  /** Texts for the ids of documents. */
  readonly trusted: Pick<TrustedDocuments, 'resolve'>;
  readonly trust: Trust;
  readonly execute: Executor;
  readonly report: Report;
  readonly logOperation: LogOperation;
  readonly observeEnd?: ObserveEnd | undefined;
  /** `long` sends every request through Apollo Server, to compare the two. */
  readonly ways: 'both' | 'long';
  readonly caches: Caches;
}

/** An operation of a document that Apollo Server has found valid. */
interface KnownOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown> | undefined;
  /** The header of the content type that Apollo Server has chosen for such a request. */
  readonly type: HeaderMap;
}

/** Answers as Apollo Server has sent them to who accepts the same, and characters of what they accept. */
const CONTENT_TYPES = { maxEntries: 100, maxWeight: 20_000, weigh: (_: object, accept: string) => accept.length + 1 };

/** The header that names the run which a request is counted to. */
export const RUN_HEADER = 'x-run-id';

/** HTTP status of what is refused before Apollo Server has looked at it, where it is another than later. */
const STATUS_BEFORE: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  // As Apollo Server answers it: clients with automatic persisted queries send the text next.
  PERSISTED_QUERY_NOT_FOUND: 200,
  // Its time was up before its turn came: nothing of it was begun.
  UPSTREAM_TIMEOUT: 503,
  // The run that it names.
  FORBIDDEN: 403,
  BUDGET_EXCEEDED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
};

/** Answers one request that is no subscription. Its context and its place end with it, whatever happens. */
export function createAnswer(answering: Answering): (request: GraphQLHttpRequest) => Promise<HTTPGraphQLResponse> {
  const { apollo, charges, logOperation, observeEnd, ways, caches } = answering;
  const types = caches.create<HeaderMap>('content types', CONTENT_TYPES);
  const answerOne = async (given: GraphQLHttpRequest, span: OpenSpan) => {
    const start = performance.now();
    const { request, problem } = readRequest(answering, given);
    const begun: Begun = {};
    let opened: Promise<AskingContext> | null = null;
    // Once, for whichever asks first.
    const open = () => {
      opened ??= begin(answering, { request, problem }, begun).catch((error: unknown) => {
        if (error instanceof GatewayError) {
          begun.refusal = error.code;
          answering.report.refuse(error);
        }
        return toThrown(error);
      });
      return opened;
    };
    let answer: HTTPGraphQLResponse | null = null;
    try {
      const known = ways === 'both' && !problem ? readKnown(answering.documents, types, request) : null;
      answer = known && (await answerKnown(answering, known, open));
      if (answer) return answer;
      answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest: toApollo(request), context: open });
      keepType(types, request, answer);
      return answer;
    } finally {
      const ms = performance.now() - start;
      const ended = () => ({ ...describe(given, begun, { answer, span }), ms });
      endOperationSpan(span, ended);
      logOperation(ended, ms);
      observeEnd?.({ ...nameEnd(begun), ms });
      begun.context?.end();
      begun.give?.();
      // Its own mistakes are its answer; the next is refused.
      if (begun.give && begun.context?.metered.cost === null)
        await charges.chargeMistake(begun.context).catch(() => {});
    }
  };
  return (given) => {
    const span = openOperationSpan(given.trace);
    return span.within(() => answerOne(given, span));
  };
}

/** A request with texts for ids, and what is wrong with it. */
interface ReadRequest {
  readonly request: GraphQLHttpRequest;
  readonly problem: GatewayError | null;
}

/** What is wrong is said once it is known who asks. */
function readRequest({ trusted }: Answering, request: GraphQLHttpRequest): ReadRequest {
  try {
    const { search, body } = resolveRequest(trusted, request);
    const isSame = search === request.search && body === request.body;
    return { request: isSame ? request : withTexts(request, { search, body }), problem: null };
  } catch (error) {
    if (error instanceof GatewayError) return { request, problem: error };
    throw error;
  }
}

/** Not a copy: the signal is made when it is first asked for. */
function withTexts(
  request: GraphQLHttpRequest,
  given: Pick<GraphQLHttpRequest, 'search' | 'body'>,
): GraphQLHttpRequest {
  return Object.assign(Object.create(request) as GraphQLHttpRequest, given);
}

/** What has to end with a request. */
interface Begun {
  context?: AskingContext;
  give?: GivePlace;
  /** Why there is no context, or no answer. */
  refusal?: ErrorCode;
}

/** For the log. @param given The request as it came. */
function describe(
  given: GraphQLHttpRequest,
  { context, refusal }: Begun,
  { answer, span }: { readonly answer: HTTPGraphQLResponse | null; readonly span: OpenSpan },
) {
  return {
    requestId: given.requestId ?? null,
    traceId: traceIdOf(span.trace),
    operationName: context?.noted.operationName ?? null,
    operationType: context?.noted.operationType ?? null,
    documentId: idOf(given),
    context: context ?? null,
    codes: refusal === undefined ? (context?.noted.codes ?? []) : [refusal],
    bytes: answer?.body.kind === 'complete' ? sizeOf(answer.body.string) : null,
    results: null,
  };
}

/** For the metrics. */
function nameEnd({ context, refusal }: Begun): Omit<EndedOperation, 'ms'> {
  return {
    viewer: context?.viewer ?? null,
    operationName: context?.noted.operationName ?? null,
    code: refusal ?? context?.noted.codes[0] ?? null,
  };
}

/** Typed as text, it may be the parts that our own `stringifyResult` made. */
function sizeOf(body: string): number {
  const parts = body as string | BodyParts;
  return typeof parts === 'string' ? Buffer.byteLength(parts) : parts.byteLength;
}

/**
 * @throws GatewayError where the token is refused, the viewer's minute is used up, or its turn does not come; where it asks by
 *   an id of nothing, or by a document that is not trusted.
 */
async function begin(
  { verify, contextOf, charges, places, enterRun, trust }: Answering,
  { request, problem }: ReadRequest,
  begun: Begun,
): Promise<AskingContext> {
  const viewer = await verify(request.headers.get('authorization'));
  const runId = request.runId ?? request.headers.get(RUN_HEADER);
  const run = runId === undefined || runId === null ? null : await enterRun(viewer, runId);
  const context = contextOf({ viewer, signal: () => request.signal, address: request.address ?? null, run });
  begun.context = context;
  charges.refuseSpent(context);
  begun.give = await places.take(holderOf(viewer), context.signal);
  if (problem) trust.refuse(viewer, problem);
  const text = textOf(request);
  if (text !== null) trust.require(viewer, text, request.headers.get(EXPLORER_HEADER) !== undefined);
  return context;
}

function toThrown(error: unknown): never {
  if (!(error instanceof GatewayError)) throw error;
  throw toGraphQLError(error, STATUS_BEFORE[error.code]);
}

/** Null for what Apollo Server has to look at. */
function readKnown(
  documents: KnownDocuments,
  types: Cache<HeaderMap>,
  { method, headers, body }: GraphQLHttpRequest,
): KnownOperation | null {
  if (method !== 'POST' || !isRecord(body)) return null;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || (extensions !== undefined && extensions !== null)) return null;
  if (!isAbsent(operationName) && typeof operationName !== 'string') return null;
  if (!isAbsent(variables) && !isRecord(variables)) return null;
  const type = types.get(headers.get('accept') ?? '');
  const document = type && documents.find(query);
  const operation = document && getOperationAST(document, operationName || undefined);
  return operation ? { document, operation, variables: variables ?? undefined, type } : null;
}

/** Null where Apollo Server has to say what is wrong: with the token, or with what came of the operation. */
async function answerKnown(
  { execute, report }: Answering,
  { type, ...asked }: KnownOperation,
  open: () => Promise<AskingContext>,
): Promise<HTTPGraphQLResponse | null> {
  try {
    const context = await open();
    context.noted.operationName = asked.operation.name?.value ?? null;
    context.outcome = execute({ ...asked, context });
    const { data, errors } = await context.outcome;
    if (errors) return null;
    const reported = report.end(context, { data });
    const string = stringifyResult({ data, extensions: reported.extensions }) as string;
    return { headers: new HeaderMap([...type, ...reported.headers]), body: { kind: 'complete', string } };
  } catch {
    return null;
  }
}

/** The content type depends on what a client accepts, and on nothing else. */
function keepType(types: Cache<HeaderMap>, { headers }: GraphQLHttpRequest, answer: HTTPGraphQLResponse): void {
  const type = answer.headers.get('content-type');
  if (type === undefined || (answer.status ?? 200) !== 200 || answer.body.kind !== 'complete') return;
  types.set(headers.get('accept') ?? '', new HeaderMap([['content-type', type]]));
}

/** As Apollo Server takes it; an empty operation name is none, which some clients always send. */
function toApollo({ method, headers, search, body }: GraphQLHttpRequest) {
  const { operationName, ...rest } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return {
    method,
    headers: headers instanceof HeaderMap ? headers : headers.toMap(),
    search: search.replace(/(?<=[?&])operationName=(&|$)/, ''),
    body: operationName === '' ? rest : body,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

/** Documents that Apollo Server has parsed and found valid. */
export interface KnownDocuments {
  /** For Apollo Server. */
  readonly store: DocumentStore;
  find(query: string): DocumentNode | undefined;
}

/** Characters of all parsed documents together: each takes some hundred times as many bytes. */
const DOCUMENTS = {
  maxEntries: 1_000,
  maxWeight: 400_000,
  weigh: ({ loc }: DocumentNode) => (loc?.end ?? 0) + 1,
};
/** Letters of a SHA-256, with which Apollo Server's own keys end. */
const HASH_LETTERS = 64;

/** Apollo Server's own has a bound too, and no way to see how full it is. */
export function createKnownDocuments(caches: Caches): KnownDocuments {
  const documents = caches.create<DocumentNode>('documents', DOCUMENTS);
  const hashOf = (key: string) => key.slice(-HASH_LETTERS);
  return {
    store: {
      get: async (key) => documents.get(hashOf(key)),
      set: async (key, document) => void documents.set(hashOf(key), document),
      delete: async (key) => documents.delete(hashOf(key)),
    },
    find: (query) => documents.get(hash('sha256', query)),
  };
}
