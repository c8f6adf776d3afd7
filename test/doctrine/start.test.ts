/** The gateway does not start while schema and doctrine do not agree, and says why. */
import { describe, expect, it } from 'vitest';
import { buildSchema, type DoctrineDraft } from '../support/doctrine.ts';

const TICKETS = '"T" type Ticket @work(table: "work.tickets") { "I" id: ID! "N" name: String }';

const mutation = (name: string, directive: string) => `extend type Mutation { ${name}: Boolean ${directive} }`;

describe('the start fails', () => {
  it.each<[string, string, RegExp]>([
    ['a root field has no rule', 'extend type Query { secrets: String }', /Query\.secrets has no rule/],
    [
      'a root field answers an object that is stored nowhere',
      'type Loose { a: Int } extend type Query { loose: Loose }',
      /Query\.loose has no rule/,
    ],
    ['a subscription has no rule', 'extend type Subscription { ticks: Int }', /Subscription\.ticks has no rule/],
    [
      'a mutation does not say what it writes',
      mutation('createTicket', ''),
      /Mutation\.createTicket does not say what it writes: add @writes/,
    ],
    ['a mutation writes nothing', mutation('createTicket', '@writes(to: [])'), /Mutation\.createTicket does not say/],
    [
      'a mutation writes to two surfaces',
      mutation('createTicket', '@writes(to: ["work.pages", "ops.runs"])'),
      /Mutation\.createTicket writes to more than one surface/,
    ],
    [
      'a mutation writes to odoo',
      mutation('createPartner', '@writes(to: ["res.partner"])'),
      /Mutation\.createPartner writes to odoo/,
    ],
    [
      'a mutation writes a table that nobody owns',
      mutation('createThing', '@writes(to: ["work.things"])'),
      /Mutation\.createThing writes work\.things, which no surface owns/,
    ],
    [
      'a mutation writes a table that nobody owns beside one that is',
      mutation('createThing', '@writes(to: ["work.pages", "work.things"])'),
      /Mutation\.createThing/,
    ],
    [
      'a join leaves its surface',
      'extend type Page { run: Run @join(column: "run_id") }',
      /Page\.run: @join leaves work for ops, use @link/,
    ],
    [
      'a link stays on its surface',
      'extend type Page { other: Space @link(by: "space_id", contract: "X") }',
      /Page\.other: @link stays on work, use @join/,
    ],
    [
      'an object is neither joined nor linked',
      'extend type Page { other: Space }',
      /Page\.other is an object and has neither @join nor @link/,
    ],
    [
      'a list on Postgres names a column here',
      'extend type Page { others: BlockConnection @join(column: "block_ids") }',
      /Page\.others/,
    ],
    [
      'a stored field has a scalar that no surface reads',
      'scalar Colour extend type Page { colour: Colour }',
      /Page\.colour: no stored field has the scalar Colour/,
    ],
    ['a stored number on Postgres is a Float', 'extend type Page { score: Float }', /Page\.score/],
  ])('when %s', (_name, sdl, culprit) => {
    expect(() => buildSchema(sdl)).toThrow(culprit);
  });

  it('naming every culprit at once', () => {
    const sdl = `extend type Query { secrets: String } ${mutation('createPartner', '@writes(to: ["res.partner"])')}`;
    expect(() => buildSchema(sdl)).toThrow(/Query\.secrets[\s\S]*Mutation\.createPartner/);
  });

  it('when the doctrine opens a root field that is not there', () => {
    const change = (draft: DoctrineDraft) => draft.open.push('veiwer');
    expect(() => buildSchema('', change)).toThrow(/veiwer/);
  });

  it('when the doctrine limits or holds an agent by what is not in the schema', () => {
    const change = ({ agents }: DoctrineDraft) => {
      Object.assign(agents['sync-odoo-agent'] ?? {}, {
        constraints: { 'Mutation.heartbeatRun.input.runIdd': 'own-run', 'Mutation.hartbeat.input.runId': 'own-run' },
        limits: { perDay: { 'Query.rums': 5 } },
      });
    };
    expect(() => buildSchema('', change)).toThrow(/Query\.rums[\s\S]*input\.runIdd[\s\S]*Mutation\.hartbeat/);
  });

  it('when a type is stored in a table that its surface does not own', () => {
    expect(() => buildSchema(`${TICKETS} extend type Query { tickets: TicketConnection }`)).toThrow(/work\.tickets/);
  });

  it('when a type lives on a surface that another one owns', () => {
    const sdl =
      '"T" type Ledger @work(table: "ops.runs") { "I" id: ID! } extend type Query { ledger(id: ID!): Ledger }';
    expect(() => buildSchema(sdl)).toThrow(/ops\.runs/);
  });
});

describe('the start succeeds', () => {
  it('with the schema and the doctrine of the repository', () => {
    expect(() => buildSchema('')).not.toThrow();
  });

  it('with another table exposed by SDL and doctrine alone', () => {
    const change = (draft: DoctrineDraft) => draft.surfaces.work?.owns.push('work.tickets');
    expect(() => buildSchema(`${TICKETS} extend type Query { tickets: TicketConnection }`, change)).not.toThrow();
  });

  it('with a mutation that writes one surface, once it has code', () => {
    const written = mutation('createThing', '@writes(to: ["work.pages", "work.blocks"])');
    expect(() => buildSchema(written)).toThrow(/: Mutation\.createThing has no code$/);
  });

  it('with another table followed live by SDL alone', () => {
    expect(() => buildSchema(followed('@followsChanges(channel: "tripoint_work", cursor: "blocks")'))).not.toThrow();
  });
});

/** Changes of the blocks of a page. */
function followed(directive: string, within = '@within(table: "work.pages", column: "page_id", part: 2)'): string {
  return `
    extend type Subscription {
      blockChanged(pageId: ID ${within}, after: String): BlockChange @reads(from: ["work.blocks"]) ${directive}
    }
    type BlockChange { cursor: String! block: Block }`;
}

describe('a subscription stops the start', () => {
  it.each([
    ['that says not what it follows', followed('', ''), /Subscription\.blockChanged has no code, and follows nothing/],
    ['that is narrowed and follows nothing', followed(''), /Subscription\.blockChanged narrows with @within/],
    [
      'that follows changes of what is stored nowhere',
      followed('@followsChanges(channel: "tripoint_work", cursor: "blocks")').replace('block: Block', 'id: ID'),
      /Subscription\.blockChanged follows changes: its payload must show one stored record/,
    ],
    [
      'that follows the log of nothing',
      followed('@followsLog(channel: "a", number: "b", last: "c", state: "d", ended: [])'),
      /Subscription\.blockChanged follows a log: it must answer a stored record, within one other/,
    ],
  ])('%s', (_what, sdl, says) => {
    expect(() => buildSchema(sdl)).toThrow(says);
  });
});
