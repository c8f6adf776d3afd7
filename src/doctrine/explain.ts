/** `explainPermission`: what the rules would say to a viewer, and the line of the doctrine that they say it by. */
import type { Viewer } from '../auth/viewer.ts';
import type { OdooStanding } from '../context.ts';
import { describe, namesOf, readerNamesOf } from './actors.ts';
import { findProhibitions } from './checks/contradictions.ts';
import { confirmingOf } from './confirm.ts';
import { type Known, type Named, readCoordinate } from './coordinates.ts';
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
  /** What a mutation that is allowed needs of the viewer before it writes. */
  readonly confirmation: { readonly needsApproval: boolean; readonly line: string } | null;
}

/**
 * @param standing By whose rights the viewer reads Odoo, asked for where that decides.
 * @throws GatewayError `BAD_USER_INPUT` for a coordinate that names nothing.
 */
export async function explainPermission(
  known: Known,
  viewer: Viewer,
  coordinate: string,
  standing: () => Promise<OdooStanding>,
): Promise<Explanation> {
  const { doctrine } = known;
  const named = readCoordinate(known, coordinate);
  const at = { doctrine, viewer, coordinate, standing: readsOdoo(named) ? await standing() : ('reader' as const) };
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
        confirmation: null,
      };
    }
  }
}

interface Asked {
  readonly doctrine: Doctrine;
  readonly viewer: Viewer;
  readonly coordinate: string;
  readonly standing: OdooStanding;
}

function readsOdoo(named: Named): boolean {
  if (named.kind === 'source') return [named.source, ...named.entered].some(({ surface }) => surface === 'odoo');
  return (
    named.kind === 'root' &&
    named.requirement.kind === 'read' &&
    named.requirement.sources.some(({ surface }) => surface === 'odoo')
  );
}

/** A function as if a mutation called it that writes all that its surface owns. */
function writeOf(doctrine: Doctrine, by: string): Write {
  const surface = surfaceOfFunction(by);
  return { surface, tables: doctrine.surfaces[surface].owns, by, calls: [by] };
}

/** All of the sources have to be read, and the function asked: the first that may not be decides. */
function explainRead(asked: Asked, sources: readonly Source[], by: string | null = null): Explanation {
  const { doctrine, viewer, standing } = asked;
  const reading = sources.map(({ surface, source }) => ({
    source,
    ruling: ruleOnRead(doctrine, viewer, surface, source, standing),
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
  { doctrine, coordinate, viewer }: Asked,
  action: Explanation['action'],
  { decision, by }: Ruling,
  { allowed, prohibited, calls }: { allowed: string; prohibited: () => number | undefined; calls: readonly string[] },
): Explanation {
  const called = calls.map((name) => ({ name, line: lineOf(doctrine, ['functions', name]) }));
  const functions = called.length > 0 ? called : null;
  if (decision === true) {
    const line = lineOf(doctrine, by);
    const confirming = confirmingOf(doctrine, viewer, coordinate);
    const confirmation = confirming && {
      needsApproval: confirming.needsApproval,
      line: lineOf(doctrine, confirming.by),
    };
    return { coordinate, action, allowed: true, reason: allowed, code: null, line, functions, confirmation };
  }
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
    confirmation: null,
  };
}

/** The first entry of `prohibited` that rules it out for the viewer, or for the user whom it acts for. */
function findPlace(
  { doctrine, viewer, standing }: Asked,
  verb: 'reads' | 'writes' | 'executes',
  what: readonly string[],
) {
  const names = verb === 'reads' ? readerNamesOf(viewer, 'odoo', standing).flat() : namesOf(viewer);
  const places = names.flatMap((name) => what.flatMap((one) => findProhibitions(doctrine, name, verb, one)));
  return places[0];
}

/** The group by which it is allowed, if one decides. */
function groupOf({ by: [place, name] }: Ruling): string {
  return place === 'groups' ? ` of the group ${String(name)}` : '';
}

/** Users, and agents that act for one, do not reach every row. */
function rowsOf({ doctrine, viewer, standing }: Asked, sources: readonly Source[]): string {
  if (standing === 'mapped') return ': the records and fields that Odoo shows to the account of the user';
  const isBound = viewer.id !== null || viewer.actsFor !== null;
  const isStored = sources.some(({ source }) => ownerOf(doctrine, source) !== 'odoo');
  return isBound && isStored ? ': the rows that row-level security shows' : '';
}
