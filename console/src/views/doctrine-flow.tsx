/** The map from afar: from each surface to who reads it, as broad as the number of models or tables. By d3-sankey. */
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { actorsOf, type Doctrine } from './doctrine-actors.ts';

interface Place {
  readonly name: string;
  readonly surface: string | null;
}

interface Flow {
  readonly source: number;
  readonly target: number;
  readonly value: number;
}

const WIDTH = 720;
const ROW_HEIGHT = 30;
const LABEL_WIDTH = 190;

/** The whole of it is an image with a name; the numbers stand in the grid below. */
export function DoctrineFlow({ doctrine }: { doctrine: Doctrine }) {
  const { nodes, links, height } = layOut(doctrine);
  const path = sankeyLinkHorizontal<Place, Flow>();
  return (
    <div className="scroll">
      <svg className="flow" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={describe(doctrine)}>
        {links.map((link) => {
          const from = link.source as unknown as Place;
          const to = link.target as unknown as Place;
          return (
            <path
              key={`${from.name} ${to.name}`}
              className={`surface-${from.surface}`}
              d={path(link) ?? ''}
              strokeWidth={Math.max(link.width ?? 1, 1)}
            >
              <title>{`${to.name} reads ${link.value} of ${from.name}`}</title>
            </path>
          );
        })}
        {nodes.map(({ name, surface, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => (
          <g key={name} className={surface ? `surface-${surface}` : undefined}>
            <rect x={x0} y={y0} width={x1 - x0} height={Math.max(y1 - y0, 1)} />
            <text x={surface ? x0 - 6 : x1 + 6} y={(y0 + y1) / 2} dy="0.35em" textAnchor={surface ? 'end' : 'start'}>
              {name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

function layOut(doctrine: Doctrine) {
  const { surfaces } = doctrine;
  const actors = actorsOf(doctrine).filter((actor) => surfaces.some((surface) => count(surface, actor) > 0));
  const height = Math.max(actors.length * ROW_HEIGHT, 200);
  const places: Place[] = [
    ...surfaces.map(({ name }) => ({ name, surface: name })),
    ...actors.map((name) => ({ name, surface: null })),
  ];
  const flows = surfaces.flatMap((surface, source) =>
    actors.flatMap((actor, index): Flow[] => {
      const value = count(surface, actor);
      return value > 0 ? [{ source, target: surfaces.length + index, value }] : [];
    }),
  );
  const draw = sankey<Place, Flow>()
    .nodeWidth(10)
    .nodePadding(14)
    .nodeSort(null)
    .extent([
      [60, 8],
      [WIDTH - LABEL_WIDTH, height - 8],
    ]);
  return {
    ...draw({ nodes: places.map((place) => ({ ...place })), links: flows.map((flow) => ({ ...flow })) }),
    height,
  };
}

function count({ owns }: Doctrine['surfaces'][number], actor: string): number {
  return owns.filter(({ readers }) => readers.includes(actor)).length;
}

function describe(doctrine: Doctrine): string {
  const parts = actorsOf(doctrine).map((actor) => {
    const counts = doctrine.surfaces.map((surface) => `${count(surface, actor)} of ${surface.name}`);
    return `${actor} reads ${counts.join(', ')}`;
  });
  return `${parts.join('; ')}.`;
}
