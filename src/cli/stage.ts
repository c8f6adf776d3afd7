/** Staging refuses production's hosts and secrets. `ssot/stages.yaml` names the hosts, and has marks that do not reveal the secrets. */
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { definitionOf, type RunTools } from '../agents/handler.ts';
import { createSyncOdooHandlers } from '../agents/sync-odoo-agent.ts';
import type { ClaimedRun } from '../ops/ledger.ts';
import { ODOO_WRITE } from '../ops/odoo-write.ts';
import { packagePaths } from '../paths.ts';
import { readSettingsFile, SettingsError } from '../settings-file.ts';
import { ConfigError } from '../variables.ts';

const MARK = /^[0-9a-f]{32}:[0-9a-f]{64}$/;
const shape = z.object({
  production: z.strictObject({
    /** Without a scheme, e.g. `db.example.com`. */
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/)),
    /** Variable → marks of its values. */
    secrets: z.record(z.string(), z.array(z.string().regex(MARK, 'is made by `tripoint guard --mark-production`'))),
  }),
});

/** What is production's. */
export type ProductionMarks = z.infer<typeof shape>['production'];

type Env = Readonly<Record<string, string | undefined>>;

/** @param file `ssot/stages.yaml`, or the one in its place. @throws SettingsError where it is not understood. */
export function readProductionMarks(file: string): ProductionMarks {
  const parsed = shape.safeParse(readSettingsFile(file));
  if (parsed.success) return parsed.data.production;
  throw new SettingsError(`${file} is not understood:\n${z.prettifyError(parsed.error)}`);
}

/** @throws ConfigError that names each variable of a staging that is production's. */
export function refuseProduction(env: Env): void {
  if (env.ODOO_STAGE !== 'staging') return;
  const problems = findProductionSecrets(env, readProductionMarks(packagePaths(env).stages));
  if (problems.length > 0) throw new ConfigError(problems);
}

/** One problem for each variable of a staging that holds a value of production; none in another stage. It shows no value. */
export function findProductionSecrets(env: Env, { hosts, secrets }: ProductionMarks): string[] {
  if (env.ODOO_STAGE !== 'staging') return [];
  return findProductionValues(env, { hosts, secrets }).map((name) => `${name} is production's: staging refuses it`);
}

/** Names of the variables that hold a value of production, whatever the stage. */
export function findProductionValues(env: Env, { hosts, secrets }: ProductionMarks): string[] {
  return Object.entries(env).flatMap(([name, value = '']) => {
    const isHost = hosts.includes(hostOf(value));
    const isSecret = (secrets[name] ?? []).some((mark) => isMarked(value, mark));
    return isHost || isSecret ? [name] : [];
  });
}

/** Whether it is a value of production, under whatever name: one of its hosts in a URL or by itself, or one of its secrets. */
export function isProductions(value: string, { hosts, secrets }: ProductionMarks): boolean {
  return (
    hosts.includes(value) ||
    hosts.includes(hostOf(value)) ||
    Object.values(secrets)
      .flat()
      .some((mark) => isMarked(value, mark))
  );
}

/** A mark of a secret: a salt and the scrypt of both. Nobody can tell the secret from it. */
export function markSecret(value: string, salt = randomBytes(16)): string {
  return `${salt.toString('hex')}:${scryptSync(value, salt, 32).toString('hex')}`;
}

function isMarked(value: string, mark: string): boolean {
  const salt = Buffer.from(mark.split(':')[0] ?? '', 'hex');
  return timingSafeEqual(Buffer.from(markSecret(value, salt)), Buffer.from(mark));
}

function hostOf(value: string): string {
  return URL.canParse(value) ? new URL(value).hostname : '';
}

/** Whether a run that would write to Odoo from staging is neutralized, with a writer's key and all; nothing is sent. */
export async function isOdooNeutralized(): Promise<boolean> {
  const writer = { url: 'https://odoo.invalid', database: null, apiKey: 'x', timeoutMs: 100 };
  const rules = [{ model: 'res.partner', methods: ['create', 'write'] as ('create' | 'write')[], once: {} }];
  const { [ODOO_WRITE.kind]: written } = createSyncOdooHandlers({
    stage: 'staging',
    writer,
    writesInDevelopment: true,
    rules,
    settleSeconds: 0,
  });
  const input = { model: 'res.partner', method: 'create', values: { name: 'Nobody' } };
  const run = { id: '00000000-0000-4000-8000-000000000000', kind: ODOO_WRITE.kind, input } as unknown as ClaimedRun;
  const tools: RunTools = {
    signal: AbortSignal.abort(),
    cancelRequested: AbortSignal.abort(),
    beginEffect: async () => {},
    readEffect: async () => null,
    append: async () => {},
    recordArtifact: async () => '',
  };
  const { execute } = definitionOf(written as NonNullable<typeof written>);
  const ended = execute(run, tools);
  return (
    (
      (await ended.then(
        () => null,
        (error: unknown) => error,
      )) as { code?: string } | null
    )?.code === 'NEUTRALIZED'
  );
}
