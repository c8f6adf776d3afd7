/** `explainPermission`: what the rules would say to a viewer, and the line of the doctrine that they say it by. */
import type { Viewer } from '../auth/viewer.ts';
import { describe, namesOf } from './actors.ts';
import { findProhibitions } from './checks/contradictions.ts';
import { type Known, readCoordinate } from './coordinates.ts';
import { isOperation } from './executors.ts';
import { lineOf } from './load.ts';
import { ownerOf, surfaceOfFunction } from './owner.ts';
import type { Source } from './requirements.ts';
import { type Ruling, ruleOnAsk, ruleOnMutation, ruleOnRead, ruleOnWrite, type Write } from './rulings.ts';
import type { Doctrine } from './shape.ts';

/** `PermissionExplanation` of the SDL. */
export interface Explanation {
  readonly coordinate: string;
  readonly action: 'READ' | 'WRITE';
  readonly allowed: boolean;
  readonly reason: string;
  readonly code: string | null;
  readonly line: string;
  readonly functions: readonly { readonly name: string; readonly line: string }[] | null;
}

/** @throws GatewayError `BAD_USER_INPUT` for a coordinate that names nothing. */
export function explainPermission(known: Known, viewer: Viewer, coordinate: string): Explanation {
  const { doctrine } = known;
  const named = readCoordinate(known, coordinate);
  const at = { doctrine, viewer, coordinate };
  if (named.kind === 'source') return explainRead(at, [named.source, ...named.entered]);
  if (named.kind === 'function')
    return isOperation(doctrine, named.name)
      ? explainWrite(at, writeOf(doctrine, named.name), ruleOnWrite(doctrine, viewer, writeOf(doctrine, named.name)))
      : explainCall(at, named.name);
  const { requirement } = named;
  switch (requirement.kind) {
    case 'read':
      return explainRead(at, requirement.sources, requirement.by);
    case 'write':
      return explainWrite(
        at,
        requirement.write,
        ruleOnMutation(doctrine, viewer, requirement.field, requirement.write),
      );
    default: {
      const [, field = ''] = coordinate.split('.');
      const line = lineOf(doctrine, ['open', doctrine.open.indexOf(field)]);
      return {
        coordinate,
        action: 'READ',
        allowed: true,
        reason: 'Anybody may ask it',
        code: null,
        line,
        functions: null,
      };
    }
  }
}

interface Asked {
  readonly doctrine: Doctrine;
  readonly viewer: Viewer;
  readonly coordinate: string;
}

/** A function as if a mutation called it that writes all that its surface owns. */
function writeOf(doctrine: Doctrine, by: string): Write {
  const surface = surfaceOfFunction(by);
  return { surface, tables: doctrine.surfaces[surface].owns, by, calls: [by] };
}

/** All of the sources have to be read, and the function asked: the first that may not be decides. */
function explainRead(asked: Asked, sources: readonly Source[], by: string | null = null): Explanation {
  const { doctrine, viewer } = asked;
  const reading = sources.map(({ surface, source }) => ({
    source,
    ruling: ruleOnRead(doctrine, viewer, surface, source),
  }));
  const asking = by === null ? [] : [{ source: by, ruling: ruleOnAsk(doctrine, viewer, by) }];
  const rulings = [...reading, ...asking];
  const deciding = rulings.find(({ ruling }) => ruling.decision !== true) ?? rulings[0];
  if (!deciding) throw new TypeError(`${asked.coordinate} reads nothing`);
  const names = sources.map(({ source }) => source).join(', ');
  return explain(asked, 'READ', deciding.ruling, {
    allowed: `${describe(viewer)}${groupOf(deciding.ruling)} may read ${names}${rowsOf(asked, sources)}`,
    prohibited: () => findPlace(asked, deciding.source === by ? 'executes' : 'reads', [deciding.source]),
    calls: by === null ? [] : [by],
  });
}

function explainWrite(asked: Asked, write: Write, ruling: Ruling): Explanation {
  const { viewer } = asked;
  const what =
    write.by === null ? `write ${write.tables.join(', ')}, where row-level security lets it` : `execute ${write.by}`;
  return explain(asked, 'WRITE', ruling, {
    allowed: `${describe(viewer)} may ${what}`,
    prohibited: () =>
      write.by === null
        ? (findPlace(asked, 'writes', write.tables) ?? findPlace(asked, 'executes', write.calls))
        : findPlace(asked, 'executes', [write.by]),
    calls: write.calls,
  });
}

/** A function that is no operation: its file says who executes it, and row-level security what it may then do. */
function explainCall(asked: Asked, name: string): Explanation {
  const { doctrine, viewer } = asked;
  return explain(asked, 'WRITE', ruleOnAsk(doctrine, viewer, name), {
    allowed: `${describe(viewer)} may execute ${name}`,
    prohibited: () => findPlace(asked, 'executes', [name]),
    calls: [name],
  });
}

function explain(
  { doctrine, coordinate }: Asked,
  action: Explanation['action'],
  { decision, by }: Ruling,
  { allowed, prohibited, calls }: { allowed: string; prohibited: () => number | undefined; calls: readonly string[] },
): Explanation {
  const called = calls.map((name) => ({ name, line: lineOf(doctrine, ['functions', name]) }));
  const functions = called.length > 0 ? called : null;
  if (decision === true)
    return { coordinate, action, allowed: true, reason: allowed, code: null, line: lineOf(doctrine, by), functions };
  const place = prohibited();
  const ruledOut = place === undefined ? undefined : doctrine.prohibited[place];
  const why = ruledOut ? `. Prohibited: ${ruledOut.action}. ${ruledOut.reason}` : '';
  const line = lineOf(doctrine, place === undefined ? by : ['prohibited', place]);
  return {
    coordinate,
    action,
    allowed: false,
    reason: `${decision.message}${why}`,
    code: decision.code,
    line,
    functions,
  };
}

/** The first entry of `prohibited` that rules it out for the viewer, or for the user whom it acts for. */
function findPlace({ doctrine, viewer }: Asked, verb: 'reads' | 'writes' | 'executes', what: readonly string[]) {
  const places = namesOf(viewer).flatMap((name) => what.flatMap((one) => findProhibitions(doctrine, name, verb, one)));
  return places[0];
}

/** The group by which it is allowed, if one decides. */
function groupOf({ by: [place, name] }: Ruling): string {
  return place === 'groups' ? ` of the group ${String(name)}` : '';
}

/** Users, and agents that act for one, do not reach every row. */
function rowsOf({ doctrine, viewer }: Asked, sources: readonly Source[]): string {
  const isBound = viewer.id !== null || viewer.actsFor !== null;
  const isStored = sources.some(({ source }) => ownerOf(doctrine, source) !== 'odoo');
  return isBound && isStored ? ': the rows that row-level security shows' : '';
}
