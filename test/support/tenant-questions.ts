/** What a viewer can ask the ledger for, read from the SDL: whatever is added below a project turns up here. */
import { getNamedType } from 'graphql';
import type { StoredField, StoredType } from '../../src/plan/catalog.ts';
import { filterText } from './attack-lists.ts';
import { findFilterPaths, findOrders } from './attack-schema.ts';
import { readOwnSdl } from './own-sdl.ts';

const { schema, catalog } = readOwnSdl();

interface Root {
  readonly name: string;
  readonly type: StoredType;
}

const queries = Object.values(schema.getQueryType()?.getFields() ?? {});

/** Lists of the ledger at the root, but for what counts the questions themselves. */
export const LISTS: readonly Root[] = queries.flatMap(({ name, type, args }) => {
  const named = getNamedType(type).name;
  const stored = named.endsWith('Connection') ? catalog.get(named.replace(/Connection$/, '')) : undefined;
  const isAsked =
    stored?.surface === 'ops' && stored.name !== 'AgentUse' && args.every((arg) => !String(arg.type).endsWith('!'));
  return isAsked && stored ? [{ name, type: stored }] : [];
});

/** Look-ups of the ledger by an id. */
export const LOOK_UPS: readonly Root[] = queries.flatMap(({ name, type, args }) => {
  const stored = catalog.get(getNamedType(type).name);
  return stored?.surface === 'ops' && args.length === 1 && args[0]?.name === 'id' ? [{ name, type: stored }] : [];
});

/** All that a type of the ledger holds, with what it leads to on the ledger one level down. */
export function selectionOf(type: StoredType, depth = 1): string {
  const fields = [...type.fields.values()].map((field) => selectField(field, depth)).filter((part) => part !== '');
  return fields.join(' ');
}

function selectField(field: StoredField, depth: number): string {
  if (field.kind === 'leaf') return field.name;
  const target = catalog.get(field.target);
  if (field.kind === 'link' || target?.surface !== 'ops' || depth === 0) return '';
  const inner = selectionOf(target, depth - 1);
  return field.kind === 'many'
    ? `${field.name}(first: 5) { totalCount nodes { ${inner} } }`
    : `${field.name} { ${inner} }`;
}

/** Questions whose answers must not depend on what another tenant has: lists, totals, orders, and filters that guess its words. */
export function questionsOf(words: readonly string[]): readonly string[] {
  return LISTS.flatMap(({ name, type }) => {
    const list = (args: string, inner: string) => `{ ${name}(${args}) { totalCount nodes { ${inner} } } }`;
    const orders = findOrders(type.name).flatMap((field) =>
      ['ASC', 'DESC'].map((way) => list(`first: 5, orderBy: [{ field: ${field}, direction: ${way} }]`, 'id')),
    );
    const guesses = findFilterPaths(type.name).flatMap(({ path, comparison }) =>
      comparison !== 'StringFilter'
        ? []
        : words.map((word) =>
            list(`first: 5, filter: ${filterText(path, `{ contains: ${JSON.stringify(word)} }`)}`, 'id'),
          ),
    );
    return [list('first: 50', selectionOf(type)), ...orders, ...guesses];
  });
}
