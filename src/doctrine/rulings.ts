/** What the doctrine says to one viewer about one model, table or function, and the line that it says it by. Pure. */
import { SCOPES, type Scope } from '../auth/scopes.ts';
import { userBehind, type Viewer } from '../auth/viewer.ts';
import type { OdooStanding } from '../context.ts';
import { GatewayError, type Surface } from '../errors.ts';
import { describe, type Given, groupsThatRead, holds, namesOf, readerNamesOf, readsOf } from './actors.ts';
import { refuseWithoutFactor } from './assurance.ts';
import { executesForUser, executesPath, executorsOf, mayExecute, writesForUsers } from './executors.ts';
import type { Path } from './lines.ts';
import { surfaceOfFunction } from './owner.ts';
import type { Doctrine } from './shape.ts';

/** A decision, and the path in the doctrine that it is taken from. */
export interface Ruling {
  /** True, or the error to answer with. */
  readonly decision: true | GatewayError;
  readonly by: Path;
}

/** What a mutation writes. */
export interface Write {
  readonly surface: Surface;
  readonly tables: readonly string[];
  /** The operation that writes them; null where row-level security decides. */
  readonly by: string | null;
  /** The SQL functions that it calls. */
  readonly calls: readonly string[];
}

/**
 * Whether the viewer may read a model or table: a user where users may, or one of the user's groups. Who acts for a user may
 * where both may. A refusal is `FORBIDDEN`.
 *
 * @param standing By whose rights it reads Odoo; without a word, the reader's.
 */
export function ruleOnRead(
  doctrine: Doctrine,
  viewer: Viewer,
  surface: Surface,
  source: string,
  standing: OdooStanding = 'reader',
): Ruling {
  const outside = refuseOutside(viewer, SCOPES.read);
  if (outside) return outside;
  let by: Path = [];
  const given = readsOf(doctrine);
  if (surface === 'odoo' && standing === 'unmapped' && userBehind(viewer) !== null)
    return { decision: refusedUnmapped(viewer, source), by: ['readers', 'mapped', 'odoo'] };
  for (const names of readerNamesOf(viewer, surface, standing)) {
    const grants = names.map((name) => grantOf(doctrine, given.get(name) ?? [[], {}], surface, source));
    const deciding = grants.find(({ isGranted }) => isGranted) ?? grants[0];
    by = deciding?.by ?? [];
    if (!deciding?.isGranted) return { decision: refusedRead(doctrine, viewer, surface, source), by };
  }
  return { decision: true, by };
}

/** Whether what somebody is given holds a model or table, and the line that gives it; the whole list where none does. */
function grantOf(doctrine: Doctrine, [path, reads]: Given, surface: Surface, source: string) {
  const granted = reads[surface];
  const place = granted === undefined || granted === 'all' ? -1 : granted.indexOf(source);
  return { isGranted: holds(doctrine, reads, surface, source), by: [...path, surface, ...(place < 0 ? [] : [place])] };
}

/**
 * Whether the viewer may have a query answered by a function. A refusal is `FORBIDDEN`. Where an agent acts for a user, only
 * the agent must be allowed to: the agent's role executes the function.
 */
export function ruleOnAsk(doctrine: Doctrine, viewer: Viewer, by: string): Ruling {
  const outside = refuseOutside(viewer, SCOPES.read);
  if (outside) return outside;
  const [name = ''] = namesOf(viewer);
  const surface = surfaceOfFunction(by);
  const refused = () => new GatewayError('FORBIDDEN', `${describe(viewer)} may not execute ${by}`, { surface });
  return { decision: mayExecute(doctrine, viewer, name, by) || refused(), by: executesPath(doctrine, name, by) };
}

/**
 * Whether the viewer may write so. A refusal is `BOUNDARY_VIOLATION` where the viewer is no writer of the surface, and says
 * who may. It is `FORBIDDEN` where the viewer is a writer, and this function is not among those that it executes. Where
 * somebody acts for a user, it writes what itself may; in the workspace row-level security decides as for that user.
 */
export function ruleOnWrite(doctrine: Doctrine, viewer: Viewer, write: Write): Ruling {
  const outside = refuseOutside(viewer, SCOPES.write);
  if (outside) return outside;
  const { surface, by } = write;
  const [name = ''] = namesOf(viewer);
  const executed = by ?? write.calls.find((called) => mayExecute(doctrine, viewer, name, called));
  const isWriter = doctrine.surfaces[surface].writers.includes(name);
  const isAllowed = by === null ? isWriter || executed !== undefined : mayExecute(doctrine, viewer, name, by);
  const deciding = executed ?? write.calls[0] ?? '';
  const isByRows = by === null && (isWriter || !writesForUsers(doctrine, name));
  const path = isByRows ? writerPath(doctrine, name, surface) : executesPath(doctrine, name, deciding);
  return { decision: isAllowed || refusedWrite(doctrine, viewer, write), by: path };
}

