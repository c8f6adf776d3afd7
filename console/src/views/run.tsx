/** One run: its whole story, live to its end. */
import { useRef, useState } from 'react';
import type { DataOf } from '../ask.ts';
import { useLive } from '../live.ts';
import { Ago, Empty, Facts, Panel, Problem, Shown, Status } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';
import { Lease, LiveBadge } from './run-list.tsx';

type RunEvent = NonNullable<DataOf<'RunEvents'>['runEvents']>;
type Run = NonNullable<DataOf<'RunStory'>['run']>;

/** The view of the run of an id. */
export function RunView({ id }: { id: string }) {
  return <Story key={id} id={id} />;
}

function Story({ id }: { id: string }) {
  const asking = useAsk('RunStory', { id });
  const [events, setEvents] = useState<readonly RunEvent[]>([]);
  const last = useRef(0);
  const live = useLive('RunEvents', id, {
    variables: { runId: id },
    resume: () => ({ after: last.current }),
    next: ({ runEvents: event }) => {
      if (!event || event.seq <= last.current) return;
      last.current = event.seq;
      setEvents((known) => [...known, event]);
      // What an event changes of the run itself.
      if (event.type.startsWith('run.')) asking.again();
    },
  });
  return (
    <div className="views">
      <p>
        <a href="#/runs">All runs</a>
      </p>
      <Panel title="The run" wide aside={<LiveBadge live={live} />}>
        <Shown
          asking={asking}
          field="run"
          value={asking.data?.run}
          empty="There is no such run, or it has left for the archive."
        >
          {(run) => <RunFacts run={run} />}
        </Shown>
      </Panel>
      <Panel title="Its story" wide>
        {live.kind === 'refused' && <Problem trouble={live.trouble} />}
        {events.length === 0 && live.kind !== 'refused' && <Empty>Nothing has happened yet.</Empty>}
        <ol className="story">
          {events.map((event) => (
            <Event key={event.seq} event={event} />
          ))}
        </ol>
      </Panel>
      <Panel title="Its part of the ledger">
        <Ledger id={id} events={events.length} />
      </Panel>
      <Panel title="Tries">
        <Shown asking={asking} field="run" value={asking.data?.run} empty="–">
          {(run) => <Tries run={run} />}
        </Shown>
      </Panel>
    </div>
  );
}

function RunFacts({ run }: { run: Run }) {
  const { agent, kind, status, attempt, maxAttempts, leasedBy, leasedUntil, usage, errorCode, errorMessage } = run;
  return (
    <>
      {run.warning && <Problem trouble={{ code: 'WARNING', message: run.warning }} />}
      <Facts
        of={[
          ['Kind', kind],
          ['Agent', agent],
          ['Status', <Status key="status" of={status} />],
          ['Try', `${attempt} of ${maxAttempts}`],
          ['Lease', <Lease key="lease" by={leasedBy} until={leasedUntil} />],
          ['Leased by', leasedBy],
          ['Requested by', run.requestedBy],
          ['Schedule', run.schedule?.name],
          ['Enqueued', <Ago key="created" at={run.createdAt} />],
          ['Due', <Ago key="due" at={run.runAt} />],
          ['Started', <Ago key="started" at={run.startedAt} />],
          ['Ended', <Ago key="finished" at={run.finishedAt} />],
          ['Lines', run.orderingKeys.length > 0 ? `${run.orderingKeys.join(', ')} (${run.linesAhead} ahead)` : null],
          ['Has used', usage && `${usage.calls} calls, ${usage.rows} rows, ${usage.ms} ms, ${usage.tokens} tokens`],
          ['Error', errorCode && `${errorCode}: ${errorMessage ?? ''}`],
        ]}
      />
      <Json title="Input" value={run.input} />
      <Json title="Output" value={run.output} />
    </>
  );
}

function Event({ event: { seq, type, createdAt, payload, actingAgent } }: { event: RunEvent }) {
  return (
    <li>
      <strong>{type}</strong> <Ago at={createdAt} /> <span className="faint">#{seq}</span>
      {actingAgent && <span className="faint"> by {actingAgent}</span>}
      <Json title="Payload" value={payload} />
    </li>
  );
}

function Json({ title, value }: { title: string; value: unknown }) {
  if (value === null || value === undefined || JSON.stringify(value) === '{}') return null;
  const text = JSON.stringify(value, null, 2);
  if (text.length < 80) return <code className="json">{JSON.stringify(value)}</code>;
  return (
    <details>
      <summary>{title}</summary>
      <pre>{text}</pre>
    </details>
  );
}

/** Asked again as events come: the chain is verified to its end. */
function Ledger({ id, events }: { id: string; events: number }) {
  const asking = useAsk('VerifyRun', { runId: id }, { enabled: events > 0 });
  return (
    <Shown asking={asking} field="verifyLedger" value={asking.data?.verifyLedger} empty="Nothing to verify yet.">
      {({ ok, events: checked, problem }) => (
        <p>
          {ok ? `Unbroken: ${checked} events, each in its place and unchanged.` : `Broken: ${problem}`}{' '}
          <button type="button" onClick={asking.again}>
            Verify again
          </button>
        </p>
      )}
    </Shown>
  );
}

function Tries({ run: { retryOf, retries, artifacts } }: { run: Run }) {
  const again = retries?.nodes ?? [];
  const made = artifacts?.nodes ?? [];
  return (
    <>
      {retryOf && (
        <p>
          It does again <a href={`#/runs/${retryOf.id}`}>an earlier run</a> <Status of={retryOf.status} />
        </p>
      )}
      {again.length === 0 && !retryOf && <Empty>It was not done again.</Empty>}
      <ul>
        {again.map(({ id, status, createdAt }) => (
          <li key={id}>
            <a href={`#/runs/${id}`}>Done again</a> <Ago at={createdAt} /> <Status of={status} />
          </li>
        ))}
      </ul>
      {made.map(({ id, kind, uri, size }) => (
        <p key={id}>
          Artifact {kind}: <code>{uri}</code> {size && `${size} bytes`}
        </p>
      ))}
    </>
  );
}
