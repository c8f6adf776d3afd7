/** What the environment says of the HTTP server: whose pages may ask, how answers are sent, and how it ends. */
import { z } from 'zod';
import { count, origins } from '../variables.ts';

/** Read by `readConfig`. */
export interface HttpConfig {
  /** Whose pages may ask, beside the gateway's own. */
  readonly allowedOrigins: readonly string[] | '*';
  /** Whether answers are compressed for whoever takes them so. */
  readonly compression: boolean;
  /** Milliseconds that requests under way have left when the gateway is told to stop. */
  readonly drainMs: number;
  /** Milliseconds before that in which it is not ready any more, and answers still. */
  readonly noticeMs: number;
}

/** The variables. */
export const httpVariables = z.object({
  ALLOWED_ORIGINS: origins,
  HTTP_COMPRESSION: z.enum(['on', 'off'], 'must be on or off').default('on'),
  HTTP_DRAIN_SECONDS: count(1, 600, 20),
  HTTP_NOTICE_SECONDS: count(0, 120, 0),
});

/** What they say. */
export function readHttp(read: z.infer<typeof httpVariables>): HttpConfig {
  return {
    allowedOrigins: read.ALLOWED_ORIGINS,
    compression: read.HTTP_COMPRESSION === 'on',
    drainMs: read.HTTP_DRAIN_SECONDS * 1_000,
    noticeMs: read.HTTP_NOTICE_SECONDS * 1_000,
  };
}
