/** Holds the arguments of agents to what the doctrine lets them give: their own runs, their own spaces, their own name. */
import type { Viewer } from '../auth/viewer.ts';
import { describe } from '../doctrine/actors.ts';
import { type Constraint, constraintsOf, valuesAt } from '../doctrine/constraints.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** Resolves with the refusal, or null; rejects where the database cannot be asked. */
export type Constrain = (
  viewer: Viewer,
  args: unknown,
  postgres: PostgresSource | null,
) => Promise<GatewayError | null>;

/** What a root field's arguments are held to; null where nobody's are. */
export function createConstrain(doctrine: Doctrine, coordinate: string): Constrain | null {
  const constraints = constraintsOf(doctrine, coordinate);
  if (!constraints) return null;
  return async (viewer, args, postgres) => {
    for (const constraint of constraints(viewer)) {
      const values = valuesAt(args, constraint.path);
      const stranger = values.length > 0 && (await hasStranger(viewer, constraint, values.map(String), postgres));
      if (stranger) return refuse(viewer, constraint);
    }
    return null;
  };
}

const OWN: Readonly<Record<Constraint['only'], string>> = {
  self: 'its own name',
  'own-run': 'a run of its own',
  'own-space': 'a space of the user it acts for',
};

function refuse(viewer: Viewer, { path, only }: Constraint): GatewayError {
  const argument = path.at(-1) ?? '';
  return new GatewayError('FORBIDDEN', `${describe(viewer)} may give only ${OWN[only]} as "${argument}"`, {
    details: { argument: path.join('.') },
  });
}

/** The mutation itself refuses what is not an id, and does not find what does not exist. */
async function hasStranger(
  viewer: Viewer,
  { only }: Constraint,
  values: readonly string[],
  postgres: PostgresSource | null,
): Promise<boolean> {
  if (only === 'self') return values.some((value) => value !== viewer.agent);
  const ids = values.filter(isUuid).map((id) => id.toLowerCase());
  if (ids.length === 0 || !postgres) return false;
  const ask = async (text: string, given: readonly unknown[]) =>
    JSON.parse((await postgres.render(viewer, { text, values: [...given] })).toString('utf8')) as string[];
  if (only === 'own-run') return (await ask(AGENTS_OF_RUNS, [ids])).some((agent) => agent !== viewer.agent);
  const own = await ask(OWN_SPACES, []);
  return ids.some((id) => !own.includes(id));
}

const AGENTS_OF_RUNS = "select coalesce(json_agg(r.agent), '[]')::text from ops.runs r where r.id = any ($1::uuid[])";
/** By the token's claims, whatever the policies of the tables show. */
const OWN_SPACES = "select coalesce(json_agg(id), '[]')::text from work.my_space_ids() id";
