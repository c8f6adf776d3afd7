/** Texts in patterns of `like`, which Odoo's domains and SQL write alike. */

/** The text as a pattern that matches it alone: `%`, `_` and `\` stand for themselves. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
