/** `readConfig(env)`: one frozen object, or one error that names every bad variable and never a value. */
import { z } from 'zod';
import type { AuthConfig } from './auth/verify.ts';
import type { OdooConnection } from './odoo/json2.ts';
import type { PoolConfig } from './postgres/pool.ts';

/** Where the gateway stands; `staging` and `production` accept no embedded system. */
export type Stage = 'development' | 'staging' | 'production';

/** All that the process reads from its environment. */
export interface Config {
  readonly stage: Stage;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Whether neither DATABASE_URL nor ODOO_URL is set: both systems then live in this process. */
  readonly embedded: boolean;
  readonly postgres: PoolConfig | null;
  /** The owner's DSN, for `migrate`. */
  readonly migrationsDatabaseUrl: string | null;
  readonly odoo: (OdooConnection & { readonly maxConcurrency: number }) | null;
  readonly auth: AuthConfig;
}

/** Every bad variable, by name; a value never appears. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const url = (protocols: RegExp, hint: string) => z.url({ protocol: protocols, error: `must be ${hint}` }).optional();
const count = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be a whole number from ${min} to ${max}`)
    .default(fallback);
const text = z.string().optional();

const environment = z.object({
  PORT: count(0, 65_535, 4000),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('warn'),
  ODOO_STAGE: z.enum(['development', 'staging', 'production'], 'must be development, staging or production').optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'a URL such as postgres://gateway@host:5432/database'),
  MIGRATIONS_DATABASE_URL: url(/^postgres(ql)?$/, 'a URL such as postgres://owner@host:5432/database'),
  DATABASE_POOL_SIZE: count(1, 20, 10),
  ODOO_URL: url(/^https?$/, 'a URL such as https://odoo.example.com'),
  ODOO_DB: text,
  ODOO_API_KEY: text,
  ODOO_PROTOCOL: z.enum(['json2'], 'must be json2').default('json2'),
  ODOO_MAX_CONCURRENCY: count(1, 64, 4),
  SUPABASE_URL: url(/^https?$/, 'a URL such as https://project.supabase.co'),
  SUPABASE_JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  SUPABASE_JWKS_URL: url(/^https?$/, 'a URL'),
  SUPABASE_JWT_ISSUER: text,
  SUPABASE_JWT_AUDIENCE: z.string().default('authenticated'),
});

type Environment = z.infer<typeof environment>;

/** Milliseconds that one call to Odoo may take. */
const ODOO_TIMEOUT_MS = 5_000;

/**
 * @param env The process's environment; an empty variable counts as absent.
 * @param embeddedSecret Gives the HS256 secret of an embedded gateway; asked only then.
 * @throws ConfigError naming every bad variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, embeddedSecret: () => string): Config {
  const present = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(present);
  const shape = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const embedded = !present.DATABASE_URL && !present.ODOO_URL;
  const problems = [...shape, ...findMissing(present, embedded)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freeze(parsed.data, embedded, embedded ? embeddedSecret : null);
}

function findMissing(present: Readonly<Record<string, string | undefined>>, embedded: boolean): string[] {
  const stage = present.ODOO_STAGE;
  if (embedded) {
    if (stage !== 'staging' && stage !== 'production') return [];
    return [`DATABASE_URL and ODOO_URL are not set: the embedded systems are refused in ${stage}`];
  }
  const isStrict = stage === 'staging' || stage === 'production';
  const needed: (readonly [string, boolean])[] = [
    ['ODOO_STAGE', true],
    ['ODOO_API_KEY', Boolean(present.ODOO_URL)],
    ['ODOO_DB', Boolean(present.ODOO_URL)],
    ['DATABASE_URL', isStrict],
    ['ODOO_URL', isStrict],
  ];
  const missing = needed.flatMap(([name, isNeeded]) => (isNeeded && !present[name] ? [`${name} is not set`] : []));
  const verifiable = present.SUPABASE_JWT_SECRET || present.SUPABASE_JWKS_URL || present.SUPABASE_URL;
  if (!verifiable)
    missing.push('SUPABASE_URL, SUPABASE_JWKS_URL or SUPABASE_JWT_SECRET is not set: no token could be verified');
  if (present.SUPABASE_JWKS_URL && !present.SUPABASE_URL && !present.SUPABASE_JWT_ISSUER) {
    missing.push('SUPABASE_JWT_ISSUER is not set, and there is no SUPABASE_URL to derive it from');
  }
  return missing;
}

function freeze(read: Environment, embedded: boolean, embeddedSecret: (() => string) | null): Config {
  const base = read.SUPABASE_URL?.replace(/\/+$/, '');
  return Object.freeze({
    stage: read.ODOO_STAGE ?? 'development',
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL,
    embedded,
    postgres:
      read.DATABASE_URL === undefined ? null : { databaseUrl: read.DATABASE_URL, poolSize: read.DATABASE_POOL_SIZE },
    migrationsDatabaseUrl: read.MIGRATIONS_DATABASE_URL ?? null,
    odoo:
      read.ODOO_URL === undefined
        ? null
        : {
            url: read.ODOO_URL,
            database: read.ODOO_DB ?? null,
            apiKey: read.ODOO_API_KEY ?? '',
            timeoutMs: ODOO_TIMEOUT_MS,
            maxConcurrency: read.ODOO_MAX_CONCURRENCY,
          },
    auth: {
      jwtSecret: read.SUPABASE_JWT_SECRET ?? embeddedSecret?.() ?? null,
      jwksUrl: read.SUPABASE_JWKS_URL ?? (base ? `${base}/auth/v1/.well-known/jwks.json` : null),
      issuer: read.SUPABASE_JWT_ISSUER ?? (base ? `${base}/auth/v1` : null),
      audience: read.SUPABASE_JWT_AUDIENCE,
    },
  });
}
