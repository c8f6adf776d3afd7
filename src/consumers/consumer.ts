/** A consumer of the gateway: who asks, what it asks, and which values of its answers are volatile. Read from a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type OperationTypeNode, parse } from 'graphql';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import { FORMS } from './mask.ts';

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
  masks: z.array(mask).default([]),
});

/** `consumer.yaml`, checked, and the operations beside it. */
export interface Consumer extends z.infer<typeof consumerSchema> {
  /** Name of its folder. */
  readonly name: string;
  /** Single ones first, then each flow in the order of its files' names. */
  readonly operations: readonly Operation[];
}

/** The viewer that a consumer asks as. */
export type ConsumerViewer = z.infer<typeof viewer>;

/** One `.graphql` file. */
export interface Operation {
  /** From the consumer's folder, without extension: `overview`, or `write-a-page/1-create`. */
  readonly name: string;
  /** The folder whose operations run in order and may write; null for one that stands alone. */
  readonly flow: string | null;
  readonly kind: OperationTypeNode;
  readonly text: string;
  readonly document: DocumentNode;
  /** As `<name>.variables.json` says; `{{step.path}}` stands for a value of an earlier answer of the flow. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The file of the answer that is expected. */
  readonly golden: string;
}

/** Every folder with a `consumer.yaml`, by name; none where nothing was begun. @throws Error that names the file which is not as it must be. */
export function readConsumers(folder: string): readonly Consumer[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .filter((name) => isConsumer(join(folder, name)))
    .map((name) => readConsumer(folder, name));
}

/** @throws Error for operations of nobody: left out without a word, they would be held to nothing. */
function isConsumer(own: string): boolean {
  if (existsSync(join(own, 'consumer.yaml'))) return true;
  if (!readdirSync(own).some((name) => name.endsWith('.graphql'))) return false;
  throw new Error(
    `${own} has operations and no consumer.yaml, which says who asks: write one, with owner, purpose and viewer`,
  );
}

function readConsumer(folder: string, name: string): Consumer {
  const own = join(folder, name);
  const file = join(own, 'consumer.yaml');
  const read = consumerSchema.safeParse(parseYaml(readFileSync(file, 'utf8')));
  if (!read.success) throw new Error(`${file} describes no consumer:\n${z.prettifyError(read.error)}`);
  const entries = readdirSync(own, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  const flows = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return { name, ...read.data, operations: [null, ...flows].flatMap((flow) => readOperations(own, flow)) };
}

function readOperations(folder: string, flow: string | null): Operation[] {
  const own = join(folder, flow ?? '');
  return readdirSync(own)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((file) => readOperation(own, file.slice(0, -'.graphql'.length), flow));
}

function readOperation(folder: string, stem: string, flow: string | null): Operation {
  const file = join(folder, `${stem}.graphql`);
  const text = readFileSync(file, 'utf8');
  const document = parse(text);
  const [operation, ...more] = document.definitions.flatMap((one) => (one.kind === 'OperationDefinition' ? one : []));
  if (!operation?.name || more.length > 0) throw new Error(`${file} must hold one operation, with a name`);
  if (operation.operation === 'mutation' && flow === null)
    throw new Error(`${file} writes: put it into a folder of its own, as a flow`);
  const variables = join(folder, `${stem}.variables.json`);
  return {
    name: flow === null ? stem : `${flow}/${stem}`,
    flow,
    kind: operation.operation,
    text,
    document,
    variables: existsSync(variables) ? readVariables(variables) : {},
    golden: join(folder, `${stem}.json`),
  };
}

/** @throws Error for a number that would be asked with another value than the file says. */
function readVariables(file: string): Operation['variables'] {
  const text = readFileSync(file, 'utf8');
  const inexact = findInexactNumber(text);
  if (inexact) throw new Error(`${file}: ${inexactProblem(inexact)}`);
  return JSON.parse(text);
}
