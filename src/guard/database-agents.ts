/** What the live ledger knows of agents, beside what the doctrine says of them. */
import type { Doctrine } from '../doctrine/load.ts';
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';

interface LiveAgent {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly other_kinds: string;
  readonly ageing_seconds: number;
}

/** One finding for each agent whose runs the ledger takes otherwise than the doctrine says. */
export async function checkAgents(query: Query, { agents }: Doctrine): Promise<Finding[]> {
  const [table] = (await query(`select to_regclass('ops.agents') is not null as there`)) as unknown as readonly {
    there: boolean;
  }[];
  if (!table?.there)
    return [finding('The database has no table ops.agents, by which the ledger knows whose runs to take')];
  const live = (await query(
    'select name, kinds, other_kinds, ageing_seconds from ops.agents order by name',
  )) as unknown as readonly LiveAgent[];
  const known = new Map(live.map((agent) => [agent.name, describe(agent)]));
  const wanted = Object.entries(agents).map(([name, { kinds, otherKinds, ageing }]) => [
    name,
    describe({ name, kinds, other_kinds: otherKinds, ageing_seconds: ageing }),
  ]) as [string, string][];
  return [
    ...wanted
      .filter(([name, said]) => known.get(name) !== said)
      .map(([name, said]) =>
        finding(
          `The ledger knows ${name} ${known.has(name) ? `by ${known.get(name)}` : 'not'}; the doctrine says ${said}`,
        ),
      ),
    ...[...known.keys()]
      .filter((name) => !agents[name])
      .map((name) => finding(`The ledger takes runs for ${name}, which is no agent of the doctrine`)),
  ];
}

function describe({ kinds, other_kinds: others, ageing_seconds: ageing }: LiveAgent): string {
  return `kinds [${[...kinds].sort().join(', ')}], otherKinds ${others}, ageing ${ageing}`;
}

function finding(problem: string): Finding {
  return {
    rule: 'database/agents',
    message: `${problem}: run \`tripoint doctrine --grants\` into a new migration, and \`tripoint migrate\``,
  };
}
