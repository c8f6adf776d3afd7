/** The rules of a promotion: to which environment a branch goes, and what an emergency asks for. The database holds the same. */
import { z } from 'zod';

/** A branch, or the beginning of its name with a `*` behind it. */
const pattern = z.string().regex(/^[^*\s]+\*?$/, 'must be the name of a branch, or its beginning and a *');
const environment = z.enum(['PULL_REQUEST', 'STAGING', 'PRODUCTION']);

/** The section `promotion` of `ssot/environments.yaml`. */
export const promotionSection = z.strictObject({
  branches: z.array(z.strictObject({ pattern, environment })).min(1),
  emergency: z.strictObject({
    branches: z.array(pattern).min(1),
    /** People who approve, other than who asks. */
    approvers: z.int().min(2).max(5),
    /** Until it lapses, and within which its follow-up is due. */
    hours: z.int().min(1).max(24),
  }),
});

/** The section, checked. */
export type PromotionRules = z.infer<typeof promotionSection>;

/** The environment that builds of a branch go to; null of a branch that goes to DEV alone. */
export function environmentOf({ branches }: PromotionRules, branch: string): z.infer<typeof environment> | null {
  return branches.find((rule) => isBranchOf(branch, rule.pattern))?.environment ?? null;
}

function isBranchOf(branch: string, name: string): boolean {
  if (!name.endsWith('*')) return branch === name;
  return branch.length >= name.length && branch.startsWith(name.slice(0, -1));
}
