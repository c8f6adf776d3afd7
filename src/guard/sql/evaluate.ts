/** The texts that an expression of SQL can give. A part that is not known becomes a name that nothing has. */
import type { A_Const, Node } from 'libpg-query';
import { quoteName, quoteText } from '../../quote.ts';
import { asNode, nodesOf, stringsOf } from './nodes.ts';

/** Stands where dynamic SQL puts a name or value that only the running database knows. */
export const UNKNOWN = 'known_at_run_time';

/** Values of variables, by name. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** At most so many texts are made, more than a loop of ours gives; the rest is left out. */
const MOST_TEXTS = 500;

/** The texts; null where nothing of the expression is known. */
export function evaluateText(node: Node | undefined, values: Values): string[] | null {
  if (!node) return null;
  const constant = asNode(node, 'A_Const');
  if (constant) return [constantText(constant)];
  const cast = asNode(node, 'TypeCast');
  if (cast) return evaluateText(cast.arg, values);
  const column = asNode(node, 'ColumnRef');
  if (column) {
    const known = values.get(stringsOf(column.fields).join('.'));
    return known ? known.slice(0, MOST_TEXTS) : null;
  }
  const call = asNode(node, 'FuncCall');
  if (call) return stringsOf(call.funcname).at(-1) === 'format' ? evaluateFormat(call.args ?? [], values) : null;
  const operation = asNode(node, 'A_Expr');
  if (operation && stringsOf(operation.name).at(-1) === '||')
    return join([operation.lexpr, operation.rexpr].map((side) => evaluateOrUnknown(side, values)));
  const chosen = asNode(node, 'CaseExpr');
  if (chosen)
    return [...nodesOf(chosen.args, 'CaseWhen').map(({ result }) => result), chosen.defresult].flatMap(
      (each) => evaluateText(each, values) ?? [],
    );
  return null;
}

/** The texts of `array['a', 'b']`; null where the expression is another one. */
export function evaluateArray(node: Node | undefined, values: Values): string[] | null {
  const array = node && (asNode(node, 'A_ArrayExpr') ?? asNode(asNode(node, 'TypeCast')?.arg, 'A_ArrayExpr'));
  if (!array) return null;
  const texts = (array.elements ?? []).map((element) => evaluateText(element, values));
  return texts.some((text) => text === null) ? null : texts.flatMap((text) => text ?? []);
}

function constantText({ sval, ival, fval, boolval }: A_Const): string {
  if (sval) return sval.sval ?? '';
  if (ival) return String(ival.ival ?? 0);
  if (fval) return fval.fval ?? '';
  return boolval ? String(boolval.boolval ?? false) : '';
}

function evaluateOrUnknown(node: Node | undefined, values: Values): readonly string[] {
  const texts = evaluateText(node, values);
  return texts && texts.length > 0 ? texts : [UNKNOWN];
}

function join(parts: readonly (readonly string[])[]): string[] {
  return parts
    .reduce<string[]>(
      (texts, part) => texts.flatMap((text) => part.map((next) => text + next)).slice(0, MOST_TEXTS),
      [''],
    )
    .slice(0, MOST_TEXTS);
}

/** `format('… %I …', a)`, with the argument of each place, also by number (`%1$I`). */
function evaluateFormat([pattern, ...args]: readonly Node[], values: Values): string[] | null {
  const patterns = evaluateText(pattern, values);
  if (!patterns) return null;
  return patterns.flatMap((text) => {
    let next = 0;
    const parts = text.split(/(%(?:\d+\$)?-?\d*[sIL%])/).map((part): readonly string[] => {
      const place = /^%(?:(\d+)\$)?-?\d*([sIL%])$/.exec(part);
      if (!place) return [part];
      if (place[2] === '%') return ['%'];
      const index = place[1] ? Number(place[1]) - 1 : next++;
      const given = evaluateOrUnknown(args[index], values);
      return place[2] === 'L' ? given.map(quoteText) : given.map(quoteFor(place[2]));
    });
    return join(parts);
  });
}

/** `%I` quotes a text that is no plain name, as Postgres does. */
function quoteFor(kind: string | undefined): (value: string) => string {
  return (value) => (kind === 'I' && !/^[a-z_][a-z0-9_]*$/.test(value) ? quoteName(value) : value);
}
