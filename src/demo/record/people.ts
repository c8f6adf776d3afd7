/** Users, departments, jobs and employees. */
import type { World } from './world.ts';

// Key, name, department, job, manager, has a login, hourly cost.
const PEOPLE: readonly (readonly [string, string, string, string, string | null, boolean, number])[] = [
  ['maria_santos', 'Maria Santos', 'management', 'president', null, true, 1800],
  ['antonio_reyes', 'Antonio Reyes', 'operations', 'operations_manager', 'maria_santos', true, 1100],
  ['liza_mendoza', 'Liza Mendoza', 'finance', 'finance_manager', 'maria_santos', true, 1150],
  ['paolo_garcia', 'Paolo García', 'projects', 'project_manager', 'antonio_reyes', true, 850],
  ['jasmine_cruz', 'Jasmine Cruz', 'sales', 'account_manager', 'maria_santos', true, 780],
  ['noel_fernandez', 'Noel Fernandez', 'technology', 'engineer', 'paolo_garcia', true, 920],
  ['carla_dizon', 'Carla Dizon', 'finance', 'accountant', 'liza_mendoza', false, 520],
  ['rico_manalo', 'Rico Manalo', 'warehouse', 'warehouse_lead', 'antonio_reyes', false, 430],
  ['ana_lopez', 'Ana López', 'projects', 'consultant', 'paolo_garcia', false, 690],
  ['mark_sy', 'Mark Sy', 'technology', 'engineer', 'noel_fernandez', false, 610],
  ['tess_magno', 'Tess Magno', 'sales', 'account_manager', 'jasmine_cruz', false, 560],
  ['ben_castillo', 'Ben Castillo', 'warehouse', 'driver', 'rico_manalo', false, 310],
  ['joy_abad', 'Joy Abad', 'finance', 'accountant', 'liza_mendoza', false, 500],
  ['dodong_perez', 'Dodong Perez', 'warehouse', 'driver', 'rico_manalo', false, 305],
];

const DEPARTMENTS = [
  ['management', 'Management', null],
  ['operations', 'Operations', 'management'],
  ['finance', 'Finance & BIR Compliance', 'management'],
  ['sales', 'Sales', 'management'],
  ['projects', 'Projects', 'operations'],
  ['technology', 'Technology', 'projects'],
  ['warehouse', 'Warehouse & Delivery', 'operations'],
] as const;

const JOBS = [
  ['president', 'President', 'management'],
  ['operations_manager', 'Operations Manager', 'operations'],
  ['finance_manager', 'Finance Manager', 'finance'],
  ['project_manager', 'Project Manager', 'projects'],
  ['account_manager', 'Account Manager', 'sales'],
  ['engineer', 'Systems Engineer', 'technology'],
  ['accountant', 'Staff Accountant', 'finance'],
  ['warehouse_lead', 'Warehouse Lead', 'warehouse'],
  ['consultant', 'Consultant', 'projects'],
  ['driver', 'Delivery Driver', 'warehouse'],
] as const;

/** Makes six users, seven departments, ten jobs and fourteen employees, one of them archived. */
export async function createPeople(world: World): Promise<void> {
  const company = world.id('company_tala');
  await createUsers(world);
  for (const [key, name, parent] of DEPARTMENTS) {
    const values = { name, company_id: company, parent_id: parent ? world.id(`department_${parent}`) : false };
    await world.ensure('hr.department', [{ name: `department_${key}`, values }]);
  }
  const jobs = JOBS.map(([key, name, department]) => ({
    name: `job_${key}`,
    values: { name, company_id: company, department_id: world.id(`department_${department}`), no_of_recruitment: 1 },
  }));
  await world.ensure('hr.job', jobs);
  // One by one: a manager must exist before those who report to him.
  for (const row of PEOPLE) await world.ensure('hr.employee', [employeeRow(world, row)]);
  await nameContacts(world);
}

async function createUsers(world: World): Promise<void> {
  const company = world.id('company_tala');
  const groups = ['base.group_user', 'base.group_partner_manager'].map((name) => world.id(name));
  const rows = PEOPLE.filter((row) => row[5]).map(([key, name]) => ({
    name: `user_${key}`,
    values: {
      name,
      login: `${key.replace('_', '.')}@tala.example`,
      email: `${key.replace('_', '.')}@tala.example`,
      company_id: company,
      company_ids: [[6, 0, [company]]],
      group_ids: [[6, 0, groups]],
      tz: 'Asia/Manila',
      lang: 'en_US',
    },
  }));
  await world.ensure('res.users', rows);
}

function employeeRow(world: World, row: (typeof PEOPLE)[number]) {
  const [key, name, department, job, manager, hasLogin, hourlyCost] = row;
  return {
    name: `employee_${key}`,
    values: {
      name,
      company_id: world.id('company_tala'),
      department_id: world.id(`department_${department}`),
      job_id: world.id(`job_${job}`),
      job_title: JOBS.find(([jobKey]) => jobKey === job)?.[1] ?? job,
      parent_id: manager ? world.id(`employee_${manager}`) : false,
      user_id: hasLogin ? world.id(`user_${key}`) : false,
      work_email: `${key.replace('_', '.')}@tala.example`,
      work_phone: `+63 2 8555 01${41 + PEOPLE.indexOf(row)}`,
      hourly_cost: hourlyCost,
      active: key !== 'dodong_perez',
    },
  };
}

async function nameContacts(world: World): Promise<void> {
  const company = world.id('company_tala');
  const adopted = new Map<string, number>();
  const read = async (model: string, prefix: string, field: string) => {
    const known = [...world.names].filter(([name, row]) => row.model === model && name.startsWith(prefix));
    const ids = known.map(([, row]) => row.id);
    const rows = (await world.call(model, 'read', { ids, fields: [field], load: null })) as Record<string, number>[];
    for (const row of rows) {
      const name = known.find(([, record]) => record.id === row.id)?.[0];
      if (typeof row[field] === 'number' && !isNamed(world, row[field])) adopted.set(`${name}_contact`, row[field]);
    }
    await world.adopt('res.partner', adopted);
    adopted.clear();
  };
  await read('res.company', 'company_', 'partner_id');
  await read('res.users', 'user_', 'partner_id');
  await read('hr.employee', 'employee_', 'work_contact_id');
  const contacts = [...world.names].filter(([name]) => name.endsWith('_contact')).map(([, row]) => row.id);
  // Odoo leaves the contacts of its own people shared; here they belong to the company, so that none else sees them.
  const domain = [
    ['id', 'in', contacts],
    ['company_id', '=', false],
    ['active', 'in', [true, false]],
  ];
  const open = (await world.call('res.partner', 'search', { domain })) as number[];
  if (open.length > 0) await world.call('res.partner', 'write', { ids: open, vals: { company_id: company } });
}

function isNamed(world: World, partner: number): boolean {
  return [...world.names.values()].some((row) => row.model === 'res.partner' && row.id === partner);
}
