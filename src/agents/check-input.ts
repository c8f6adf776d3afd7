/** Whether the input of a run is what its handler takes. */
import { type InputSchema, RunError, type SchemaIssue } from './handler.ts';

/** Mistakes that a run's message lists. */
const MAX_ISSUES = 5;

/** @returns What the schema makes of the input. @throws RunError `BAD_USER_INPUT` that names each path; it is not tried again. */
export async function checkInput(schema: InputSchema, input: unknown): Promise<unknown> {
  const result = await schema['~standard'].validate(input);
  if (!result.issues) return result.value;
  const told = result.issues.slice(0, MAX_ISSUES).map((issue) => `${pathOf(issue)}: ${issue.message}`);
  const more = result.issues.length > MAX_ISSUES ? `; and ${result.issues.length - MAX_ISSUES} more` : '';
  throw new RunError('BAD_USER_INPUT', `The input of the run is refused at ${told.join('; ')}${more}`);
}

/** E.g. `input.rows.0.name`. */
function pathOf({ path = [] }: SchemaIssue): string {
  return ['input', ...path.map((part) => String(typeof part === 'object' ? part.key : part))].join('.');
}
