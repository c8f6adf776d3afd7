/** The part of the derived SDL that does not depend on any type: paging, ordering and the filters of the scalars. */

interface ScalarFilter {
  readonly scalar: string;
  readonly ordered: boolean;
  readonly textual: boolean;
}

const FILTERED_SCALARS: readonly ScalarFilter[] = [
  { scalar: 'ID', ordered: false, textual: false },
  { scalar: 'String', ordered: true, textual: true },
  { scalar: 'Int', ordered: true, textual: false },
  { scalar: 'Decimal', ordered: true, textual: false },
  { scalar: 'ByteCount', ordered: true, textual: false },
  { scalar: 'Date', ordered: true, textual: false },
  { scalar: 'DateTime', ordered: true, textual: false },
  { scalar: 'Boolean', ordered: false, textual: false },
];

/** The filter input of each scalar that can be filtered by; a scalar that is absent (JSON) can not. */
export const SCALAR_FILTERS: Readonly<Record<string, string>> = Object.fromEntries(
  FILTERED_SCALARS.map(({ scalar }) => [scalar, `${scalar}Filter`]),
);

/** SDL of `PageInfo`, `OrderDirection` and one filter input a scalar. */
export const SHARED_TYPES = `
"Where a page stands in its list."
type PageInfo @shareable {
  "Whether there is more after this page."
  hasNextPage: Boolean!
  "Whether there is more before this page."
  hasPreviousPage: Boolean!
  "Cursor of the page's first record; null on an empty page."
  startCursor: String
  "Cursor of the page's last record; null on an empty page."
  endCursor: String
}
"Direction of an order."
enum OrderDirection {
  "Smallest first, nulls last."
  ASC
  "Greatest first, nulls first."
  DESC
}
${FILTERED_SCALARS.map(printScalarFilter).join('\n')}`;

/** SDL of the context in which a field reads Odoo: what `@inOdoo` takes. */
export const ODOO_TYPES = `
"In which context to read Odoo, instead of the reader's own; what Odoo does not have of it is \`BAD_USER_INPUT\`."
input InOdoo {
  "Language of translated texts, e.g. \`fr_FR\`, one that the instance has installed; the reader's own where absent."
  lang: String
  "Odoo's keys of the companies to look at; all that the reader may see where absent."
  companies: [ID!]
  "Whether lists show archived records too."
  archived: Boolean
  "Time zone of the IANA database by whose days times are grouped and filtered, e.g. \`Asia/Manila\`; UTC where absent."
  timeZone: String
}`;

function printScalarFilter({ scalar, ordered, textual }: ScalarFilter): string {
  const comparisons = `
    "Less than." lt: ${scalar}
    "Less than or equal to." lte: ${scalar}
    "Greater than." gt: ${scalar}
    "Greater than or equal to." gte: ${scalar}`;
  const searches = `
    "Contains this text, whatever the case." contains: String
    "Starts with this text, whatever the case." startsWith: String`;
  const days = `
    "On this day, of the time zone that \`inOdoo\` names, else of UTC." onDay: Date
    "On this day or later." fromDay: Date
    "On this day or before." throughDay: Date`;
  return `"A condition on a ${scalar}; null satisfies none but \`isNull\`." input ${scalar}Filter {
    "Equal to." eq: ${scalar}
    "Different from." ne: ${scalar}
    "One of." in: [${scalar}!]
    "None of." notIn: [${scalar}!]${ordered ? comparisons : ''}${textual ? searches : ''}${scalar === 'DateTime' ? days : ''}
    "Whether there is no value${scalar === 'ID' ? '; of a record behind a relation, whether the relation leads to none' : ''}." isNull: Boolean }`;
}
