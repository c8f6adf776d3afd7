/** What the environment says of tokens. */
import { z } from 'zod';
import { ConfigError, count, presentOf, problemsOf, secret, text, url } from '../variables.ts';
import type { AuthConfig } from './verify.ts';

/** What tokens are made and verified by. */
export const tokenVariables = z.object({
  SUPABASE_URL: url(/^https?$/, 'a URL such as https://project.supabase.co'),
  SUPABASE_JWT_SECRET: secret(z.string().min(32, 'must have at least 32 characters').optional()),
  SUPABASE_JWKS_URL: url(/^https?$/, 'a URL'),
  SUPABASE_JWKS_MAX_AGE_SECONDS: count(60, 2_592_000, 86_400),
  SUPABASE_JWT_ISSUER: text,
  SUPABASE_JWT_AUDIENCE: z.string().default('authenticated'),
  SUPABASE_CHECK_SESSIONS: z.enum(['on', 'off'], 'must be on or off').default('off'),
});

/**
 * How tokens are made and verified, and nothing else: whoever only signs tokens need not configure any system.
 *
 * @throws ConfigError naming every bad variable.
 */
export function readAuthConfig(env: Readonly<Record<string, string | undefined>>): AuthConfig {
  const parsed = tokenVariables.safeParse(presentOf(env));
  if (!parsed.success) throw new ConfigError(problemsOf(parsed));
  return freezeAuth(parsed.data);
}

/** The configuration from the variables that were read. */
export function freezeAuth(read: z.infer<typeof tokenVariables>): AuthConfig {
  const base = read.SUPABASE_URL?.replace(/\/+$/, '');
  return {
    jwtSecret: read.SUPABASE_JWT_SECRET ?? null,
    jwksUrl: read.SUPABASE_JWKS_URL ?? (base ? `${base}/auth/v1/.well-known/jwks.json` : null),
    jwksMaxAgeSeconds: read.SUPABASE_JWKS_MAX_AGE_SECONDS,
    issuer: read.SUPABASE_JWT_ISSUER ?? (base ? `${base}/auth/v1` : null),
    audience: read.SUPABASE_JWT_AUDIENCE,
    checkSessions: read.SUPABASE_CHECK_SESSIONS === 'on',
  };
}
