/** Agents that act for users, and OAuth clients that are such agents: what the doctrine says of them must fit together. */
import { isForUsers } from '../executors.ts';
import type { Path } from '../lines.ts';
import type { Doctrine } from '../shape.ts';
import { allAgents, type Problem } from './unknown-names.ts';

type Agent = Doctrine['agents'][string];

/** One problem a misfit. */
export function findUnfitActing(doctrine: Doctrine): Problem[] {
  return [
    ...allAgents(doctrine).flatMap(([path, name, agent]) => [
      ...findOpenRows(path, name, agent),
      ...findIdle(doctrine, path, name, agent),
    ]),
    ...Object.entries(doctrine.oauthClients).flatMap(([name, client]) =>
      findUnfitClient(doctrine, name, client).map((message) => ({ path: ['oauthClients', name, 'agent'], message })),
    ),
  ];
}

/** Its own policies decide for an agent, also while it acts for somebody: those of `rows: all` would show it every row. */
function findOpenRows(path: Path, name: string, { actsFor, rows, reads }: Agent): Problem[] {
  const readsRows = [reads.ops, reads.work].some((given) => given === 'all' || (given ?? []).length > 0);
  if (!actsFor.includes('user') || rows === 'member' || !readsRows) return [];
  return [{ path: [...path, 'actsFor'], message: `${name} acts for users and sees the rows of all: say rows: member` }];
}

/** What an agent executes for users, and never could: it acts for none. */
function findIdle(doctrine: Doctrine, path: Path, name: string, { actsFor, executes = [] }: Agent): Problem[] {
  if (actsFor.includes('user') || executes === 'all') return [];
  return executes.flatMap((called, n) =>
    called === 'work.*' || isForUsers(doctrine, called)
      ? [
          {
            path: [...path, 'executes', n],
            message: `${name} executes ${called}, which agents do for users only: say actsFor: [user]`,
          },
        ]
      : [],
  );
}

function findUnfitClient({ agents }: Doctrine, name: string, client: Doctrine['oauthClients'][string]): string[] {
  const { agent, reads, purpose } = client;
  if ((agent === undefined) === (reads === undefined))
    return [`the OAuth client ${name} has reads of its own, or an agent as which it acts: say one of them`];
  if (agent === undefined) return purpose === undefined ? [`the OAuth client ${name} has no purpose`] : [];
  if (!Object.hasOwn(agents, agent)) return [`the OAuth client ${name} acts as ${agent}, which is no agent`];
  const actsFor = agents[agent]?.actsFor ?? [];
  if (actsFor.includes('user')) return [];
  return [`the OAuth client ${name} acts as ${agent}, which acts for nobody: say actsFor: [user]`];
}
