/** The gateway's schema and catalog, without the systems behind it. */
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { createGatewaySchema, type GatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';

/** Builds the schema anew. */
export function readTestSchema(): GatewaySchema {
  const paths = packagePaths();
  return createGatewaySchema(readSdl(paths.schema), loadDoctrine(paths));
}

/** Root list field of each stored type that has one, e.g. `Partner` → `partners`. */
export function readLists({ schema }: GatewaySchema): ReadonlyMap<string, string> {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(
    fields.flatMap(({ name, type }): [string, string][] => {
      const [, element] = /^(\w+)Connection!?$/.exec(String(type)) ?? [];
      return element ? [[element, name]] : [];
    }),
  );
}
