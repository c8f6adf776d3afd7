/** What postgres_fdw may show: of models that Odoo owns, each with its id, and under names that no surface has. */
import { tablesOf } from '../grants.ts';
import type { Doctrine } from '../shape.ts';
import type { Problem } from './unknown-names.ts';

/** One problem for each table or view that cannot be as the doctrine says. */
export function findUnfitForeign(doctrine: Doctrine): Problem[] {
  const { tables = {}, views = {} } = doctrine.foreign ?? {};
  const owned = tablesOf(doctrine);
  const taken = [...Object.keys(tables), ...Object.keys(views)]
    .filter((name) => owned.includes(name) || (name in tables && name in views))
    .map((name) => ({
      path: ['foreign', name in tables ? 'tables' : 'views', name],
      message: `${name} is listed twice`,
    }));
  const unfit = Object.entries(tables).flatMap(([name, { model, columns }]) => {
    const path = ['foreign', 'tables', name];
    return [
      ...(doctrine.surfaces.odoo.owns.includes(model)
        ? []
        : [{ path: [...path, 'model'], message: `${name} shows ${model}, which odoo does not own` }]),
      ...(columns.id === 'integer'
        ? []
        : [{ path: [...path, 'columns'], message: `${name} has no column id: integer, by which its pages go` }]),
    ];
  });
  return [...taken, ...unfit];
}
