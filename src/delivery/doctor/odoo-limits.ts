/** Odoo's configuration file beside what production allows; Odoo's own defaults where it says nothing. */
import type { Stage } from '../../config.ts';
import type { OdooConf } from '../odoo-conf.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';

interface Limit {
  readonly option: string;
  /** What Odoo 19 takes where the file is silent. */
  readonly byDefault: number;
  /** As it has to be; null where it has to be nothing. */
  readonly problem: (value: number, stage: Stage) => string | null;
}

const MIB = 1_048_576;

/** 0 is no limit in Odoo. */
const atMost = (max: number, unit: string) => (value: number) =>
  value > 0 && value <= max ? null : `1 to ${max}${unit}`;

/** Seconds of one cron; -1 takes limit_time_real. */
const MAX_CRON: Readonly<Record<Stage, number>> = { development: 600, staging: 600, production: 300 };

const LIMITS: readonly Limit[] = [
  { option: 'workers', byDefault: 0, problem: (value) => (value >= 4 && value <= 8 ? null : '4 to 8') },
  { option: 'limit_request', byDefault: 65_536, problem: atMost(8_192, ' requests, after which a worker begins anew') },
  { option: 'limit_memory_soft', byDefault: 2_048 * MIB, problem: atMost(512 * MIB, ' bytes (512 MB)') },
  { option: 'limit_time_real', byDefault: 120, problem: atMost(3_600, ' seconds (1 h)') },
  { option: 'db_maxconn', byDefault: 64, problem: atMost(20, ' connections') },
  {
    option: 'max_cron_threads',
    byDefault: 2,
    problem: (value, stage) =>
      stage === 'development'
        ? value === 0
          ? null
          : '0: no cron in development'
        : value >= 1
          ? null
          : 'at least 1: crons stand still',
  },
];

/** One line for each option. What breaks a limit fails in production, and is a warning before. */
export function checkOdooLimits(conf: OdooConf, stage: Stage): Check[] {
  const judge = stage === 'production' ? failed : warning;
  const checks = LIMITS.map(({ option, byDefault, problem }) => {
    const value = numberOf(conf, option, byDefault);
    const name = `odoo-conf/${option}`;
    const said = `${option} is ${conf.get(option) ?? `not set, and then ${byDefault}`}`;
    if (value === null) return failed(name, `${said}, which is no whole number`, `set ${option} to a whole number`);
    const wanted = problem(value, stage);
    return wanted === null ? ok(name, said) : judge(name, said, `set ${option} to ${wanted}`);
  });
  return [...checks, checkCronTime(conf, stage, judge), ...UNSEEN];
}

function checkCronTime(conf: OdooConf, stage: Stage, judge: typeof failed): Check {
  const option = 'limit_time_real_cron';
  const own = numberOf(conf, option, -1);
  const real = numberOf(conf, 'limit_time_real', 120);
  const value = own === -1 ? real : own;
  const max = MAX_CRON[stage];
  const said = `${option} is ${conf.get(option) ?? 'not set'}${own === -1 ? `, and then limit_time_real, ${real}` : ''}`;
  return value !== null && value > 0 && value <= max
    ? ok(`odoo-conf/${option}`, said)
    : judge(`odoo-conf/${option}`, said, `set ${option} to 1 to ${max} seconds, the most of a cron in ${stage}`);
}

/** What no option of Odoo 19 says. */
const UNSEEN: readonly Check[] = [
  skipped(
    'odoo-conf/request-size',
    'no option of this file limits a request to 50 MB',
    'set client_max_body_size 50m at the proxy, and the parameter web.max_file_upload_size',
  ),
  skipped(
    'odoo-conf/logs',
    'no option of this file keeps logs for 30 days',
    'say so where the log goes: logrotate with daily and rotate 30, or the platform',
  ),
];

/** Null where it is no whole number. */
function numberOf(conf: OdooConf, option: string, byDefault: number): number | null {
  const text = conf.get(option);
  if (text === undefined) return byDefault;
  return /^-?\d+$/.test(text) ? Number(text) : null;
}
