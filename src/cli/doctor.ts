/** `tripoint doctor`: looks at the configuration and at the systems that it names, and says what to do. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import { createSystems } from '../delivery/doctor/ask-systems.ts';
import { type Check, failed } from '../delivery/doctor/check.ts';
import { examine } from '../delivery/doctor/examine.ts';
import { type OdooConf, parseOdooConf } from '../delivery/odoo-conf.ts';
import { DeliveryError } from '../delivery/problem.ts';
import { createLog } from '../log.ts';
import { packagePaths } from '../paths.ts';
import { ConfigError } from '../variables.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { readDoctorSettings } from './doctor-settings.ts';
import { type Command, FoundError, type Io, readOptions } from './io.ts';

const HELP = `tripoint doctor [--odoo-conf <file>] [--json]

Looks at the configuration, and at the systems that it names: whether this machine reaches them, poolers, the login's rights,
versions, extensions, clocks, notices, schedules, Odoo's key and rights, the key set, storage. Changes nothing. Each line
that is not ok says what to do. Exit code 1 where something failed; a warning does not fail. docs/doctor.md has each line.

  --odoo-conf  compare Odoo's configuration file with production's limits too
  --json       print { "ok": …, "checks": [{ "name", "status", "says", "do" }] }
  --help       print this`;

/** The command. */
export const doctorCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const { json = false, 'odoo-conf': file } = readOptions(args, {
      json: { type: 'boolean' },
      'odoo-conf': { type: 'string' },
    });
    const { odooConf, unread } = readOdooConf(file, io.cwd);
    const settings = readDoctorSettings(packagePaths(io.env));
    const { config, problems } = readConfiguration(io.env);
    const systems = createSystems(config, settings.models, createLog('silent'));
    const examined = await examine({ config, problems, odooConf, ...settings }, systems);
    const checks = [...settings.unread, ...examined, ...unread];
    const failures = checks.filter(({ status }) => status === 'failed').length;
    if (json) io.print(JSON.stringify({ ok: failures === 0, checks }, null, 2));
    else for (const check of checks) for (const line of linesOf(check)) io.print(line);
    if (failures > 0) throw new FoundError(`${failures} ${failures === 1 ? 'thing' : 'things'} to mend`);
  },
};

/** A file that cannot be read is a line of its own, beside what else was looked at. */
function readOdooConf(file: string | undefined, cwd: string): { odooConf: OdooConf | null; unread: Check[] } {
  if (file === undefined) return { odooConf: null, unread: [] };
  try {
    return { odooConf: parseOdooConf(readFileSync(resolve(cwd, file), 'utf8'), file), unread: [] };
  } catch (error) {
    const says = error instanceof DeliveryError ? error.message : `${file} cannot be read: ${codeOf(error)}`;
    return { odooConf: null, unread: [failed('odoo-conf', says, 'name the file that Odoo is started with (odoo -c)')] };
  }
}

function codeOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return code ?? message;
}

function readConfiguration(env: Io['env']): { config: Config | null; problems: readonly string[] } {
  try {
    return { config: readConfigWithoutTokens(env), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...problems] = error.message.split('\n');
    return { config: null, problems: problems.map((problem) => problem.trim()) };
  }
}

function linesOf({ name, status, says, do: todo }: Check): string[] {
  const line = `${status.padEnd(8)} ${name.padEnd(28)} ${says.replaceAll('\n', `\n${' '.repeat(11)}`)}`;
  return todo === null ? [line] : [line, `${' '.repeat(9)}→ ${todo}`];
}
