/** The settings of the driver for an Odoo on this machine, and what it is asked: `drivers.<name>.settings` of `ssot/environments.yaml`. */
import { z } from 'zod';
import { isOwnName } from '../names.ts';

const folder = z
  .string()
  .regex(/^\/[\w./-]+$/, 'must be an absolute path of letters, digits, dots, hyphens and underscores')
  .refine((path) => !path.split('/').includes('..') && path.replace(/\/+$/, '') !== '', 'must name a folder');
const word = z.string().min(1).max(1_000);
const identifier = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}$/, 'must be a name of a database or login');
const module = z.string().regex(/^[a-z0-9_]+$/i, 'must be the name of a module');
const port = z.int().min(1_024).max(65_534);

const settings = z.strictObject({
  /** Of this driver alone: what it knows of each environment, locks, ports, logs, the code of pull requests. */
  folder,
  /** What programs see as `/`, where `run` puts them elsewhere. */
  root: z.literal('/').or(folder).default('/'),
  /** Where Odoo keeps its files, as programs see it: a folder for each environment. */
  data: folder,
  /** Begins every command, e.g. `[chroot, --userspec=odoo, /srv/odoo]`; it has to become the program, as `env` and `setpriv` do. */
  run: z.array(word).max(50).default([]),
  odoo: z.array(word).min(1).max(50).default(['odoo']),
  postgres: z
    .strictObject({
      host: word.default('127.0.0.1'),
      port: z.int().min(1).max(65_535).default(5432),
      user: identifier.default('odoo'),
      /** The variable with its password, one of the driver's `environment`. */
      passwordVariable: z.string().optional(),
    })
    .prefault({}),
  /** What is copied: staging's. A fresh database where absent. */
  source: z.strictObject({ database: identifier, filestore: folder }).optional(),
  /** Modules that a fresh database gets, or that are updated in a copy with the code of the pull request. */
  modules: z.array(module).max(500).default([]),
  demo: z.boolean().default(false),
  /** Where the code of a pull request is; without it every environment runs the Odoo that is installed. */
  code: z
    .strictObject({
      repository: word,
      /** What is fetched; its head has to be the pull request's. */
      ref: z.string().default('refs/pull/{number}/head'),
      /** Folders of addons in it. */
      addons: z
        .array(z.string().regex(/^(?!.*\.\.)[\w./-]+$/))
        .min(1)
        .max(20),
      /** Those that are installed beside them, as programs see them. */
      beside: z.array(folder).max(20).default([]),
    })
    .optional(),
  /** Own parameters of Odoo that stay in a copy. */
  keepParameters: z.array(word).max(200).default([]),
  /** Two for each environment. */
  ports: z.strictObject({ from: port, to: port }),
  /** `{host}` and `{port}` stand for the environment's own. */
  url: z.string().default('http://{host}'),
  /** The variable with the URL of a server, as its owner, on which each environment gets a database with the gateway's schema. */
  gatewayUrlVariable: z.string().optional(),
  /** Seconds that Odoo has to answer. */
  startSeconds: z.int().min(1).max(600).default(180),
});

/** What the driver works with. */
export type LocalOdooSettings = z.infer<typeof settings>;

const environment = z.object({
  name: z.string().refine(isOwnName, 'is no name of an environment'),
  hostName: z.string().regex(/^[a-z0-9.-]{1,253}$/),
  number: z.int().min(1),
  sha: z.string().regex(/^[0-9a-f]{40}$/),
});

/** The environment that is to be made. */
export type LocalEnvironment = z.infer<typeof environment>;

/** What comes in, by action. */
export const LOCAL_ODOO_INPUTS = {
  create: z.object({ version: z.literal(1), environment, settings }),
  status: z.object({ version: z.literal(1), settings }),
  destroy: z.object({ version: z.literal(1), name: environment.shape.name, settings }),
} as const;
