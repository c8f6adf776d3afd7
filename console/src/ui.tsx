/** Small parts that all views are made of. */
import type { ReactNode } from 'react';
import { type Trouble, tell } from './words.ts';

/** A part of a view with a title. */
export function Panel(given: { title: string; aside?: ReactNode; wide?: boolean; children: ReactNode }) {
  const { title, aside, wide = false, children } = given;
  return (
    <section className={wide ? 'panel wide' : 'panel'} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** What stands in the place of an answer that did not come. */
export function Problem({ trouble }: { trouble: Trouble }) {
  const { kind, title, text } = tell(trouble);
  return (
    <div className={`problem ${kind}`} role={kind === 'wrong' ? 'alert' : 'status'}>
      <strong>{title}</strong>
      <span>{text}</span>
    </div>
  );
}

/** Said where a list has nothing. */
export function Empty({ children }: { children: ReactNode }) {
  return <p className="empty">{children}</p>;
}

interface Shown<Value> {
  readonly asking: { readonly troubleOf: (field: string) => Trouble | null; readonly isLoading: boolean };
  /** The root field that it is about. */
  readonly field: string;
  readonly value: Value | null | undefined;
  /** Said where the value is a list of none, or null without a reason. */
  readonly empty: string;
  readonly children: (value: Value) => ReactNode;
}

/** An answer, or why there is none: refused, down, empty, on its way. */
export function Shown<Value>({ asking, field, value, empty, children }: Shown<Value>) {
  const trouble = asking.troubleOf(field);
  if (trouble) return <Problem trouble={trouble} />;
  if (asking.isLoading) return <p className="loading">Loading…</p>;
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return <Empty>{empty}</Empty>;
  return children(value);
}

/** Stands where a value is not; on a phone its line is left out. */
export function None() {
  return <span className="none">–</span>;
}

/** A column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  readonly isNumber?: boolean;
}

/** A table that becomes a list of cards where there is no room for it. */
export function Table<Row>(given: {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row>[];
}) {
  const { label, rows, keyOf, columns } = given;
  return (
    <table aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, isNumber }) => (
            <th key={title} scope="col" className={isNumber ? 'number' : undefined}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, isNumber }) => (
              <td key={title} data-title={title} className={isNumber ? 'number' : undefined}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A word with a colour that says how it stands. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** How something stands. */
export type Tone = 'good' | 'busy' | 'bad' | 'quiet' | 'warn';

const TONES: Readonly<Record<string, Tone>> = {
  ...{ SUCCEEDED: 'good', completed: 'good', APPROVED: 'good', UP: 'good', ok: 'good' },
  ...{ RUNNING: 'busy', processing: 'busy', QUEUED: 'quiet', pending: 'warn', PENDING: 'warn' },
  ...{ FAILED: 'bad', DEAD: 'bad', failed: 'bad', DOWN: 'bad', REJECTED: 'bad' },
};

/** A status in its colour, in small letters. */
export function Status({ of }: { of: string }) {
  return <Badge tone={TONES[of] ?? 'quiet'}>{of.toLowerCase().replaceAll('_', ' ')}</Badge>;
}

/** A point in time, as a distance; the whole of it is its title. */
export function Ago({ at }: { at: string | null | undefined }) {
  if (!at) return <None />;
  return (
    <time dateTime={at} title={new Date(at).toLocaleString()}>
      {distance(at)}
    </time>
  );
}

const STEPS: readonly (readonly [seconds: number, unit: Intl.RelativeTimeFormatUnit])[] = [
  [86_400, 'day'],
  [3_600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];
const relative = new Intl.RelativeTimeFormat('en', { style: 'narrow', numeric: 'always' });

/** E.g. `5 min ago`. */
export function distance(at: string, now = Date.now()): string {
  const seconds = (Date.parse(at) - now) / 1_000;
  if (Math.abs(seconds) < 1) return 'now';
  const [size, unit] = STEPS.find(([step]) => Math.abs(seconds) >= step) ?? [1, 'second'];
  return relative.format(Math.trunc(seconds / size), unit);
}

/** A key with its value; nothing is left out where there is none. */
export function Facts({ of }: { of: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <None />}</dd>
        </div>
      ))}
    </dl>
  );
}
