/** The demo workspace, as data: spaces with members, pages with blocks and comments. */

/** A block: its type, and its text or whole content. */
export type SeedBlock = readonly [type: string, content: string | Readonly<Record<string, unknown>>];

/** A page below its space or its parent. */
export interface SeedPage {
  /** Unique name, from which the uuid is made. */
  readonly name: string;
  readonly title: string;
  /** Name of the page above. */
  readonly under?: string;
  /** External id of the Odoo partner that the page is about. */
  readonly partner?: string;
  readonly blocks: readonly SeedBlock[];
  /** Author and text. */
  readonly comments?: readonly (readonly [author: string, body: string])[];
}

/** A space and its members by role. */
export interface SeedSpace {
  readonly name: string;
  readonly title: string;
  readonly members: Readonly<Record<string, 'member' | 'editor' | 'admin'>>;
  readonly pages: readonly SeedPage[];
}

const text = (words: string): SeedBlock => ['PARAGRAPH', words];
const item = (words: string): SeedBlock => ['BULLETED_LIST_ITEM', words];
const step = (words: string): SeedBlock => ['NUMBERED_LIST_ITEM', words];
const heading = (words: string): SeedBlock => ['HEADING_2', words];
const todo = (words: string, checked: boolean): SeedBlock => ['TO_DO', { text: words, checked }];

/** Ana works in Finance and Projects, Ben in Operations and Projects; Carla alone sees the board's space. */
export const SPACES: readonly SeedSpace[] = [
  {
    name: 'finance',
    title: 'Finance',
    members: { ana: 'admin', ben: 'member' },
    pages: [
      {
        name: 'bir-2550q',
        title: 'Filing BIR form 2550Q',
        blocks: [
          text('The quarterly VAT return is due within 25 days after the end of the quarter.'),
          heading('Before the deadline'),
          step('Close the sales and purchase journals of the quarter in Odoo.'),
          step('Compare output and input VAT with the general ledger.'),
          step('Export the summary lists of sales and purchases, and keep them with the return.'),
          [
            'CALLOUT',
            { text: 'File through eFPS. A late return costs a surcharge of 25 percent and interest.', icon: '⚠️' },
          ],
          todo('Ask Santos, Reyes & Co. to review the second quarter', true),
          todo('File the third quarter', false),
        ],
        comments: [
          ['ana', 'The second quarter is filed; the confirmation is in the shared drive.'],
          ['ben', 'Thanks. I will send the missing supplier invoices by Friday.'],
        ],
      },
      {
        name: 'santos-reyes',
        title: 'Our accountants: Santos, Reyes & Co.',
        partner: 'tripoint_demo.partner_santos_reyes_cpa',
        blocks: [
          text('They review every VAT return and audit the yearly statements.'),
          item('Engagement letter signed in January 2026.'),
          item('Reviews take three working days.'),
        ],
      },
      {
        name: 'lakan-bank',
        title: 'Banking with Lakan Bank',
        partner: 'tripoint_demo.partner_lakan_bank',
        blocks: [
          text('Peso and dollar accounts; payments above PHP 500,000 need two signatures.'),
          ['QUOTE', 'Cut-off for same-day transfers is 14:00.'],
        ],
      },
      {
        name: 'month-end',
        title: 'Month-end closing',
        blocks: [
          heading('Day 1 to 3'),
          todo('Post all vendor bills', true),
          todo('Reconcile the bank statements', false),
          heading('Day 4 to 5'),
          todo('Accruals and deferrals', false),
          [
            'TABLE',
            {
              header: ['Step', 'Owner'],
              rows: [
                ['Bills', 'Ana'],
                ['Bank', 'Ben'],
              ],
            },
          ],
          ['DIVIDER', {}],
          ['CODE', { text: 'moves(filter: { state: { eq: DRAFT } }) { totalCount }', language: 'graphql' }],
        ],
      },
      {
        name: 'withholding',
        title: 'Expanded withholding tax',
        under: 'month-end',
        blocks: [
          text(
            'Form 1601-EQ is due at the end of the month after the quarter; certificates (form 2307) go to suppliers by the 20th.',
          ),
        ],
      },
    ],
  },
  {
    name: 'operations',
    title: 'Operations',
    members: { ben: 'admin' },
    pages: [
      {
        name: 'agila',
        title: 'Deliveries by Agila Logistics',
        partner: 'tripoint_demo.partner_agila_logistics',
        blocks: [
          text('Pick-up at the Pasig warehouse every weekday at 10:00.'),
          item('Fragile goods travel in wooden crates.'),
        ],
      },
      {
        name: 'mabuhay',
        title: 'Mabuhay Hardware: key account',
        partner: 'tripoint_demo.partner_mabuhay_hardware',
        blocks: [
          text('Orders every second Monday. Credit limit and terms are in Odoo.'),
          heading('Contacts'),
          item('The branch manager decides on returns.'),
        ],
        comments: [['ben', 'They asked for a second delivery day before Christmas.']],
      },
      {
        name: 'stock-count',
        title: 'Stock count',
        blocks: [step('Freeze transfers.'), step('Count twice, by two people.'), step('Post the differences.')],
      },
    ],
  },
  {
    name: 'projects',
    title: 'Projects',
    members: { ana: 'editor', ben: 'editor' },
    pages: [
      {
        name: 'harana',
        title: 'Hotel network for Harana Hotels',
        partner: 'tripoint_demo.partner_harana_hotels',
        blocks: [
          text('Cabling of two hotels in Cebu, access points, and a year of support.'),
          heading('Scope'),
          item('120 rooms'),
          item('Guest and staff networks apart'),
        ],
        comments: [['ana', 'The down payment is invoiced.']],
      },
      {
        name: 'gone-partner',
        title: 'Lessons from a closed account',
        partner: 'tripoint_demo.partner_that_left',
        blocks: [text('The partner is no longer in Odoo; the page stays.')],
      },
      {
        name: 'retro',
        title: 'Project retrospective',
        blocks: [
          ['TOGGLE', 'What went well'],
          ['TOGGLE', 'What to change'],
        ],
      },
    ],
  },
  {
    name: 'board',
    title: 'Board',
    members: { carla: 'admin' },
    pages: [
      {
        name: 'minutes',
        title: 'Minutes of the board',
        blocks: [text('Confidential until published.')],
        comments: [['carla', 'Approved.']],
      },
    ],
  },
];
