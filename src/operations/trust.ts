/** Whether a viewer may ask what it asks: trusted documents alone, or anything. Decided before anything is asked upstream. */
import { GraphQLError, Kind, parse, print, visit } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { Cache, Caches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { TrustedDocuments } from './documents.ts';
import { normalise, sha256 } from './ids.ts';
import { ASKER_OF, type Asker, type TrustModes } from './modes.ts';

/** What became of a document: it is trusted, it is not and was let pass, or it was refused; or nothing has its id. */
export type DocumentOutcome = 'trusted' | 'untrusted' | 'refused' | 'unknown';

/** Told of each document whose viewer is looked at, and of each id that nothing is known by. */
export type ObserveDocument = (asker: Asker, outcome: DocumentOutcome) => void;

/** What documents are judged by. */
export interface Trusting {
  readonly documents: Pick<TrustedDocuments, 'isTrusted'>;
  readonly modes: TrustModes;
  /** Whether GraphiQL may ask anything: in development. */
  readonly isExplorerFree: boolean;
  readonly log: Log;
  readonly caches: Caches;
  readonly observe: ObserveDocument | undefined;
}

/** What a gateway trusts whom with. */
export interface Trust {
  /**
   * @param isExploring Whether GraphiQL asks, by its own word: it is believed in development.
   * @throws GatewayError `DOCUMENT_NOT_TRUSTED` where the viewer may not ask by the text.
   */
  require(viewer: Viewer, text: string, isExploring: boolean): void;
  /** Notes what is wrong with an id that the viewer sent. @throws the problem. */
  refuse(viewer: Viewer, problem: GatewayError): never;
}

/** What GraphiQL says of itself. */
export const EXPLORER_HEADER = 'tripoint-graphiql';

/** By the SHA-256 of a text. */
const JUDGED = { maxEntries: 5_000, maxWeight: 5_000, weigh: () => 1 };
/** By who asked and the SHA-256 of the text. */
const LOGGED = { maxEntries: 5_000, maxWeight: 5_000, weigh: () => 1 };

/** Characters of a document in the log. */
const MAX_LOGGED = 2_000;

/** Keeps what it has found out of a text. */
export function createTrust(trusting: Trusting): Trust {
  const { documents, modes, isExplorerFree, caches, observe } = trusting;
  const judged = caches.create<{ readonly isTrusted: boolean }>('judged documents', JUDGED);
  const logged = caches.create<object>('logged documents', LOGGED);
  const isTrusted = (text: string, id: string): boolean => {
    const known = judged.get(id) ?? { isTrusted: judge(documents, text) };
    judged.set(id, known);
    return known.isTrusted;
  };
  return {
    require: (viewer, text, isExploring) => {
      const asker = ASKER_OF[viewer.kind];
      const mode = modes[asker];
      if (mode === 'off' || (isExploring && isExplorerFree)) return;
      const id = sha256(text);
      if (isTrusted(text, id)) return observe?.(asker, 'trusted');
      observe?.(asker, mode === 'enforce' ? 'refused' : 'untrusted');
      if (mode === 'enforce') throw refusal(asker, id);
      logOnce(trusting.log, logged, { viewer, text, id });
    },
    refuse: (viewer, problem) => {
      if (problem.code === 'PERSISTED_QUERY_NOT_FOUND') observe?.(ASKER_OF[viewer.kind], 'unknown');
      throw problem;
    },
  };
}

function judge({ isTrusted }: Trusting['documents'], text: string): boolean {
  try {
    return isTrusted(text);
  } catch (error) {
    // It cannot be read: no trusted document is so.
    if (error instanceof GraphQLError || error instanceof RangeError) return false;
    throw error;
  }
}

function refusal(asker: Asker, id: string): GatewayError {
  const who = asker === 'anonymous' ? 'whoever has no account' : asker;
  const problem = `This gateway takes trusted documents alone from ${who} (TRUSTED_DOCUMENTS): ask by the id of one, or add this one to ssot/operations/<consumer>/ and run \`tripoint operations build\``;
  return new GatewayError('DOCUMENT_NOT_TRUSTED', problem, { details: { documentId: `sha256:${id}` } });
}

interface Untrusted {
  readonly viewer: Viewer;
  readonly text: string;
  readonly id: string;
}

/** Once for each kind of viewer, agent and client: without variables, and without the values that stand in the text. */
function logOnce(log: Log, logged: Cache<object>, { viewer, text, id }: Untrusted): void {
  const { kind, agent, client } = viewer;
  const who = { viewer: kind, ...(agent && { agent }), ...(client && { client: client.name }) };
  const key = `${id} ${JSON.stringify(who)}`;
  if (logged.get(key)) return;
  logged.set(key, {});
  log.warn(
    { ...who, documentId: `sha256:${id}`, document: withoutValues(text) },
    'an operation is no trusted document',
  );
}

function withoutValues(text: string): string | null {
  try {
    const document = visit(parse(normalise(text), { noLocation: true }), {
      [Kind.STRING]: () => ({ kind: Kind.STRING, value: '' }),
      [Kind.INT]: () => ({ kind: Kind.INT, value: '0' }),
      [Kind.FLOAT]: () => ({ kind: Kind.FLOAT, value: '0' }),
    });
    return print(document).slice(0, MAX_LOGGED);
  } catch {
    return null;
  }
}
