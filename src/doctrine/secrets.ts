/** Loads `ssot/secrets/registry.yaml`: the identity of every secret, and never a value. */
import { z } from 'zod';
import { readSettingsText, SettingsError } from '../settings-file.ts';
import { parseWithLines } from './lines.ts';

/** The shape of the registry; editors know it as `ssot/secrets/registry.schema.json`. */
export const registryShape = z.strictObject({
  version: z.literal(1),
  secrets: z.record(
    z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of an environment variable'),
    z.strictObject({
      purpose: z.string().min(1).describe('What it opens, in a sentence.'),
      owner: z.string().min(1).describe('Who answers for it: a team, never a person.'),
      consumers: z.array(z.string().min(1)).min(1).describe('What reads it: the gateway, or a command of it.'),
      livesIn: z.enum(['vault', 'ci', 'platform-environment']).describe('Where its value is kept.'),
      rotation: z.strictObject({
        everyDays: z.int().min(1).max(730).describe('Days after which it is replaced.'),
        how: z.string().min(1).describe('How it is replaced, without a gap where that can be had.'),
      }),
    }),
  ),
});

/** The registry, checked. */
export type SecretsRegistry = z.infer<typeof registryShape>;

/** @throws SettingsError that names what is wrong in the registry, each with its line. */
export function loadSecrets(file: string): SecretsRegistry {
  const { value, lineOf } = parseWithLines(readSettingsText(file));
  const result = registryShape.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => {
    const [unknown] = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const path = unknown === undefined ? issue.path : [...issue.path, unknown];
    return `line ${lineOf(path)}: ${path.join('.')}: ${issue.message}`;
  });
  throw new SettingsError(`${file} is no registry of secrets:\n${problems.join('\n')}`);
}

/** Names of the variables that it registers. @throws as `loadSecrets` does. */
export function registeredNames(file: string): string[] {
  return Object.keys(loadSecrets(file).secrets);
}

/** Registered secrets that an environment lacks, by name. */
export function findAbsent(registry: SecretsRegistry, env: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(registry.secrets).filter((name) => !env[name]);
}
