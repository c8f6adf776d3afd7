/** How the surfaces are: each upstream is asked for next to nothing, once a second at most. */
import type { Surface } from '../errors.ts';
import type { Sources } from './fetch.ts';

/** State of one surface. */
export type SurfaceState = 'up' | 'down' | 'not configured';

/** By surface. */
export type SurfaceStates = Readonly<Record<Surface, SurfaceState>>;

/** Milliseconds that an answer is kept, so that probes cost the upstreams little. */
const KEEP_MS = 1_000;
/** Milliseconds that a surface has to answer. */
const PROBE_TIMEOUT_MS = 2_000;

/** Asks the surfaces how they are; never fails. */
export function createSurfaceStates(sources: Pick<Sources, 'odoo' | 'postgres'>): () => Promise<SurfaceStates> {
  let kept: { readonly at: number; readonly states: Promise<SurfaceStates> } | null = null;
  return () => {
    if (!kept || Date.now() - kept.at > KEEP_MS) kept = { at: Date.now(), states: probe(sources) };
    return kept.states;
  };
}

async function probe({ odoo, postgres }: Pick<Sources, 'odoo' | 'postgres'>): Promise<SurfaceStates> {
  const [odooState, postgresState] = await Promise.all([
    stateOf(odoo && (() => odoo('res.users', 'context_get', {}, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }))),
    stateOf(postgres && (() => postgres.ping())),
  ]);
  return { odoo: odooState, ops: postgresState, work: postgresState };
}

async function stateOf(ask: (() => Promise<unknown>) | null): Promise<SurfaceState> {
  if (!ask) return 'not configured';
  const timeout = new Promise<'down'>((resolve) => {
    setTimeout(resolve, PROBE_TIMEOUT_MS, 'down').unref();
  });
  return Promise.race([
    ask().then(
      (): SurfaceState => 'up',
      (): SurfaceState => 'down',
    ),
    timeout,
  ]);
}
