/** A consumer of the gateway: who asks, what it asks, and which values of its answers are volatile. Read from its folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { readFolders } from '../operations/operation-files.ts';
import { FORMS } from './mask.ts';
import { type Operation, readOperations } from './operations.ts';

const viewer = z.union([
  z.strictObject({ user: z.string().min(1) }),
  z.strictObject({ service: z.literal(true) }),
  z.strictObject({ agent: z.string().min(1), act: z.string().min(1).optional() }),
  z.strictObject({ anonymous: z.literal(true) }),
]);
const mask = z.strictObject({ at: z.string().min(1), as: z.enum(FORMS) });
const consumerSchema = z.strictObject({
  /** The person to ask before an answer changes. */
  owner: z.string().min(1),
  purpose: z.string().min(1),
  viewer,
  /** Whether its operations are agents' tools too; not those of a page, which are many. */
  tools: z.boolean().default(true),
  masks: z.array(mask).default([]),
});

/** `consumer.yaml`, checked, and the operations of the consumer. */
export interface Consumer extends z.infer<typeof consumerSchema> {
  /** Name of its folders. */
  readonly name: string;
  /** Single ones first, then each flow in the order of its files' names. */
  readonly operations: readonly Operation[];
}

/** The viewer that a consumer asks as. */
export type ConsumerViewer = z.infer<typeof viewer>;

/** Where consumers are. */
export interface ConsumerFolders {
  /** Their trusted operations, e.g. `ssot/operations`; null where there are none. */
  readonly operations: string | null;
  /** What they are answered, e.g. `test/contracts`: goldens and variables, flows, and operations that are to be refused. */
  readonly contracts: string;
}

/** Every consumer with a `consumer.yaml`, by name; none where nothing was begun. @throws Error that names the file which is not as it must be. */
export function readConsumers(folders: ConsumerFolders): readonly Consumer[] {
  const names = new Set(foldersOf(folders).flatMap(readFolders));
  return [...names]
    .sort()
    .filter((name) => isConsumer(folders, name))
    .map((name) => readConsumer(folders, name));
}

/** As whom each consumer asks that has a folder of trusted operations, by its name; null where they are nobody's tools. @throws Error that names the file at fault. */
export function readViewers(operations: string): ReadonlyMap<string, ConsumerViewer | null> {
  const files = readFolders(operations).map((name) => [name, join(operations, name, FILE)] as const);
  const described = files.filter(([, file]) => existsSync(file));
  return new Map(
    described.map(([name, file]) => {
      const { viewer, tools } = readDescription(file);
      return [name, tools ? viewer : null];
    }),
  );
}

const FILE = 'consumer.yaml';

/** @throws Error for operations of nobody: left out without a word, they would be held to nothing. */
function isConsumer(folders: ConsumerFolders, name: string): boolean {
  const own = ownFolders(folders, name);
  if (own.some((folder) => existsSync(join(folder, FILE)))) return true;
  const orphaned = own.find((folder) => readdirSync(folder).some((file) => file.endsWith('.graphql')));
  if (orphaned === undefined) return false;
  throw new Error(
    `${orphaned} has operations and no ${FILE}, which says who asks: write one, with owner, purpose and viewer`,
  );
}

function readConsumer(folders: ConsumerFolders, name: string): Consumer {
  const files = ownFolders(folders, name).map((folder) => join(folder, FILE));
  const [file, second] = files.filter((each) => existsSync(each));
  if (second !== undefined) throw new Error(`${name} has two files ${FILE}, ${file} and ${second}: keep the first`);
  const described = readDescription(file as string);
  const operations = folders.operations && join(folders.operations, name);
  return { name, ...described, operations: readOperations({ operations, contracts: join(folders.contracts, name) }) };
}

/** @throws Error that names the file and what is wrong with it. */
function readDescription(file: string): z.infer<typeof consumerSchema> {
  const read = consumerSchema.safeParse(parseYaml(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file} describes no consumer:\n${z.prettifyError(read.error)}`);
  return read.data;
}

function foldersOf({ operations, contracts }: ConsumerFolders): string[] {
  return [...(operations === null ? [] : [operations]), contracts];
}

function ownFolders(folders: ConsumerFolders, name: string): string[] {
  return foldersOf(folders)
    .map((folder) => join(folder, name))
    .filter((folder) => existsSync(folder));
}
