/** The ways out of the process in staging: `ssot/stages.yaml` names each, and the configuration refuses or neutralizes it. */
import { scryptSync } from 'node:crypto';
import type ts from 'typescript';
import { parse } from 'yaml';
import { z } from 'zod';
import { type Compiler, lineOf, type Module, visitNodes } from './code/modules.ts';
import type { Finding } from './finding.ts';
import { findHttp } from './migrations/config.ts';
import { placeOf } from './sql/schema-state.ts';
import type { SqlStatement } from './sql/statements.ts';
import type { Tree } from './tree.ts';

const FILE = 'ssot/stages.yaml';
const outbound = z.strictObject({
  /** A file or a folder. */
  module: z.string().startsWith('src/'),
  to: z.string(),
  staging: z.enum(['allowed', 'neutralized', 'refused']),
  why: z.string().min(20),
  /** The variables that would turn on what is refused. */
  variables: z.array(z.string()).default([]),
});
const shape = z.object({ outbound: z.array(outbound) });

const WIRES =
  /^(node:)?(http|https|http2|net|tls|dgram)$|^(pg|postgres|ioredis|redis|openai|axios|got|undici|node-fetch|ky|ws|xmlrpc|amqplib|kafkajs|mqtt)$|^(@supabase\/|@aws-sdk\/|@google-cloud\/|@azure\/|@anthropic-ai\/|@slack\/|stripe|twilio|firebase)/;
const MAIL =
  /^(nodemailer|emailjs|resend|postmark|mailgun[.-]js|mailersend|smtp-\w+|@sendgrid\/|@aws-sdk\/client-ses|@mailchimp\/|@getbrevo\/)/;

/** What the configuration of a stage says, as far as the rules ask. */
export interface StagedConfig {
  readonly worker: { readonly tickMs: number | null };
}

/** Reads a configuration. @throws Error that names every variable that is refused. */
export type ReadStagedConfig = (env: Readonly<Record<string, string>>) => StagedConfig;

/** Names each variable of a staging that is production's, by hosts and marks. */
export type FindProductionSecrets = (
  env: Readonly<Record<string, string>>,
  production: { readonly hosts: string[]; readonly secrets: Record<string, string[]> },
) => readonly string[];

/** Made-up values that let a staging start, each as short as is accepted. */
const STAGING: Readonly<Record<string, string>> = {
  ODOO_STAGE: 'staging',
  DATABASE_URL: 'postgres://gateway@staging.invalid/gateway',
  ODOO_URL: 'https://odoo.staging.invalid',
  ODOO_DB: 'staging',
  ODOO_API_KEY: 'x',
  SUPABASE_URL: 'https://project.staging.invalid',
};

/** What a check of the stages needs. */
export interface StageOptions {
  readonly tree: Tree;
  readonly compiler: Compiler;
  readonly modules: readonly Module[];
  readonly statements: readonly SqlStatement[];
  readonly readConfig: ReadStagedConfig;
  readonly findProductionSecrets: FindProductionSecrets;
  readonly isOdooNeutralized: boolean;
}

/** Each way out that nothing names, and each that staging leaves open. */
export function checkStages(options: StageOptions): Finding[] {
  const { tree, compiler, modules, statements, readConfig } = options;
  const { ways, problems } = readWays(tree);
  const sources = modules.filter(({ path }) => path.startsWith('src/'));
  return [
    ...problems,
    ...sources.flatMap((module) => checkModule(compiler, module, ways)),
    ...ways.flatMap((way) => checkRefused(way, readConfig)),
    ...ways
      .filter(({ module }) => !tree.has(module))
      .map(({ module }) => finding('outbound', `${module} is gone: remove its way out`)),
    ...checkCron(readConfig),
    ...checkProduction(options),
    ...(options.isOdooNeutralized
      ? []
      : [finding('odoo-write', 'A run in staging writes to Odoo', 'src/agents/sync-odoo-agent.ts')]),
    ...findHttp(statements).map((statement) => ({
      rule: 'stage/outbound',
      message: `${statement.called} asks another system from inside of the database, which knows no stage: enqueue a run instead`,
      ...placeOf(statement),
    })),
  ];
}

type Way = z.infer<typeof outbound>;

