/** What this process of the gateway has answered: slow and failing operations first. */
import { Plan } from '../plan.tsx';
import { Ago, Badge, Facts, Panel, Shown, Table } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';

/** The view. */
export function OperationsView() {
  const asking = useAsk('OperationStats', {}, { everyMs: 5_000 });
  const stats = asking.data?.operationStats;
  return (
    <div className="views">
      <Panel title="Slow or failed" wide>
        <Shown
          asking={asking}
          field="operationStats"
          value={stats?.recent}
          empty="No operation was slow or failed since the gateway was started."
        >
          {(recent) => (
            <ul className="recent">
              {recent.map(({ at, name, viewer, agent, ms, isSlow, codes, calls }) => (
                <li key={`${at} ${name} ${ms}`}>
                  <details>
                    <summary>
                      <strong>{name ?? 'without a name'}</strong> <span>{ms} ms</span>{' '}
                      {isSlow && <Badge tone="warn">slow</Badge>}
                      {codes.map((code) => (
                        <Badge key={code} tone="bad">
                          {code}
                        </Badge>
                      ))}{' '}
                      <span className="faint">
                        <Ago at={at} /> as {agent ?? viewer ?? 'nobody'}
                      </span>
                    </summary>
                    <Plan report={{ calls }} ms={ms} />
                  </details>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </Panel>
      <Panel title="By operation" wide>
        <Shown asking={asking} field="operationStats" value={stats?.operations} empty="Nothing was asked yet.">
          {(operations) => (
            <Table
              label="Operations"
              rows={operations}
              keyOf={({ name }) => name ?? ''}
              columns={[
                { title: 'Operation', cell: ({ name }) => name ?? <span className="faint">without a name</span> },
                { title: 'Asked', isNumber: true, cell: ({ count }) => count },
                { title: 'Failed', isNumber: true, cell: ({ failed }) => failed },
                { title: 'Slow', isNumber: true, cell: ({ slow }) => slow },
                { title: 'Mean ms', isNumber: true, cell: ({ meanMs }) => meanMs },
                { title: 'Longest ms', isNumber: true, cell: ({ maxMs }) => maxMs },
                { title: 'Last', cell: ({ lastAt }) => <Ago at={lastAt} /> },
              ]}
            />
          )}
        </Shown>
        {stats && (
          <Facts
            of={[
              ['This process since', <Ago key="since" at={stats.since} />],
              ['Slow from', stats.slowMs === 0 ? 'never' : `${stats.slowMs} ms`],
            ]}
          />
        )}
      </Panel>
    </div>
  );
}
