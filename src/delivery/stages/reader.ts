/** What the proof asks of an Odoo, however it is looked into. */

/** A mail server that is active. */
export interface MailServer {
  readonly name: string;
  /** Empty where it has none. */
  readonly host: string;
}

/** An API key that has not expired. */
export interface ApiKey {
  readonly name: string;
  readonly login: string;
  /** Whether it was there when the database was neutralized; null where that cannot be told. */
  readonly isOlder: boolean | null;
}

/** Something that waits to be sent. */
export interface Queue {
  /** E.g. `mails`. */
  readonly what: string;
  readonly count: number;
}

/** What may wait to be sent: a model of Odoo, the states in which it does, and what it is. */
export const QUEUES = [
  { model: 'mail.mail', states: ['outgoing'], what: 'mails' },
  { model: 'sms.sms', states: ['outgoing', 'process'], what: 'text messages' },
  { model: 'snailmail.letter', states: ['pending'], what: 'letters' },
] as const;

/** One way into an Odoo. Each question is asked alone: what one may not see hides nothing of the others. */
export interface StageReader {
  /** E.g. `the database`. */
  readonly way: string;
  /** What the login may do beyond reading; empty where it is as it should be. */
  excess(): Promise<readonly string[]>;
  /** A parameter of Odoo; null where it is not set. */
  parameter(key: string): Promise<string | null>;
  mailServers(): Promise<readonly MailServer[]>;
  /** Names of the servers that fetch mail; null where the module is not there. */
  fetching(): Promise<readonly string[] | null>;
  /** Active crons, by XML id, or by name. */
  crons(): Promise<readonly string[]>;
  /** Names of actions that post to a URL. */
  webhooks(): Promise<readonly string[]>;
  /** Names of payment providers that are enabled; null where the module is not there. */
  payments(): Promise<readonly string[] | null>;
  apiKeys(): Promise<readonly ApiKey[]>;
  queues(): Promise<readonly Queue[]>;
}
