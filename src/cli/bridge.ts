/** What the bridge is made of, from the configuration of a command. */
import type { BridgeConfig } from '../bridge/odoo-bridge.ts';
import { loadBridgeSettings } from '../bridge/settings.ts';
import type { Config } from '../config.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { createOdooClient } from '../odoo/client.ts';
import type { Paths } from '../paths.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { readCatalogSources } from './catalog-sources.ts';

/** @throws Error that says what is wrong in `ssot/bridge.yaml`. */
export function readBridgeConfig(
  { stage, odoo, bridge }: Config,
  {
    doctrine,
    postgres,
    paths,
  }: { doctrine: Doctrine; postgres: PostgresSource; paths: Pick<Paths, 'bridge' | 'schema' | 'operations'> },
): BridgeConfig {
  const url = odoo && new URL(odoo.url);
  const instance = { stage, url: url && `${url.origin}${url.pathname}`, database: odoo?.database ?? null };
  const models = new Set(doctrine.surfaces.odoo.owns);
  return {
    instance: bridge.instance === null ? null : { ...instance, name: bridge.instance },
    odoo: odoo && createOdooClient({ ...odoo, cache: null }),
    postgres,
    models,
    settings: loadBridgeSettings(paths.bridge, models),
    sources: () => readCatalogSources(doctrine, paths),
  };
}
