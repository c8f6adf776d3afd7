/** The SQL that pg_cron is told to run: a job is a statement of the migration that schedules it. */
import type { FuncCall, Node } from 'libpg-query';
import { evaluateText } from './evaluate.ts';
import { asNode, findNodes, stringsOf } from './nodes.ts';

/** One call that gives pg_cron a command. */
export interface JobCall {
  /** E.g. `cron.schedule`. */
  readonly name: string;
  /** The command's texts, as far as they can be known; none where nothing of it is known. */
  readonly commands: readonly string[];
}

/** The place of the command among the arguments, by their number. */
const COMMAND_AT: Readonly<Record<string, (count: number) => number>> = {
  'cron.schedule': (count) => (count < 3 ? 1 : 2),
  'cron.schedule_in_database': () => 2,
  'cron.alter_job': () => 2,
};

/** Every such call below the node, except one that leaves a job's command as it is. */
export function findJobs(node: Node): JobCall[] {
  return findNodes(node, 'FuncCall').flatMap((call) => {
    const name = stringsOf(call.funcname).join('.');
    const command = COMMAND_AT[name] && commandOf(call, name);
    return command ? [{ name, commands: evaluateText(command, new Map()) ?? [] }] : [];
  });
}

function commandOf({ args = [] }: FuncCall, name: string): Node | undefined {
  const named = args.map((arg) => asNode(arg, 'NamedArgExpr')).find((arg) => arg?.name === 'command');
  return named?.arg ?? args.filter((arg) => !asNode(arg, 'NamedArgExpr'))[COMMAND_AT[name]?.(args.length) ?? -1];
}
