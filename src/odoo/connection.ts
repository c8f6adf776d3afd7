/** How to reach an Odoo as its reader, whatever the protocol. */

/** The protocols; `auto` is JSON-2 where the server has it, else JSON-RPC. */
export const ODOO_PROTOCOLS = ['json2', 'jsonrpc', 'xmlrpc', 'auto'] as const;

/** One of the protocols. */
export type OdooProtocol = (typeof ODOO_PROTOCOLS)[number];

/** An Odoo, and the reader's credentials there. */
export interface OdooConnection {
  readonly url: string;
  /** Name of the database; null where the server has one only, which only JSON-2 can leave out. */
  readonly database: string | null;
  /** Empty where there is none; it comes before the password. */
  readonly apiKey: string;
  /** Milliseconds that one call may take. */
  readonly timeoutMs: number;
  /** Bytes of one answer at most; default 64 MiB. */
  readonly maxAnswerBytes?: number;
  /** Default `json2`. */
  readonly protocol?: OdooProtocol;
  /** The reader's login, which JSON-RPC and XML-RPC need. */
  readonly username?: string | null;
  /** For JSON-RPC and XML-RPC, where there is no API key. */
  readonly password?: string | null;
}
