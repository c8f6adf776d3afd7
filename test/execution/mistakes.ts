/** What a client can get wrong in an operation, and what it is told. */
import { makeCursor, makeOldCursor } from '../support/cursors.ts';

const TYPES = { moves: 'Move', runs: 'Run', pages: 'Page' };
const nested = (depth: number): string => (depth === 0 ? '{}' : `{ not: ${nested(depth - 1)} }`);
const parents = (depth: number): string => (depth === 0 ? 'id' : `parent { ${parents(depth - 1)} }`);
const partners = (depth: number): string => (depth === 0 ? 'id' : `parent { ${partners(depth - 1)} }`);

/** Wrong, then the code, then what its message names. */
export type Mistake = readonly [what: string, query: string, code: string, names: RegExp];

/** Known when a variable has its value: the field is null, and the rest of the operation is answered. */
export const AT_THE_FIELD: readonly Mistake[] = [
  ...(['moves', 'runs', 'pages'] as const).flatMap((list): Mistake[] => [
    [`a cursor of ${list} that is no base64url`, `${list}(after: "!?")`, 'BAD_USER_INPUT', /"after" is not a cursor/],
    [`an empty cursor of ${list}`, `${list}(after: "")`, 'BAD_USER_INPUT', /"after" is not a cursor/],
    [
      `a cursor of ${list} that is JSON`,
      `${list}(before: "e30", last: 1)`,
      'BAD_USER_INPUT',
      /"before" is not a cursor/,
    ],
    [
      `a cursor of ${list} for another order`,
      `${list}(after: "${makeCursor([TYPES[list], 'x,id', 1, 2])}")`,
      'BAD_USER_INPUT',
      /"after" is a cursor of another order: start again from the first page/,
    ],
    [
      `a cursor of another list than ${list}`,
      `${list}(after: "${makeCursor(['Partner', 'x,id', 1, 2])}")`,
      'BAD_USER_INPUT',
      /"after" is a cursor of another list than one of \w+: start again from the first page/,
    ],
    [
      `a cursor of ${list} that another kind of viewer was given`,
      `${list}(after: "${makeCursor([TYPES[list], 'id', 1], 'ana')}", orderBy: [{ field: ID }])`,
      'BAD_USER_INPUT',
      /"after" is a cursor that was given to another kind of viewer: start again from the first page/,
    ],
    [
      `a cursor of ${list} in the old form`,
      `${list}(after: "${makeOldCursor('id', 1)}", orderBy: [{ field: ID }])`,
      'BAD_USER_INPUT',
      /"after" is a cursor of an earlier version: start again from the first page/,
    ],
    [`too many ${list}`, `${list}(first: 1000)`, 'LIMIT_EXCEEDED', /"first" is 1000/],
    [`too many ${list} from the end`, `${list}(last: 101)`, 'LIMIT_EXCEEDED', /"last" is 101/],
    [`fewer than no ${list}`, `${list}(first: -1)`, 'BAD_USER_INPUT', /"first" must not be negative/],
    [`fewer than no ${list} from the end`, `${list}(last: -1)`, 'BAD_USER_INPUT', /"last" must not be negative/],
    [`${list} from both ends`, `${list}(first: 1, last: 1)`, 'BAD_USER_INPUT', /"last" cannot stand beside "first"/],
    [
      `${list} before a cursor, counted from the start`,
      `${list}(first: 1, before: "x")`,
      'BAD_USER_INPUT',
      /"before" goes with "last"/,
    ],
    [
      `${list} after a cursor, counted from the end`,
      `${list}(last: 1, after: "x")`,
      'BAD_USER_INPUT',
      /"after" goes with "first"/,
    ],
    [
      `a filter of ${list} that is too deep`,
      `${list}(filter: ${nested(11)})`,
      'LIMIT_EXCEEDED',
      /"filter" is nested deeper than 10/,
    ],
    [
      `a filter of ${list} by null`,
      `${list}(filter: { id: { eq: null } })`,
      'BAD_USER_INPUT',
      /"filter\.id\.eq" is null: use isNull/,
    ],
  ]),
  [
    'an id of Odoo that is text',
    'moves(filter: { id: { eq: "abc" } })',
    'BAD_USER_INPUT',
    /"filter\.id\.eq" must be an id of Odoo/,
  ],
  [
    'an id of Odoo beside good ones',
    'moves(filter: { id: { in: ["1", "1; drop"] } })',
    'BAD_USER_INPUT',
    /"filter\.id\.in"/,
  ],
  [
    'an id of Odoo out of range',
    'moves(filter: { id: { notIn: ["2147483648"] } })',
    'BAD_USER_INPUT',
    /"filter\.id\.notIn"/,
  ],
  [
    'an id below a relation',
    'moves(filter: { partner: { id: { eq: "x" } } })',
    'BAD_USER_INPUT',
    /must be an id of Odoo/,
  ],
  ['an id that is no uuid', 'pages(filter: { id: { eq: "1" } })', 'BAD_USER_INPUT', /"filter\.id\.eq" must be a uuid/],
  [
    'a NUL in a text for Postgres',
    'pages(filter: { title: { eq: "a\\u0000b" } })',
    'BAD_USER_INPUT',
    /"filter\.title\.eq" holds a NUL/,
  ],
  [
    'a NUL in a text for Odoo',
    'partners(filter: { name: { contains: "\\u0000" } })',
    'BAD_USER_INPUT',
    /"filter\.name\.contains" holds a NUL/,
  ],
];

