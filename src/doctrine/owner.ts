/** Who owns a model, a table or a SQL function. */
import type { Surface } from '../errors.ts';
import { storedSurfaceOf } from '../schemas.ts';
import type { Doctrine } from './shape.ts';

/** The surface that owns a model or table; undefined where the doctrine names it nowhere. */
export function ownerOf(doctrine: Doctrine, source: string): Surface | undefined {
  return (Object.keys(doctrine.surfaces) as Surface[]).find((surface) =>
    doctrine.surfaces[surface].owns.includes(source),
  );
}

/** The surface of a SQL function by its schema: `ops.enqueue` and `odoo.receive_event` are of `ops`. */
export function surfaceOfFunction(name: string): Surface {
  return storedSurfaceOf(name);
}
