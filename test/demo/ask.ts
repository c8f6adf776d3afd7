/** Asks one system all questions and renders its answers with external ids in place of its own ids. */

import { readDemoExternalIds } from '../../src/demo/external-ids.ts';
import { openStore } from '../../src/demo/odoo/store.ts';
import { normaliseAnswer } from './normalise.ts';
import type { Question } from './question.ts';

/** Where to ask. */
export interface System {
  readonly url: string;
  readonly apiKey: string;
}

/** The answer to one question: HTTP status and the body, ids replaced; of an error its name and message. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

type Post = (model: string, method: string, args: unknown) => Promise<Answer>;

const COMPANY_NAME = 'Tala Trading & Services, Inc.';

/** Opens a system: finds its ids of the demo's records, then answers questions one at a time. */
export async function openSystem(system: System): Promise<(question: Question) => Promise<Answer>> {
  const post = createPost(system);
  const domain = [['name', '=', COMPANY_NAME]];
  const company = (await post('res.company', 'search_read', { domain, fields: ['id'] })).body as { id: number }[];
  if (!company[0]) throw new Error(`${system.url} lacks the demo company`);
  const context = { allowed_company_ids: [company[0].id], lang: 'en_US', tz: 'UTC' };
  const names = await readNames(post, context);
  const ids = new Map(
    [...names].flatMap(([model, byId]) => [...byId].map(([id, name]) => [`${model} ${name}`, id] as const)),
  );
  return async (question) => {
    const args = resolve(question.args, ids) as Record<string, unknown>;
    const full = { ...args, context: { ...context, ...(args.context as object) } };
    const { status, body } = await post(question.model, question.method, full);
    if (status === 200) return { status, body: normaliseAnswer(openStore(), names, question, body) };
    const { name, message } = body as { name: string; message: string };
    return { status, body: { name, message } };
  };
}

function createPost({ url, apiKey }: System): Post {
  const headers = { authorization: `bearer ${apiKey}`, 'content-type': 'application/json' };
  return async (model, method, args) => {
    const response = await fetch(`${url}/json/2/${model}/${method}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(args),
    });
    return { status: response.status, body: await response.json() };
  };
}

/** Model → id → external id, for every recorded model, as this system has them. */
async function readNames(post: Post, context: object): Promise<Map<string, Map<number, string>>> {
  const models = new Set([...readDemoExternalIds().values()].map((row) => row.model));
  const names = new Map<string, Map<number, string>>();
  for (const model of models) {
    const search = { domain: [], fields: ['id'], context: { ...context, active_test: false } };
    const rows = (await post(model, 'search_read', search)).body as { id: number }[];
    const metadata = (await post(model, 'get_metadata', { ids: rows.map((row) => row.id) })).body as {
      id: number;
      xmlids: { xmlid: string }[];
    }[];
    names.set(model, new Map(metadata.map((row) => [row.id, chooseName(row.xmlids) ?? `unnamed ${model}`])));
  }
  return names;
}

function chooseName(xmlids: readonly { xmlid: string }[]): string | undefined {
  return (xmlids.find(({ xmlid }) => xmlid.startsWith('tripoint_demo.')) ?? xmlids[0])?.xmlid;
}

function resolve(value: unknown, ids: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  if ('$ref' in value) return resolveReference(String(value.$ref), ids);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, ids)]));
}

function resolveReference(name: string, ids: ReadonlyMap<string, number>): number {
  const model = readDemoExternalIds().get(name)?.model;
  const id = ids.get(`${model} ${name}`);
  if (id === undefined) throw new Error(`no record is named ${name}`);
  return id;
}
