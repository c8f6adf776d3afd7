/** Who may do what to which table of the workspace by direct SQL: the whole table, and one row of each to try it on. */

/** What a statement may come to. */
export type Outcome = 'rows' | 'no rows' | '42501' | 'no such thing';

/** Who asks: database roles, and of `authenticated` four kinds of user. */
export const ROLES = [
  'anon',
  'stranger',
  'member',
  'editor',
  'admin',
  'service_role',
  'agent_sync_odoo_agent',
  'agent_workspace_indexer',
  'agent_workspace_ask_docs',
] as const;
export type Role = (typeof ROLES)[number];

/** In the order of the letters below. */
export const OPERATIONS = ['select', 'insert', 'update', 'delete'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** `r` rows, `0` no rows, `x` 42501, `-` a view, into which nothing can be written. */
const LETTERS: Readonly<Record<string, Outcome>> = { r: 'rows', 0: 'no rows', x: '42501', '-': 'no such thing' };

/** Four letters a role: select, insert, update, delete. */
type Line = Readonly<Record<Role, string>>;

/** Nobody of these is a writer or a reader of anything here, whatever the table. */
const NOBODY = { anon: 'xxxx', agent_sync_odoo_agent: 'xxxx', agent_workspace_ask_docs: 'xxxx' } as const;
const READ = { agent_workspace_indexer: 'rxxx' } as const;
/** The agent that answers reads as the user it acts for: here as nobody. */
const ASKED = { agent_workspace_ask_docs: '0xxx' } as const;
const UNREAD = { agent_workspace_indexer: 'xxxx' } as const;

/** What editors write and delete. */
const CONTENT = { stranger: '0x00', member: 'rx00', editor: 'rrrr', admin: 'rrrr', service_role: 'rrrr' } as const;
/** What editors write, and nobody but a service deletes. */
const KEPT = { stranger: '0x0x', member: 'rx0x', editor: 'rrrx', admin: 'rrrx', service_role: 'rrrr' } as const;
/** What functions and triggers alone write. */
const NOTED = { stranger: '0xxx', member: 'rxxx', editor: 'rxxx', admin: 'rxxx', service_role: 'rxxx' } as const;
/** A view that shows members what its tables show them. */
const VIEW = {
  ...NOBODY,
  agent_workspace_indexer: 'x---',
  agent_workspace_ask_docs: 'x---',
  stranger: '0---',
  member: 'r---',
  editor: 'r---',
  admin: 'r---',
  service_role: 'r---',
} as const;
/** What functions and triggers alone write, and no user reads. */
const INTERNAL = { stranger: 'xxxx', member: 'xxxx', editor: 'xxxx', admin: 'xxxx', service_role: 'rxxx' } as const;

/** Every table × role × operation. */
const EXPECTED: Readonly<Record<string, Line>> = {
  'work.spaces': {
    ...NOBODY,
    ...READ,
    ...ASKED,
    stranger: '0x0x',
    member: 'rx0x',
    editor: 'rx0x',
    admin: 'rxrx',
    service_role: 'rrrr',
  },
  // The row is the member's own: it leaves, and its role is for an admin to change.
  'work.permissions': {
    ...NOBODY,
    ...UNREAD,
    stranger: '0x00',
    member: 'rx0r',
    editor: 'rx00',
    admin: 'rrrr',
    service_role: 'rrrr',
  },
  // Its admins see and withdraw it; a function makes it.
  'work.invitations': {
    ...NOBODY,
    ...UNREAD,
    stranger: '0xx0',
    member: '0xx0',
    editor: '0xx0',
    admin: 'rxxr',
    service_role: 'rxxr',
  },
  'work.pages': { ...NOBODY, ...READ, ...ASKED, ...KEPT },
  'work.breadcrumbs': { ...VIEW, agent_workspace_ask_docs: '0---' },
  'work.page_changes': { ...NOBODY, ...UNREAD, ...NOTED },
  'work.page_history': { ...NOBODY, ...UNREAD, ...NOTED },
  'work.history_changes': { ...NOBODY, ...UNREAD, ...NOTED },
  'work.person_cells': VIEW,
  'work.odoo_cells': VIEW,
  'work.bin': VIEW,
  'work.blocks': { ...NOBODY, ...READ, ...ASKED, ...CONTENT },
  'work.databases': { ...NOBODY, ...UNREAD, ...KEPT },
  'work.db_columns': { ...NOBODY, ...UNREAD, ...CONTENT },
  'work.db_rows': { ...NOBODY, ...UNREAD, ...CONTENT },
  // Added and removed: an update is taken where it changes nothing.
  'work.relations': { ...NOBODY, ...UNREAD, ...CONTENT },
  // The row is the member's own comment; what of it an editor changes, another test says.
  'work.comments': {
    ...NOBODY,
    ...UNREAD,
    stranger: '0x00',
    member: 'rrrr',
    editor: 'rrrr',
    admin: 'rrrr',
    service_role: 'rrrr',
  },
  // Announced by a function.
  'work.attachments': {
    ...NOBODY,
    ...UNREAD,
    stranger: '0x00',
    member: 'rx00',
    editor: 'rxrr',
    admin: 'rxrr',
    service_role: 'rrrr',
  },
  'work.templates': { ...NOBODY, ...UNREAD, ...CONTENT },
  'work.search_index': { ...NOBODY, ...READ, ...ASKED, ...NOTED },
  'work.index_queue': { ...NOBODY, ...READ, ...INTERNAL },
  'work.embedding_claims': { ...NOBODY, ...UNREAD, ...INTERNAL },
  'work.kept_embeddings': { ...NOBODY, ...UNREAD, ...INTERNAL },
  'work.removed_files': { ...NOBODY, ...UNREAD, ...INTERNAL },
  'work.idempotency_keys': { ...NOBODY, ...UNREAD, ...INTERNAL },
};

/** Tables by name → role → operation → outcome. @throws Error for a role or letter that is not known, or is missing. */
export function readExpected(
  given: Readonly<Record<string, Readonly<Record<string, string>>>> = EXPECTED,
): ReadonlyMap<string, ReadonlyMap<Role, ReadonlyMap<Operation, Outcome>>> {
  return new Map(
    Object.entries(given).map(([table, line]) => {
      const unknown = Object.keys(line).filter((role) => !ROLES.some((known) => known === role));
      if (unknown.length > 0) throw new Error(`${table}: no role ${unknown.join(', ')}`);
      return [table, new Map(ROLES.map((role) => [role, readLetters(`${table} × ${role}`, line[role])]))];
    }),
  );
}

function readLetters(at: string, letters: string | undefined): Map<Operation, Outcome> {
  if (letters?.length !== OPERATIONS.length) throw new Error(`${at} takes a letter for each operation`);
  return new Map(
    OPERATIONS.map((operation, index) => {
      const outcome = LETTERS[letters[index] ?? ''];
      if (!outcome) throw new Error(`${at}: no letter ${letters[index]}`);
      return [operation, outcome];
    }),
  );
}
