/** Variables of `tripoint stage verify`: two ways to look into an Odoo where its reader may not. */
import { z } from 'zod';
import { apiKey, secret, url } from '../variables.ts';

/** What a shell that proves a staging has; a running gateway needs neither. */
export const proofVariables = z.object({
  ODOO_PROOF_DATABASE_URL: secret(url(/^postgres(ql)?$/, 'a URL such as postgres://tripoint_proof@host:5432/odoo')),
  ODOO_PROOF_API_KEY: secret(apiKey),
});

/** The ways that are there. */
export interface ProofConfig {
  /** A login of Odoo's own database with SELECT alone; null where there is none. */
  readonly databaseUrl: string | null;
  /** A key of an administrator of Odoo; null where there is none. */
  readonly apiKey: string | null;
}

/** From the variables of the environment. */
export function readProofConfig(read: z.infer<typeof proofVariables>): ProofConfig {
  return { databaseUrl: read.ODOO_PROOF_DATABASE_URL ?? null, apiKey: read.ODOO_PROOF_API_KEY ?? null };
}
