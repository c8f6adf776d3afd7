/** Pages of a space of a test's own, made through the gateway. */
import { pick, type TestGateway } from './gateway.ts';
import { mutate, type Payload } from './work-mutate.ts';

const PAGE = 'page { id title version archivedAt parent { id } space { id } }';

/** Mutations of pages as one viewer. */
export interface Workspace {
  /** Runs one mutation of pages. */
  readonly run: (name: string, input: Readonly<Record<string, unknown>>) => Promise<Payload>;
  /** Makes a space with the viewer as its admin. */
  readonly createSpace: () => Promise<string>;
  /** Makes a page at the top of a space, or below another page. */
  readonly createPage: (title: string, at: Readonly<Record<string, unknown>>) => Promise<string>;
  /** The tree of a space, a line each page: two spaces a level, then the title. */
  readonly drawTree: (spaceId: string, archived?: boolean) => Promise<readonly string[]>;
}

/** Works as `as`, a demo user. */
export function createWorkspace(gateway: TestGateway, as: string): Workspace {
  const run: Workspace['run'] = (name, input) => mutate(gateway, as, { name, input, select: PAGE });
  return {
    run,
    createSpace: async () => {
      const asked = { name: 'createSpace', input: { name: 'Of a test' }, select: 'space { id }' };
      return String(pick(await mutate(gateway, as, asked), 'space.id'));
    },
    createPage: async (title, at) => {
      const payload = await run('createPage', { title, ...at });
      if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
      return String(pick(payload, 'page.id'));
    },
    drawTree: async (spaceId, archived = false) => {
      const { data } = await gateway.execute(
        `{ pageTree(spaceId: "${spaceId}", depth: 50, archived: ${archived}) { nodes { title level } } }`,
        { as },
      );
      const nodes = pick(data, 'pageTree.nodes') as { title: string; level: number }[];
      return nodes.map(({ title, level }) => `${'  '.repeat(level - 1)}${title}`);
    },
  };
}
