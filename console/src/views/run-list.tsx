/** Runs as a list that follows the ledger: first what there is, then each as its latest change leaves it. */
import { useRef, useState } from 'react';
import type { DataOf } from '../ask.ts';
import { type LiveState, useLive } from '../live.ts';
import { Ago, Badge, type Column, None, Shown, Status, Table } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';

/** A run as the list has it. */
export type ListedRun = NonNullable<NonNullable<DataOf<'RunList'>['runs']>['nodes']>[number];
/** Which runs; of all statuses where absent. */
export interface RunFilter {
  readonly statuses?: ListedRun['status'][];
}

const MAX_SHOWN = 100;

/** The newest runs of the filter, kept current. @param first How many to begin with. */
export function useLiveRuns(filter: RunFilter, first: number) {
  const asking = useAsk('RunList', { ...filter, first });
  const [changed, setChanged] = useState<ReadonlyMap<string, ListedRun>>(new Map());
  const cursor = useRef<string | null>(null);
  const key = JSON.stringify(filter);
  const live = useLive('RunChanges', key, {
    variables: filter,
    resume: () => ({ after: cursor.current }),
    next: ({ runs }) => {
      // The first answer says from where: the list is read after it, so that nothing falls between the two.
      if (runs && cursor.current === null) asking.again();
      cursor.current = runs?.cursor ?? cursor.current;
      const { run } = runs ?? {};
      if (run) setChanged((known) => new Map(known).set(run.id, run));
    },
  });
  const loaded = asking.data?.runs?.nodes ?? null;
  return { asking, live, runs: loaded && mergeRuns(loaded, changed, filter) };
}

/** The newest first; what a change brings goes before what was loaded. */
function mergeRuns(
  loaded: readonly ListedRun[],
  changed: ReadonlyMap<string, ListedRun>,
  { statuses }: RunFilter,
): readonly ListedRun[] {
  const all = new Map(loaded.map((run) => [run.id, run] as const));
  for (const [id, run] of changed) all.set(id, run);
  return [...all.values()]
    .filter((run) => !statuses || statuses.includes(run.status))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
    .slice(0, MAX_SHOWN);
}

/** Whether changes come in by themselves. */
export function LiveBadge({ live }: { live: LiveState }) {
  if (live.kind === 'live') return <Badge tone="good">live</Badge>;
  if (live.kind === 'refused') return <Badge tone="quiet">not live</Badge>;
  return live.kind === 'over' ? <Badge tone="quiet">ended</Badge> : <Badge tone="warn">connecting</Badge>;
}

const COLUMNS: readonly Column<ListedRun>[] = [
  {
    title: 'Run',
    cell: ({ id, kind }) => (
      <a href={`#/runs/${id}`} aria-label={`${kind}, run ${id}`}>
        {kind}
      </a>
    ),
  },
  { title: 'Agent', cell: ({ agent }) => agent },
  { title: 'Status', cell: ({ status }) => <Status of={status} /> },
  { title: 'Try', isNumber: true, cell: ({ attempt, maxAttempts }) => `${attempt} of ${maxAttempts}` },
  { title: 'Lease', cell: ({ leasedBy, leasedUntil }) => <Lease by={leasedBy} until={leasedUntil} /> },
  { title: 'Enqueued', cell: ({ createdAt }) => <Ago at={createdAt} /> },
  { title: 'Ended', cell: ({ finishedAt }) => <Ago at={finishedAt} /> },
  {
    title: 'Error',
    cell: ({ errorCode, errorMessage }) => (errorCode ? <span title={errorMessage ?? ''}>{errorCode}</span> : <None />),
  },
];

/** The list as a table. */
export function RunTable({ state, empty }: { state: ReturnType<typeof useLiveRuns>; empty: string }) {
  return (
    <Shown asking={state.asking} field="runs" value={state.runs} empty={empty}>
      {(runs) => <Table label="Runs" rows={runs} keyOf={({ id }) => id} columns={COLUMNS} />}
    </Shown>
  );
}

/** Who works on it, and until when nobody else may. */
export function Lease({ by, until }: { by: string | null | undefined; until: string | null | undefined }) {
  if (!until) return <None />;
  const isOver = Date.parse(until) < Date.now();
  return (
    <span title={by ?? undefined}>
      {isOver ? 'lost ' : 'until '}
      <Ago at={until} />
    </span>
  );
}
