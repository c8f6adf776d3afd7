/** The stored types of the schema, and the trusted operations that select them. */
import { type GraphQLSchema, getNamedType, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { TrustedOperation } from '../../operations/manifest.ts';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { type Asset, type FqdnOf, type Lineage, operationFqdn, type Registered, typeFqdn } from './asset.ts';

/** Each type comes from its model or table, and from the types that it links to. */
export function readTypes(schema: GraphQLSchema, types: Catalog, fqdnOf: FqdnOf): Registered {
  const stored = [...types.values()];
  return {
    assets: stored.map((type) => describeType(schema, type)),
    lineage: stored.flatMap((type) => [
      { from: fqdnOf(type.source), to: typeFqdn(type.name), via: 'stored' },
      ...[...type.fields.values()].flatMap((field): Lineage[] => {
        if (field.kind !== 'link') return [];
        const via = `link ${type.name}.${field.name} (${field.contract})`;
        return [{ from: typeFqdn(field.target), to: typeFqdn(type.name), via }];
      }),
    ]),
  };
}

function describeType(schema: GraphQLSchema, { name, surface, source, fields }: StoredType): Asset {
  const description = schema.getType(name)?.description ?? null;
  const metadata = { surface, source, fields: fields.size, ...(description && { description }) };
  return { fqdn: typeFqdn(name), type: 'GRAPHQL_TYPE', metadata };
}

/** Each operation comes from the types that it selects; what it writes comes from it. */
export function readOperations(
  schema: GraphQLSchema,
  { types, operations, fqdnOf }: { types: Catalog; operations: readonly TrustedOperation[]; fqdnOf: FqdnOf },
): Registered {
  return {
    assets: operations.map(describeOperation),
    lineage: operations.flatMap((operation) => {
      const fqdn = operationFqdn(operation.consumer, operation.name);
      return [
        ...selectedTypes(schema, types, operation).map((name) => ({ from: typeFqdn(name), to: fqdn, via: 'selects' })),
        ...operation.writes.map((table) => ({ from: fqdn, to: fqdnOf(table), via: 'writes' })),
      ];
    }),
  };
}

function describeOperation({ consumer, name, kind, description, ids, risk, cost, surfaces }: TrustedOperation): Asset {
  const metadata = { consumer, kind, ...(description && { description }), id: ids[0], risk, cost, surfaces };
  return { fqdn: operationFqdn(consumer, name), type: 'OPERATION', metadata };
}

function selectedTypes(schema: GraphQLSchema, types: Catalog, { document }: TrustedOperation): string[] {
  const info = new TypeInfo(schema);
  const found = new Set<string>();
  const enter = () => {
    const type = info.getType();
    const name = type ? getNamedType(type).name : '';
    const element = name.replace(/(Connection|Group|GroupPage)$/, '');
    for (const one of [name, element]) if (types.has(one)) found.add(one);
  };
  visit(parse(document), visitWithTypeInfo(info, { Field: { enter } }));
  return [...found].sort();
}
