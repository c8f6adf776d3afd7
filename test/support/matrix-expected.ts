/** What the doctrine says of each cell of the matrix: its rules, and whose rows its viewers see and write. */

import { groupsThatRead } from '../../src/doctrine/actors.ts';
import { confirmingOf } from '../../src/doctrine/confirm.ts';
import type { Doctrine } from '../../src/doctrine/load.ts';
import { collectRequirements, type Requirement } from '../../src/doctrine/requirements.ts';
import { ruleOnAsk, ruleOnMutation, ruleOnRead } from '../../src/doctrine/rulings.ts';
import type { Cell } from './matrix-ask.ts';
import type { MatrixViewer, SpaceRole } from './matrix-viewers.ts';
import { readOwnSdl } from './own-sdl.ts';

/** What is expected of a cell. */
export interface Expected {
  /** The code by which the doctrine's rules refuse it; null where they let it in. */
  readonly rule: string | null;
  readonly outcome: string;
}

/** What a user must be in a space to write so: its role there, or the one whose own it is that it changes. */
export const NEEDS: Readonly<Record<string, SpaceRole | 'anybody' | 'author'>> = {
  createSpace: 'anybody',
  ...needs('admin', 'renameSpace archiveSpace restoreSpace changeSpaceLanguage'),
  ...needs('admin', 'grantPermission changePermission revokePermission inviteMember withdrawInvitation'),
  ...needs('editor', 'createPage updatePage movePage duplicatePage archivePage restorePage'),
  ...needs('editor', 'restorePageVersion restoreFromBin'),
  ...needs('editor', 'linkOdooRecord unlinkOdooRecord applyBlockOperations savePageAsTemplate'),
  ...needs('editor', 'createDatabase renameDatabase archiveDatabase restoreDatabase'),
  ...needs('editor', 'addDatabaseColumn renameDatabaseColumn retypeDatabaseColumn removeDatabaseColumn'),
  ...needs('editor', 'renameDatabaseChoice deleteAttachment deleteComment updateTemplate deleteTemplate'),
  ...needs('editor', 'insertDatabaseRow insertDatabaseRows updateDatabaseRow deleteDatabaseRow'),
  ...needs(
    'editor',
    'addRelation removeRelation createAttachmentUpload confirmAttachment resolveComment reopenComment',
  ),
  ...needs('member', 'addComment replyToComment'),
  editComment: 'author',
  // The invitations of the matrix are to the admin's own address.
  acceptInvitation: 'author',
};
/** A sentence for a mutation that is not among them. */
export const untoldNeed = (name: string): string =>
  `Nothing is known of who may send Mutation.${name}: add it to NEEDS in test/support/matrix-expected.ts.`;

const RANK: readonly SpaceRole[] = ['member', 'editor', 'admin'];

function needs(role: SpaceRole, names: string): Record<string, SpaceRole> {
  return Object.fromEntries(names.split(' ').map((name) => [name, role]));
}

const WORK_OF_DELIVERY: ReadonlySet<string> = new Set(['ops.projects', 'ops.pull_request_environments']);

/** Whether the gateway's own memory answers it: it names no row, and no database guards it. */
export const isOfMemory = ({ field }: Cell): boolean => field.name === 'operationStats';

/** The matrix has nowhere to keep keys of Odoo: test/ops/odoo-account.test.ts asks these. */
const UNCONFIGURED = ['connectOdooAccount', 'disconnectOdooAccount'];

/** @param unconfigured Root fields of models that this Odoo lacks. */
export function createExpectation(doctrine: Doctrine, unconfigured: ReadonlySet<string> = new Set()) {
  const { schema, catalog } = readOwnSdl();
  const requirements = collectRequirements(schema, catalog, doctrine);
  return (cell: Cell): Expected => {
    const requirement = requirements.get(cell.field.coordinate);
    if (!requirement) throw new Error(`${cell.field.coordinate} has no rule`);
    const rule = refusalOf(doctrine, requirement, cell.viewer);
    if (rule !== null) return { rule, outcome: rule };
    if (unconfigured.has(cell.field.name) || UNCONFIGURED.includes(cell.field.name))
      return { rule, outcome: 'NOT_CONFIGURED' };
    const isQuery = cell.field.root === 'query';
    return {
      rule,
      outcome: isQuery ? readOutcome(doctrine, requirement, cell) : writeOutcome(doctrine, requirement, cell),
    };
  };
}

