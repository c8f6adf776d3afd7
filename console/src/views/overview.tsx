/** The first view: what is up, what runs, and what waits for somebody. */
import type { ReactNode } from 'react';
import { Ago, Panel, Shown, Status } from '../ui.tsx';
import { type Asking, useAsk } from '../use-ask.ts';
import { LiveBadge, RunTable, useLiveRuns } from './run-list.tsx';

const SHOWN_RUNS = 8;

/** The view. */
export function OverviewView() {
  return (
    <div className="views">
      <Surfaces />
      <Waiting />
      <LiveRuns />
    </div>
  );
}

const NAMES: Readonly<Record<string, readonly [title: string, role: string]>> = {
  odoo: ['Odoo', 'System of Record: only read'],
  ops: ['Ledger', 'Single Source of Truth: written by its functions'],
  work: ['Workspace', 'System of Work: row-level security decides'],
};

function Surfaces() {
  const asking = useAsk('Surfaces', {}, { everyMs: 5_000 });
  return (
    <Panel title="Surfaces" wide>
      <Shown asking={asking} field="surfaces" value={asking.data?.surfaces} empty="The gateway tells of no surface.">
        {(surfaces) => (
          <ul className="surfaces">
            {surfaces.map(({ name, state, lastFault }) => (
              <li key={name} className={`surface-${name}`}>
                <h3>
                  {NAMES[name]?.[0] ?? name} <Status of={state} />
                </h3>
                <p>{NAMES[name]?.[1]}</p>
                <p className="faint">
                  {lastFault ? (
                    <>
                      Last fault: {lastFault.code}, <Ago at={lastFault.at} />; {lastFault.count} since the start
                    </>
                  ) : (
                    'No fault since the start'
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </Panel>
  );
}

/** What each view has, in one number. */
function Waiting() {
  const every = { everyMs: 15_000 };
  const approvals = useAsk('PendingApprovals', {}, every);
  const index = useAsk('IndexState', {}, every);
  const drift = useAsk('Drift', {}, every);
  const operations = useAsk('OperationStats', {}, every);
  const recent = operations.data?.operationStats?.recent;
  return (
    <Panel title="What waits" wide>
      <ul className="tiles">
        <Tile to="delivery" name="approvals to decide" asking={approvals} field="approvals">
          {approvals.data?.approvals?.nodes?.length}
        </Tile>
        <Tile to="search" name="pages to index" asking={index} field="waiting">
          {index.data?.waiting?.totalCount}
        </Tile>
        <Tile to="search" name="pages given up" asking={index} field="dead">
          {index.data?.dead?.totalCount}
        </Tile>
        <Tile to="borders" name="differences in Odoo" asking={drift} field="odooDrift">
          {drift.data?.odooDrift?.totalCount}
        </Tile>
        <Tile to="operations" name="slow or failed lately" asking={operations} field="operationStats">
          {recent?.length}
        </Tile>
      </ul>
    </Panel>
  );
}

function Tile(given: { to: string; name: string; asking: Asking<unknown>; field: string; children: ReactNode }) {
  const { to, name, asking, field, children } = given;
  const trouble = asking.troubleOf(field);
  return (
    <li>
      <a href={`#/${to}`}>
        <strong>{trouble ? (trouble.code === 'FORBIDDEN' ? 'not yours' : 'unknown') : (children ?? '…')}</strong>
        <span>{name}</span>
      </a>
    </li>
  );
}

function LiveRuns() {
  const state = useLiveRuns({}, SHOWN_RUNS);
  const shown = { ...state, runs: state.runs?.slice(0, SHOWN_RUNS) ?? null };
  return (
    <Panel title="Latest runs" wide aside={<LiveBadge live={state.live} />}>
      <RunTable state={shown} empty="No run yet. One that begins shows here by itself." />
    </Panel>
  );
}
