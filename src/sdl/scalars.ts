/** The custom scalars: what a client may send, and in which form it gets an answer. */
import { GraphQLError, type GraphQLScalarTypeConfig, Kind, valueFromASTUntyped } from 'graphql';
import { isStoredJson, RawJson } from './raw-json.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^[+-]?\d{1,131}(\.\d{1,100})?$/;

/** Not a whole `GraphQLScalarType`: that would put its own, absent description in the place of the SDL's. */
type ScalarForms = Pick<GraphQLScalarTypeConfig<unknown, unknown>, 'serialize' | 'parseValue' | 'parseLiteral'>;

/** A scalar whose answers are strings made below, and whose inputs are strings that `accepts` them. */
function createTextScalar(name: string, accepts: (text: string) => boolean, hint: string): ScalarForms {
  const parseValue = (value: unknown): string => {
    if (typeof value === 'string' && accepts(value)) return value;
    throw new GraphQLError(`${name} must be ${hint}`);
  };
  return {
    serialize: (value) => value,
    parseValue,
    parseLiteral: (node) => {
      // A number in the document is exact text still, so a Decimal may be written without quotes.
      const isNumber = node.kind === Kind.INT || node.kind === Kind.FLOAT;
      return parseValue(node.kind === Kind.STRING || (isNumber && name === 'Decimal') ? node.value : undefined);
    },
  };
}

/** Whether the text is a day that the calendar has: `2026-02-30` is none. */
function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** Resolvers of the custom scalars, by name. */
export const scalarResolvers: Readonly<Record<string, ScalarForms>> = {
  DateTime: createTextScalar(
    'DateTime',
    (text) => RFC3339.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
    'an RFC 3339 time such as "2026-03-01T08:30:00Z"',
  ),
  Date: createTextScalar('Date', isDay, 'a day such as "2026-03-01"'),
  Decimal: createTextScalar('Decimal', (text) => DECIMAL.test(text), 'a decimal number as a string such as "1234.50"'),
  JSON: {
    serialize: (value) => (isStoredJson(value) ? new RawJson(value.$raw) : value),
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  },
};
