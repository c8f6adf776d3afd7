/** The environments that each project has. Those of pull requests have a table of their own. */

/** By their names in the ledger, in the order of a promotion. */
export const ENVIRONMENTS = ['DEV', 'STAGING', 'PRODUCTION'] as const;
