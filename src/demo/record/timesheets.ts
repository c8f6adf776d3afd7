/** Hours spent: one line per day and task. */
import { dateOf, serial } from './dates.ts';
import { projectKeys, taskKeys } from './projects.ts';
import type { World } from './world.ts';

const PEOPLE = [
  'paolo_garcia',
  'noel_fernandez',
  'ana_lopez',
  'mark_sy',
  'liza_mendoza',
  'carla_dizon',
  'antonio_reyes',
];
const WORDS = [
  'Site visit',
  'Workshop with the client',
  'Configuration',
  'Data cleaning',
  'User training',
  'Documentation',
];
const COUNT = 168;

/** Makes 168 timesheet lines (`account.analytic.line` with a project), some without a task. */
export async function createTimesheets(world: World): Promise<void> {
  const projects = projectKeys().filter((key) => key !== 'website_refresh');
  const tasks = taskKeys();
  const rows = Array.from({ length: COUNT }, (_, index) => {
    const project = projects[index % projects.length] as string;
    const task = tasks[(index * 3 + Math.floor(index / 11)) % tasks.length] as string;
    return {
      name: `timesheet_2026_${serial(index + 1)}`,
      values: {
        name: index % 17 === 16 ? '/' : (WORDS[index % WORDS.length] as string),
        project_id: world.id(`project_${project}`),
        task_id: index % 10 === 9 ? false : world.id(`task_${project}_${task}`),
        employee_id: world.id(`employee_${PEOPLE[index % PEOPLE.length]}`),
        date: dateOf(1 + Math.floor((index * 10) / COUNT), 1 + ((index * 7) % 28)),
        unit_amount: [0.5, 1, 1.25, 2, 3.5, 4, 7.75, 8][index % 8],
        company_id: world.id('company_tala'),
      },
    };
  });
  await world.ensure('account.analytic.line', rows);
}
