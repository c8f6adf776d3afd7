/** Reads the arguments of our directives off AST nodes. */
import type { ConstDirectiveNode } from 'graphql';
import { SURFACES, type Surface } from '../errors.ts';
import { storedSurfaceOf } from '../schemas.ts';

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The string arguments of the directive `name` on a definition; null where it does not stand. */
export function readDirective(node: Directed | null | undefined, name: string): Record<string, string> | null {
  const directive = node?.directives?.find((candidate) => candidate.name.value === name);
  if (!directive) return null;
  return Object.fromEntries(
    (directive.arguments ?? []).flatMap((argument) =>
      argument.value.kind === 'StringValue' ? [[argument.name.value, argument.value.value]] : [],
    ),
  );
}

/** A Boolean argument of the directive `name`; false where either does not stand. */
export function readFlag(node: Directed | null | undefined, name: string, argument: string): boolean {
  const directive = node?.directives?.find((candidate) => candidate.name.value === name);
  const value = directive?.arguments?.find((candidate) => candidate.name.value === argument)?.value;
  return value?.kind === 'BooleanValue' && value.value;
}

/** How many `@listSize` says that a list has where no argument says it; null where the directive does not say it. */
export function readAssumedSize(node: Directed | null | undefined): number | null {
  const directive = node?.directives?.find((candidate) => candidate.name.value === 'listSize');
  const value = directive?.arguments?.find((candidate) => candidate.name.value === 'assumedSize')?.value;
  return value?.kind === 'IntValue' ? Number(value.value) : null;
}

/** The strings of a list argument of a directive, e.g. `@writes(to: […])`; null where the directive does not stand. */
export function readListArgument(node: Directed | null | undefined, name: string, argument: string): string[] | null {
  const directive = node?.directives?.find((candidate) => candidate.name.value === name);
  const value = directive?.arguments?.find((candidate) => candidate.name.value === argument)?.value;
  if (!directive) return null;
  if (value?.kind === 'StringValue') return [value.value];
  return value?.kind === 'ListValue'
    ? value.values.flatMap((item) => (item.kind === 'StringValue' ? [item.value] : []))
    : [];
}

/** The surface of the first table that such an argument names; null where it names none. */
export function readSurface(node: Directed | null | undefined, name: string, argument: string): Surface | null {
  const [table] = readListArgument(node, name, argument) ?? [];
  return table === undefined ? null : storedSurfaceOf(table);
}

/** A boolean argument of a directive; `absent` where it is not given. */
export function readSwitch(
  node: Directed | null | undefined,
  name: string,
  argument: string,
  absent: boolean,
): boolean {
  const directive = node?.directives?.find((candidate) => candidate.name.value === name);
  const value = directive?.arguments?.find((candidate) => candidate.name.value === argument)?.value;
  return value?.kind === 'BooleanValue' ? value.value : absent;
}

/** One key of an order, by its stored name. */
export interface OrderKey {
  readonly column: string;
  readonly descending: boolean;
}

/** Where an object type is stored, and the order of a list that asks for none. */
export interface Storage {
  surface: Surface;
  /** An Odoo model or a qualified table. */
  source: string;
  /** `id` breaks ties. */
  order: readonly OrderKey[];
  /** A stored name that every record of the type has a value in; null where any record counts. */
  having: string | null;
  /** The SQL function that answers the row of one id; null where the table itself finds it. */
  lookup: string | null;
  /** The SQL function that answers the rows which a text finds, on `ops`; null where nothing is searched. */
  search: string | null;
}

/** The storage that `@odoo`, `@ops` or `@work` gives an object type; null for a type that is stored nowhere. */
export function readStorage(node: Directed | null | undefined): Storage | null {
  for (const surface of SURFACES) {
    const given = readDirective(node, surface);
    if (given)
      return {
        surface,
        source: (given.model ?? given.table) as string,
        order: parseOrder(given.order ?? 'id'),
        having: given.having ?? null,
        lookup: given.lookup ?? null,
        search: given.search ?? null,
      };
  }
  return null;
}

/** `created_at desc, id` → its keys. */
function parseOrder(text: string): OrderKey[] {
  return text.split(',').map((part) => {
    const [column = '', direction] = part.trim().split(/\s+/);
    return { column, descending: direction?.toLowerCase() === 'desc' };
  });
}