/**
 * Whether the viewer may ask a mutation that writes so: as `ruleOnWrite` has it, and with a second factor where the doctrine
 * wants one, else `SECOND_FACTOR_REQUIRED`.
 *
 * @param field Its name.
 */
export function ruleOnMutation(doctrine: Doctrine, viewer: Viewer, field: string, write: Write): Ruling {
  const ruling = ruleOnWrite(doctrine, viewer, write);
  return (ruling.decision === true ? refuseWithoutFactor(doctrine, viewer, field) : null) ?? ruling;
}

/** Why a token's scopes do not reach; null where they do. `details.scope` names the one that is missing. */
function refuseOutside({ scopes, client }: Viewer, scope: Scope): Ruling | null {
  if (scopes === null || scopes.includes(scope)) return null;
  const problem = `The token of ${client?.name ?? 'the OAuth client'} has the scope "${scopes.join(' ')}": ask its user for "${scope}" too`;
  const decision = new GatewayError('FORBIDDEN', problem, { details: { scope } });
  return { decision, by: client === null ? ['oauthClients'] : ['oauthClients', client.name] };
}

/** The line of the doctrine that names somebody among the writers of a surface; the whole list where none does. */
export function writerPath({ surfaces }: Doctrine, name: string, surface: Surface): Path {
  const place = surfaces[surface].writers.indexOf(name);
  return ['surfaces', surface, 'writers', ...(place < 0 ? [] : [place])];
}

function refusedWrite(doctrine: Doctrine, viewer: Viewer, { surface, tables, by, calls }: Write): GatewayError {
  const { writers, role } = doctrine.surfaces[surface];
  const [name = ''] = namesOf(viewer);
  const isForUsers = surface === 'work' && writesForUsers(doctrine, name);
  if (isForUsers && viewer.actsFor === null)
    return new GatewayError('FORBIDDEN', `${describe(viewer)} writes for users only, and acts for none`, { surface });
  if (isForUsers || writers.includes(name))
    return new GatewayError('FORBIDDEN', `${describe(viewer)} may not execute ${by ?? calls.join(', ')}`, { surface });
  const mayWrite = by === null ? writersBy(doctrine, { surface, calls }) : executorsOf(doctrine, by);
  const allowed = mayWrite.length > 0 ? mayWrite.join(', ') : 'nobody through this gateway';
  return new GatewayError(
    'BOUNDARY_VIOLATION',
    `${describe(viewer)} may not write ${tables.join(', ')}: ${allowed} may`,
    { surface, details: { owner: `${surface} (${role})`, mayWrite } },
  );
}

/** The writers of a surface, and agents that write what the functions do for the users that they act for. */
export function writersBy(doctrine: Doctrine, { surface, calls }: Pick<Write, 'surface' | 'calls'>): readonly string[] {
  const { writers } = doctrine.surfaces[surface];
  const agents = Object.keys(doctrine.agents).filter(
    (name) => !writers.includes(name) && calls.some((called) => executesForUser(doctrine, name, called)),
  );
  return [...writers, ...agents];
}

function refusedUnmapped(viewer: Viewer, source: string): GatewayError {
  const who = viewer.actsFor === null ? 'a user' : `${describe(viewer)} for a user`;
  const remedy = 'connect one by the mutation connectOdooAccount, with an API key made in Odoo';
  const message = `Here ${who} may read ${source} only with an account of Odoo of that user's own: ${remedy}`;
  return new GatewayError('FORBIDDEN', message, { surface: 'odoo' });
}

function refusedRead(doctrine: Doctrine, viewer: Viewer, surface: Surface, source: string): GatewayError {
  const hint = viewer.kind === 'anonymous' ? ': send a token' : hintAtGroups(doctrine, viewer, surface, source);
  return new GatewayError('FORBIDDEN', `${describe(viewer)} may not read ${source}${hint}`, { surface });
}

/** For whom no more is missing than a group. */
function hintAtGroups(doctrine: Doctrine, { kind }: Viewer, surface: Surface, source: string): string {
  if (kind !== 'user' || surface === 'work') return '';
  const groups = groupsThatRead(doctrine, surface, source);
  return groups.length === 0 ? '' : `, unless of the group ${groups.join(' or ')}`;
}
