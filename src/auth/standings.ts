/**
 * What the database says of a user beside the token: which groups it is in, and whether its session goes on. Asked again
 * every few seconds, so that who is taken out of a group is out of it in every gateway by then, whatever the token says.
 */
import { hash } from 'node:crypto';
import { type Caches, createCaches } from '../caches.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { refused } from './claims.ts';
import type { Viewer } from './viewer.ts';

/** What the database says of a user. */
export interface Standing {
  /** Groups that the user is in, by the ledger or by the token. */
  readonly groups: readonly string[];
  /** Whether the session of the token has ended. */
  readonly isSignedOut: boolean;
}

/** Asks the database. @param claims Those of the token, as JSON. */
export type AskStanding = (userId: string, claims: string) => Promise<Standing>;

/**
 * The viewer as the database has it.
 *
 * @throws GatewayError where sessions are checked: `UNAUTHENTICATED` for one that has ended, `UPSTREAM_UNAVAILABLE` where the
 *   database has not said so for a minute.
 */
export type Stand = (viewer: Viewer) => Promise<Viewer>;

/** What standings are asked with. */
export interface StandingOptions {
  /** Null where there is no database: the token then says all. */
  readonly ask: AskStanding | null;
  /** Groups of the doctrine; where it has none nobody is asked for them. */
  readonly groups: readonly string[];
  /** Whether a token of a session that has ended is refused. */
  readonly checkSessions?: boolean | undefined;
  readonly log?: Log | undefined;
  readonly caches?: Caches | undefined;
  /** Milliseconds of a clock that does not go back. */
  readonly now?: (() => number) | undefined;
}

interface Kept {
  readonly viewer: Viewer;
  readonly isSignedOut: boolean;
  readonly askedAt: number;
  /** When the database last answered, which may be longer ago. */
  readonly answeredAt: number;
}

/** What of a viewer is asked for. */
interface Wanted {
  readonly userId: string;
  readonly groups: readonly string[];
  readonly session: boolean;
}

/** Milliseconds that an answer, or the failure to get one, is kept. */
const FRESH_MS = 5_000;
/** Milliseconds that an answer holds while the database does not answer; after that nobody is in a group. */
const STALE_MS = 60_000;
/** Users of a busy gateway within a minute. */
const MAX_KEPT = 10_000;
/** Characters of their claims. */
const MAX_CLAIMS = 16_000_000;

/** Asks nothing before the first user. */
export function createStandings(options: StandingOptions): Stand {
  const { ask, caches = createCaches(), now = () => performance.now() } = options;
  const kept = caches.create<Kept>('standings', {
    maxEntries: MAX_KEPT,
    maxWeight: MAX_CLAIMS,
    weigh: ({ viewer }) => viewer.claims.length + 1,
  });
  const asking = new Map<string, Promise<Kept>>();
  caches.watch('standings asked', MAX_KEPT, () => asking.size);
  const askAnew = async (askStanding: AskStanding, viewer: Viewer, wanted: Wanted, key: string): Promise<Kept> => {
    const askedAt = now();
    const entry = await askStanding(wanted.userId, viewer.claims).then(
      (standing) => keepOf(viewer, wanted, standing, askedAt),
      (err: unknown) => {
        options.log?.warn({ err }, 'the database does not say how a user stands');
        return holdOn(viewer, wanted, kept.get(key), askedAt);
      },
    );
    kept.set(key, entry);
    return entry;
  };
  return async (viewer) => {
    const wanted = wantedOf(viewer, options);
    if (!ask || !wanted) return viewer;
    const key = hash('sha256', JSON.stringify([viewer.role, viewer.claims]), 'base64');
    const known = kept.get(key);
    if (known && now() - known.askedAt < FRESH_MS) return judge(known, wanted);
    const asked = asking.get(key) ?? askAnew(ask, viewer, wanted, key).finally(() => asking.delete(key));
    asking.set(key, asked);
    return judge(await asked, wanted);
  };
}

/** Null for whom nothing is asked. Nobody knows who signed in anonymously, but the session may end. */
function wantedOf(viewer: Viewer, { groups, checkSessions = false }: StandingOptions): Wanted | null {
  const userId = viewer.id ?? viewer.actsFor;
  const named = viewer.kind === 'anonymousUser' ? [] : groups;
  const session = checkSessions && viewer.session !== null;
  return userId !== null && (named.length > 0 || session) ? { userId, groups: named, session } : null;
}

function keepOf(viewer: Viewer, { groups }: Wanted, standing: Standing, at: number): Kept {
  const { isSignedOut } = standing;
  return { viewer: withGroups(viewer, standing.groups, groups), isSignedOut, askedAt: at, answeredAt: at };
}

/** What the database said last, for a while; then nothing is known but what the token says, and that may be over. */
function holdOn(viewer: Viewer, { groups }: Wanted, known: Kept | undefined, askedAt: number): Kept {
  if (known && askedAt - known.answeredAt < STALE_MS) return { ...known, askedAt };
  return { viewer: withGroups(viewer, [], groups), isSignedOut: false, askedAt, answeredAt: Number.NEGATIVE_INFINITY };
}

function judge({ viewer, isSignedOut, answeredAt }: Kept, { session }: Wanted): Viewer {
  if (!session) return viewer;
  if (isSignedOut) throw refused('its session has ended: sign in again');
  if (answeredAt === Number.NEGATIVE_INFINITY)
    throw new GatewayError('UPSTREAM_UNAVAILABLE', 'Whether the session of the token goes on cannot be asked just now');
  return viewer;
}

/** Groups that the doctrine does not have, or no longer, are none. */
function withGroups(viewer: Viewer, given: readonly string[], known: readonly string[]): Viewer {
  return Object.freeze({ ...viewer, groups: given.filter((name) => known.includes(name)).sort() });
}
