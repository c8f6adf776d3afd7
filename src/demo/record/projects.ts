/** Twelve projects with ten tasks each, and the hours spent on them. */
import { dateOf } from './dates.ts';
import type { World } from './world.ts';

const STAGES = [
  ['stage_backlog', 'Backlog', false],
  ['stage_in_progress', 'In Progress', false],
  ['stage_review', 'For Review', false],
  ['stage_done', 'Done', true],
  ['stage_cancelled', 'Cancelled', true],
] as const;

const TAGS = ['urgent', 'field_work', 'bir', 'training', 'hardware', 'data', 'client_visit', 'internal'];

// Key, name, customer, manager, start month, length in months, task verbs' subject.
const PROJECTS: readonly (readonly [string, string, string | null, string, number, number, string])[] = [
  ['warehouse_rollout', 'Warehouse Rollout: Agila Logistics', 'agila_logistics', 'paolo_garcia', 1, 6, 'warehouse'],
  ['pos_deployment', 'POS Deployment: Luzviminda Pharmacy', 'luzviminda_pharma', 'paolo_garcia', 2, 5, 'point of sale'],
  ['hotel_network', 'Hotel Network Refresh: Harana', 'harana_hotels', 'noel_fernandez', 2, 4, 'network'],
  ['bir_efiling', 'BIR eFiling Readiness', null, 'liza_mendoza', 1, 9, 'eFiling'],
  ['solar_inventory', 'Solar Inventory Control: Sinag', 'sinag_solar', 'paolo_garcia', 3, 5, 'inventory'],
  ['school_records', 'School Records System: Kalayaan', 'kalayaan_schools', 'noel_fernandez', 4, 6, 'records'],
  ['cold_chain', 'Cold Chain Monitoring: Dagat', 'dagat_fisheries', 'antonio_reyes', 3, 7, 'cold chain'],
  ['branch_opening_cebu', 'Cebu Branch Opening', null, 'antonio_reyes', 5, 4, 'branch'],
  ['bank_support', 'Support Retainer: Lakan Rural Bank', 'lakan_bank', 'noel_fernandez', 1, 10, 'support'],
  ['clinic_scheduling', 'Clinic Scheduling: Muñoz', 'munoz_clinics', 'paolo_garcia', 6, 4, 'scheduling'],
  ['fleet_tracking', 'Fleet Tracking', null, 'antonio_reyes', 2, 8, 'fleet'],
  ['website_refresh', 'Website Refresh', null, 'jasmine_cruz', 7, 3, 'website'],
];

const TASKS = [
  ['scope', 'Agree the scope of the %s work'],
  ['survey', 'Survey the site for %s'],
  ['design', 'Design the %s process'],
  ['procure', 'Procure equipment for %s'],
  ['configure', 'Configure %s'],
  ['migrate', 'Migrate %s data'],
  ['test', 'Test %s with users'],
  ['train', 'Train the %s team'],
  ['golive', 'Go live with %s'],
  ['closeout', 'Close out %s and file the acceptance'],
] as const;

const STATES = [
  '01_in_progress',
  '1_done',
  '02_changes_requested',
  '1_done',
  '03_approved',
  '1_canceled',
  '01_in_progress',
];

/** Makes stages, tags, projects, tasks and their subtasks. */
export async function createProjects(world: World): Promise<void> {
  await world.ensure(
    'project.tags',
    TAGS.map((tag, index) => ({ name: `tag_${tag}`, values: { name: `tala ${tag.replace('_', ' ')}`, color: index } })),
  );
  await world.ensure(
    'project.project',
    PROJECTS.map((row) => projectRow(world, row)),
  );
  const projects = PROJECTS.map(([key]) => world.id(`project_${key}`));
  const stages = STAGES.map(([name, label, fold], index) => ({
    name,
    values: { name: label, fold, sequence: index + 1, user_id: false, project_ids: [[6, 0, projects]] },
  }));
  await world.ensure('project.task.type', stages);
  const tasks = PROJECTS.flatMap((project, index) =>
    TASKS.map((task, order) => taskRow(world, project, index, task, order)),
  );
  // Parents first: the last task of each project is a subtask of the first, the second last of the second.
  await world.ensure(
    'project.task',
    tasks.filter((row) => !('parent_id' in row.values)),
  );
  await world.ensure(
    'project.task',
    PROJECTS.flatMap((project, index) => subtaskRows(world, project, index)),
  );
}

