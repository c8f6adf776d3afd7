/** Checks of the key set that verifies tokens, of the storage, and of limits of this program by stage. */
import type { Config } from '../../config.ts';
import { messageOf } from '../../told-error.ts';
import { MAX_RUN_SECONDS } from '../run-limits.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';
import type { PublicKey, Systems } from './systems.ts';

/** Lines about tokens. */
export async function checkKeySet({ auth, stage }: Pick<Config, 'auth' | 'stage'>, systems: Systems): Promise<Check[]> {
  const isShared = auth.jwtSecret !== null && stage === 'production';
  const secret = isShared
    ? [
        warning(
          'tokens/secret',
          'SUPABASE_JWT_SECRET is set in production: whoever has it is everybody',
          'move to a key pair, and leave it unset',
        ),
      ]
    : [];
  if (auth.jwksUrl === null)
    return [...secret, skipped('tokens/keys', 'no key set is configured: tokens are verified by the secret')];
  const name = 'tokens/keys';
  if (new URL(auth.jwksUrl).protocol !== 'https:' && stage !== 'development')
    secret.push(
      failed('tokens/tls', 'the key set is fetched by http: who is in between verifies tokens', 'take https'),
    );
  const keys = await systems.keySet(auth.jwksUrl).catch((error: unknown) => messageOf(error));
  if (typeof keys === 'string')
    return [
      ...secret,
      failed(name, `the key set cannot be fetched: ${keys}`, 'correct SUPABASE_URL or SUPABASE_JWKS_URL'),
    ];
  return [...secret, judgeKeys(name, keys)];
}

function judgeKeys(name: string, keys: readonly PublicKey[]): Check {
  if (keys.some((key) => 'd' in key || key.kty === 'oct'))
    return failed(name, 'the key set shows a private key', 'revoke it at once: whoever saw it signs tokens');
  const usable = keys.filter(isUsable);
  return usable.length === 0
    ? failed(
        name,
        `the key set has ${keys.length} keys, and none for ES256 or RS256`,
        'make an asymmetric signing key at the identity provider, e.g. in Supabase under JWT signing keys',
      )
    : ok(name, `${usable.length} of ${keys.length} keys verify tokens`);
}

function isUsable({ kty, crv, alg, use }: PublicKey): boolean {
  if (use !== undefined && use !== 'sig') return false;
  if (kty === 'EC') return crv === 'P-256' && (alg === undefined || alg === 'ES256');
  return kty === 'RSA' && (alg === undefined || alg === 'RS256');
}

/** The line about the storage. */
export async function checkStorage({ storage }: Pick<Config, 'storage'>, systems: Systems): Promise<Check> {
  const name = 'storage';
  if (!storage)
    return skipped(
      name,
      'no storage is configured: no archives, no attachments',
      'set SUPABASE_SERVICE_ROLE_KEY, or STORAGE_FOLDER in development',
    );
  const problem = await systems.storage().then(
    () => null,
    (error: unknown) => messageOf(error),
  );
  return problem === null
    ? ok(name, 'archives can be kept, and nobody else reads them')
    : failed(name, problem, 'make a private bucket named STORAGE_BUCKET, and look at SUPABASE_URL and the key');
}

/** The line about runs. */
export function checkRuns({ stage, worker }: Pick<Config, 'stage' | 'worker'>): Check {
  const name = 'runs';
  const seconds = worker.timeoutMs / 1_000;
  const max = stage === 'development' ? null : MAX_RUN_SECONDS[stage];
  return max !== null && seconds > max
    ? failed(
        name,
        `a run may take ${seconds} s, and ${max} s is the most in ${stage}`,
        `set WORKER_TIMEOUT_SECONDS to ${max} or less`,
      )
    : ok(name, `a run may take ${seconds} s`);
}
