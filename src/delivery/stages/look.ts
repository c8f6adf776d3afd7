/** Opens the ways into an Odoo that there are, and proves by them. */

import type { ProofConfig } from '../../config/proof.ts';
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import { createOdooClient, type OdooClientConfig } from '../../odoo/client.ts';
import { isKeyRefused } from '../../odoo/faults.ts';
import { readBanner } from '../../odoo/login-page.ts';
import { type QueryOther, withOtherDatabase } from '../../postgres/other-database.ts';
import type { Proof } from './proof.ts';
import { createApiReader } from './read-api.ts';
import { createDatabaseReader } from './read-database.ts';
import type { StageReader } from './reader.ts';
import type { StageSettings } from './settings.ts';
import { type Looking, proveStage } from './verify.ts';

/** Milliseconds that a question to Odoo may take. */
const TIMEOUT_MS = 30_000;

/** What is proved. */
export interface ProvedOdoo extends Pick<Looking, 'productionHosts' | 'productionSecrets'> {
  readonly odoo: OdooClientConfig;
  readonly proof: ProofConfig;
  readonly settings: StageSettings;
}

/** Changes nothing. A way that does not open is none: what it would have shown is not seen. */
export async function proveOdoo({ odoo, proof, ...judging }: ProvedOdoo): Promise<Proof> {
  const banner = await readBanner(odoo);
  const { url, database } = odoo;
  const byKey = proof.apiKey === null ? [] : [createApiReader(openAs(odoo, proof.apiKey), () => new Date())];
  const looking = { ...judging, banner, ownHost: new URL(url).hostname };
  if (proof.databaseUrl === null) return proveStage({ ...looking, readers: byKey, database: null });
  const place = { url: proof.databaseUrl, variable: 'ODOO_PROOF_DATABASE_URL' };
  try {
    return await withOtherDatabase(place, async (query) => {
      const readers = [createDatabaseReader(query), ...byKey];
      return proveStage({ ...looking, readers, database: { asked: database, found: await nameOf(query) } });
    });
  } catch (error) {
    return proveStage({ ...looking, readers: [createClosedReader(error), ...byKey], database: null });
  }
}

/** By JSON-2 whatever the reader takes: other protocols want a login beside the key. */
function openAs(odoo: OdooClientConfig, apiKey: string): OdooCall {
  const call = createOdooClient({ ...odoo, apiKey, protocol: 'json2', timeoutMs: TIMEOUT_MS, cache: null });
  return async (...asked) => {
    try {
      return await call(...asked);
    } catch (cause) {
      if (!isKeyRefused(cause)) throw cause;
      const message = 'Odoo does not take ODOO_PROOF_API_KEY: it is wrong, has expired, or its user is archived';
      throw new GatewayError('UPSTREAM_UNAVAILABLE', message, { cause });
    }
  };
}

async function nameOf(query: QueryOther): Promise<string> {
  const [row] = await query('select current_database()::text as name');
  return String(row?.name);
}

/** A way that did not open: each question answers why. */
function createClosedReader(error: unknown): StageReader {
  const refuse = () => Promise.reject(error);
  return {
    way: 'the database',
    ...{ excess: refuse, parameter: refuse, mailServers: refuse, fetching: refuse, crons: refuse },
    ...{ webhooks: refuse, payments: refuse, apiKeys: refuse, queues: refuse },
  };
}
