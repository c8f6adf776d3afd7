/** The borders: where answers cross from one surface to another, what Odoo tells, where it is not as it should be. */

import { LINKS } from 'virtual:links';
import { useState } from 'react';
import { Explanation } from '../explanation.tsx';
import { Ago, Empty, Facts, None, Panel, Shown, Status, Table } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';

/** The view. */
export function BordersView() {
  return (
    <div className="views">
      <Links />
      <Webhooks />
      <Drift />
      <Sync />
    </div>
  );
}

function Links() {
  const [chosen, setChosen] = useState<string | null>(null);
  const pairs = [...new Set(LINKS.map(({ from, to }) => `${from} → ${to}`))].sort();
  return (
    <Panel title="Links" wide>
      <p>
        Each is a field of the schema that crosses a border, under a contract. Choose one to see whether you may enter
        it.
      </p>
      <div className="links">
        {pairs.map((pair) => (
          <div key={pair}>
            <h3>{pair}</h3>
            <ul>
              {LINKS.filter(({ from, to }) => `${from} → ${to}` === pair).map(({ field, target, contract }) => (
                <li key={field}>
                  <button
                    type="button"
                    aria-pressed={chosen === field}
                    title={`${contract}, to ${target}`}
                    onClick={() => setChosen(field)}
                  >
                    {field}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      {chosen && (
        <p className="faint">
          {chosen} falls under the contract {LINKS.find(({ field }) => field === chosen)?.contract}.
        </p>
      )}
      {chosen && <Explanation coordinate={chosen} />}
    </Panel>
  );
}

function Webhooks() {
  const asking = useAsk('Webhooks', {}, { everyMs: 10_000 });
  return (
    <Panel title="Webhooks" wide>
      <Shown
        asking={asking}
        field="webhookEvents"
        value={asking.data?.webhookEvents?.nodes}
        empty="No Odoo has told anything yet."
      >
        {(events) => (
          <Table
            label="Webhook events"
            rows={events}
            keyOf={({ id }) => id}
            columns={[
              { title: 'Event', cell: ({ eventType }) => eventType },
              { title: 'Of', cell: ({ aggregateType, aggregateId }) => `${aggregateType} ${aggregateId}` },
              { title: 'From', cell: ({ instance }) => instance },
              { title: 'Status', cell: ({ status }) => <Status of={status} /> },
              { title: 'Tries', isNumber: true, cell: ({ attempts }) => attempts },
              { title: 'Received', cell: ({ receivedAt }) => <Ago at={receivedAt} /> },
              { title: 'Error', cell: ({ errorCode }) => errorCode ?? <None /> },
            ]}
          />
        )}
      </Shown>
    </Panel>
  );
}

function Drift() {
  const asking = useAsk('Drift', {}, { everyMs: 30_000 });
  const [latest] = asking.data?.odooVerifications?.nodes ?? [];
  return (
    <Panel title="Drift" wide>
      <Facts
        of={[
          ['Last verified', latest && <Ago at={latest.asOf ?? latest.startedAt} />],
          ['Differences then', latest?.differences],
          ['Looked at', latest && `${latest.projects} projects, ${latest.tasks} tasks, ${latest.totals} totals`],
        ]}
      />
      <Shown
        asking={asking}
        field="odooDrift"
        value={asking.data?.odooDrift?.nodes}
        empty="Odoo is as it was seeded, as far as anybody has looked."
      >
        {(differences) => (
          <Table
            label="Differences"
            rows={differences}
            keyOf={({ id }) => id}
            columns={[
              { title: 'What', cell: ({ kind }) => <Status of={kind} /> },
              { title: 'Of', cell: ({ entity, externalRef }) => `${entity.toLowerCase()} ${externalRef}` },
              { title: 'Should be', cell: ({ expected }) => expected ?? <None /> },
              { title: 'Is', cell: ({ found }) => found ?? <None /> },
              { title: 'As of', cell: ({ asOf }) => <Ago at={asOf} /> },
            ]}
          />
        )}
      </Shown>
    </Panel>
  );
}

function Sync() {
  const asking = useAsk('Sync', {}, { everyMs: 10_000 });
  const instances = asking.data?.odooInstances?.nodes ?? [];
  return (
    <Panel title="Sync" wide>
      {instances.map(({ name, stage, version, lastSeenAt }) => (
        <p key={name}>
          <strong>{name}</strong> {stage} {version}, seen <Ago at={lastSeenAt} />
        </p>
      ))}
      {instances.length === 0 && !asking.troubleOf('odooInstances') && (
        <Empty>No Odoo has answered the bridge yet.</Empty>
      )}
      <Shown
        asking={asking}
        field="syncCursors"
        value={asking.data?.syncCursors?.nodes}
        empty="No walk through Odoo has begun."
      >
        {(cursors) => (
          <Table
            label="Walks"
            rows={cursors}
            keyOf={({ id }) => id}
            columns={[
              { title: 'Model', cell: ({ model }) => model },
              { title: 'Walk', cell: ({ walk }) => walk },
              { title: 'Lag', cell: ({ mark }) => <Ago at={mark} /> },
              { title: 'Began', cell: ({ startedAt }) => <Ago at={startedAt} /> },
              { title: 'Ended', cell: ({ finishedAt }) => <Ago at={finishedAt} /> },
              { title: 'Walked', isNumber: true, cell: ({ walked }) => walked },
              { title: 'Told', isNumber: true, cell: ({ told }) => told },
            ]}
          />
        )}
      </Shown>
    </Panel>
  );
}
