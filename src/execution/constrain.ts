/** Holds the arguments of agents to what the doctrine lets them give: their own name, or ids of what is their own. */
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

/** What is an agent's own, of one kind. */
export interface Ownership {
  /** For people, e.g. `a run of its own`. */
  readonly what: string;
  /** Whether any of the ids, uuids in lower case, is not the agent's own. */
  readonly hasStranger: (postgres: PostgresSource, viewer: Viewer, ids: readonly string[]) => Promise<boolean>;
}

/** By the doctrine's name for it. */
export type Ownerships = Readonly<Record<Exclude<Constraint['only'], 'self'>, Ownership>>;

/** The constraints on a root field's arguments; null where it has none. */
export function createConstrain(doctrine: Doctrine, owned: Ownerships, coordinate: string): Constrain | null {
  const constraints = constraintsOf(doctrine, coordinate);
  if (!constraints) return null;
  return async (viewer, args, postgres) => {
    for (const { path, only } of constraints(viewer)) {
      const values = valuesAt(args, path).map(String);
      if (values.length === 0) continue;
      const isOwn =
        only === 'self'
          ? values.every((value) => value === viewer.agent)
          : !(await hasStranger(owned[only], viewer, values, postgres));
      if (!isOwn) return refuse(viewer, path, only === 'self' ? 'its own name' : owned[only].what);
    }
    return null;
  };
}

function refuse(viewer: Viewer, path: readonly string[], what: string): GatewayError {
  const argument = path.at(-1) ?? '';
  return new GatewayError('FORBIDDEN', `${describe(viewer)} may give only ${what} as "${argument}"`, {
    details: { argument: path.join('.') },
  });
}

/** Only ids are looked up: the mutation itself refuses any other value, and does not find what does not exist. */
async function hasStranger(
  ownership: Ownership,
  viewer: Viewer,
  values: readonly string[],
  postgres: PostgresSource | null,
): Promise<boolean> {
  const ids = values.filter(isUuid).map((id) => id.toLowerCase());
  return ids.length > 0 && postgres !== null && ownership.hasStranger(postgres, viewer, ids);
}
