/** The custom scalars: what a client may send, and in which form it gets an answer. */
import { GraphQLError, type GraphQLScalarTypeConfig, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { GatewayError } from '../errors.ts';
import { isStoredJson, RawJson } from './raw-json.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/i;
const DAY = /^\d{4}-\d\d-\d\d$/;
const DECIMAL = /^[+-]?\d{1,131}(\.\d{1,100})?$/;

/** Levels of a JSON value in a document; of one in a variable, the request's. */
const MAX_JSON_DEPTH = 200;

function isDeeper(node: ValueNode, levels: number): boolean {
  if (node.kind === Kind.LIST) return levels === 0 || node.values.some((value) => isDeeper(value, levels - 1));
  if (node.kind !== Kind.OBJECT) return false;
  return levels === 0 || node.fields.some(({ value }) => isDeeper(value, levels - 1));
}

/** Not a whole `GraphQLScalarType`: that would put its own, absent description in the place of the SDL's. */
type ScalarForms = Pick<GraphQLScalarTypeConfig<unknown, unknown>, 'serialize' | 'parseValue' | 'parseLiteral'>;

interface TextScalar {
  /** What every answer looks like. */
  readonly form: RegExp;
  readonly accepts: (text: string) => boolean;
  readonly hint: string;
}

/** A scalar whose answers are strings made below, and whose inputs are strings that `accepts` takes. */
function createTextScalar(name: string, { form, accepts, hint }: TextScalar): ScalarForms {
  const parseValue = (value: unknown): string => {
    const text = typeof value === 'number' && name === 'Decimal' ? readNumber(value) : value;
    if (typeof text === 'string' && accepts(text)) return text;
    throw new GraphQLError(`${name} must be ${hint}`);
  };
  return {
    serialize: (value) => {
      if (typeof value !== 'string' || form.test(value)) return value;
      // A database may hold more than we say: an infinite time, a number that is none.
      throw new GatewayError('UPSTREAM_ERROR', `The stored value is "${value}", which no ${name} can be`);
    },
    parseValue,
    parseLiteral: (node) => {
      // A number in the document is exact text still, so a Decimal may be written without quotes.
      const isNumber = node.kind === Kind.INT || node.kind === Kind.FLOAT;
      return parseValue(node.kind === Kind.STRING || (isNumber && name === 'Decimal') ? node.value : undefined);
    },
  };
}

/** Digits of a number in JSON that arrive as they were sent, whatever they are. */
const EXACT_DIGITS = 15;

/** A number of a variable, as exact text. */
function readNumber(value: number): string {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)\.?(\d*)e?(.*)$/.exec(String(value)) ?? [];
  const digits = `${whole}${fraction}`;
  if (digits.replace(/^0+|0+$/g, '').length > EXACT_DIGITS)
    throw new GraphQLError(
      `A Decimal of more than ${EXACT_DIGITS} digits must be a string: as a number of JSON it may have changed on its way`,
    );
  const point = whole.length + Number(exponent);
  const padded = digits.padEnd(point, '0').padStart(digits.length - Math.min(point, 0), '0');
  const at = Math.max(point, 0);
  return `${sign}${padded.slice(0, at) || '0'}${padded.length > at ? `.${padded.slice(at)}` : ''}`;
}

/** Whether the text is a day that the calendar has, of the years 1 to 9999: `2026-02-30` is none. */
function isDay(text: string): boolean {
  if (!DAY.test(text) || text.startsWith('0000') || Number.isNaN(Date.parse(text))) return false;
  return new Date(text).toISOString().startsWith(text);
}

/** Whether the text is a time of the years 1 to 9999, in UTC too. */
function isTime(text: string): boolean {
  if (!RFC3339.test(text) || !isDay(text.slice(0, 10)) || Number.isNaN(Date.parse(text))) return false;
  return isDay(new Date(text).toISOString().slice(0, 10));
}

function readByteCount(value: unknown): number {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return Number(value);
  throw new GraphQLError(`ByteCount must be a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`);
}

/** Any JSON: of `JSON`, and of what represents an entity. */
export const jsonForms: ScalarForms = {
  serialize: (value) => (isStoredJson(value) ? new RawJson(value.$raw) : value),
  parseValue: (value) => value,
  parseLiteral: (node, variables) => {
    if (isDeeper(node, MAX_JSON_DEPTH))
      throw new GraphQLError(`JSON must not be nested deeper than ${MAX_JSON_DEPTH} levels`);
    return valueFromASTUntyped(node, variables);
  },
};

/** Resolvers of the custom scalars, by name. */
export const scalarResolvers: Readonly<Record<string, ScalarForms>> = {
  DateTime: createTextScalar('DateTime', {
    form: RFC3339,
    accepts: isTime,
    hint: 'an RFC 3339 time of the years 1 to 9999 such as "2026-03-01T08:30:00Z"',
  }),
  Date: createTextScalar('Date', {
    form: DAY,
    accepts: isDay,
    hint: 'a day of the years 1 to 9999 such as "2026-03-01"',
  }),
  Decimal: createTextScalar('Decimal', {
    form: /^-?\d+(\.\d+)?$/,
    accepts: (text) => DECIMAL.test(text),
    hint: 'a decimal number as a string such as "1234.50"',
  }),
  ByteCount: {
    serialize: readByteCount,
    parseValue: readByteCount,
    parseLiteral: (node) => readByteCount(node.kind === Kind.INT ? Number(node.value) : undefined),
  },
  JSON: jsonForms,
};
