/**
 * Compressed answers (br, gzip), as streams. By `compression`: it reads what a client accepts, names it in `vary`, and leaves alone
 * what is short, encoded already, or says `no-transform`, as an answer does that holds a secret.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compression from 'compression';

/** Sees to it that an answer is compressed where that helps; called before the answer begins. */
export type Compress = (request: IncomingMessage, response: ServerResponse) => void;

/** Bytes from which an answer is compressed: a shorter one fits into a packet as it is, and may grow. */
export const MIN_BYTES = 1_024;

/** Measured on 130 kB of JSON: the next levels take twice to four times as long, and save a twentieth to a fifth. */
const FASTEST = 1;
/** Base-two logarithm of the bytes that the encoder looks back on: the default takes 4 MB of memory for each answer. */
const WINDOW_BITS = 18;

/**
 * What is compressed, by its media type. Not event streams: each event would have to be flushed, and a stream of a subscription
 * may hold what a stranger wrote beside what is nobody else's. Not files, which are sent in parts.
 */
const COMPRESSIBLE =
  /^(application\/(graphql-response\+)?json|application\/javascript|text\/(javascript|css|html|plain)|image\/svg\+xml)\b/i;

/** Compresses nothing before it is called. */
export function createCompress(): Compress {
  const compress = compression({
    threshold: MIN_BYTES,
    level: FASTEST,
    brotli: {
      params: { [constants.BROTLI_PARAM_QUALITY]: FASTEST, [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS },
    },
    filter: (_request, response) => COMPRESSIBLE.test(String(response.getHeader('content-type'))),
  });
  return (request, response) => {
    // Typed for a framework, of whose requests and answers it takes what Node's own have.
    compress(request as Parameters<typeof compress>[0], response as Parameters<typeof compress>[1], () => {});
  };
}
