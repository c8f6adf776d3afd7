/** Turns at the models that embed questions and write answers, shared by viewers. */
import { givenUp } from '../../abort.ts';
import { holderOf } from '../../auth/viewer.ts';
import { GatewayError } from '../../errors.ts';
import { createFairPlaces, type FairPlaces, type GivePlace } from '../../fair-places.ts';
import type { Asking } from '../../postgres/reading.ts';

/** What has places: an embedder or an answerer. */
export interface Model {
  /** Its name. */
  readonly model: string;
  /** Questions that it takes at once. */
  readonly atOnce?: number;
}

/** Where the model says nothing: an endpoint has several, and some take one after the other all the same. */
const AT_ONCE = 8;
/** Of one viewer, while others are about. */
const AMONG_OTHERS = 2;
/** Questions of one viewer that wait. */
const MAX_WAITING = 100;

const places = new WeakMap<Model, FairPlaces>();

/**
 * A place at a model, when the viewer's turn comes; who leaves or whose time is up no longer waits.
 *
 * @throws GatewayError `RATE_LIMITED` where too many of the viewer wait.
 */
export async function takePlace(
  model: Model,
  { viewer, signal }: Pick<Asking, 'viewer' | 'signal'>,
): Promise<GivePlace> {
  const shared = places.get(model) ?? createModelPlaces(model);
  places.set(model, shared);
  return shared.take(holderOf(viewer), signal);
}

function createModelPlaces({ atOnce = AT_ONCE }: Model): FairPlaces {
  return createFairPlaces({
    places: atOnce,
    mostAmongOthers: Math.min(AMONG_OTHERS, atOnce),
    maxQueue: MAX_WAITING,
    refuse: (ahead) =>
      new GatewayError(
        'RATE_LIMITED',
        `${ahead} questions of yours wait for their answers, and ${MAX_WAITING} are the most: wait for some`,
        { surface: 'work', details: { limit: 'questions that wait', most: MAX_WAITING, asked: ahead + 1 } },
      ),
    leave: (reason) => givenUp(reason, 'work'),
  });
}
