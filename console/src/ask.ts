/** Asks `/graphql` by the ids of trusted operations, as the chosen viewer, and keeps what the last answers said of their calls. */

import { IDS } from 'virtual:operations';
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import type * as documents from '../../src/generated/clients/console.ts';
import { noteAsked } from './asked.ts';
import type { Report } from './plan-of.ts';
import { authorization } from './token.ts';

type Documents = typeof documents;
type NameOf<Key> = Key extends `${infer Name}Document` ? Name : never;

/** Names of the console's operations. */
export type OperationName = NameOf<keyof Documents>;
/** What an operation answers. */
export type DataOf<Name extends OperationName> = ResultOf<Documents[`${Name}Document`]>;
/** What an operation is asked with. */
export type ArgumentsOf<Name extends OperationName> = VariablesOf<Documents[`${Name}Document`]>;

/** An error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly surface?: string; readonly [detail: string]: unknown };
}

/** An answer: what failed in part has its errors beside its data. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors: readonly AnswerError[];
}

/** Why nothing was answered. */
export class AskProblem extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
  readonly extensions?: { readonly tripoint?: Report };
}

/** What asks by its id. */
export function payloadOf(name: OperationName, variables: unknown): Record<string, unknown> {
  return { documentId: `sha256:${IDS[name]}`, operationName: name, variables };
}

/** @throws AskProblem where there is no data. */
export async function ask<Name extends OperationName>(
  name: Name,
  variables: ArgumentsOf<Name>,
  signal?: AbortSignal,
): Promise<Answer<DataOf<Name>>> {
  const { data, errors = [] } = await send(name, payloadOf(name, variables), signal);
  const [first] = errors;
  if (data === undefined || data === null) throw problemOf(first);
  return { data: data as DataOf<Name>, errors };
}

/** Asks by a text, which a gateway that takes trusted documents alone refuses. */
export async function askText(query: string, isExplorer: boolean): Promise<Body> {
  return send('your query', { query }, undefined, isExplorer ? { 'tripoint-graphiql': '1' } : {});
}

async function send(
  name: string,
  payload: object,
  signal?: AbortSignal,
  more: Record<string, string> = {},
): Promise<Body> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...more, ...authorization() };
  const start = performance.now();
  const request = { method: 'POST', headers, body: JSON.stringify(payload), ...(signal && { signal }) };
  const response = await fetch('/graphql', request).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new AskProblem('GATEWAY_GONE', 'The gateway does not answer');
  });
  const body = await response.json().catch(() => {
    throw new AskProblem('GATEWAY_GONE', `The gateway answered with HTTP ${response.status}`);
  });
  const answer = body as Body;
  noteAsked({ name, ms: performance.now() - start, errors: answer.errors ?? [], report: answer.extensions?.tripoint });
  return answer;
}

function problemOf(error: AnswerError | undefined): AskProblem {
  return new AskProblem(error?.extensions.code ?? 'UNKNOWN', error?.message ?? 'The answer has no data');
}
