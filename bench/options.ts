/** What `npm run bench` is asked for. */
import { parseArgs } from 'node:util';
import { CONTESTANTS, type ContestantName } from './contestants.ts';
import { ALGORITHMS, type Algorithm } from './tokens.ts';
import { WORKLOAD_NAMES, type WorkloadName } from './workloads.ts';

/** What `--help` prints. */
export const HELP = `npm run bench -- [options]

  --rounds N           rounds, each of them every contestant once; default 5
  --seconds N          seconds of one measurement; default 4
  --workloads A,B      of ${WORKLOAD_NAMES.join(', ')}; default all
  --contestants A,B    beside the gateway and the limit, of ${CONTESTANTS.slice(2).join(', ')}; default all, "none"
  --tokens ALG         how tokens are signed: ${ALGORITHMS.join(' or ')}; default HS256
  --memory ONLY        "only": memory and no rounds; "no": rounds and no memory; default both
  --small              one short round, no thresholds: whether the bench works; its ratios are rough
  --no-threshold       exit code 0 however slow the gateway is
  --json FILE          write the figures
  --help               print this`;

/** Read from the command line. */
export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly workloads: readonly WorkloadName[];
  /** The gateway and the limit among them. */
  readonly contestants: readonly ContestantName[];
  readonly tokens: Algorithm;
  /** Whether rounds are measured, and whether memory is. */
  readonly hasRounds: boolean;
  readonly hasMemory: boolean;
  readonly isSmall: boolean;
  readonly hasThreshold: boolean;
  readonly json: string | undefined;
}

const SMALL_SECONDS = 0.3;

/** Null for `--help`. @throws Error that names what is wrong. */
export function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      workloads: { type: 'string' },
      contestants: { type: 'string' },
      tokens: { type: 'string', default: 'HS256' },
      memory: { type: 'string', default: 'both' },
      small: { type: 'boolean', default: false },
      'no-threshold': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [memory] = readNames('memory', values.memory, ['both', 'only', 'no'], ['both']);
  const [tokens = 'HS256'] = readNames('tokens', values.tokens, ALGORITHMS, []);
  const peers =
    values.contestants === 'none' ? [] : readNames('contestants', values.contestants, CONTESTANTS, CONTESTANTS);
  return {
    rounds: readCount('rounds', values.rounds, values.small ? 1 : 5),
    seconds: values.small ? SMALL_SECONDS : readCount('seconds', values.seconds, 4),
    // Long enough that V8 has compiled what is hot: a gateway runs for weeks.
    warmUpSeconds: values.small ? SMALL_SECONDS : 2 * readCount('seconds', values.seconds, 4),
    workloads: readNames('workloads', values.workloads, WORKLOAD_NAMES, WORKLOAD_NAMES),
    contestants: CONTESTANTS.filter((name) => name === 'gateway' || name === 'limit' || peers.includes(name)),
    tokens,
    hasRounds: memory !== 'only',
    hasMemory: memory !== 'no',
    isSmall: values.small,
    hasThreshold: !values.small && !values['no-threshold'],
    json: values.json,
  };
}

function readNames<T extends string>(
  option: string,
  text: string | undefined,
  known: readonly T[],
  fallback: readonly T[],
): readonly T[] {
  if (text === undefined) return fallback;
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name as T));
  if (unknown !== undefined) throw new Error(`--${option} knows no "${unknown}": ${known.join(', ')}`);
  return names as T[];
}

function readCount(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 60) return value;
  throw new Error(`--${name} is a whole number from 1 to 60`);
}
