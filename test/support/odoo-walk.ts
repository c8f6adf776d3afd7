/** Walks a list of the gateway page by page, as a client would. */
import { AssertionError } from 'node:assert';
import type { TestGateway } from './gateway.ts';

/** A gateway as far as these walks need one. */
export type Executing = Pick<TestGateway, 'execute'>;

/** One key of an order, as a client sends it. */
export interface OrderKey {
  readonly field: string;
  readonly direction?: string;
}

/** What to walk. */
export interface Walk {
  /** Name of the root field, e.g. `partners`. */
  readonly list: string;
  /** GraphQL type of its records. */
  readonly type: string;
  readonly filter?: unknown;
  readonly orderBy?: readonly OrderKey[];
  /** What to select of each record, beside its id. */
  readonly selection?: string;
  /** Whether to look at archived records too. */
  readonly archived?: boolean;
  readonly backward?: boolean;
  /** Who walks, default the service. */
  readonly as?: string;
  /** Records of a page, default 100. */
  readonly size?: number;
  /** Called after each page but the last. */
  readonly betweenPages?: (page: number) => Promise<void>;
}

/** A record of a walk. */
export type WalkedNode = Readonly<Record<string, unknown>> & { readonly id: string };

interface WalkedPage {
  readonly nodes: readonly WalkedNode[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** No list of a test is longer: its cursor goes round in circles. */
const MAX_PAGES = 500;

/** All records of a list in the order in which they were met: a backward walk meets the last one first. */
export async function walk(gateway: Executing, given: Walk): Promise<WalkedNode[]> {
  const { list, type, backward = false, size = 100, as = 'service' } = given;
  const [count, cursorName] = backward ? ['last', 'before'] : ['first', 'after'];
  const query = `query Walk($filter: ${type}Filter, $orderBy: [${type}Order!], $cursor: String, $archived: Boolean)
    @inOdoo(archived: $archived) {
      ${list}(${count}: ${size}, ${cursorName}: $cursor, filter: $filter, orderBy: $orderBy) {
        nodes { id ${given.selection ?? ''} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const found: WalkedNode[] = [];
  let cursor: string | null = null;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const variables = { filter: given.filter, orderBy: given.orderBy, cursor, archived: given.archived };
    const { data, errors } = await gateway.execute(query, { as, variables });
    const answered = (data as Record<string, WalkedPage | null> | null | undefined)?.[list];
    if (errors || !answered)
      throw new AssertionError({ message: `page ${page} of ${list} ${JSON.stringify({ variables, errors })}` });
    const { nodes, pageInfo } = answered;
    found.push(...(backward ? [...nodes].reverse() : nodes));
    cursor = backward ? pageInfo.startCursor : pageInfo.endCursor;
    if (!(backward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage)) return found;
    await given.betweenPages?.(page);
  }
  throw new AssertionError({ message: `${list} by ${JSON.stringify(given.orderBy)} does not end` });
}

/** The ids of a walk as Odoo has them. */
export async function walkIds(gateway: Executing, given: Walk): Promise<number[]> {
  return (await walk(gateway, given)).map(({ id }) => Number(id));
}
