/** The text that a request asks by: as it was sent, or as the trusted document of the id that was sent in its place. */
import { GatewayError } from '../errors.ts';
import { formsOf, normalise, sha256 } from './ids.ts';
import type { Manifest, TrustedOperation } from './manifest.ts';

/** What a client sends to ask; also over a WebSocket. */
export interface SentOperation {
  readonly query?: unknown;
  /** As the GraphQL-over-HTTP draft has it, with or without `sha256:`. */
  readonly documentId?: unknown;
  /** Relay's. */
  readonly doc_id?: unknown;
  /** With Apollo's `persistedQuery: { sha256Hash }`. */
  readonly extensions?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
}

/** The trusted documents of a gateway. */
export interface TrustedDocuments {
  /**
   * The same with the text as its `query`, and without the ids; itself where it has none.
   *
   * @throws GatewayError `PERSISTED_QUERY_NOT_FOUND` for an id that nothing is known by, `BAD_USER_INPUT` where what was sent
   *   does not agree.
   */
  resolve<Sent extends SentOperation>(sent: Sent): Sent;
  /** Whether the text is a trusted document, however it is written. @throws GraphQLError where it cannot be read. */
  isTrusted(text: string): boolean;
}

/** The members of a request that may name a document. */
const NAMES = ['documentId', 'doc_id', 'persistedQuery'] as const;

type IdName = (typeof NAMES)[number];

interface SentId {
  readonly name: IdName;
  readonly id: string;
}

/** Whether it names a document, rightly or not. */
export function hasId({ documentId, doc_id: relay, extensions }: SentOperation): boolean {
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  return [documentId, relay, persistedQuery].some((id) => id !== undefined && id !== null);
}

/** Gives the text of an id; undefined where nothing is known by it. */
type TextOf = (id: string) => string | undefined;

/** What ids are looked up in; the forms of an operation are made when it is first asked for. */
export function createTrustedDocuments({ operations }: Manifest): TrustedDocuments {
  const byId = new Map(operations.flatMap((operation) => operation.ids.map((id) => [id, operation] as const)));
  const forms = new WeakMap<TrustedOperation, ReadonlyMap<string, string>>();
  const formOf = (operation: TrustedOperation, id: string): string | undefined => {
    const known = forms.get(operation) ?? formsOf(operation.document);
    forms.set(operation, known);
    return known.get(id);
  };
  const textOf: TextOf = (id) => {
    const operation = byId.get(id);
    return operation && (operation.texts?.[id] ?? formOf(operation, id) ?? operation.document);
  };
  // By the text itself: a client's manifest may give any name to any text.
  const isKnown = (text: string) => textOf(sha256(text)) === text;
  return {
    resolve: (sent) => {
      const ids = readIds(sent);
      if (ids.length === 0) return sent;
      const { query, documentId: _id, doc_id: _relay, extensions, ...rest } = sent;
      const text = findText(textOf, ids, query);
      const { persistedQuery: _apollo, ...others } = (extensions ?? {}) as Record<string, unknown>;
      const more = Object.keys(others).length > 0 ? { extensions: others } : {};
      return { ...rest, query: text, ...more } as typeof sent;
    },
    isTrusted: (text) => isKnown(text) || isKnown(normalise(text)),
  };
}

/** @throws GatewayError `BAD_USER_INPUT` for what is no id. */
function readIds({ documentId, doc_id: relay, extensions }: SentOperation): SentId[] {
  const given = { documentId, doc_id: relay, persistedQuery: readPersistedQuery(extensions) };
  return NAMES.flatMap((name) => {
    const id = given[name];
    if (id === undefined || id === null) return [];
    if (typeof id !== 'string' || id === '')
      throw new GatewayError('BAD_USER_INPUT', `The id of a document is a string: "${name}" is none`);
    return [{ name, id: id.replace(/^sha256:/, '') }];
  });
}

/** Undefined where there is none. */
function readPersistedQuery(extensions: unknown): unknown {
  const given = (extensions as { readonly persistedQuery?: unknown } | null | undefined)?.persistedQuery;
  if (given === undefined || given === null) return undefined;
  const { version = 1, sha256Hash } = given as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string') return sha256Hash;
  throw new GatewayError('BAD_USER_INPUT', '"extensions.persistedQuery" must be { version: 1, sha256Hash: "…" }');
}

function findText(textOf: TextOf, ids: readonly SentId[], query: unknown): string {
  // Clients of WebSockets send an empty text beside an id: their protocol wants one.
  const sent = typeof query === 'string' && query !== '' ? query : null;
  const found = ids.map((each) => {
    const text = textOf(each.id) ?? (sent !== null && sha256(sent) === each.id ? sent : undefined);
    if (text === undefined) throw notFound(each, sent !== null);
    return { ...each, text };
  });
  const [{ text: first }] = found as [(typeof found)[number]];
  const text = sent ?? first;
  const other = found.find((each) => !isSameText(each.text, text));
  if (!other) return text;
  const beside = sent === null ? `"${ids[0]?.name}"` : '"query"';
  const problem = `"${other.name}" and ${beside} are two different documents: send one of them, or the id of what is sent`;
  throw new GatewayError('BAD_USER_INPUT', problem, { details: { documentId: other.id } });
}

/** White space and comments aside. */
function isSameText(one: string, other: string): boolean {
  if (one === other) return true;
  try {
    return normalise(one) === normalise(other);
  } catch {
    // What cannot be read is no trusted document.
    return false;
  }
}

/** Letters of an id that are repeated: it may be anything. */
const MAX_REPEATED = 100;

function notFound({ name, id: given }: SentId, withText: boolean): GatewayError {
  const id = given.slice(0, MAX_REPEATED);
  const details = { documentId: id };
  if (withText)
    return new GatewayError(
      'BAD_USER_INPUT',
      `"${name}" is not the SHA-256 of "query", nor the id of a trusted document`,
      {
        details,
      },
    );
  // Clients with automatic persisted queries go by the sentence, and send the text next.
  const problem =
    name === 'persistedQuery'
      ? 'PersistedQueryNotFound'
      : `No trusted document has the ${name} "${id}": send its text, or have it trusted (docs/trusted-documents.md)`;
  return new GatewayError('PERSISTED_QUERY_NOT_FOUND', problem, { details });
}
