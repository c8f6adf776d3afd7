/** `ssot/bridge.yaml`: which models of Odoo are watched, how far back each look goes, and when. */
import { z } from 'zod';
import { readSettingsFile, SettingsError } from '../settings-file.ts';
import type { Models } from './models.ts';

const seconds = (most: number) => z.int().min(1).max(most);
const fieldName = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/, 'must be the name of a field');
const expression = z.string().min(1).max(200);

const shape = z.strictObject({
  version: z.literal(1),
  /** The longest that a transaction of Odoo stays open. */
  overlapSeconds: seconds(86_400),
  everySeconds: seconds(3_600),
  idsEverySeconds: z.int().min(0).max(86_400),
  linksEverySeconds: z.int().min(0).max(86_400),
  pageSize: z.int().min(1).max(10_000),
  idsPageSize: z.int().min(1).max(100_000),
  watch: z.record(z.string(), z.strictObject({ links: z.array(fieldName).max(10).default([]) })),
  /** Cron expressions. */
  schedules: z.strictObject({
    timeZone: z.string().min(1),
    sync: expression,
    whole: expression,
    inventory: expression,
    reconcile: expression,
    verify: expression,
    catalog: expression,
  }),
});

/** The file, checked. Times are in seconds, pages in records. */
export type BridgeSettings = z.infer<typeof shape>;

/**
 * @param models Those that the doctrine gives to Odoo: no other is watched.
 * @throws SettingsError that names everything that is wrong in the file.
 */
export function loadBridgeSettings(file: string, models: Models): BridgeSettings {
  const read = shape.safeParse(readSettingsFile(file));
  if (!read.success) throw new SettingsError(`${file} is not understood:\n${z.prettifyError(read.error)}`);
  const foreign = Object.keys(read.data.watch).filter((model) => !models.has(model));
  if (foreign.length === 0) return read.data;
  throw new SettingsError(`${file}: watch names models that the doctrine does not give to Odoo: ${foreign.join(', ')}`);
}
