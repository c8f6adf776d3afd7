/** The shape of `ssot/doctrine.yaml`: what zod checks at load, and what editors know as `ssot/doctrine.schema.json`. */
import { z } from 'zod';
import { SCHEMA_PATTERN } from '../schemas.ts';

const NAME = /^[a-z]+(-[a-z]+)*$/;
const TABLE = new RegExp(`^(${SCHEMA_PATTERN})\\.[a-z_]+$`);
/** `ops.*` stands for the surface; there is no `odoo.*`, which would seem to mean Odoo. */
const FUNCTION = new RegExp(`^((${SCHEMA_PATTERN})\\.[a-z_][a-z0-9_]*|(ops|work)\\.\\*)$`);

const names = z.array(z.string().min(1));
const tables = z.array(z.string().regex(TABLE, 'must be a table such as work.pages'));
const all = z.literal('all');

const reads = z
  .strictObject({
    odoo: z.union([all, names]).optional().describe('Models.'),
    ops: z.union([all, names]).optional().describe('Tables.'),
    work: z.union([all, names]).optional().describe('Tables.'),
  })
  .describe('What may be read, by surface; `all` means everything that the surface owns.');

const surface = z.strictObject({
  role: z.enum(['SoR', 'SSOT', 'SoW']).describe('System of Record, Single Source of Truth, System of Work.'),
  system: z.string().describe('Where it lives.'),
  writers: names.describe('Viewer kinds and agents that may write here.'),
  owns: names.describe('Models on `odoo`, tables elsewhere.'),
});

const executes = z
  .union([all, z.array(z.string().regex(FUNCTION, 'must be a function such as ops.enqueue, or ops.* for all of ops'))])
  .describe('SQL functions by qualified name; `ops.*` means all operations of ops, `all` those of ops and work.');

const columns = z.union([all, z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)).min(1)]);
const rowWrites = z
  .strictObject({
    insert: columns.optional().describe('Columns that may be given; `all` for the whole row.'),
    update: columns.optional().describe('Columns that may be changed; `all` for the whole row.'),
    delete: z.literal(true).optional(),
  })
  .describe('What may be done to the rows of a table, as far as row-level security lets them be seen.');
const writes = z.record(z.string().regex(TABLE), z.union([all, rowWrites]));

const writesOdoo = z.strictObject({
  model: z.string().min(1),
  methods: z.array(z.enum(['create', 'write'])),
  once: z
    .record(z.string().regex(/^(?!unlink$)[a-z][a-z0-9_]*$/), z.array(z.unknown()).min(1))
    .default({})
    .describe(
      'Other methods, each with the domain of the records that it is done for: on those it is not called again.',
    ),
});

const limits = z
  .strictObject({
    perMinute: z
      .record(z.string().regex(/^(Query|Mutation|Subscription)(\.\w+)?$/), z.int().min(1))
      .default({})
      .describe('By root field, or by root for all of its fields; counted in each process.'),
    perDay: z
      .record(z.string().regex(/^(Query|Mutation|Subscription)\.\w+$/), z.int().min(1))
      .default({})
      .describe('By root field; counted in the database for all processes, anew at midnight UTC.'),
  })
  .describe('How much the agent may ask of the gateway.');

const kind = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/, 'must be a kind of run such as odoo.write');

const handlers = z
  .union([
    z.string().min(1).describe('A module, by its path from this file on, or a package.'),
    z.strictObject({
      url: z.url({
        protocol: /^https?$/,
        error: 'must be a URL such as https://project.supabase.co/functions/v1/report',
      }),
      private: z.boolean().default(false).describe('Whether it may be at an address of a private network.'),
      timeoutSeconds: z.int().min(1).max(300).default(60).describe('Seconds that an answer may take.'),
      concurrency: z.int().min(1).max(64).optional().describe('Runs that one worker posts at once.'),
      attempts: z.int().min(1).max(100).optional().describe('Attempts of a run at most.'),
    }),
  ])
  .describe('What executes its runs, by `tripoint worker --agent`: a module that exports `handlers`, or a URL.');

const most = z.int().min(0).max(2_147_483_647);
const allowance = z.strictObject({
  calls: most.optional().describe('Upstream calls.'),
  rows: most.optional().describe('Records that they answered.'),
  ms: most.optional().describe('Milliseconds that they took together.'),
  tokens: most.optional().describe('Tokens of language models.'),
});
const budget = allowance
  .extend({
    kinds: z
      .record(kind, allowance)
      .default({})
      .describe('By kind of run, limit by limit in place of those beside it.'),
  })
  .describe('What the requests of one run may use together: a run that wants more ends with `BUDGET_EXCEEDED`.');

