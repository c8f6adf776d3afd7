/** What a question is, and how the usual ones are put. `ref('x')` stands for the id of `tripoint_demo.x`. */

/** One call: what is asked, of which model. */
export interface Question {
  readonly title: string;
  readonly model: string;
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** A place where the asked system's own id of an external id goes. */
export interface Reference {
  readonly $ref: string;
}

/** The id of a demo record, in whatever system is asked. */
export function ref(name: string): Reference {
  return { $ref: name.includes('.') ? name : `tripoint_demo.${name}` };
}

/** The demo company's condition. */
export const OURS = ['company_id', '=', ref('company_tala')];

/** Title, domain, other arguments. */
type Rows = readonly (readonly [string, readonly unknown[], Readonly<Record<string, unknown>>?])[];

/** Asks which records a domain finds, among those of the demo company unless `scope` says otherwise. */
export function finds(model: string, rows: Rows, scope: readonly unknown[] = [OURS]): Question[] {
  return rows.map(([title, domain, rest]) => ({
    title: `${model} where ${title}`,
    model,
    method: 'search_read',
    args: { domain: [...scope, ...domain], fields: ['id'], order: 'id', ...rest },
  }));
}

/** Asks for records by specification. */
export function reads(title: string, model: string, args: Readonly<Record<string, unknown>>): Question {
  return { title: `reads ${title}`, model, method: 'web_search_read', args };
}

/** Asks anything else. */
export const call = (
  title: string,
  model: string,
  method: string,
  args: Readonly<Record<string, unknown>>,
): Question => ({
  title,
  model,
  method,
  args,
});
