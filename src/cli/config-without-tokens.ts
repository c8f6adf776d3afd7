/** The configuration of commands that verify no token. */
import { type Config, readConfig } from '../config.ts';
import type { Io } from './io.ts';

/** Signs nothing: where no token is verified, a configuration may lack a secret. */
const NO_SECRET = 'no token is verified by this command';

/** The configuration of a command that verifies no token. @throws ConfigError naming every bad variable. */
export function readConfigWithoutTokens(env: Io['env']): Config {
  const secret = env.SUPABASE_JWT_SECRET || NO_SECRET;
  return readConfig({ ...env, SUPABASE_JWT_SECRET: secret }, () => secret);
}
