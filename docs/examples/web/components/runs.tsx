/** Runs of agents as they go by. Cut off, it goes on from the last cursor, so that none is missed. */
import { useEffect, useState } from 'react';
import { FollowRunsDocument, type FollowRunsSubscription } from '../lib/documents';
import { follow } from '../lib/gateway';

type Run = NonNullable<NonNullable<FollowRunsSubscription['runs']>['run']>;

/** Milliseconds before it asks again. */
const REST_MS = 2_000;

export function Runs() {
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const leaving = new AbortController();
    const show = (run: Run) => setRuns((all) => [run, ...all.filter(({ id }) => id !== run.id)].slice(0, 10));
    void followRuns(leaving.signal, { show, say: setSaid });
    return () => leaving.abort();
  }, []);
  return (
    <section aria-label="Runs">
      <h2>Runs</h2>
      <output>{said}</output>
      <ul>
        {runs.map(({ id, agent, kind, status }) => (
          <li key={id}>
            {kind} by {agent}: {status}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Showing {
  readonly show: (run: Run) => void;
  readonly say: (text: string) => void;
}

async function followRuns(signal: AbortSignal, { show, say }: Showing): Promise<void> {
  let after: string | null = null;
  while (!signal.aborted) {
    try {
      for await (const { runs } of follow(FollowRunsDocument, { after }, signal)) {
        after = runs?.cursor ?? after;
        say('Live');
        if (runs?.run) show(runs.run);
      }
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
}
