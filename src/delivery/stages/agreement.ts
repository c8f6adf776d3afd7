/** Whether ODOO_STAGE agrees with the Odoo that answers: a staging has a neutralized one, production none. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config, Stage } from '../../config.ts';
import type { Log } from '../../log.ts';
import type { OdooConnection } from '../../odoo/connection.ts';
import { type Banner, readBanner } from '../../odoo/login-page.ts';
import { DeliveryError } from '../problem.ts';

/** Milliseconds from one question to the next where nothing could be seen. */
const AGAIN_MS = 10_000;

/** An Odoo that is looked at until it could be seen once. */
export interface StageWatch {
  /** Resolves where an Odoo that was away at the start answers later, and is another one; else never. */
  readonly disagreed: Promise<void>;
  /** @throws DeliveryError where it did. */
  check(): void;
  stop(): void;
}

/**
 * Asks before anything starts. An Odoo that is away hinders no start, as ever: it is asked again until it answers.
 *
 * @param againMs Milliseconds from one question to the next.
 * @throws DeliveryError where it answers, and is not of the stage.
 */
export async function watchStage(
  { stage, odoo }: Pick<Config, 'stage' | 'odoo'>,
  log: Log,
  againMs = AGAIN_MS,
): Promise<StageWatch> {
  if (!odoo || stage === 'development') return SETTLED;
  const banner = await readBanner(odoo);
  const problem = disagreement(stage, banner);
  if (problem) throw problem;
  if (!('unseen' in banner)) return SETTLED;
  log.warn({ reason: banner.unseen }, `it cannot be seen yet whether this Odoo is the one of ODOO_STAGE=${stage}`);
  return watchUnseen(stage, odoo, againMs);
}

const SETTLED: StageWatch = { disagreed: new Promise(() => {}), check: () => {}, stop: () => {} };

function watchUnseen(stage: Stage, odoo: OdooConnection, againMs: number): StageWatch {
  const stopping = new AbortController();
  let problem: DeliveryError | null = null;
  const disagreed = new Promise<void>((resolve) => {
    void askUntilSeen({ odoo, againMs, signal: stopping.signal }).then((banner) => {
      problem = banner && disagreement(stage, banner);
      if (problem) resolve();
    });
  });
  return {
    disagreed,
    check: () => {
      if (problem) throw problem;
    },
    stop: () => stopping.abort(),
  };
}

interface Asking {
  readonly odoo: OdooConnection;
  readonly againMs: number;
  readonly signal: AbortSignal;
}

/** Null where nobody waits for it any more. */
async function askUntilSeen({ odoo, againMs, signal }: Asking): Promise<Banner | null> {
  for (;;) {
    await sleep(againMs, undefined, { ref: false, signal }).catch(() => {});
    if (signal.aborted) return null;
    const banner = await readBanner(odoo);
    if (!('unseen' in banner)) return banner;
  }
}

/** Null where it agrees, and where nothing was seen. */
function disagreement(stage: Stage, banner: Banner): DeliveryError | null {
  if ('unseen' in banner || banner.isNeutralized === (stage === 'staging')) return null;
  return new DeliveryError(
    stage === 'staging'
      ? 'ODOO_STAGE is staging, and the Odoo at ODOO_URL is not neutralized: its login page has no banner. Run `odoo neutralize -d <database>` on the copy, or correct ODOO_URL and ODOO_DB; `tripoint stage verify` says what else is left of production'
      : 'ODOO_STAGE is production, and the Odoo at ODOO_URL is a neutralized copy: its login page has a banner. Correct ODOO_URL and ODOO_DB, or set ODOO_STAGE=staging',
  );
}
