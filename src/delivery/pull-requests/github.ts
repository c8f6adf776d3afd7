/** What GitHub tells of a pull request: who signed it, what it says, and what becomes of it. HTTP stands before it. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Log } from '../../log.ts';
import type { PullRequestLedger } from './ledger.ts';
import type { PullRequestSettings } from './settings.ts';

/** A secret, and the repository or owner at GitHub whose webhooks it signs. */
export interface GithubSecret {
  readonly instance: string;
  readonly secret: string;
}

/** Why a delivery is refused. */
export interface GithubRefusal {
  readonly reason: 'signature' | 'body';
  readonly message: string;
}

/** What became of a delivery: `known` is one that was heard before, `ignored` says why there is nothing to do. */
export type GithubHeard =
  | { readonly result: 'stored' | 'known'; readonly state: string | null; readonly runId: string | null }
  | { readonly result: 'ignored'; readonly why: string };

/** Takes deliveries. */
export interface GithubDeliveries {
  /** The signature of the headers; before the body is read. */
  readSignature(headers: Readonly<Record<string, string | string[] | undefined>>): Buffer | GithubRefusal;
  /** Whose secrets made the signature; empty where nobody's did. */
  signers(signature: Buffer, body: Buffer): readonly string[];
  /** @param value The JSON of the body. @throws GatewayError where the ledger does not take it. */
  take(
    value: unknown,
    by: { event: string; body: Buffer; signers: readonly string[] },
  ): Promise<GithubHeard | GithubRefusal>;
}

const SIGNATURE = /^sha256=([0-9a-f]{64})$/;
const OPENING: ReadonlySet<string> = new Set(['opened', 'reopened', 'synchronize', 'edited', 'ready_for_review']);

const repository = z.object({ full_name: z.string().max(200), owner: z.object({ login: z.string() }) });
const payload = z.object({
  action: z.string().max(50),
  number: z.int().min(1).max(999_999_999),
  repository,
  pull_request: z.object({
    state: z.enum(['open', 'closed']),
    head: z.object({
      ref: z.string().min(1).max(250),
      sha: z.string().regex(/^[0-9a-f]{40}$/),
      repo: repository.nullable(),
    }),
  }),
});
type Payload = z.infer<typeof payload>;

/** What deliveries are taken with. */
interface Taking {
  readonly secrets: readonly GithubSecret[];
  readonly settings: PullRequestSettings;
  readonly ledger: Pick<PullRequestLedger, 'hear'>;
  readonly log: Log;
}

/** Asks nothing before a delivery comes. */
export function createGithubDeliveries({ secrets, settings, ledger, log }: Taking): GithubDeliveries {
  return {
    readSignature: (headers) => {
      const [, digits] = SIGNATURE.exec(String(headers['x-hub-signature-256'] ?? '')) ?? [];
      return digits === undefined ? UNSIGNED : Buffer.from(digits, 'hex');
    },
    // All of them, in the same time whatever comes out.
    signers: (signature, body) =>
      secrets
        .filter(({ secret }) => timingSafeEqual(createHmac('sha256', secret).update(body).digest(), signature))
        .map(({ instance }) => instance.toLowerCase()),
    take: async (value, { event, body, signers }) => {
      if (event !== 'pull_request') return ignored(`Events of kind ${event.slice(0, 50) || 'none'} are not for this`);
      const read = payload.safeParse(value);
      if (!read.success)
        return { reason: 'body', message: `The pull request is not understood: ${z.prettifyError(read.error)}` };
      const { repository: of } = read.data;
      // The secret of one repository says nothing about another.
      if (!signers.includes(of.full_name.toLowerCase()) && !signers.includes(of.owner.login.toLowerCase()))
        return FOREIGN;
      const heard = await hear({ settings, ledger }, read.data, body);
      if (heard.result === 'ignored')
        log.info(
          { repository: of.full_name, number: read.data.number, why: heard.why },
          'a pull request has no environment',
        );
      return heard;
    },
  };
}

async function hear(
  { settings, ledger }: Pick<Taking, 'settings' | 'ledger'>,
  told: Payload,
  body: Buffer,
): Promise<GithubHeard> {
  const { action, number, repository: of, pull_request: pull } = told;
  const found = Object.keys(settings.repositories).find((name) => name.toLowerCase() === of.full_name.toLowerCase());
  const own = found === undefined ? undefined : settings.repositories[found];
  if (found === undefined || !own)
    return ignored(`${of.full_name} is not among the repositories of ssot/environments.yaml`);
  const { head, state } = pull;
  const isOpen = state === 'open';
  if (isOpen && !OPENING.has(action)) return ignored(`Nothing is done when a pull request is ${action}`);
  const isFork = head.repo?.full_name !== of.full_name;
  const forkOwner = head.repo?.owner.login ?? 'nobody any more';
  if (isOpen && isFork && !own.trustedForks.includes(forkOwner))
    return ignored(
      `The code is in a fork of ${forkOwner}, which is not among trustedForks of ${found}: foreign code is not run`,
    );
  // GitHub sends the same bytes again; its own number of a delivery nobody has signed.
  const key = `github:${createHash('sha256').update(body).digest('hex')}`;
  const heard = {
    repository: found,
    project: own.project,
    tenant: own.tenant,
    number,
    branch: head.ref,
    sha: head.sha,
  };
  const { isNew, state: now, runId } = await ledger.hear(key, isOpen ? 'OPEN' : 'CLOSED', heard);
  return { result: isNew ? 'stored' : 'known', state: now, runId };
}

function ignored(why: string): GithubHeard {
  return { result: 'ignored', why };
}

const UNSIGNED: GithubRefusal = {
  reason: 'signature',
  message: 'Send x-hub-signature-256: sha256= and 64 hexadecimal digits',
};
const FOREIGN: GithubRefusal = {
  reason: 'signature',
  message: 'The signature is not by a secret of this repository or its owner',
};
