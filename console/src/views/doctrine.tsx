/** The doctrine as a map: who reads and writes what. A cell says by which line. */
import { useState } from 'react';
import { Explanation } from '../explanation.tsx';
import { Panel, Shown } from '../ui.tsx';
import { useAsk } from '../use-ask.ts';
import type { Cell, Doctrine } from './doctrine-actors.ts';
import { DoctrineFlow } from './doctrine-flow.tsx';
import { DoctrineGrid } from './doctrine-grid.tsx';

/** The view. */
export function DoctrineView() {
  const asking = useAsk('Doctrine', {});
  const [chosen, setChosen] = useState<Cell | null>(null);
  return (
    <div className="views">
      <Shown asking={asking} field="doctrine" value={asking.data?.doctrine} empty="This gateway has no doctrine.">
        {(doctrine) => (
          <>
            <Panel title="Who reads how much of what" wide>
              <DoctrineFlow doctrine={doctrine} />
            </Panel>
            <div className="map">
              <Panel title="Cell by cell" wide>
                <DoctrineGrid doctrine={doctrine} chosen={chosen} choose={setChosen} />
              </Panel>
              <Panel title="The cell">
                {chosen ? (
                  <ChosenCell cell={chosen} doctrine={doctrine} />
                ) : (
                  <p className="empty">Choose a cell: it says whether you may, who may write, and by which line.</p>
                )}
              </Panel>
            </div>
          </>
        )}
      </Shown>
    </div>
  );
}

function ChosenCell({ cell: { actor, source }, doctrine }: { cell: Cell; doctrine: Doctrine }) {
  const owned = doctrine.surfaces.flatMap(({ owns }) => owns).find(({ name }) => name === source);
  const notes = [
    owned?.appendOnly && 'No row of it ever changes.',
    owned?.neverDeleted && 'No row of it leaves, but into an archive.',
    owned?.maintainedBy && `It can be made again: ${owned.maintainedBy} keeps it.`,
  ].filter(Boolean);
  return (
    <>
      <p>
        <strong>{actor}</strong> {owned?.readers.includes(actor) ? 'reads' : 'does not read'} <code>{source}</code>.{' '}
        {notes.join(' ')}
      </p>
      <p className="faint">As the viewer that you are:</p>
      <Explanation coordinate={source} />
    </>
  );
}
