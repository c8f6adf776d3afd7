/** The handler of `bridge.catalog`: registers all that there is, and says how it differs from the last registration. */
import type { GraphQLSchema } from 'graphql';
import { agentViewer } from '../../auth/viewer.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import type { TrustedOperation } from '../../operations/manifest.ts';
import type { Catalog } from '../../plan/catalog.ts';
import { callFunction } from '../../postgres/call-function.ts';
import { readRows } from '../../postgres/json-rows.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { BRIDGE_AGENT } from '../bridge-ledger.ts';
import type { BridgeHandler } from '../handler.ts';
import { type FqdnOf, modelFqdn, type Registered, tableFqdn } from './asset.ts';
import { readDatabaseAssets } from './from-database.ts';
import { readAgents, readDerived } from './from-doctrine.ts';
import { readOdooAssets } from './from-odoo.ts';
import { readOperations, readTypes } from './from-schema.ts';

/** What this installation is made of. */
export interface CatalogSources {
  readonly doctrine: Doctrine;
  readonly schema: GraphQLSchema;
  /** The stored types. */
  readonly types: Catalog;
  readonly operations: readonly TrustedOperation[];
}

/** What the handler is made of. */
export interface Cataloguing {
  readonly odoo: OdooCall | null;
  readonly postgres: Pick<PostgresSource, 'repeatable'>;
  /** Read when a run wants them. */
  readonly sources: () => CatalogSources;
}

const TIMEOUT_SECONDS = 600;

/** Done twice it changes nothing the second time. */
export function createCataloguing({ odoo, postgres, sources }: Cataloguing): BridgeHandler {
  return {
    timeoutSeconds: TIMEOUT_SECONDS,
    concurrency: 1,
    execute: async (_run, { signal, append }) => {
      if (!odoo) throw new GatewayError('NOT_CONFIGURED', 'ODOO_URL is not set for the worker');
      const told = await register(postgres, await readAll(sources(), { odoo, postgres, signal }));
      const { addedNames, changedNames, removedNames, lineageAddedNames, lineageRemovedNames, ...counts } = told;
      const { added, changed, removed, lineageAdded, lineageRemoved } = counts;
      if (Number(added) + Number(changed) + Number(removed) + Number(lineageAdded) + Number(lineageRemoved) > 0)
        await append('catalog.drift', told);
      return counts;
    },
  };
}

async function readAll(
  { doctrine, schema, types, operations }: CatalogSources,
  { odoo, postgres, signal }: Pick<Cataloguing, 'postgres'> & { odoo: OdooCall; signal: AbortSignal },
): Promise<Registered> {
  const models = new Set(doctrine.surfaces.odoo.owns);
  const fqdnOf: FqdnOf = (source) => (models.has(source) ? modelFqdn(source) : tableFqdn(source));
  const parts = [
    readTypes(schema, types, fqdnOf),
    readOperations(schema, { types, operations, fqdnOf }),
    readAgents({ doctrine, schema, operations, fqdnOf }),
  ];
  const assets = [
    ...(await readOdooAssets(odoo, [...models], signal)),
    ...(await readDatabaseAssets(postgres)),
    ...parts.flatMap((part) => part.assets),
  ];
  const known = new Set(assets.map(({ fqdn }) => fqdn));
  const lineage = [...parts.flatMap((part) => part.lineage), ...readDerived(doctrine, fqdnOf)];
  // A database that is behind its doctrine lacks a table.
  return { assets, lineage: lineage.filter(({ from, to }) => known.has(from) && known.has(to)) };
}

async function register(
  postgres: Pick<PostgresSource, 'repeatable'>,
  { assets, lineage }: Registered,
): Promise<Readonly<Record<string, unknown>>> {
  const given = { assets: JSON.stringify(assets), lineage: JSON.stringify(lineage) };
  const [row] = await readRows(
    (statement) => postgres.repeatable(agentViewer(BRIDGE_AGENT), statement),
    callFunction('catalog.register', given, 'told'),
  );
  return (row?.told ?? {}) as Readonly<Record<string, unknown>>;
}
