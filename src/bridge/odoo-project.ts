/** A project of Odoo as the ledger keeps it. */
import type { OdooProject, SeenInstance } from './bridge-ledger.ts';
import { repoSlugOf } from './repo-slug.ts';

/** The longest name that the ledger takes. */
const MAX_NAME = 200;

/** @param name As Odoo has it now. */
export function toOdooProject(
  { id, name }: { readonly id: number; readonly name: unknown },
  instance: Pick<SeenInstance, 'name' | 'version'>,
): OdooProject {
  const short = String(name).slice(0, MAX_NAME);
  return { id, name: short, repoSlug: repoSlugOf(id, short), instance: instance.name, version: instance.version };
}