/** Lookups by an id that is none. */
export const LOOKUPS: readonly Mistake[] = [
  ['text for an integer id', 'move(id: "abc") { id }', 'BAD_USER_INPUT', /"id" must be an id of Odoo/],
  ['a negative integer id', 'partner(id: "-1") { id }', 'BAD_USER_INPUT', /"id" must be an id of Odoo/],
  ['zero for an integer id', 'partner(id: 0) { id }', 'BAD_USER_INPUT', /"id" must be an id of Odoo/],
  ['an integer id out of range', 'project(id: "2147483648") { id }', 'BAD_USER_INPUT', /"id" must be an id of Odoo/],
  [
    'an integer id of many digits',
    'project(id: "99999999999999999999") { id }',
    'BAD_USER_INPUT',
    /"id" must be an id of Odoo/,
  ],
  ['a fraction for an integer id', 'project(id: "1.5") { id }', 'BAD_USER_INPUT', /"id" must be an id of Odoo/],
  ['an integer for a uuid', 'page(id: 42) { id }', 'BAD_USER_INPUT', /"id" must be a uuid/],
  ['an empty id', 'run(id: "") { id }', 'BAD_USER_INPUT', /"id" must be a uuid/],
  [
    'a uuid with SQL',
    `space(id: "00000000-0000-4000-8000-000000000000' or 1=1") { id }`,
    'BAD_USER_INPUT',
    /"id" must be a uuid/,
  ],
];

