/** What a consumer asks: its trusted operations, and cases beside the answers that are expected. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentNode, OperationTypeNode } from 'graphql';
import {
  type OperationFile,
  type OperationText,
  readFolders,
  readOperationFile,
  readOperationFiles,
} from '../operations/operation-files.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';

/** One operation as it is asked, or one that is held to the schema alone. */
export interface Operation {
  /** From the consumer's folder: `overview`, or `write-a-page/1-create-page`. */
  readonly name: string;
  /** The folder whose operations run in order and may write; null for one that stands alone. */
  readonly flow: string | null;
  readonly kind: OperationTypeNode;
  readonly text: string;
  readonly document: DocumentNode;
  /** Whether it is one of the trusted operations. */
  readonly isTrusted: boolean;
  /** As `<name>.variables.json` says; `{{step.path}}` stands for a value of an earlier answer of the flow. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The file of the answer that is expected. */
  readonly golden: string;
}

/** One consumer's own folders. */
interface OwnFolders {
  readonly operations: string | null;
  readonly contracts: string;
}

/** Single ones first, then each flow in the order of its files' names. @throws Error that names the file at fault. */
export function readOperations({ operations, contracts }: OwnFolders): Operation[] {
  const trusted = operations === null ? [] : readOperationFiles(operations);
  const flows = readFolders(contracts).map((flow) => readCases({ trusted, folder: contracts, flow }));
  const inFlows = new Set(flows.flat().map(({ text }) => text));
  // A trusted operation without a golden is asked all the same; in a flow it is asked there.
  const alone = trusted.filter(({ text, stem }) => !inFlows.has(text) || existsSync(join(contracts, `${stem}.json`)));
  const cases = readCases({ trusted, folder: contracts, flow: null, more: alone.map(({ stem }) => stem) });
  return [...cases, ...flows.flat()];
}

interface Reading {
  readonly trusted: readonly OperationFile[];
  readonly folder: string;
  readonly flow: string | null;
  /** Names of cases that have no file here. */
  readonly more?: readonly string[];
}

/** The files of a case have one name: `page.json`, `page.variables.json`, and `page.graphql` where it is no trusted operation. */
function readCases({ trusted, folder, flow, more = [] }: Reading): Operation[] {
  const own = join(folder, flow ?? '');
  const files = existsSync(own) ? readdirSync(own) : [];
  const named = files.flatMap((file) => /^(.+?)(?:\.graphql|\.variables\.json|\.json)$/.exec(file)?.[1] ?? []);
  return [...new Set([...named, ...more])].sort().map((stem) => readCase(trusted, { own, stem, flow }));
}

interface Case {
  readonly own: string;
  readonly stem: string;
  readonly flow: string | null;
}

function readCase(trusted: readonly OperationFile[], { own, stem, flow }: Case): Operation {
  const file = join(own, `${stem}.graphql`);
  const isOwn = existsSync(file);
  // The step's number in a flow is no part of the name: `2-cancel-run` is `cancel-run`.
  const known = trusted.find((one) => one.stem === stem || (flow !== null && one.stem === stem.replace(/^\d+-/, '')));
  const given: OperationText | undefined = isOwn ? readOperationFile(file) : known;
  if (!given) throw new Error(`${join(own, stem)} has no operation: no ${file}, and no trusted one of that name`);
  const { text, document, operation } = given;
  if (isOwn && operation.operation === 'mutation' && flow === null)
    throw new Error(`${file} writes: put it into a folder of its own, as a flow`);
  const variables = join(own, `${stem}.variables.json`);
  return {
    name: flow === null ? stem : `${flow}/${stem}`,
    flow,
    kind: operation.operation,
    text,
    document,
    isTrusted: !isOwn,
    variables: existsSync(variables) ? readVariables(variables) : {},
    golden: join(own, `${stem}.json`),
  };
}

/** @throws Error for a number that would be asked with another value than the file says. */
function readVariables(file: string): Operation['variables'] {
  const text = readFileSync(file, 'utf8');
  const inexact = findInexactNumber(text);
  if (inexact) throw new Error(`${file}: ${inexactProblem(inexact)}`);
  return JSON.parse(text);
}