function readWays(tree: Tree): { ways: readonly Way[]; problems: Finding[] } {
  if (!tree.has(FILE))
    return { ways: [], problems: [finding('outbound', `${FILE} is missing: it names each way out`)] };
  const parsed = shape.safeParse(parse(tree.read(FILE)));
  if (parsed.success) return { ways: parsed.data.outbound, problems: [] };
  return { ways: [], problems: [finding('outbound', `${FILE} is not understood: ${z.prettifyError(parsed.error)}`)] };
}

function checkModule(compiler: Compiler, { path, source, imports }: Module, ways: readonly Way[]): Finding[] {
  const mail = imports.find(({ target }) => MAIL.test(target));
  if (mail) {
    const message = `${path} sends mail by ${mail.target}: a staging that is a copy of production would write to its customers. Enqueue a run that Odoo sends by`;
    return [{ rule: 'stage/mail', message, file: path, line: mail.line }];
  }
  if (ways.some(({ module }) => path === module || path.startsWith(`${module}/`))) return [];
  const wire = imports.find(({ target }) => WIRES.test(target)) ?? fetchOf(compiler, source);
  if (!wire) return [];
  const message = `${path} uses ${wire.target}, a way out that ${FILE} does not name: say there where it leads, and what staging does with it`;
  return [{ rule: 'stage/outbound', message, file: path, line: wire.line }];
}

function fetchOf(compiler: Compiler, source: ts.SourceFile): { target: string; line: number } | undefined {
  let found: { target: string; line: number } | undefined;
  visitNodes(compiler, source, (node) => {
    if (compiler.isCallExpression(node) && /^(globalThis\.)?fetch$/.test(node.expression.getText(source)))
      found ??= { target: 'fetch', line: lineOf(source, node) };
  });
  return found;
}

/** Made-up values, one for each form that a variable can have. */
const MADE_UP = ['https://example.invalid', 'redis://example.invalid', 'x'.repeat(40), '1'];

/** Tries the configuration itself: production must take the variable, and staging must not start with it. */
function checkRefused({ module, staging, variables, to }: Way, readConfig: ReadStagedConfig): Finding[] {
  if (staging !== 'refused') return [];
  if (variables.length === 0)
    return [finding('outbound', `${module} is refused in staging by no variable: name those that turn it on`)];
  const takes = (stage: string, name: string, value: string) =>
    isTaken({ ...STAGING, ODOO_STAGE: stage, [name]: value }, readConfig);
  return variables.flatMap((name) => {
    const value = MADE_UP.find((each) => takes('production', name, each));
    if (value === undefined)
      return [finding('outbound', `${name} cannot be tried out: production takes no made-up value`)];
    if (!takes('staging', name, value)) return [];
    return [finding('outbound', `${to} is refused in staging, and the configuration takes ${name} there`)];
  });
}

function isTaken(env: Readonly<Record<string, string>>, readConfig: ReadStagedConfig): boolean {
  try {
    readConfig(env);
    return true;
  } catch {
    return false;
  }
}

/** Schedules are production's: a copy of its database would enqueue all of them once more. */
function checkCron(readConfig: ReadStagedConfig): Finding[] {
  const { tickMs } = readConfig(STAGING).worker;
  return tickMs === null
    ? []
    : [finding('cron', `A worker in staging ticks the schedules every ${tickMs} ms`, 'src/config.ts')];
}

/** The secret `x`, marked. */
const markOfX = () => `${'00'.repeat(16)}:${scryptSync('x', Buffer.alloc(16), 32).toString('hex')}`;

/** Tries out a made-up secret and a made-up host of production in a staging. */
function checkProduction({ findProductionSecrets }: StageOptions): Finding[] {
  const production = { hosts: ['odoo.production.invalid'], secrets: { ODOO_API_KEY: [markOfX()] } };
  const env = { ...STAGING, ODOO_API_KEY: 'x', ODOO_URL: 'https://odoo.production.invalid' };
  const refused = findProductionSecrets(env, production);
  return ['ODOO_API_KEY', 'ODOO_URL']
    .filter((name) => !refused.some((problem) => problem.includes(name)))
    .map((name) => finding('production-secret', `Staging takes production's ${name}`, 'src/cli/stage.ts'));
}

function finding(name: string, message: string, file = FILE): Finding {
  return { rule: `stage/${name}`, message, file };
}
