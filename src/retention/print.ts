/** A plan as people read it. */
import type { RetentionPlan } from './plan.ts';

/** @param destination Where archives would go, for people. */
export function printPlan(plan: RetentionPlan, destination: string): string[] {
  const { leaves, stays, unfinished } = plan;
  const rows = leaves.map(({ source, what, rows: count, firstAt, lastAt, bytes }) => [
    source,
    what,
    String(count),
    firstAt?.slice(0, 19) ?? '-',
    lastAt?.slice(0, 19) ?? '-',
    inUnits(bytes),
  ]);
  return [
    `as of ${plan.asOf.slice(0, 19)}Z, to ${destination}`,
    '',
    ...(rows.length === 0
      ? ['nothing leaves']
      : alignColumns([['leaves', 'what', 'rows', 'from', 'to', 'size in the database'], ...rows])),
    ...(stays.length === 0
      ? []
      : [
          '',
          ...alignColumns([
            ['stays', 'what', 'rows', 'why'],
            ...stays.map((set) => [set.source, set.what, String(set.rows), set.why]),
          ]),
        ]),
    ...printHolders(plan),
    ...(unfinished.length === 0
      ? []
      : [
          '',
          `${unfinished.length} unfinished ${unfinished.length === 1 ? 'archive' : 'archives'} of an earlier apply: the next one discards them`,
        ]),
  ];
}

/** Says which runs have to end before the rest can leave, and what they wait for. */
function printHolders({ holders, holderCount }: RetentionPlan): string[] {
  if (holderCount === 0) return [];
  const rows = holders.map(({ run, agent, kind, status, createdAt, why }) => [
    ...[run, agent, kind, status, createdAt.slice(0, 19), why],
  ]);
  return [
    '',
    ...alignColumns([['held by run', 'agent', 'kind', 'status', 'since', 'why'], ...rows]),
    ...(holderCount > holders.length ? [`and ${holderCount - holders.length} more`] : []),
    'finish these runs, or cancel them (cancelRun): then the rest can leave',
  ];
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function inUnits(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return power === 0 ? `${bytes} B` : `${(bytes / 1_000 ** power).toFixed(1)} ${units[power]}`;
}
