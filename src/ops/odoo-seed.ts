/** Mutations of the verification of Odoo: what should be there, and which control totals are as they should be. */
import { z } from 'zod';
import { line } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';

const MAX_SEEDS = 5_000;
const MAX_TOTALS = 1_000;

const externalRef = z
  .string()
  .max(200, 'must have at most 200 characters')
  .regex(
    /^\w[\w-]*([.:/][\w-]+)+$/,
    'must be an external id of Odoo such as ipai_seed.website, a mapping such as crm:ACC-0042, or odoo.project.project.<id>',
  );
const name = line(500);
/** Made by a digest, so that it has no version, which `uuid` asks for. */
const differenceId = z.guid('must be a uuid').toLowerCase();

const upsertOdooSeeds = defineMutation({
  input: z.object({
    projects: z.array(z.object({ externalRef, name })).max(MAX_SEEDS, `must have at most ${MAX_SEEDS} items`).nullish(),
    tasks: z
      .array(z.object({ externalRef, name, projectRef: externalRef }))
      .max(MAX_SEEDS, `must have at most ${MAX_SEEDS} items`)
      .nullish(),
    replace: z.boolean().nullish(),
  }),
  calls: 'ops.upsert_odoo_seeds',
  arguments: ({ projects, tasks, replace }) => ({
    projects: JSON.stringify((projects ?? []).map((seed) => ({ external_ref: seed.externalRef, name: seed.name }))),
    tasks: JSON.stringify(
      (tasks ?? []).map((seed) => ({ external_ref: seed.externalRef, name: seed.name, project_ref: seed.projectRef })),
    ),
    replace: replace ?? false,
  }),
  answer: 'kept_projects, kept_tasks, removed',
  payload: ([row]) => ({
    projects: row?.kept_projects ?? null,
    tasks: row?.kept_tasks ?? null,
    removed: row?.removed ?? null,
  }),
});

const acceptFinanceTotals = defineMutation({
  input: z.object({
    ids: z
      .array(differenceId)
      .min(1, 'must have at least 1 item')
      .max(MAX_TOTALS, `must have at most ${MAX_TOTALS} items`),
  }),
  calls: 'ops.accept_finance_totals',
  arguments: ({ ids }) => ({ ids }),
  answer: 'accepted',
  payload: ([row]) => ({ accepted: row?.accepted ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const odooSeedMutations: Mutations = { upsertOdooSeeds, acceptFinanceTotals };
