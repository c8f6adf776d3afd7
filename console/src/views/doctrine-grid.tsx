/** The map cell by cell: a grid that the arrow keys walk through. */
import { type KeyboardEvent, useState } from 'react';
import { actorsOf, type Cell, type Doctrine } from './doctrine-actors.ts';

interface Grid {
  readonly doctrine: Doctrine;
  readonly chosen: Cell | null;
  readonly choose: (cell: Cell) => void;
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** One table a surface. */
export function DoctrineGrid({ doctrine, chosen, choose }: Grid) {
  const actors = actorsOf(doctrine);
  return (
    <div>
      <p className="faint">
        ● reads it. The row “writes here” says who writes on the surface; a cell says what exactly, and how.
      </p>
      {doctrine.surfaces.map((surface, index) => (
        <details key={surface.name} open={index === 1}>
          <summary>
            <strong>{surface.name}</strong> {surface.role}, {surface.owns.length} models or tables
          </summary>
          <SurfaceGrid surface={surface} actors={actors} chosen={chosen} choose={choose} />
        </details>
      ))}
    </div>
  );
}

type Surface = Doctrine['surfaces'][number];

function SurfaceGrid({
  surface,
  actors,
  chosen,
  choose,
}: { surface: Surface; actors: readonly string[] } & Pick<Grid, 'chosen' | 'choose'>) {
  // One cell alone is in the order of the tab key; the arrows lead to the others.
  const [entry, setEntry] = useState('0 0');
  const walk = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    const place = (event.target as HTMLElement).dataset.at?.split(' ').map(Number);
    if (!step || !place) return;
    const next = `${(place[0] ?? 0) + step[0]} ${(place[1] ?? 0) + step[1]}`;
    const cell = event.currentTarget.querySelector<HTMLButtonElement>(`[data-at="${next}"]`);
    if (!cell) return;
    event.preventDefault();
    setEntry(next);
    cell.focus();
  };
  return (
    <div className="scroll">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through is a grid */}
      <table className="grid" role="grid" aria-label={`Who reads ${surface.name}`} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Model or table</span>
            </th>
            {actors.map((actor) => (
              <th key={actor} scope="col">
                <span>{actor}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="writers">
            <th scope="row">writes here</th>
            {actors.map((actor) => (
              <td key={actor}>{surface.writers.includes(actor) ? '✎' : ''}</td>
            ))}
          </tr>
          {surface.owns.map(({ name, readers }, row) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {actors.map((actor, column) => {
                const reads = readers.includes(actor);
                const at = `${row} ${column}`;
                return (
                  <td key={actor}>
                    <button
                      type="button"
                      data-at={at}
                      tabIndex={entry === at ? 0 : -1}
                      aria-pressed={chosen?.source === name && chosen.actor === actor}
                      aria-label={`${actor} ${reads ? 'reads' : 'does not read'} ${name}`}
                      onClick={() => choose({ actor, source: name })}
                    >
                      {reads ? '●' : ''}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