function refusalOf(doctrine: Doctrine, requirement: Requirement, { viewer, standing }: MatrixViewer): string | null {
  if (requirement.kind === 'open') return null;
  if (requirement.kind === 'nobody') return 'FORBIDDEN';
  const decisions =
    requirement.kind === 'read'
      ? [
          ...requirement.sources.map(
            ({ surface, source }) => ruleOnRead(doctrine, viewer, surface, source, standing).decision,
          ),
          requirement.by === null || ruleOnAsk(doctrine, viewer, requirement.by).decision,
        ]
      : [ruleOnMutation(doctrine, viewer, requirement.field, requirement.write).decision];
  const [refused] = decisions.filter((decision) => decision !== true);
  return refused?.code ?? null;
}

/** Whether the agent may give only what is its own, and this is not: of a run that is none, it is told so. */
function isRefusedArgument({ agents }: Doctrine, { viewer, field, object }: Cell): boolean {
  const constraints = Object.entries(agents[viewer.viewer.agent ?? '']?.constraints ?? {});
  const [, only] = constraints.find(([argument]) => argument.startsWith(`${field.coordinate}.`)) ?? [];
  if (only === undefined) return false;
  // The runs of the matrix are this agent's.
  const isOwner = viewer.viewer.agent === 'sync-odoo-agent';
  return only === 'own-space' ? object !== 'own' || viewer.role === null : object === 'other' || !isOwner;
}

function readOutcome(doctrine: Doctrine, requirement: Requirement, cell: Cell): string {
  const { viewer, field, object } = cell;
  if (requirement.kind !== 'read' || isOfMemory(cell)) return 'shown';
  if (field.name === 'verifyLedger' && object === 'absent') return 'NOT_FOUND';
  if (isRefusedArgument(doctrine, cell)) return 'FORBIDDEN';
  if (object === 'absent') return 'not shown';
  const surfaces = new Set(requirement.sources.map(({ surface }) => surface));
  if (surfaces.has('odoo')) return 'shown';
  // These see their own runs alone, and those of the matrix are another's.
  if (['demo-agent', 'odoo-analyst', 'delivery-agent'].includes(viewer.viewer.agent ?? '')) {
    // Environments of pull requests are its work, whoever asked for them.
    const isWork = requirement.sources.every(({ source }) => WORK_OF_DELIVERY.has(source));
    return viewer.viewer.agent === 'delivery-agent' && isWork ? 'shown' : 'not shown';
  }
  // Who is no user sees all rows of what it may read; of an agent that acts for users, its user decides.
  const seesAll = viewer.user === null && doctrine.agents[viewer.viewer.agent ?? '']?.rows !== 'member';
  // People are shown to whom they share a space with, and all of them to a service alone.
  const isOfPeople = requirement.sources.some(({ source }) => source === 'ops.people');
  if (seesAll && (!isOfPeople || viewer.viewer.kind === 'service')) return 'shown';
  // People of a group see every row of what the group reads.
  const isGrouped = requirement.sources.every(
    ({ surface, source }) =>
      surface === 'ops' &&
      groupsThatRead(doctrine, surface, source).some((name) => viewer.viewer.groups.includes(name)),
  );
  if (isGrouped) return 'shown';
  const isMember =
    object === 'own' && (surfaces.has('work') || isOfPeople ? viewer.role !== null : viewer.role === 'admin');
  return isMember ? 'shown' : 'not shown';
}

/** Whether the doctrine has it confirmed by the agent that asks, and nothing else refuses it before. */
export function isConfirmed(doctrine: Doctrine, cell: Cell): boolean {
  const { viewer, field } = cell;
  return confirmingOf(doctrine, viewer.viewer, field.coordinate) !== null && !isRefusedArgument(doctrine, cell);
}

function writeOutcome(doctrine: Doctrine, requirement: Requirement, cell: Cell): string {
  return isConfirmed(doctrine, cell) ? 'CONFIRMATION_REQUIRED' : confirmedOutcome(doctrine, requirement, cell);
}

function confirmedOutcome(doctrine: Doctrine, requirement: Requirement, cell: Cell): string {
  const { surface, by } = requirement.kind === 'write' ? requirement.write : { surface: null, by: null };
  return surface === 'work' && by === null ? writeOfWork(cell) : writeByFunction(doctrine, cell);
}

/** What they name, nobody below the needed role sees. */
const HIDDEN = ['withdrawInvitation', 'acceptInvitation'];

