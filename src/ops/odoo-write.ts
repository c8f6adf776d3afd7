/** `requestOdooWrite` enqueues a write to Odoo. Here Odoo is asked for nothing but its fields. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { MAX_ODOO_ID } from '../plan/id.ts';
import { type Checking, defineMutation, type InputIssue, type Mutations } from '../postgres/mutation.ts';
import { foreseeOdooWrite } from './foresee-odoo-write.ts';
import { findInfinite, json, orderingKey, requester } from './input.ts';
import {
  type DescribeFields,
  FIELD_ATTRIBUTES,
  type FieldDescriptions,
  findValueMisfits,
  isTexts,
  readLanguages,
} from './odoo-values.ts';

/** One model that may be written, and how: as `writesOdoo` of an agent in the doctrine says. */
export interface OdooWriteRule {
  readonly model: string;
  /** Which of `create` and `write` may be asked for. */
  readonly methods: readonly string[];
  /** Other methods, each with the domain of the records that it is done for: on those it is not called again. */
  readonly once: Readonly<Record<string, readonly unknown[]>>;
}

/** A write to Odoo: the input of a run of kind `odoo.write`. */
export type OdooWrite = z.output<typeof odooWrite>;

/** The agent that executes it, and the kind of its runs. */
export const ODOO_WRITE = { agent: 'sync-odoo-agent', kind: 'odoo.write' } as const;

const MAX_IDS = 1_000;
/** An id of Odoo: a number, or as GraphQL has it, its digits. */
const odooId = z
  .union(
    [
      z.int(),
      z
        .string()
        .regex(/^\d{1,10}$/, 'must be ids of Odoo')
        .transform(Number),
    ],
    'must be ids of Odoo',
  )
  .refine((id) => id > 0 && id <= MAX_ODOO_ID, 'must be ids of Odoo');

const odooWrite = z.object({
  model: z.string(),
  method: z.string(),
  ids: z
    .array(odooId)
    .max(MAX_IDS, `must be at most ${MAX_IDS} ids`)
    .nullish()
    .transform((ids) => [...new Set(ids ?? [])]),
  values: z.record(z.string(), z.unknown(), 'must be an object of fields and their values').nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(_[A-Za-z0-9]{2,})?(@[a-z]+)?$/, 'must be a language of Odoo such as fr_FR')
    .nullish(),
});

/** Reads the input of a run. @returns The write, or the first problem with its shape. */
export function readOdooWrite(input: unknown): OdooWrite | { readonly problem: string } {
  const read = odooWrite.safeParse(input);
  const [issue] = read.success ? findMisfits(read.data) : read.error.issues;
  if (issue) return { problem: `${issue.path.join('.') || 'input'} ${issue.message}` };
  return read.success ? read.data : { problem: 'input is no write to Odoo' };
}

/** Why the doctrine does not allow a model and method, with those that it allows; null where it does. */
export function refuseOdooWrite(
  { model, method }: Pick<OdooWrite, 'model' | 'method'>,
  rules: readonly OdooWriteRule[],
): { readonly path: 'model' | 'method'; readonly message: string } | null {
  const rule = rules.find((candidate) => candidate.model === model);
  if (!rule) {
    const allowed = rules.map((candidate) => candidate.model).join(', ');
    return { path: 'model', message: `is not one that ${ODOO_WRITE.agent} writes: it writes ${allowed}` };
  }
  const methods = [...rule.methods, ...Object.keys(rule.once)];
  if (methods.includes(method)) return null;
  return {
    path: 'method',
    message: `is not one that ${ODOO_WRITE.agent} calls on ${model}: it calls ${methods.join(', ')}`,
  };
}

/** What a method needs and did not get, and what it got and does not take. */
function findMisfits({ method, ids, values }: OdooWrite): InputIssue[] {
  const hasValues = Object.keys(values ?? {}).length > 0;
  const takesIds = method !== 'create';
  const takesValues = method === 'create' || method === 'write';
  return [
    ...(takesIds === ids.length > 0
      ? []
      : [{ path: ['ids'], message: takesIds ? 'must name a record' : 'must be absent for create' }]),
    ...(takesValues === hasValues
      ? []
      : [{ path: ['values'], message: takesValues ? 'must set a field' : `must be absent for ${method}` }]),
    ...findUntold(values ?? {}, method === 'write'),
  ];
}

