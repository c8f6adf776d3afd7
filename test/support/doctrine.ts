/** Copies of the doctrine and of the SDL that a test may change. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DocumentNode, Kind, parse } from 'graphql';
import { parse as parseYaml, stringify } from 'yaml';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { type Paths, packagePaths } from '../../src/paths.ts';
import { createGatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';

/** The doctrine as a plain object, to be changed in place. */
export interface DoctrineDraft {
  version: number;
  surfaces: Record<string, { role: string; system: string; writers: string[]; owns: string[] }>;
  open: string[];
  readers: Record<string, Record<string, 'all' | string[]>>;
  agents: Record<string, { purpose: string; reads: Record<string, 'all' | string[]> }>;
}

/** Files of this test in a folder that goes away with it. */
export interface TestPaths extends Paths, Disposable {}

/** Copies schema and doctrine into a temporary folder, the doctrine changed by `change`, the SDL followed by `sdl`. */
export function copyPaths(change: (draft: DoctrineDraft) => void, sdl = ''): TestPaths {
  const paths = packagePaths();
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-doctrine-'));
  const draft = parseYaml(readFileSync(paths.doctrine, 'utf8')) as DoctrineDraft;
  change(draft);
  const doctrine = join(folder, 'doctrine.yaml');
  const schema = join(folder, 'schema');
  writeFileSync(doctrine, stringify(draft));
  cpSync(paths.schema, schema, { recursive: true });
  if (sdl) writeFileSync(join(schema, 'zz-test.graphql'), sdl);
  return {
    ...paths,
    doctrine,
    schema,
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Builds the gateway's schema from a changed doctrine and more SDL; throws what the start would throw. */
export function buildSchema(sdl: string, change: (draft: DoctrineDraft) => void = () => {}): void {
  using paths = copyPaths(change);
  const base = readSdl(paths.schema);
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [...base.definitions, ...(sdl ? parse(sdl).definitions : [])],
  };
  createGatewaySchema(document, loadDoctrine(paths));
}