/** What a person does alone: the database lets nobody else. */
const OF_PERSONS = ['acceptInvitation'];

function writeOfWork({ viewer, field, object }: Cell): string {
  const needed = NEEDS[field.name];
  if (!needed) throw new Error(untoldNeed(field.name));
  if (needed === 'anybody') return 'written';
  if (viewer.user === null && OF_PERSONS.includes(field.name)) return 'FORBIDDEN';
  if (object === 'absent') return 'NOT_FOUND';
  if (viewer.user === null && field.name === 'confirmAttachment') return 'CONFLICT';
  if (viewer.user === null) return needed === 'author' ? 'FORBIDDEN' : 'written';
  if (object === 'other' || viewer.role === null) return 'NOT_FOUND';
  if (field.name === 'confirmAttachment' && RANK.indexOf(viewer.role) >= 1) return 'CONFLICT';
  // The comments of the matrix are the admin's.
  const isEnough = needed === 'author' ? viewer.role === 'admin' : RANK.indexOf(viewer.role) >= RANK.indexOf(needed);
  if (isEnough) return 'written';
  return HIDDEN.includes(field.name) ? 'NOT_FOUND' : 'FORBIDDEN';
}

/** Functions that work on whatever there is: finding nothing is no mistake. */
const TAKES_NOTHING = ['claimRuns', 'retryIndexing'];
/** Names nothing that must be there. */
const MAKES = [
  ...['enqueueRun', 'requestOdooWrite', 'upsertSchedule', 'upsertProject', 'recordBackup', 'linkOdooUser', 'mapEntity'],
  ...['addGroupMember', 'removeGroupMember', 'upsertOdooSeeds'],
];

function writeByFunction(doctrine: Doctrine, cell: Cell): string {
  const { viewer, field, object } = cell;
  // An agent enqueues for itself alone, and what is asked of Odoo is another's.
  const isOfOdoo = field.name === 'requestOdooWrite' && viewer.viewer.agent !== null;
  if (isOfOdoo && viewer.viewer.agent !== 'sync-odoo-agent') return 'FORBIDDEN';
  const isClaim = field.name === 'claimRuns' && viewer.viewer.agent !== null;
  if (isClaim && isRefusedArgument(doctrine, cell)) return 'FORBIDDEN';
  // Agents keep projects of an Odoo alone, and those of the matrix are none.
  if (field.name === 'upsertProject' && viewer.viewer.agent !== null) return 'FORBIDDEN';
  if (object === 'absent' && TAKES_NOTHING.includes(field.name)) return 'nothing written';
  if (object === 'absent' && !MAKES.includes(field.name)) return 'NOT_FOUND';
  if (viewer.user !== null) return object === 'own' && viewer.role === 'admin' ? 'written' : 'NOT_FOUND';
  return isRefusedArgument(doctrine, cell) ? 'FORBIDDEN' : 'written';
}

/** The same doctrine, in which everybody may do everything: the shield without a lock. */
export function allowAll(doctrine: Doctrine): Doctrine {
  const all = { odoo: 'all', ops: 'all', work: 'all' } as const;
  const { odoo, ops, work } = doctrine.surfaces;
  const clients = Object.keys(doctrine.oauthClients);
  const writers = ['anonymous', 'anonymousUser', 'user', 'service', ...Object.keys(doctrine.agents), ...clients];
  const free = { reads: all, executes: 'all', constraints: {}, limits: { perMinute: {}, perDay: {} } } as const;
  const agents = Object.entries(doctrine.agents).map(([name, agent]) => [name, { ...agent, ...free }] as const);
  const [, some] = agents[0] ?? [];
  return {
    ...doctrine,
    surfaces: { odoo: { ...odoo, writers }, ops: { ...ops, writers }, work: { ...work, writers } },
    readers: { anonymous: all, anonymousUser: all, user: all, mapped: { odoo: 'all' }, service: all },
    executes: { user: 'all', service: 'all' },
    // Who is nobody executes no functions, so that the doctrine has no place to allow it.
    confirm: {},
    agents: {
      ...Object.fromEntries(agents),
      ...(some && Object.fromEntries(['anonymous', 'anonymousUser', ...clients].map((name) => [name, some]))),
    },
    oauthClients: Object.fromEntries(
      Object.entries(doctrine.oauthClients).map(([name, client]) => [
        name,
        client.agent ? client : { ...client, reads: all },
      ]),
    ),
  };
}
