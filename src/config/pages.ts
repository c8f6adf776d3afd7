/** What the environment says of the pages that the gateway serves: the console, GraphiQL, and how people sign in there. */
import { z } from 'zod';
import type { tokenVariables } from '../auth/config.ts';
import { text } from '../variables.ts';

/** Read by `readConfig`. */
export interface PagesConfig {
  /** Whether the console is served, at `/`. */
  readonly console: boolean;
  /** Whether GraphiQL is served, at `/graphiql`; without a console at `/` too. */
  readonly graphiql: boolean;
  /** Where people sign in; null where tokens come from elsewhere. */
  readonly signIn: SignInConfig | null;
}

/** Supabase Auth, as a browser reaches it. */
export interface SignInConfig {
  /** E.g. `https://project.supabase.co/auth/v1`. */
  readonly url: string;
  /** The project's publishable key, which is no secret; null where none is wanted. */
  readonly key: string | null;
}

const onOrOff = z.enum(['on', 'off'], 'must be on or off').optional();

/** The variables. */
export const pageVariables = z.object({
  CONSOLE: onOrOff,
  GRAPHIQL: onOrOff,
  SUPABASE_PUBLISHABLE_KEY: text,
});

type Read = z.infer<typeof pageVariables> & Pick<z.infer<typeof tokenVariables>, 'SUPABASE_URL'>;

/** Both pages are on in development, and elsewhere where somebody says so. */
export function readPages(read: Read, stage: 'development' | 'staging' | 'production'): PagesConfig {
  const standard = stage === 'development' ? 'on' : 'off';
  const base = read.SUPABASE_URL?.replace(/\/+$/, '');
  return {
    console: (read.CONSOLE ?? standard) === 'on',
    graphiql: (read.GRAPHIQL ?? standard) === 'on',
    signIn: base === undefined ? null : { url: `${base}/auth/v1`, key: read.SUPABASE_PUBLISHABLE_KEY ?? null },
  };
}
