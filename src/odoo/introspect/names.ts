/** Odoo's technical names → the SDL's. */
import { toSnakeCase } from '../../sdl/derive.ts';

/** `product.category` → `ProductCategory`; the base's own `res.bank` → `Bank`, and `project.tags` → `ProjectTag`. */
export function typeName(model: string, isTaken: (name: string) => boolean): string {
  const parts = model.split(/[._]/);
  const last = parts.pop() ?? '';
  const all = [...parts, /[^s]s$/.test(last) ? last.slice(0, -1) : last];
  const short = all[0] === 'res' && all.length > 1 ? all.slice(1) : all;
  return [short, all].map(toPascal).find((name) => !isTaken(name)) ?? `Odoo${toPascal(all)}`;
}

/** `category` → `categories`. */
export function toPlural(name: string): string {
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

/** `invoice_date` → `invoiceDate`. */
export function toCamel(stored: string): string {
  const [first = '', ...rest] = stored.replace(/^_+/, '').split(/_+/).filter(Boolean);
  return `${first}${rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')}`;
}

/** `MoveLine` → `moveLine`. */
export function toLowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The name of a leaf, and whether it says the stored name by itself. */
export function leafName(stored: string): { name: string; isPlain: boolean } {
  const name = toCamel(stored);
  return { name, isPlain: toSnakeCase(name) === stored };
}

/** `country_id` → `country`, `tag_ids` → `tags`; the whole name where another field has the short one. */
export function relationName(stored: string, isMany: boolean, isTaken: (name: string) => boolean): string {
  const whole = toCamel(stored);
  const stem = toCamel(stored.replace(/_ids?$/, ''));
  const short = isMany && /_ids$/.test(stored) ? toPlural(stem) : stem;
  return isTaken(short) ? whole : short;
}

/** Enum names of selection texts: the text itself where it can be one, else after its label. */
export function enumValues(
  selection: readonly (readonly [string, string])[],
): { name: string; label: string; stored: string; isPlain: boolean }[] {
  const taken = new Set<string>();
  return selection.map(([stored, label], index) => {
    const isPlain = /^[a-z][a-z0-9_]*$/.test(stored);
    const worded = isPlain ? stored.toUpperCase() : toWord(/^[a-z]/i.test(stored) ? stored : label);
    const wanted = /^[A-Z]/.test(worded) ? worded : `VALUE_${index + 1}`;
    const name = taken.has(wanted) ? `${wanted}_${index + 1}` : wanted;
    taken.add(name);
    return { name, label, stored, isPlain: name.toLowerCase() === stored };
  });
}

function toWord(text: string): string {
  return text
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

function toPascal(parts: readonly string[]): string {
  return parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}
