/** Questions that an attack asks of a list: guesses at what is hidden, and cursors that name nothing. */
import { randomUUID } from 'node:crypto';
import type { FilterPath, List } from './attack-schema.ts';
import { KINDS, type Tenant } from './attack-tenant.ts';
import { makeCursor, readCursor } from './cursors.ts';
import type { As } from './gateway.ts';

/** What a list shows to a viewer: what is in braces follows the arguments. */
export function listQuery({ name, under }: List, args: string, inner: string, tenant: Tenant): string {
  const list = `${name}${args && `(${args})`} { ${inner} }`;
  return under ? `{ ${under.root}(id: "${parentId(under.type.name, tenant)}") { ${list} } }` : `{ ${list} }`;
}

/** The same cursor with another id at its end: it leads to the same place, and names nothing. */
export function nearCursor(cursor: string, as: As): string {
  const keys = readCursor(cursor) as string[];
  const last = keys.at(-1) ?? '';
  // The next id after it: no row lies between the two.
  const near = last.slice(0, -1) + (last.endsWith('f') ? 'e' : (Number.parseInt(last.slice(-1), 16) + 1).toString(16));
  return makeCursor([...keys.slice(0, -1), near], as);
}

/** Values of the victim's to compare with, each beside one of nobody's. */
export function guessesOf({ comparison }: FilterPath, victim: Tenant): readonly (readonly [string, string])[] {
  switch (comparison) {
    case 'IDFilter':
      return [
        [
          `{ in: ${JSON.stringify(Object.values(victim.ids))} }`,
          `{ in: ${JSON.stringify(KINDS.map(() => randomUUID()))} }`,
        ],
      ];
    case 'StringFilter':
      return [
        [`{ startsWith: "${victim.word}" }`, '{ startsWith: "zzhurl" }'],
        [`{ contains: "${victim.word.slice(2)} " }`, '{ contains: "hurl " }'],
        [`{ gt: "zzh" }`, '{ gt: "zzi" }'],
      ];
    default:
      return [];
  }
}

/** `['space', 'name']`, `{ eq: 1 }` → `{ space: { name: { eq: 1 } } }`. */
export function filterText(path: readonly string[], value: string): string {
  return path.reduceRight((inner, key) => `{ ${key}: ${inner} }`, value);
}

/** The record of the tenant that a list of such records hangs on. */
function parentId(type: string, { ids, odoo }: Tenant): string {
  const known: Readonly<Record<string, string>> = {
    Partner: odoo.partner,
    Move: odoo.move,
    Project: odoo.project,
    DatabaseRow: ids.row,
    Database: ids.database,
    Template: ids.template,
    Space: ids.space,
    Page: ids.page,
    Comment: ids.comment,
    Attachment: ids.attachment,
  };
  return known[type] ?? randomUUID();
}
