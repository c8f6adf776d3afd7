/** Plain words for what stands in the place of an answer. */

/** What went wrong, as far as words need it. */
export interface Trouble {
  readonly code: string;
  readonly message: string;
  readonly surface?: string | undefined;
}

/** A sentence for a person, and what kind of trouble it is. */
export interface Told {
  readonly kind: 'refused' | 'down' | 'off' | 'wrong';
  readonly title: string;
  readonly text: string;
}

const SURFACES: Readonly<Record<string, string>> = { odoo: 'Odoo', ops: 'The ledger', work: 'The workspace' };

/** Says what is wrong, and what to do. */
export function tell({ code, message, surface }: Trouble): Told {
  const name = SURFACES[surface ?? ''] ?? 'The surface';
  switch (code) {
    case 'FORBIDDEN':
    case 'BOUNDARY_VIOLATION':
      return { kind: 'refused', title: 'Not yours to see', text: `${message}. Another viewer may.` };
    case 'UNAUTHENTICATED':
      return { kind: 'refused', title: 'Sign in again', text: 'The token has expired, or is not accepted here.' };
    case 'UPSTREAM_UNAVAILABLE':
    case 'UPSTREAM_TIMEOUT':
    case 'UPSTREAM_ERROR':
      return { kind: 'down', title: `${name} does not answer`, text: 'It is asked again by itself.' };
    case 'NOT_CONFIGURED':
      return { kind: 'off', title: 'Not configured', text: `${message}.` };
    case 'RATE_LIMITED':
      return { kind: 'down', title: 'Too much at once', text: 'This minute is used up. It is asked again by itself.' };
    case 'PERSISTED_QUERY_NOT_FOUND':
      return { kind: 'wrong', title: 'This page is older than the gateway', text: 'Reload it.' };
    case 'GATEWAY_GONE':
      return { kind: 'down', title: 'The gateway does not answer', text: 'It is asked again by itself.' };
    case 'DOCUMENT_NOT_TRUSTED':
      return {
        kind: 'refused',
        title: 'No text of your own here',
        text: 'This gateway takes trusted operations alone (TRUSTED_DOCUMENTS).',
      };
    default:
      return { kind: 'wrong', title: 'That failed', text: message };
  }
}
