/** How long one run may take, by stage. In development it may take as long as it does. */

/** Seconds. */
export const MAX_RUN_SECONDS: Readonly<Record<'staging' | 'production', number>> = { staging: 600, production: 300 };