const agent = z.strictObject({
  purpose: z.string().describe('What it is for, in a sentence.'),
  reads,
  rows: z
    .enum(['all', 'tenant', 'member'])
    .default('all')
    .describe(
      'Which rows its policies show: all of a table; of the ledger those of the tenant of its token, if that names one; or those of the spaces of the user that it acts for.',
    ),
  executes: executes.optional(),
  kinds: z.array(kind).default([]).describe('Kinds of runs that its worker executes.'),
  handlers: handlers.optional(),
  budget: budget.optional(),
  otherKinds: z
    .enum(['refuse', 'wait'])
    .default('refuse')
    .describe('Runs of other kinds are refused, or wait, with a warning, for a worker of another make.'),
  ageing: z
    .int()
    .min(0)
    .max(86_400)
    .default(60)
    .describe('Seconds of waiting that count as much as one point of priority; 0: priority alone decides.'),
  writesOdoo: z.array(writesOdoo).default([]).describe('What it writes to Odoo, through its ORM.'),
  actsFor: z
    .array(z.enum(['user']))
    .default([])
    .describe('For whom its tokens may act: what both may, and nothing else.'),
  constraints: z
    .record(z.string().regex(/^(Query|Mutation|Subscription)\.\w+(\.\w+)+$/), z.enum(['self', 'own-run', 'own-space']))
    .default({})
    .describe('By argument, e.g. `Mutation.heartbeatRun.input.runId`: the only values that it may give.'),
  limits: limits.default({ perMinute: {}, perDay: {} }),
});

const oauthClient = z.strictObject({
  clientId: z.string().min(1).max(200).describe('The claim `client_id` of its tokens.'),
  purpose: z.string().optional().describe('What it is for, in a sentence; of one with an agent, the agent says it.'),
  reads: reads.optional(),
  agent: z
    .string()
    .optional()
    .describe('In place of `reads`: the agent as which it acts for the user who let it in. It has `actsFor: [user]`.'),
});

const group = z.strictObject({
  purpose: z.string().describe('Who is in it, and what for, in a sentence.'),
  reads: reads
    .omit({ work: true })
    .describe('What its people read beside what every user reads: models, and every row of tables of ops.'),
});

const level = z.enum(['aal1', 'aal2']);

const confirmed = z.enum(['agents', 'everyone', 'never']);

const readPath = z.strictObject({
  as: z.string().describe('The viewer kind or agent that it is to the gateway and the database.'),
  through: z.enum(['graphql', 'functions']).describe('GraphQL, or SQL functions over a connection of its own.'),
  reads: reads.describe('Its part of what that viewer may read; `all` means all of that.'),
  executes: executes.optional().describe('Its part of what that viewer may execute.'),
});

/** Types of columns that postgres_fdw may show: what Odoo stores, and no bytes. */
const foreignType = z.enum([
  'integer',
  'bigint',
  'boolean',
  'text',
  'jsonb',
  'date',
  'timestamp',
  'numeric',
  'double precision',
]);

const foreign = z
  .strictObject({
    server: z
      .string()
      .regex(/^[a-z][a-z0-9_]*$/)
      .describe('The one foreign server that the database may have.'),
    readers: z
      .array(z.literal('service'))
      .describe("Who reads the tables. Never a user: Odoo's record rules do not hold there."),
    tables: z
      .record(
        z.string().regex(TABLE),
        z.strictObject({
          model: z.string().min(1).describe('The model whose table it shows.'),
          columns: z
            .record(z.string().regex(/^[a-z_][a-z0-9_]*$/), foreignType)
            .describe('All of its columns, by type.'),
        }),
      )
      .describe('Foreign tables.'),
    views: z.record(z.string().regex(TABLE), z.string()).default({}).describe('Views of them, each by its query.'),
  })
  .describe("What postgres_fdw may show of Odoo's own database: no other column, server or reader.");

const prohibition = z.strictObject({
  action: z.string().describe('What is not done.'),
  reason: z.string().describe('Why.'),
  who: names
    .min(1)
    .optional()
    .describe('Viewer kinds, groups and agents; `user` means the groups of users too, `everybody` all of them.'),
  except: names.min(1).optional().describe('Groups that it is not said of, though `who` means them.'),
  reads: names.optional().describe('Surfaces, models or tables that they do not read.'),
  writes: names.optional().describe('Surfaces, models or tables whose rows they do not write themselves.'),
  executes: names.optional().describe('Functions that they do not execute.'),
});

