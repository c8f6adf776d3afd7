/** As whom users read Odoo: what the configuration says of it. */

/** `mapped`: users read by their own accounts alone; `reader`: as the reader alone; `both`: as the reader who has none. */
export const ODOO_IDENTITY_MODES = ['mapped', 'reader', 'both'] as const;

/** One of them. */
export type OdooIdentityMode = (typeof ODOO_IDENTITY_MODES)[number];