/** Known before anything runs: the whole operation is refused with 400 and without data. */
export const BEFORE_IT_RUNS: readonly (readonly [
  string,
  string,
  Record<string, unknown> | undefined,
  string,
  RegExp,
])[] = [
  ['a syntax error', '{ moves( }', undefined, 'BAD_USER_INPUT', /Syntax Error/],
  ['an empty document', '', undefined, 'BAD_USER_INPUT', /./],
  ['an unknown field', '{ moves { nodes { nmae } } }', undefined, 'BAD_USER_INPUT', /"nmae"/],
  ['an unknown root field', '{ invoices { totalCount } }', undefined, 'BAD_USER_INPUT', /"invoices"/],
  ['an unknown argument', '{ moves(limit: 1) { totalCount } }', undefined, 'BAD_USER_INPUT', /"limit"/],
  [
    'an unknown filter operator',
    '{ moves(filter: { name: { matches: "x" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"matches"/,
  ],
  [
    'an unknown filter field',
    '{ pages(filter: { titel: { eq: "x" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"titel"/,
  ],
  [
    'an unknown enum value',
    '{ moves(filter: { state: { eq: OPEN } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"OPEN"/,
  ],
  [
    'a string for an enum',
    '{ moves(filter: { state: { eq: "POSTED" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"POSTED"/,
  ],
  [
    'an unknown order',
    '{ moves(orderBy: [{ field: COLOUR }]) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"COLOUR"/,
  ],
  ['a string for an Int', '{ moves(first: "5") { totalCount } }', undefined, 'BAD_USER_INPUT', /Int cannot represent/],
  [
    'a number for a String',
    '{ pages(filter: { title: { eq: 5 } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /String cannot represent/,
  ],
  [
    'an Int beyond 32 bits',
    '{ moves(first: 3000000000) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /Int cannot represent/,
  ],
  [
    'a bad Decimal',
    '{ moves(filter: { amountTotal: { gt: "1,5" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /Decimal must be/,
  ],
  [
    'a Decimal that is no number',
    '{ moves(filter: { amountTotal: { gt: "NaN" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /Decimal must be/,
  ],
  [
    'a bad Date',
    '{ moves(filter: { invoiceDate: { eq: "2026-02-30" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /Date must be/,
  ],
  [
    'a time for a Date',
    '{ moves(filter: { invoiceDate: { eq: "2026-02-03T00:00:00Z" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /Date must be/,
  ],
  [
    'a bad DateTime',
    '{ runs(filter: { createdAt: { gt: "yesterday" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /DateTime must be/,
  ],
  [
    'a DateTime without a zone',
    '{ runs(filter: { createdAt: { gt: "2026-02-03T00:00:00" } }) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /DateTime must be/,
  ],
  ['a lookup without its id', '{ page { id } }', undefined, 'BAD_USER_INPUT', /"id"/],
  ['an object without a selection', '{ moves }', undefined, 'BAD_USER_INPUT', /"moves"/],
  ['a variable that is not declared', '{ moves(first: $n) { totalCount } }', undefined, 'BAD_USER_INPUT', /"\$n"/],
  [
    'a variable of another type',
    'query($n: String) { moves(first: $n) { totalCount } }',
    undefined,
    'BAD_USER_INPUT',
    /"\$n"/,
  ],
  ['a fragment that holds itself', '{ ...A } fragment A on Query { ...A }', undefined, 'BAD_USER_INPUT', /"A"/],
  ['two fields under one key', '{ a: viewer { kind } a: __typename }', undefined, 'BAD_USER_INPUT', /"a"/],
  [
    'two operations and no name',
    'query A { __typename } query B { __typename }',
    undefined,
    'BAD_USER_INPUT',
    /operation/i,
  ],
  ['a mutation that the schema lacks', 'mutation { erase }', undefined, 'BAD_USER_INPUT', /"erase"/],
  ['a mutation without its input', 'mutation { cancelRun { run { id } } }', undefined, 'BAD_USER_INPUT', /"input"/],
  ['a subscription that the schema lacks', 'subscription { ticks }', undefined, 'BAD_USER_INPUT', /"ticks"/],
  [
    'a wrong value of a variable',
    'query($n: Int) { runs(first: $n) { totalCount } }',
    { n: '5' },
    'BAD_USER_INPUT',
    /"\$n"/,
  ],
  [
    'a wrong value on Odoo',
    'query($n: Int) { moves(first: $n) { totalCount } }',
    { n: 1.5 },
    'BAD_USER_INPUT',
    /"\$n"/,
  ],
  ['a missing variable', 'query($id: ID!) { page(id: $id) { id } }', {}, 'BAD_USER_INPUT', /"\$id"/],
  [
    'a null for a variable that has to be',
    'query($id: ID!) { move(id: $id) { id } }',
    { id: null },
    'BAD_USER_INPUT',
    /"\$id"/,
  ],
  [
    'an unknown enum value in a variable',
    'query($f: MoveFilter) { moves(filter: $f) { totalCount } }',
    { f: { state: { eq: 'OPEN' } } },
    'BAD_USER_INPUT',
    /"\$f"/,
  ],
  [
    'an unknown operator in a variable',
    'query($f: PageFilter) { pages(filter: $f) { totalCount } }',
    { f: { title: { like: 'x' } } },
    'BAD_USER_INPUT',
    /"\$f"/,
  ],
  [
    'a bad DateTime in a variable',
    'query($t: DateTime) { runs(filter: { createdAt: { gt: $t } }) { totalCount } }',
    { t: 'soon' },
    'BAD_USER_INPUT',
    /"\$t"/,
  ],
  ...[12345678901234.566, 0.1 + 0.2, 9_007_199_254_740_992].map(
    (amount) =>
      [
        `a Decimal variable that JSON may have changed: ${amount}`,
        'query($d: Decimal) { moves(filter: { amountTotal: { gt: $d } }) { totalCount } }',
        { d: amount },
        'BAD_USER_INPUT',
        /more than 15 digits must be a string/,
      ] as const,
  ),
  [
    'an object for a Boolean variable',
    'query($b: Boolean!) { runs @include(if: $b) { totalCount } }',
    { b: {} },
    'BAD_USER_INPUT',
    /"\$b"/,
  ],
  [
    'a selection that is too deep on Postgres',
    `{ pages { nodes { blocks { nodes { ${parents(12)} } } } } }`,
    undefined,
    'LIMIT_EXCEEDED',
    /deeper than 12/,
  ],
  [
    'a selection that is too deep on Odoo',
    `{ partners { nodes { ${partners(14)} } } }`,
    undefined,
    'LIMIT_EXCEEDED',
    /deeper than 12/,
  ],
  ['too many tokens', `{ ${'__typename '.repeat(6_000)} }`, undefined, 'LIMIT_EXCEEDED', /token/],
];
