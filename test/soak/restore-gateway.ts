/** The gateway of the soak `restore`: pages, runs and files are written through it. */
import { createHash, randomBytes } from 'node:crypto';
import { issueToken } from '../../src/auth/issue.ts';
import { startProcess } from '../support/command.ts';
import { JWT_SECRET } from '../support/stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 3_600 };

interface Amount {
  /** Pages, and as many runs. */
  readonly writes: number;
  readonly files: number;
  readonly fileBytes: number;
}

/** A gateway's process, asked over HTTP as Ana, and as the service where runs are made. */
export interface Gateway extends AsyncDisposable {
  readonly url: string;
  ask(query: string, variables?: object): Promise<Readonly<Record<string, never>>>;
  stop(): Promise<void>;
}

/** Resolves when it is up. */
export async function startGateway(cwd: string, env: Readonly<Record<string, string>>): Promise<Gateway> {
  const running = startProcess(['start'], { cwd, env: { ...env, PORT: '0' } });
  const printed = await running.untilPrinted('Tripoint is up');
  const url = /http:\/\/[\d.:]+/.exec(`${printed}\n${await running.untilPrinted('http://')}`)?.[0] ?? '';
  const token = await issueToken({ user: 'ana' }, AUTH);
  const service = await issueToken({ service: true }, AUTH);
  return {
    url,
    ask: async (query, variables = {}) => {
      const as = query.includes('enqueueRun') ? service : token;
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${as}` };
      const answer = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      const { data, errors } = (await answer.json()) as { data: Record<string, never>; errors?: object };
      if (errors) throw new Error(`${query}: ${JSON.stringify(errors)}`);
      return data;
    },
    stop: async () => {
      running.child.kill('SIGTERM');
      await running.ended;
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}

/** What was answered. */
export interface Written {
  /** Titles of pages, and keys of runs. */
  readonly keys: readonly string[];
  /** By `digestOf` their bytes. */
  readonly files: readonly { readonly id: string; readonly digest: string }[];
}

const CREATE =
  'mutation ($key: String!, $space: ID!) { done: createPage(input: { title: $key, spaceId: $space, idempotencyKey: $key }) { page { id } userErrors { message } } }';
const ENQUEUE =
  'mutation ($key: String!) { enqueueRun(input: { agent: "sync-odoo-agent", kind: "odoo.write", idempotencyKey: $key, input: {} }) { run { id } userErrors { message } } }';
const UPLOAD =
  'mutation ($input: CreateAttachmentUploadInput!) { made: createAttachmentUpload(input: $input) { attachment { id } uploadUrl userErrors { message } } }';
const CONFIRM =
  'mutation ($id: ID!) { done: confirmAttachment(input: { attachmentId: $id }) { attachment { id } userErrors { message } } }';

/** Makes pages, as many runs, and attachments of random bytes. */
export async function write(gateway: Gateway, { writes, files, fileBytes }: Amount): Promise<Written> {
  const space = await findSpace(gateway);
  const keys = Array.from({ length: writes }, (_, index) => `drill ${index}`);
  const pages: string[] = [];
  for (let first = 0; first < keys.length; first += 8)
    await Promise.all(
      keys.slice(first, first + 8).map(async (key) => {
        const { done } = (await gateway.ask(CREATE, { key, space })) as unknown as { done: { page: { id: string } } };
        pages.push(done.page.id);
        await gateway.ask(ENQUEUE, { key });
      }),
    );
  const sent = [];
  for (let index = 0; index < files; index += 1)
    sent.push(await upload(gateway, String(pages[index]), randomBytes(fileBytes)));
  return { keys, files: sent };
}

async function findSpace(gateway: Gateway): Promise<string> {
  const data = (await gateway.ask('{ pages(first: 1) { nodes { space { id } } } }')) as unknown as {
    pages: { nodes: { space: { id: string } }[] };
  };
  return String(data.pages.nodes[0]?.space.id);
}

async function upload(gateway: Gateway, pageId: string, bytes: Buffer) {
  const input = { pageId, name: 'drill.bin', contentType: 'application/octet-stream', size: bytes.length };
  const { made } = (await gateway.ask(UPLOAD, { input })) as unknown as {
    made: { attachment: { id: string }; uploadUrl: string };
  };
  const target = new URL(made.uploadUrl, gateway.url);
  const put = await fetch(target, {
    method: 'PUT',
    headers: { 'content-type': input.contentType },
    body: new Uint8Array(bytes),
  });
  if (!put.ok) throw new Error(`an upload is ${put.status}`);
  await gateway.ask(CONFIRM, { id: made.attachment.id });
  return { id: made.attachment.id, digest: digestOf(bytes) };
}

/** SHA-256, in hexadecimal digits. */
export const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Goes on making pages until it is stopped, which gives the keys that were answered. */
export function writeOn(gateway: Gateway): { stop(): Promise<readonly string[]> } {
  let isStopping = false;
  const all = (async () => {
    const space = await findSpace(gateway);
    const keys: string[] = [];
    while (!isStopping) {
      const key = `later ${keys.length}`;
      await gateway.ask(CREATE, { key, space });
      keys.push(key);
    }
    return keys;
  })();
  return {
    stop: () => {
      isStopping = true;
      return all;
    },
  };
}