/** `ssot/doctrine.yaml`. */
export const doctrineShape = z.strictObject({
  version: z.literal(1),
  surfaces: z.strictObject({ odoo: surface, ops: surface, work: surface }),
  open: names.describe('Root fields that anybody may read, without a token.'),
  readers: z
    .strictObject({
      anonymous: reads,
      anonymousUser: reads.default({}),
      user: reads,
      mapped: z
        .strictObject({ odoo: z.union([all, names]).describe('Models.') })
        .default({ odoo: 'all' })
        .describe('In place of `user` on `odoo`: a user with an account there, whose rights Odoo itself decides.'),
      service: reads,
    })
    .describe('By viewer kind: no token, an anonymous sign-in, a user who is somebody, the service.'),
  groups: z
    .record(z.string().regex(NAME), group)
    .default({})
    .describe(
      'Groups of users, by the names in `app_metadata.groups` of a token and in `ops.group_members`: what each reads beside `readers.user`.',
    ),
  people: z
    .strictObject({
      email: z
        .array(z.enum(['self', 'service', 'space-admins', 'members']))
        .default([])
        .describe('Who sees the e-mail address of a person beside the name; nobody where absent.'),
    })
    .default({ email: [] })
    .describe('What is shown of people, and to whom.'),
  assurance: z
    .union([
      level,
      z.strictObject({
        default: level.default('aal1').describe('For everything.'),
        aal2: z
          .array(z.string().regex(/^Mutation\.\w+$/, 'must be a mutation such as Mutation.decideApproval'))
          .min(1)
          .describe('Mutations that want a second factor of users, and of who acts for one.'),
      }),
    ])
    .default('aal1')
    .describe('What tokens of users have to prove (claim `aal`): one factor, or two; for all, or for some mutations.'),
  confirm: z
    .record(
      z.string().regex(/^Mutation\.\w+$/, 'must be a mutation such as Mutation.requestOdooWrite'),
      z.union([
        confirmed,
        z.strictObject({
          by: confirmed,
          approval: z.literal(true).describe('Somebody else approves of it too, by `requestApproval`.'),
        }),
      ]),
    )
    .default({})
    .describe(
      'By mutation, who confirms what a dry run of it showed before it writes; `never` for those that are absent.',
    ),
  writes: z
    .strictObject({ user: writes, service: writes })
    .describe('Rows that a viewer writes as itself, under row-level security; functions write the rest.'),
  executes: z.strictObject({ user: executes, service: executes }),
  operations: names.describe(
    'SQL functions that mutations, workers and commands call: `executes` says by whom. Of every other one its file says it.',
  ),
  appendOnly: tables.describe('No row changes: nobody has a grant, and a trigger refuses the owner.'),
  neverDeleted: tables.describe('No row leaves but by the retention function, which archives it first.'),
  derived: z
    .record(
      z.string().regex(TABLE),
      z.strictObject({
        from: names.min(1).describe('Tables that it can be made again from.'),
        maintainedBy: z.string().describe('`view`, `trigger`, `function`, or an agent.'),
      }),
    )
    .describe('Tables that say nothing of their own.'),
  foreign: foreign.optional(),
  readPaths: z.record(z.string().regex(NAME), readPath).describe('Who consumes what, and by which way.'),
  prohibited: z.array(prohibition).describe('What is not done, and why; nothing else in this file may allow it.'),
  oauthClients: z
    .record(z.string().regex(NAME), oauthClient)
    .default({})
    .describe(
      'Applications of others that a user let in: each reads what both it and the user may; one with an agent writes what the agent may.',
    ),
  agents: z.record(z.string().regex(NAME), agent),
  templates: z.record(z.string().regex(NAME), agent).describe('Agents that do not exist: copy one to begin another.'),
});

/** What the file `ssot/doctrine.yaml` itself says. */
export type DoctrineText = z.infer<typeof doctrineShape>;

/** The doctrine, checked. */
export interface Doctrine extends DoctrineText {
  /** Every SQL function of ours by its name, as its file below `migrations/functions` has it. */
  readonly functions: ReadonlyMap<string, SqlFunction>;
}

/** An SQL function, as the doctrine knows it. */
export interface SqlFunction {
  /** Its file, from the repository's root. */
  readonly file: string;
  /** The line in it that says who executes it. */
  readonly line: number;
  /** Viewer kinds and agents; `operation` where `executes` says it. */
  readonly executors: 'operation' | readonly string[];
}
/** What postgres_fdw may show. */
export type Foreign = NonNullable<DoctrineText['foreign']>;
/** What executes an agent's runs: a module or package, or a URL. */
export type AgentHandlers = NonNullable<DoctrineText['agents'][string]['handlers']>;
/** What one kind of viewer, or one agent, may read. */
export type Reads = z.infer<typeof reads>;
/** What one kind of viewer may do to the rows of tables, by table. */
export type Writes = z.infer<typeof writes>;
