/** Where a definition stands in the SDL's files. */
import { type DocumentNode, getLocation, Kind, type Location } from 'graphql';

/** `schema/odoo/partner.graphql:12` of a coordinate: `Partner`, `Partner.vat` or `PartnerType.CONTACT`. */
export type Locate = (coordinate: string) => string;

/** @param document The SDL as its files have it, with locations. */
export function readLocations(document: DocumentNode): Locate {
  const locations = new Map<string, string>();
  const note = (coordinate: string, location: Location | undefined) => {
    if (location && !locations.has(coordinate)) locations.set(coordinate, describe(location));
  };
  for (const node of document.definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION) {
      note(node.name.value, node.name.loc);
      for (const field of node.fields ?? []) note(`${node.name.value}.${field.name.value}`, field.name.loc);
    }
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
      note(node.name.value, node.name.loc);
      for (const value of node.values ?? []) note(`${node.name.value}.${value.name.value}`, value.name.loc);
    }
  }
  return (coordinate) => locations.get(coordinate) ?? 'schema';
}

function describe({ source, start }: Location): string {
  return `${source.name}:${getLocation(source, start).line}`;
}
