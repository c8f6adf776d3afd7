/** The gateway: one answer to a document, or a stream of them. What goes in and comes out is typed by the document. */
import { createClient } from 'graphql-sse';
import type { TypedDocumentString } from './documents';
import { authorization } from './supabase';

const GATEWAY = process.env.NEXT_PUBLIC_GATEWAY_URL ?? '';

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** @throws Error where anything failed: a page that shows what one surface answered would look at `data` first. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await fetch(`${GATEWAY}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: await authorization() },
    body: JSON.stringify({ query: document.toString(), variables }),
  });
  return read((await response.json()) as Answer<Result>);
}

const streams = createClient({
  url: `${GATEWAY}/graphql`,
  headers: async () => ({ authorization: await authorization() }),
});

/** Each answer as it comes, until the signal is aborted. @throws Error where the subscription is refused. */
export async function* follow<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal: AbortSignal,
): AsyncGenerator<Result> {
  const answers = streams.iterate<Result>({ query: document.toString(), variables });
  signal.addEventListener('abort', () => void answers.return?.());
  for await (const answer of answers) yield read(answer as Answer<Result>);
}

/** Sends a file where the gateway said. @param uploadUrl A URL, or a path of the gateway's own. */
export async function upload(uploadUrl: string, file: File, contentType: string): Promise<void> {
  const sent = await fetch(fileUrl(uploadUrl), { method: 'PUT', headers: { 'content-type': contentType }, body: file });
  if (!sent.ok) throw new Error(`The file was not taken: ${sent.status}`);
}

/** A signed URL, which is a path where the gateway itself keeps the files. */
export function fileUrl(url: string): string {
  return new URL(url, GATEWAY).href;
}

function read<Result>({ data, errors }: Answer<Result>): Result {
  if (errors?.length || !data) throw new Error(errors?.map(({ message }) => message).join('. ') ?? 'No answer');
  return data;
}
