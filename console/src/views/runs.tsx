/** Runs, moving live, and how many began in each hour. */
import { lazy, Suspense, useMemo, useState } from 'react';
import { Panel, Shown } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';
import { LiveBadge, type RunFilter, RunTable, useLiveRuns } from './run-list.tsx';

const HoursChart = lazy(async () => ({ default: (await import('./hours-chart.tsx')).HoursChart }));

const FILTERS: Readonly<Record<string, RunFilter>> = {
  All: {},
  Open: { statuses: ['QUEUED', 'RUNNING'] },
  'Gone wrong': { statuses: ['FAILED', 'DEAD'] },
  Succeeded: { statuses: ['SUCCEEDED'] },
};

/** The view. */
export function RunsView() {
  const [chosen, setChosen] = useState('All');
  return (
    <div className="views">
      <Panel title="Runs by the hour" wide>
        <Hours />
      </Panel>
      <fieldset className="choice">
        <legend className="unseen">Which runs</legend>
        {Object.keys(FILTERS).map((name) => (
          <label key={name}>
            <input type="radio" name="which" checked={chosen === name} onChange={() => setChosen(name)} />
            {name}
          </label>
        ))}
      </fieldset>
      <LiveRuns key={chosen} filter={FILTERS[chosen] ?? {}} />
    </div>
  );
}

function LiveRuns({ filter }: { filter: RunFilter }) {
  const state = useLiveRuns(filter, 50);
  return (
    <Panel title="Runs" wide aside={<LiveBadge live={state.live} />}>
      <RunTable state={state} empty="No run is of this kind. One that begins shows here by itself." />
    </Panel>
  );
}

const HOUR_MS = 3_600_000;
const SHOWN_HOURS = 48;

function Hours() {
  // Whole hours, so that the question stays the same for an hour.
  const since = useMemo(() => new Date((Math.floor(Date.now() / HOUR_MS) - SHOWN_HOURS) * HOUR_MS).toISOString(), []);
  const asking = useAsk('RunStats', { since }, { everyMs: 30_000 });
  return (
    <Shown
      asking={asking}
      field="runStats"
      value={asking.data?.runStats?.nodes}
      empty="No run began in the last two days."
    >
      {(stats) => (
        <Suspense fallback={<p className="loading">Loading…</p>}>
          <HoursChart stats={stats} since={since} />
        </Suspense>
      )}
    </Shown>
  );
}