/** What Odoo would misunderstand, or be told twice. */
function findUntold(values: Readonly<Record<string, unknown>>, isRepeated: boolean): InputIssue[] {
  const infinite = findInfinite(values, ['values']);
  if (infinite) return [{ path: infinite, message: 'must be a finite number' }];
  const addition = isRepeated ? findAddition(values, ['values']) : null;
  if (!addition) return [];
  return [{ path: addition, message: 'must not create or delete records: create them by a run of their own' }];
}

/** Commands of a list of records that say the same when they are said again: update, unlink from, link, clear, set. */
const REPEATABLE = new Set<unknown>([1, 3, 4, 5, 6]);

/** The first field with a command that makes a record each time it is said, or deletes one. */
function findAddition(
  values: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
): readonly PropertyKey[] | null {
  for (const [name, value] of Object.entries(values)) {
    const commands = (Array.isArray(value) ? value : []).filter((one): one is unknown[] => Array.isArray(one));
    for (const [code, , nested] of commands) {
      if (!REPEATABLE.has(code)) return [...path, name];
      const found = code === 1 ? findAddition((nested ?? {}) as Record<string, unknown>, [...path, name]) : null;
      if (found) return found;
    }
  }
  return null;
}

/** Holds the values against the fields that Odoo has; empty where nobody can tell now. */
export async function checkOdooWrite(
  { model, values, language }: OdooWrite,
  describe: DescribeFields,
): Promise<readonly InputIssue[]> {
  const namesLanguages = Boolean(language) || Object.values(values ?? {}).some(isTexts);
  const languages = namesLanguages ? await readLanguages(describe) : null;
  if (language && languages && !languages.includes(language))
    return [{ path: ['language'], message: `is not one of this Odoo's: it has ${languages.join(', ')}` }];
  const misfits = values ? await findValueMisfits(values, { model, describe, languages }) : [];
  return misfits.map(({ path, message }) => ({ path: ['values', ...path], message }));
}

function describeBy({ describeFields }: Checking): DescribeFields {
  return async (model, names) => (await describeFields(model, names, FIELD_ATTRIBUTES)) as FieldDescriptions | null;
}

/** @param rules Of the doctrine, for the agent that writes. */
export function createOdooWriteMutations(rules: readonly OdooWriteRule[]): Mutations {
  const input = odooWrite
    .extend({
      idempotencyKey,
      priority: z.int().min(-1_000, 'must be from -1000 to 1000').max(1_000, 'must be from -1000 to 1000').default(0),
      runAt: z.string().nullish(),
      orderingKey,
      requestedBy: requester,
      projectId: uuid.nullish(),
    })
    .check(({ value, issues }) => {
      const refusal = refuseOdooWrite(value, rules);
      const misfits = refusal ? [{ path: [refusal.path], message: refusal.message }] : findMisfits(value);
      const unkept = misfits.length > 0 ? [] : (json.safeParse(value.values).error?.issues ?? []);
      const found = [...misfits, ...unkept.map(({ message }) => ({ path: ['values'], message }))];
      for (const { path, message } of found) issues.push({ code: 'custom', path: [...path], message, input: value });
    });
  const requestOdooWrite = defineMutation({
    input,
    check: (write, checking) => checkOdooWrite(write, describeBy(checking)),
    foresee: (write, foreseeing) =>
      foreseeOdooWrite(write, rules.find(({ model }) => model === write.model)?.once ?? {}, foreseeing),
    calls: 'ops.enqueue',
    arguments: ({ idempotencyKey: key, priority, runAt, orderingKey: line, requestedBy, projectId, ...write }) => ({
      agent: ODOO_WRITE.agent,
      kind: ODOO_WRITE.kind,
      input: renderInput(write),
      idempotency_key: key,
      priority,
      run_at: runAt,
      ordering_key: line,
      requested_by: requestedBy,
      project_id: projectId,
    }),
    answer: 'run_id as id, created',
    payload: ([row]) => ({ run: row?.id ?? null, created: row?.created ?? false }),
  });
  return { requestOdooWrite };
}

/** The write as a text. The same write gives the same text, so that a repeated request is recognized. */
function renderInput({ model, method, ids, values, language }: OdooWrite): string {
  const given = { ...(ids.length > 0 && { ids }), ...(values && { values }), ...(language && { language }) };
  return JSON.stringify({ model, method, ...given });
}
