/** A call of one SQL function by its name and its arguments' names. */
import type { Statement } from './statement.ts';

/**
 * @param name Qualified, e.g. `work.create_page`; from code, never from a request.
 * @param given Values by the names of the function's arguments; an undefined one is null.
 * @param answer What of the answer is wanted, e.g. `run_id as id, created`: columns of the rows that it answers, or of a
 * single value the name under which it comes.
 */
export function callFunction(name: string, given: Readonly<Record<string, unknown>>, answer: string): Statement {
  const names = Object.keys(given);
  const list = names.map((argument, index) => `${argument} => $${index + 1}`).join(', ');
  const alias = /^\w+$/.test(answer) ? ` as ${answer}` : '';
  return {
    text: `select ${answer} from ${name}(${list})${alias}`,
    values: names.map((argument) => given[argument] ?? null),
  };
}

/**
 * The same call by an agent for the user that it acts for: the database looks whether the agent may execute the function, and
 * runs it with that user's rights.
 *
 * @param answer The name under which the single value comes.
 */
export function callForUser(name: string, given: Readonly<Record<string, unknown>>, answer: string): Statement {
  const [schema] = name.split('.');
  const values = Object.fromEntries(Object.entries(given).map(([argument, value]) => [argument, value ?? null]));
  return {
    text: `select ${answer} from ${schema}.for_user($1, $2) as ${answer}`,
    values: [name, JSON.stringify(values)],
  };
}