/** The projects' keys, in order. */
export function projectKeys(): readonly string[] {
  return PROJECTS.map(([key]) => key);
}

/** The tasks' keys within a project, in order. */
export function taskKeys(): readonly string[] {
  return TASKS.map(([key]) => key);
}

function projectRow(world: World, row: (typeof PROJECTS)[number]) {
  const [key, name, customer, manager, start, months] = row;
  return {
    name: `project_${key}`,
    values: {
      name,
      company_id: world.id('company_tala'),
      partner_id: customer ? world.id(`partner_${customer}`) : false,
      user_id: world.id(`user_${manager}`),
      privacy_visibility: 'employees',
      date_start: dateOf(start, 5),
      date: dateOf(start + months - 1, 25),
      allow_timesheets: true,
      allow_billable: customer !== null && key !== 'cold_chain',
      tag_ids: [[6, 0, [world.id(`tag_${TAGS[start % TAGS.length]}`)]]],
      description: key === 'warehouse_rollout' ? '<p>Barcode warehouse for three sites.</p>' : false,
      sequence: 10 + PROJECTS.indexOf(row),
      active: key !== 'website_refresh',
    },
  };
}

function taskRow(
  world: World,
  project: (typeof PROJECTS)[number],
  index: number,
  task: (typeof TASKS)[number],
  order: number,
) {
  const [projectKey, , customer, manager, start, , subject] = project;
  const seed = index * 3 + order;
  const assignees = seed % 6 === 5 ? [] : [manager, ...(seed % 4 === 1 ? ['jasmine_cruz'] : [])];
  return {
    name: `task_${projectKey}_${task[0]}`,
    values: {
      name: task[1].replace('%s', subject),
      project_id: world.id(`project_${projectKey}`),
      company_id: world.id('company_tala'),
      partner_id: customer ? world.id(`partner_${customer}`) : false,
      stage_id: world.id(STAGES[stageOf(order, seed)]?.[0] ?? 'stage_backlog'),
      state: STATES[seed % STATES.length],
      user_ids: [[6, 0, [...new Set(assignees)].map((key) => world.id(`user_${key}`))]],
      tag_ids: [
        [6, 0, [...new Set([seed % TAGS.length, (seed * 5) % TAGS.length])].map((n) => world.id(`tag_${TAGS[n]}`))],
      ],
      date_deadline:
        seed % 7 === 3
          ? false
          : `${dateOf(Math.min(start + Math.floor(order / 2), 12), 3 + ((seed * 5) % 24))} 09:00:00`,
      priority: seed % 5 === 0 ? '1' : '0',
      allocated_hours: order % 3 === 2 ? 0 : 4 + ((seed * 7) % 36),
      sequence: 10 + (seed % 4),
    },
  };
}

function stageOf(order: number, seed: number): number {
  if (seed % 13 === 12) return 4;
  return order < 4 ? 3 : order < 6 ? 2 : order < 8 ? 1 : 0;
}

function subtaskRows(world: World, project: (typeof PROJECTS)[number], index: number) {
  return [
    ['checklist', 'Acceptance checklist', 'closeout'],
    ['manual', 'User manual', 'train'],
  ].map(([key, label, parent], order) => {
    const row = taskRow(world, project, index, TASKS[order] as (typeof TASKS)[number], order + 10);
    const parentId = world.id(`task_${project[0]}_${parent}`);
    return {
      name: `task_${project[0]}_${key}`,
      values: { ...row.values, name: `${label}: ${project[6]}`, parent_id: parentId },
    };
  });
}
