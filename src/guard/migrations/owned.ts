/** Each table that the migrations leave on a surface is one that the doctrine gives to it. */
import { foreignRelations } from '../../doctrine/foreign.ts';
import { tablesOf } from '../../doctrine/grants.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { SCHEMAS } from '../../schemas.ts';
import type { Finding } from '../finding.ts';
import type { SchemaState } from '../sql/schema-state.ts';

/** A partition's name is its table's with more behind it. */
export function checkOwned({ relations }: SchemaState, doctrine: Doctrine): Finding[] {
  const owned = [...tablesOf(doctrine), ...foreignRelations(doctrine)];
  return [...relations].flatMap(([name, { file, line }]) => {
    const isOurs = SCHEMAS.some((schema) => name.startsWith(`${schema}.`));
    if (!isOurs || owned.some((table) => name === table || name.startsWith(`${table}_`))) return [];
    const message = `${name} is owned by no surface: list it in ssot/doctrine.yaml with who reads it, or leave it out`;
    return [{ rule: 'migrations/table-unknown', message, file, line }];
  });
}
