/**
 * A handler as a Supabase Edge Function, or anything else that takes a `Request`: `handlers: { url: … }` of the agent in the
 * doctrine names where it is, and `tripoint worker --agent …` posts each run to it. docs/agents.md says what answers mean.
 * It needs no package: the signature is that of Standard Webhooks, by Web Crypto.
 */

/** What is posted. */
interface Message {
  /** `run.check` asks, of a run that was called off, what an earlier attempt did; it wants nothing done. */
  readonly type: 'run.execute' | 'run.check';
  readonly timestamp: string;
  readonly data: {
    readonly run: {
      readonly id: string;
      readonly agent: string;
      readonly kind: string;
      readonly input: unknown;
      readonly attempt: number;
      readonly fence: number;
      readonly retryOf: string | null;
    };
    readonly leaseSeconds: number;
  };
}

/** Seconds that a message is good for. */
const TOLERANCE_SECONDS = 300;

/** @param secrets `whsec_…`; two while one is exchanged for the other. */
export function createHandler(secrets: readonly string[]): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await request.text();
    if (!(await isSigned(secrets, request.headers, body))) return fail(401, 'FORBIDDEN', 'The signature is wrong');
    const { type, data } = JSON.parse(body) as Message;
    // It changes nothing elsewhere, so that there is nothing to find out.
    if (type === 'run.check') return new Response(null, { status: 410 });
    const { texts } = (data.run.input ?? {}) as { texts?: unknown };
    if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string'))
      return fail(422, 'BAD_USER_INPUT', 'input.texts must be a list of texts');
    const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => word !== '').length;
    return Response.json({ words });
  };
}

/** A failure that is not tried again: `code` and `message` become the run's. */
function fail(status: number, code: string, message: string): Response {
  return Response.json({ code, message }, { status });
}

async function isSigned(secrets: readonly string[], headers: Headers, body: string): Promise<boolean> {
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map(
    (name) => headers.get(`webhook-${name}`) ?? '',
  );
  const age = Math.abs(Date.now() / 1_000 - Number(timestamp));
  if (!id || !timestamp || !signatures || !(age <= TOLERANCE_SECONDS)) return false;
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [one.slice(3)] : []));
  for (const secret of secrets) {
    const key = await importKey(secret);
    const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
    // Compared by the library itself, in constant time.
    for (const one of given) if (await crypto.subtle.verify('HMAC', key, fromBase64(one), signed)) return true;
  }
  return false;
}

function importKey(secret: string) {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', fromBase64(secret.replace(/^whsec_/, '')), algorithm, false, ['verify']);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** As far as it is used here. */
interface DenoGlobal {
  readonly env: { get(name: string): string | undefined };
  serve(handle: (request: Request) => Promise<Response>): void;
}

const { Deno } = globalThis as { Deno?: DenoGlobal };
if (Deno)
  Deno.serve(createHandler((Deno.env.get('HANDLER_SECRET') ?? '').split(' ').filter((secret) => secret !== '')));
