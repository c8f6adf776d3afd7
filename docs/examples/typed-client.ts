/** A client of the gateway in one function: what it sends and what it gets are typed by the document. */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

/** A document of `src/generated/clients/`, by its text. */
type Document<Result, Variables> = DocumentTypeDecoration<Result, Variables> & { toString(): string };

/** Where the gateway is, and as whom it is asked. */
export interface Connection {
  /** E.g. `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly token: string;
}

/** @throws Error with the errors of a response that has some. */
export async function ask<Result, Variables>(
  { url, token }: Connection,
  document: Document<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  const { data, errors } = (await response.json()) as { data: Result; errors?: readonly { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}
