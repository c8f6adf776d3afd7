/** A client of the gateway in one function: what it sends and what it gets are typed by the document. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';

/** Where the gateway is, and as whom it is asked. */
export interface Connection {
  /** E.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly token: string;
}

/** One error of an answer: what failed, and where in the data. */
export interface AnswerError {
  readonly message: string;
  /** Response keys and indices from the root; absent where nothing was executed. */
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

/** What the gateway answered: where one surface fails, its fields are null, and the others' data are here. */
export interface Answer<Result> {
  /** Null where nothing was executed. */
  readonly data: Result | null;
  readonly errors: readonly AnswerError[];
}

/** @throws Error where what came back is no answer of a gateway. */
export async function ask<Result, Variables>(
  { url, token }: Connection,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data = null, errors = [] } = (await response.json()) as Partial<Answer<Result>>;
  return { data, errors };
}
