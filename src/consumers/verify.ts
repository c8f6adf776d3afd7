/** Asks a consumer's operations of a gateway, and holds the answers against the committed ones. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type GraphQLSchema, validate } from 'graphql';
import type { Consumer } from './consumer.ts';
import { diffLines } from './difference.ts';
import { findFreeForm } from './free-form.ts';
import { maskVolatile } from './mask.ts';
import type { Operation } from './operations.ts';
import { compareShape } from './shape.ts';

/** What a gateway answered. */
export interface ContractAnswer {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: unknown; readonly extensions?: unknown }[];
}

/** Asks a gateway as the consumer. */
export type Ask = (
  consumer: Consumer,
  operation: Pick<Operation, 'text'> & { readonly variables: Readonly<Record<string, unknown>> },
) => Promise<ContractAnswer>;

/** How answers are held against goldens. */
export interface VerifyOptions {
  readonly schema: GraphQLSchema;
  readonly ask: Ask;
  /** `update` writes the goldens; `shape` compares kinds of values alone, for a gateway with other data. */
  readonly mode: 'exact' | 'shape' | 'update';
  /** Whether flows run, which may write. */
  readonly withFlows: boolean;
}

/** One operation, and what came of it. */
export interface Verified {
  /** E.g. `workspace-app/overview`. */
  readonly name: string;
  readonly outcome: 'same' | 'differs' | 'updated' | 'new' | 'not asked';
  /** What differs, for people; empty otherwise. */
  readonly difference: string;
}

/** Each operation that the schema does not allow, with what is wrong with it. */
export function findInvalid(schema: GraphQLSchema, consumers: readonly Consumer[]): string[] {
  return consumers.flatMap(({ name, operations }) =>
    operations.flatMap((operation) =>
      validate(schema, operation.document).map(({ message }) => `${name}/${operation.name}: ${message}`),
    ),
  );
}

/** Single operations of all consumers first, so that what a flow writes changes none of their answers. */
export async function verifyConsumers(consumers: readonly Consumer[], options: VerifyOptions): Promise<Verified[]> {
  const verified: Verified[] = [];
  for (const inFlows of [false, true])
    for (const consumer of consumers) {
      const operations = consumer.operations.filter(({ flow }) => (flow !== null) === inFlows);
      for (const flow of new Set(operations.map((operation) => operation.flow)))
        verified.push(
          ...(await verifyFlow(
            consumer,
            operations.filter((operation) => operation.flow === flow),
            options,
          )),
        );
    }
  return verified;
}

async function verifyFlow(
  consumer: Consumer,
  operations: readonly Operation[],
  options: VerifyOptions,
): Promise<Verified[]> {
  const answers = new Map<string, unknown>();
  const verified: Verified[] = [];
  for (const operation of operations) {
    const name = `${consumer.name}/${operation.name}`;
    if (!isAskedOf(operation, options)) {
      verified.push({ name, outcome: 'not asked', difference: '' });
      continue;
    }
    const { variables, missing } = fillIn(operation.variables, answers);
    if (missing.length > 0) {
      const difference = missing.map((what) => `its variables need ${what}, which was not answered`).join('\n');
      verified.push({ name, outcome: 'differs', difference });
      continue;
    }
    const answer = await options.ask(consumer, { text: operation.text, variables });
    answers.set(operation.name.split('/').at(-1) ?? '', answer.data);
    if (isHeldBack(operation, answer)) {
      verified.push({ name, outcome: 'not asked', difference: '' });
      continue;
    }
    verified.push({ name, ...judge(consumer, operation, answer, options) });
  }
  return verified;
}

/** A subscription, and a mutation that stands in no flow, are held to the schema alone. */
function isAskedOf({ kind, flow }: Operation, { withFlows }: VerifyOptions): boolean {
  return flow === null ? kind === 'query' : kind !== 'subscription' && withFlows;
}

/** Some gateways take trusted documents alone: what is there to be refused for another reason cannot be asked of them. */
function isHeldBack({ isTrusted }: Operation, { errors = [] }: ContractAnswer): boolean {
  const codes = errors.map(({ extensions }) => (extensions as { code?: unknown } | undefined)?.code);
  return !isTrusted && codes.includes('DOCUMENT_NOT_TRUSTED');
}

function judge(
  consumer: Consumer,
  { golden, document }: Operation,
  answer: ContractAnswer,
  { schema, mode }: VerifyOptions,
) {
  const masked = maskVolatile(shown(answer), consumer.masks);
  const text = `${JSON.stringify(masked, null, 2)}\n`;
  const known = existsSync(golden) ? readFileSync(golden, 'utf8').replaceAll('\r\n', '\n') : null;
  if (mode === 'update') {
    if (known !== text) writeFileSync(golden, text);
    return { outcome: known === text ? 'same' : 'updated', difference: '' } as const;
  }
  if (known === null) return { outcome: 'new', difference: `there is no ${golden}: --update writes it` } as const;
  const difference =
    mode === 'exact'
      ? diffLines(known, text)
      : compareShape(JSON.parse(known), JSON.parse(text), findFreeForm(schema, document)).join('\n');
  return { outcome: difference === '' ? 'same' : 'differs', difference } as const;
}

/**
 * What the goldens hold: the status where it is no success, the data, and of each error its path and code, which programs use.
 * A sentence for people may be put better.
 */
function shown({ status, data, errors }: ContractAnswer): Readonly<Record<string, unknown>> {
  return {
    ...(status !== 200 && { status }),
    ...(data !== undefined && { data }),
    ...(errors !== undefined && { errors: errors.map(({ path, extensions }) => ({ path, extensions })) }),
  };
}

const PLACEHOLDER = /^\{\{([^.{}]+)\.([^{}]+)\}\}$/;

/** `"{{1-create.createPage.page.id}}"` → that value of the answer to `1-create`. */
function fillIn<T>(given: T, answers: ReadonlyMap<string, unknown>): { variables: T; missing: readonly string[] } {
  const missing: string[] = [];
  const variables = JSON.parse(JSON.stringify(given), (_key, value) => {
    const [, step, path] = (typeof value === 'string' && PLACEHOLDER.exec(value)) || [];
    if (step === undefined || path === undefined) return value;
    const found = path
      .split('.')
      .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], answers.get(step));
    if (found === undefined || found === null) missing.push(`${step}.${path}`);
    return found;
  }) as T;
  return { variables, missing };
}
