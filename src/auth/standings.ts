/**
 * What the ledger says of a user beside the token: which groups it is in. Asked again every few seconds, so that who is
 * taken out of a group is out of it in every gateway by then, whatever the token says.
 */
import { hash } from 'node:crypto';
import { type Caches, createCaches } from '../caches.ts';
import type { Log } from '../log.ts';
import type { Viewer } from './viewer.ts';

/** What the ledger says of a user. */
export interface Standing {
  /** Groups that the user is in, by the ledger or by the token. */
  readonly groups: readonly string[];
}

/** Asks the ledger. @param claims Those of the token, as JSON. */
export type AskStanding = (userId: string, claims: string) => Promise<Standing>;

/** The viewer as the ledger has it. */
export type Stand = (viewer: Viewer) => Promise<Viewer>;

/** What standings are asked with. */
export interface StandingOptions {
  /** Null where there is no ledger: the token then says all. */
  readonly ask: AskStanding | null;
  /** Groups of the doctrine; where it has none nobody is asked. */
  readonly groups: readonly string[];
  readonly log?: Log | undefined;
  readonly caches?: Caches | undefined;
  /** Milliseconds of a clock that does not go back. */
  readonly now?: (() => number) | undefined;
}

interface Kept {
  readonly viewer: Viewer;
  readonly askedAt: number;
  /** When the ledger last answered, which may be longer ago. */
  readonly answeredAt: number;
}

/** Milliseconds that an answer, or the failure to get one, is kept. */
const FRESH_MS = 5_000;
/** Milliseconds that an answer holds while the ledger does not answer; after that nobody is in a group. */
const STALE_MS = 60_000;
/** Users of a busy gateway within a minute. */
const MAX_KEPT = 10_000;
/** Characters of their claims. */
const MAX_CLAIMS = 16_000_000;

/** Asks nothing before the first user. */
export function createStandings({ ask, groups, log, ...given }: StandingOptions): Stand {
  const { caches = createCaches(), now = () => performance.now() } = given;
  const kept = caches.create<Kept>('standings', {
    maxEntries: MAX_KEPT,
    maxWeight: MAX_CLAIMS,
    weigh: ({ viewer }) => viewer.claims.length + 1,
  });
  const asking = new Map<string, Promise<Viewer>>();
  caches.watch('standings asked', MAX_KEPT, () => asking.size);
  const askAnew = async (askStanding: AskStanding, viewer: Viewer, userId: string, key: string) => {
    const askedAt = now();
    try {
      const standing = await askStanding(userId, viewer.claims);
      return keep(key, { viewer: withGroups(viewer, standing, groups), askedAt, answeredAt: askedAt });
    } catch (err) {
      log?.warn({ err }, 'the ledger does not say which groups a user is in');
      const known = kept.get(key);
      const holds = known !== undefined && askedAt - known.answeredAt < STALE_MS;
      const answeredAt = known?.answeredAt ?? Number.NEGATIVE_INFINITY;
      return keep(key, { viewer: holds ? known.viewer : withGroups(viewer, NOTHING, groups), askedAt, answeredAt });
    }
  };
  const keep = (key: string, entry: Kept): Viewer => {
    kept.set(key, entry);
    return entry.viewer;
  };
  return async (viewer) => {
    const userId = viewer.kind === 'anonymousUser' ? null : (viewer.id ?? viewer.actsFor);
    if (!ask || groups.length === 0 || userId === null) return viewer;
    const key = hash('sha256', JSON.stringify([viewer.role, viewer.claims]), 'base64');
    const known = kept.get(key);
    if (known && now() - known.askedAt < FRESH_MS) return known.viewer;
    const asked = asking.get(key) ?? askAnew(ask, viewer, userId, key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return asked;
  };
}

const NOTHING: Standing = { groups: [] };

/** Groups that the doctrine does not have, or no longer, are none. */
function withGroups(viewer: Viewer, standing: Standing, known: readonly string[]): Viewer {
  const groups = standing.groups.filter((name) => known.includes(name)).sort();
  return Object.freeze({ ...viewer, groups });
}
