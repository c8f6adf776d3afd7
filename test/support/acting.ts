/**
 * Agents made from a template of the doctrine, in the database of a test: their roles, grants and policies. Roles belong
 * to the cluster, so tests beside these see them: the agents' and clients' names begin with `test-`.
 */
import { agentRole } from '../../src/auth/viewer.ts';
import { printGrants } from '../../src/doctrine/grants-sql.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { copyPaths, type DoctrineDraft, type TestPaths } from './doctrine.ts';
import { createTestGateway, type TestGateway } from './gateway.ts';

/** SQL: whether the role whose name the expression gives is one that a test's agent or client has meanwhile. */
export const isOfTests = (name: string): string => `${name} ~ '^(agent|client)_test_'`;

/** The doctrine's template as an agent of it. @param change Of the doctrine, after the agent is in it. */
export function copyWithWriter(agent: string, change: (draft: Draft) => void = () => {}): TestPaths {
  return copyPaths((draft) => {
    const all = draft as Draft;
    all.agents[agent] = structuredClone(all.templates['writer-for-users']) as DoctrineDraft['agents'][string];
    change(all);
  });
}

/** Gives a database the agent's role, its grants and policies. */
export async function admitWriter(gateway: TestGateway, paths: TestPaths, agent: string): Promise<void> {
  await gateway.owner((client) => client.script(`${printGrants(loadDoctrine(paths))}\n${policiesOf(paths, agent)}`));
}

/** A gateway whose doctrine knows the agent. */
export interface Acting extends AsyncDisposable {
  readonly gateway: TestGateway;
  /** `agent:<name> for <user>` asks as the agent for a user, `agent:<name>` as the agent alone. */
  readonly agent: string;
  readonly role: string;
}

type Draft = DoctrineDraft & { templates: DoctrineDraft['agents']; oauthClients: Record<string, unknown> };

/**
 * @param agent A name that no other test file gives, beginning with `test-`.
 * @param change Of the doctrine, after the agent is in it.
 */
export async function createActing(agent: string, change: (draft: Draft) => void = () => {}): Promise<Acting> {
  const paths = copyWithWriter(agent, change);
  const base = await createTestGateway();
  await admitWriter(base, paths, agent);
  const gateway = await createTestGateway({ beside: base, paths });
  const role = agentRole(agent);
  return {
    ...{ gateway, agent, role },
    [Symbol.asyncDispose]: async () => {
      await base.owner((client) => client.script(`drop owned by ${role}`));
      await gateway[Symbol.asyncDispose]();
      await base.owner((client) => client.script(`drop role ${role}`)).catch(() => undefined);
      await base[Symbol.asyncDispose]();
      paths[Symbol.dispose]();
    },
  };
}

/** As docs/doctrine.md says it of an agent whose rows are a member's. */
function policiesOf(paths: TestPaths, agent: string): string {
  const { work = [] } = loadDoctrine(paths).agents[agent]?.reads ?? {};
  return [...(work === 'all' ? [] : work)]
    .map((table) => {
      const column = table === 'work.spaces' ? 'id' : 'space_id';
      const using = `${column} in (select work.my_space_ids())`;
      return `create policy acting_reads on ${table} for select to ${agentRole(agent)} using (${using});`;
    })
    .concat(`grant execute on function work.my_space_ids to ${agentRole(agent)};`)
    .join('\n');
}
