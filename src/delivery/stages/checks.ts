/** What is looked at inside of an Odoo, and what makes each check fail. */
import { failed, type ProofCheck, passed } from './proof.ts';
import type { StageReader } from './reader.ts';
import type { StageSettings } from './settings.ts';

/** What a check is judged by. */
export interface Judging {
  readonly settings: StageSettings;
  /** Host of ODOO_URL. */
  readonly ownHost: string;
  /** Of `ssot/stages.yaml`. */
  readonly productionHosts: readonly string[];
}

/** One check: what it is called, and how it looks. */
export interface StageCheck {
  readonly name: string;
  readonly look: (reader: StageReader, judging: Judging) => Promise<ProofCheck>;
}

const NEUTRALIZE = 'run `odoo neutralize -d <database>`';
/** Names shown of a long list. */
const SHOWN = 5;

function list(names: readonly string[]): string {
  const rest = names.length - SHOWN;
  return rest > 0 ? `${names.slice(0, SHOWN).join(', ')} and ${rest} more` : names.join(', ');
}

/** Fails where anything is left. */
function none(name: string, left: readonly string[], { good, bad, todo }: { good: string; bad: string; todo: string }) {
  return left.length === 0 ? passed(name, good) : failed(name, `${bad}: ${list(left)}`, todo);
}

const neutralized: StageCheck = {
  name: 'neutralized',
  look: async (reader) => {
    const value = await reader.parameter('database.is_neutralized');
    return value !== null && /^(true|1)$/i.test(value)
      ? passed('neutralized', 'database.is_neutralized is set')
      : failed(
          'neutralized',
          `database.is_neutralized is ${value === null ? 'not set' : JSON.stringify(value)}`,
          NEUTRALIZE,
        );
  },
};

/** `odoo neutralize` puts a server there that leads nowhere: without any, Odoo sends by its configuration file's. */
const mailOut: StageCheck = {
  name: 'mail-out',
  look: async (reader, { settings }) => {
    const servers = await reader.mailServers();
    if (servers.length === 0)
      return failed(
        'mail-out',
        'no outgoing mail server is active, so Odoo sends by the one of its configuration file, or by localhost',
        `${NEUTRALIZE}, which puts one there that leads nowhere`,
      );
    const leadsNowhere = (host: string) =>
      host === 'invalid' || host.endsWith('.invalid') || settings.mailHosts.includes(host);
    return none(
      'mail-out',
      servers.filter(({ host }) => !leadsNowhere(host)).map(({ name, host }) => `${name} (${host || 'no host'})`),
      {
        good: 'the active outgoing mail servers lead nowhere',
        bad: 'outgoing mail servers are active',
        todo: 'archive them in Odoo, or name a mail catcher under stages.mailHosts of ssot/environments.yaml',
      },
    );
  },
};

const mailIn: StageCheck = {
  name: 'mail-in',
  look: async (reader) => {
    const fetching = await reader.fetching();
    return none('mail-in', fetching ?? [], {
      good: fetching === null ? 'this Odoo fetches no mail' : 'no incoming mail server is active',
      bad: 'incoming mail servers are active, and take mail away from production',
      todo: `archive them, or ${NEUTRALIZE}`,
    });
  },
};

const crons: StageCheck = {
  name: 'crons',
  look: async (reader, { settings }) => {
    const active = await reader.crons();
    return none(
      'crons',
      active.filter((cron) => !settings.crons.includes(cron)),
      {
        good: `of crons only these are active: ${list(active) || 'none'}`,
        bad: 'crons are active that stages.crons of ssot/environments.yaml does not name',
        todo: `archive them, or ${NEUTRALIZE}`,
      },
    );
  },
};

const webhooks: StageCheck = {
  name: 'webhooks',
  look: async (reader) =>
    none('webhooks', await reader.webhooks(), {
      good: 'no action posts to a URL',
      bad: 'actions post to a URL',
      todo: `${NEUTRALIZE}, or delete them`,
    }),
};

const payments: StageCheck = {
  name: 'payments',
  look: async (reader) => {
    const enabled = await reader.payments();
    return none('payments', enabled ?? [], {
      good: enabled === null ? 'this Odoo takes no payments' : 'no payment provider is enabled',
      bad: 'payment providers are enabled',
      todo: `set them to test or disabled, or ${NEUTRALIZE}`,
    });
  },
};

/** A copy brings production's with it, which mails and links then lead to. */
const baseUrl: StageCheck = {
  name: 'base-url',
  look: async (reader, { settings, ownHost, productionHosts }) => {
    const value = (await reader.parameter('web.base.url')) ?? '';
    const host = URL.canParse(value) ? new URL(value).hostname : '';
    const todo = 'set the parameter web.base.url to the URL of this environment, and web.base.url.freeze to True';
    if (host !== '' && productionHosts.includes(host))
      return failed('base-url', `web.base.url leads to production: ${value}`, todo);
    return host !== '' && (host === ownHost || settings.hosts.includes(host))
      ? passed('base-url', `web.base.url leads here: ${value}`)
      : failed(
          'base-url',
          `web.base.url is ${value === '' ? 'not set' : value}, and neither the host of ODOO_URL nor one of stages.hosts`,
          todo,
        );
  },
};

/** `odoo neutralize` leaves them: whoever has production's key is let in here too, and the other way round. */
const apiKeys: StageCheck = {
  name: 'api-keys',
  look: async (reader, { settings }) => {
    const keys = await reader.apiKeys();
    const copied = keys.filter(({ name, isOlder }) => isOlder === true || !settings.apiKeys.includes(name));
    return none(
      'api-keys',
      copied.map(({ name, login }) => `"${name}" of ${login}`),
      {
        good: keys.length === 0 ? 'there is no API key' : `${keys.length} API keys, each made here`,
        bad: `API keys that came with the copy${keys.some(({ isOlder }) => isOlder === null) ? ', by their names' : ''}`,
        todo: 'delete them; make the keys of this environment after it is neutralized, and put their names under stages.apiKeys of ssot/environments.yaml',
      },
    );
  },
};

/** `odoo neutralize` leaves them too: the first mail server that somebody turns on sends them. */
const queued: StageCheck = {
  name: 'queued',
  look: async (reader) =>
    none(
      'queued',
      (await reader.queues()).map(({ what, count }) => `${count} ${what}`),
      {
        good: 'nothing waits to be sent',
        bad: 'production’s messages wait to be sent',
        todo: "delete them, or cancel them: e.g. update mail_mail set state = 'cancel' where state = 'outgoing'",
      },
    ),
};

const login: StageCheck = {
  name: 'login',
  look: async (reader) =>
    none('login', await reader.excess(), {
      good: `${reader.way} is only read`,
      bad: 'the login of ODOO_PROOF_DATABASE_URL may do more than read',
      todo: 'take a login that has SELECT alone: `tripoint stage verify --sql` prints one',
    }),
};

/** Each by its own question. */
export const STAGE_CHECKS: readonly StageCheck[] = [
  ...[neutralized, mailOut, mailIn, crons, webhooks, payments, baseUrl, apiKeys, queued, login],
];
