/** Names that newcomers guess, of other systems and other GraphQL servers, and what is here in their place. */
import { type GraphQLSchema, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** What may be meant: a field or an argument, and what one has to know of it. */
type Meant = readonly [name: string, hint?: string];

const INVOICE = 'an invoice is a move whose moveType is OUT_INVOICE';
const BILL = "a supplier's bill is a move whose moveType is IN_INVOICE";

const FIELDS: Readonly<Record<string, readonly Meant[]>> = {
  ...byOne(['customers', 'clients', 'contacts', 'vendors', 'suppliers'], ['partners']),
  ...byOne(['customer', 'client', 'contact', 'vendor', 'supplier'], ['partner']),
  invoices: [['moves', INVOICE]],
  invoice: [['move', INVOICE]],
  bills: [['moves', BILL]],
  bill: [['move', BILL]],
  ...byOne(['journalEntries', 'entries'], ['moves']),
  ...byOne(['orders', 'salesOrders'], ['saleOrders'], ['purchaseOrders']),
  ...byOne(['documents', 'docs', 'notes'], ['pages']),
  ...byOne(['document', 'doc', 'note'], ['page']),
  ...byOne(['workspaces', 'teamspaces'], ['spaces']),
  workspace: [['space']],
  ...byOne(['jobs', 'workflows'], ['runs']),
  job: [['run']],
  ...byOne(['me', 'whoami', 'currentUser'], ['viewer']),
  ...byOne(['items', 'data', 'results', 'rows', 'records'], ['nodes']),
  ...byOne(['count', 'total'], ['totalCount']),
  search: [['searchPages'], ['askDocs']],
};

const ARGUMENTS: Readonly<Record<string, readonly Meant[]>> = {
  ...byOne(['where', 'filters', 'query', 'domain'], ['filter']),
  ...byOne(['limit', 'take', 'top', 'count', 'pageSize', 'perPage'], ['first', 'as many as that; the next by after']),
  ...byOne(['offset', 'skip', 'page', 'cursor'], ['after', 'the endCursor of pageInfo']),
  ...byOne(['sort', 'sortBy', 'order', 'order_by', 'orderby'], ['orderBy']),
  ...byOne(['q', 'term', 'text'], ['search'], ['query'], ['question']),
  ...byOne(['data', 'values', 'attributes'], ['input']),
};

const FIELD = /^Cannot query field "(\w+)" on type "(\w+)"\./;
const ARGUMENT = /^Unknown argument "(\w+)" on field "(\w+)\.(\w+)"\./;

/** Says what may be meant at the end of what graphql-js says of an unknown name, in place of names that are only spelt like it. */
export function createGuess(schema: GraphQLSchema): (message: string) => string {
  return (message) => {
    const [, field, typeName] = FIELD.exec(message) ?? [];
    if (field !== undefined) return say(FIELD, message, choose(FIELDS, field, namesOf(schema, typeName)));
    const [, argument, owner, of] = ARGUMENT.exec(message) ?? [];
    if (argument === undefined) return message;
    return say(ARGUMENT, message, choose(ARGUMENTS, argument, argumentsOf(schema, owner, of)));
  };
}

function byOne(guesses: readonly string[], ...meant: readonly Meant[]): Record<string, readonly Meant[]> {
  return Object.fromEntries(guesses.map((guess) => [guess, meant]));
}

/** Those alone that there are at this place. */
function choose(table: Readonly<Record<string, readonly Meant[]>>, given: string, present: readonly string[]) {
  const meant = Object.hasOwn(table, given) ? (table[given] ?? []) : [];
  return meant.filter(([name]) => present.includes(name));
}

function namesOf(schema: GraphQLSchema, typeName = ''): readonly string[] {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : [];
}

function argumentsOf(schema: GraphQLSchema, typeName = '', field = ''): readonly string[] {
  const type = schema.getType(typeName);
  const found = isObjectType(type) ? type.getFields()[field] : undefined;
  return found?.args.map(({ name }) => name) ?? [];
}

function say(pattern: RegExp, message: string, meant: readonly Meant[]): string {
  const [told] = pattern.exec(message) ?? [];
  if (told === undefined || meant.length === 0) return message;
  const names = meant.map(([name]) => `"${name}"`).join(' or ');
  const hint = meant[0]?.[1];
  return `${told} Did you mean ${names}${hint === undefined ? '' : ` (${hint})`}?`;
}
