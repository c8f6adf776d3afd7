/** Whether the viewer may do what a coordinate names, and who may write it, each with its line of the doctrine. */
import { Badge, Facts, Shown } from './ui.tsx';
import { useAsk } from './use-ask.ts';

/** Says both; asked anew for each coordinate. */
export function Explanation({ coordinate }: { coordinate: string }) {
  const explaining = useAsk('Explain', { coordinate });
  const writing = useAsk('Writers', { coordinate });
  return (
    <div className="explanation" aria-live="polite">
      <h3>{coordinate}</h3>
      <Shown
        asking={explaining}
        field="explainPermission"
        value={explaining.data?.explainPermission}
        empty="Nothing is known of it."
      >
        {({ allowed, action, reason, line, code, confirmation, functions }) => (
          <>
            <p>
              <Badge tone={allowed ? 'good' : 'bad'}>{allowed ? 'allowed' : 'refused'}</Badge> {reason}
            </p>
            <Facts
              of={[
                ['To', action === 'READ' ? 'read' : 'write'],
                ['Line', <code key="line">{line}</code>],
                ...(code ? [['Code', code] as const] : []),
                ...(confirmation ? [['Confirmed first', <code key="c">{confirmation.line}</code>] as const] : []),
                ...(functions ?? []).map(({ name, line: at }) => [name, <code key={name}>{at}</code>] as const),
              ]}
            />
          </>
        )}
      </Shown>
      <Shown
        asking={writing}
        field="whoMayWrite"
        value={writing.data?.whoMayWrite}
        empty="Nothing is known of who writes it."
      >
        {({ writers, owner }) => (
          <>
            <p>
              Owner: {owner}.{writers.length === 0 && ' Nobody writes it through this gateway.'}
            </p>
            <ul>
              {writers.map(({ name, how, line }) => (
                <li key={`${name} ${how}`}>
                  <strong>{name}</strong> {how} <code>{line}</code>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
    </div>
  );
}
