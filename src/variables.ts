/** Kinds of variables of the environment, and the sentences about bad ones. */

import { z } from 'zod';
import { ToldError } from './told-error.ts';

/** Every bad variable, by name; a value never appears. */
export class ConfigError extends ToldError {
  constructor(problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** A URL of some protocols. */
export const url = (protocols: RegExp, hint: string) =>
  z.url({ protocol: protocols, error: `must be ${hint}` }).optional();
/** A whole number. */
export const count = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(fallback);
/** Any text. */
export const text = z.string().optional();
/** Days. */
export const days = (fallback: number) => count(1, 36_500, fallback);
/** A key that goes into a header: Node's own complaint about one would quote it. */
export const apiKey = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'must be printable characters without white space')
  .optional();

const isOrigin = (text: string) => !text.includes('*') && URL.canParse(text) && new URL(text).origin === text;

/** Origins, separated by commas, or a star for all of them. */
export const origins = z
  .string()
  .transform((list) => (list.trim() === '*' ? ('*' as const) : list.split(',').map((origin) => origin.trim())))
  .refine(
    (list) => list === '*' || list.every(isOrigin),
    'must be origins such as https://app.example.com, separated by commas, or *',
  )
  .default([]);

/** Marks a variable whose value is a secret, such as a URL that may hold a password: ssot/secrets/registry.yaml has it. */
export const secret = <Variable extends z.ZodType>(variable: Variable): Variable => variable.meta({ secret: true });

/** What is set: an empty variable counts as absent. */
export function presentOf(
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

/** One sentence for each bad variable, with its name and never its value. */
export function problemsOf({ error }: z.ZodSafeParseResult<unknown>): string[] {
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}
