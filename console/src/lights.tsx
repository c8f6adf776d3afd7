/** The three surfaces with their lights, on every view. */
import { distance } from './ui.tsx';
import { useAsk } from './use-ask.ts';

const ROLES: Readonly<Record<string, string>> = { odoo: 'Odoo', ops: 'Ledger', work: 'Workspace' };
const WORDS: Readonly<Record<string, string>> = { UP: 'up', DOWN: 'down', NOT_CONFIGURED: 'not configured' };

/** Asked every five seconds; by whom does not matter. */
export function Lights() {
  const { data, troubleOf } = useAsk('Surfaces', {}, { everyMs: 5_000 });
  const isGone = troubleOf('surfaces') !== null;
  const surfaces = data?.surfaces ?? [];
  return (
    <ul className="lights" aria-label="Surfaces" aria-live="polite">
      {isGone && (
        <li className="light DOWN">
          <span>Gateway</span> <em>does not answer</em>
        </li>
      )}
      {surfaces.map(({ name, state, lastFault }) => (
        <li
          key={name}
          className={`light ${state}`}
          title={lastFault ? `${lastFault.code}, ${lastFault.count} since the start` : undefined}
        >
          <span>{ROLES[name] ?? name}</span> <em>{WORDS[state]}</em>
          {lastFault && <small>fault {distance(lastFault.at)}</small>}
        </li>
      ))}
    </ul>
  );
}
