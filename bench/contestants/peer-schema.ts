/** The schema of the peers that are written by hand, and its resolvers with one statement a level. */
import {
  ARTIFACTS,
  BLOCKS,
  CHILDREN,
  COMMENTS,
  EVENTS,
  type Level,
  LIST,
  PAGE,
  PAGES,
  RUNS,
  SPACES,
} from './peer-queries.ts';
import type { Session } from './peer-session.ts';

/** What the operations of the bench ask for. */
export const TYPES = `
scalar JSON
scalar DateTime
type Query { spaces(first: Int!): Spaces! page(id: ID!): Page pages(first: Int!): Pages! runs(first: Int!): Runs! }
type Spaces { nodes: [Space!]! }
type Pages { nodes: [Page!]! }
type Blocks { nodes: [Block!]! }
type Comments { nodes: [Comment!]! }
type Runs { nodes: [Run!]! }
type RunEvents { nodes: [RunEvent!]! }
type Artifacts { nodes: [Artifact!]! }
type Space { id: ID! name: String! pages(first: Int!): Pages! }
type Page {
  id: ID! title: String! version: Int! archivedAt: DateTime archivedWith: ID createdBy: ID createdAt: DateTime! updatedAt: DateTime!
  children(first: Int!): Pages! blocks(first: Int!): Blocks! comments(first: Int!): Comments!
}
type Block { id: ID! type: String! content: JSON! }
type Comment { id: ID! body: String! authorId: ID createdAt: DateTime! }
type Run {
  id: ID! agent: String! kind: String! status: String! input: JSON createdAt: DateTime! startedAt: DateTime finishedAt: DateTime
  events(first: Int!): RunEvents! artifacts(first: Int!): Artifacts!
}
type RunEvent { seq: Int! type: String! payload: JSON createdAt: DateTime! }
type Artifact { kind: String! uri: String! size: String digest: String }`;

/** Fields below a record: type → field → level. */
export const LEVELS: Readonly<Record<string, Readonly<Record<string, Level>>>> = {
  Space: { pages: PAGES },
  Page: { children: CHILDREN, blocks: BLOCKS, comments: COMMENTS },
  Run: { events: EVENTS, artifacts: ARTIFACTS },
};

type List = (parent: unknown, args: { first: number }, session: Session) => Promise<{ nodes: unknown[] }>;
type Below = (parent: { id: string }, args: { first: number }, session: Session) => Promise<{ nodes: unknown[] }>;

const list =
  (text: string): List =>
  async (_parent, { first }, session) => ({ nodes: await session.query(text, [first]) });
const below =
  (level: Level): Below =>
  async ({ id }, { first }, session) => ({ nodes: await session.children(level, first, id) });

/** The root fields. */
export const ROOTS = {
  spaces: list(SPACES),
  page: async (_parent: unknown, { id }: { id: string }, session: Session) => (await session.query(PAGE, [id]))[0],
  pages: list(LIST),
  runs: list(RUNS),
};

/** All of it, the levels by DataLoader. */
export const RESOLVERS = {
  Query: ROOTS,
  ...Object.fromEntries(
    Object.entries(LEVELS).map(([type, levels]) => [
      type,
      Object.fromEntries(Object.entries(levels).map(([field, level]) => [field, below(level)])),
    ]),
  ),
};
