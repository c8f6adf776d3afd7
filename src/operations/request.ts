/** What an HTTP request asks by, before Apollo Server sees it: ids of documents become their texts. */
import { GatewayError } from '../errors.ts';
import type { SentOperation, TrustedDocuments } from './documents.ts';

/** The part of a request that says what it asks. */
export interface AskedBy {
  readonly method: string;
  /** The query string with its `?`, or nothing. */
  readonly search: string;
  /** The JSON of a POST's body. */
  readonly body: unknown;
}

/** The same with texts for ids. @throws GatewayError as `resolve` does; `BAD_USER_INPUT` for several operations in one request. */
export function resolveRequest(
  { resolve }: Pick<TrustedDocuments, 'resolve'>,
  { method, search, body }: AskedBy,
): AskedBy {
  if (method === 'GET') return { method, search: search === '' ? search : resolveSearch(resolve, search), body };
  if (Array.isArray(body))
    throw new GatewayError('BAD_USER_INPUT', 'A batch is not taken: send each operation as a request of its own');
  const isObject = typeof body === 'object' && body !== null;
  return { method, search, body: isObject ? resolve(body as SentOperation) : body };
}

/** The text that a request holds once its ids are resolved; null where it holds none. */
export function textOf({ method, search, body }: AskedBy): string | null {
  const query = method === 'GET' ? new URLSearchParams(search).get('query') : (body as SentOperation | null)?.query;
  return typeof query === 'string' ? query : null;
}

/** The id that a request asks by, as it was sent; null where it sends none. */
export function idOf({ method, search, body }: AskedBy): string | null {
  const sent = method === 'GET' ? readSent(search) : body;
  const { documentId, doc_id: relay, extensions } = (isObject(sent) ? sent : {}) as SentOperation;
  const { persistedQuery } = (isObject(extensions) ? extensions : {}) as { readonly persistedQuery?: unknown };
  const { sha256Hash } = (isObject(persistedQuery) ? persistedQuery : {}) as { readonly sha256Hash?: unknown };
  const id = documentId ?? relay ?? sha256Hash;
  return typeof id === 'string' ? id : null;
}

function readSent(search: string): unknown {
  try {
    return readSearch(search);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The members of a query string as a body would have them. @throws SyntaxError for what is no JSON. */
export function readSearch(search: string): SentOperation {
  const { variables, extensions, ...rest } = Object.fromEntries(new URLSearchParams(search));
  return {
    ...rest,
    ...(variables !== undefined && { variables: JSON.parse(variables) as unknown }),
    ...(extensions !== undefined && { extensions: JSON.parse(extensions) as unknown }),
  };
}

function resolveSearch(resolve: TrustedDocuments['resolve'], search: string): string {
  const given = new URLSearchParams(search);
  if (!['documentId', 'doc_id', 'extensions'].some((name) => given.has(name))) return search;
  let sent: SentOperation;
  try {
    sent = readSearch(search);
  } catch {
    // Apollo Server says what is wrong with it.
    return search;
  }
  const { query, extensions, ...rest } = resolve(sent);
  const made = new URLSearchParams();
  for (const [name, value] of given) if (Object.hasOwn(rest, name)) made.set(name, value);
  if (typeof query === 'string') made.set('query', query);
  if (extensions !== undefined) made.set('extensions', JSON.stringify(extensions));
  return `?${made}`;
}
