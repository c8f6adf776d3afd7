/** The company itself: currency and rates, chart of accounts, Philippine taxes, payment terms, access of the gateway's users. */
import type { World } from './world.ts';

/** Makes the company, or finds it; every other file of this folder needs it. */
export async function createCompany(world: World): Promise<void> {
  await activatePeso(world);
  // Odoo installs a country's localization when a company of that country is made; `install_mode` is its own way to say no.
  const context = { install_mode: true };
  const row = {
    name: 'company_tala',
    values: {
      name: 'Tala Trading & Services, Inc.',
      currency_id: world.id('base.PHP'),
      country_id: world.id('base.ph'),
      street: '8F Sampaguita Tower, 214 Ayala Avenue',
      city: 'Makati City',
      zip: '1226',
      email: 'hello@tala.example',
      phone: '+63 2 8555 0140',
      vat: '009-123-456-00000',
      company_registry: 'CS201900417',
    },
  };
  await world.ensure('res.company', [row], context);
  await grantCompany(world);
  await loadAccounts(world);
  await createTaxes(world);
  await createTerms(world);
  await createRates(world);
  // Orders need a place to deliver to; a new company has none of its own.
  const warehouse = { name: 'Tala Makati', code: 'TALA', company_id: world.id('company_tala') };
  await world.ensure('stock.warehouse', [{ name: 'warehouse_makati', values: warehouse }]);
}

// Only where it is needed: a write on a currency makes Odoo touch every move again.
async function activatePeso(world: World): Promise<void> {
  const domain = [
    ['id', '=', world.id('base.PHP')],
    ['active', '=', false],
  ];
  const ids = (await world.call('res.currency', 'search', { domain })) as number[];
  if (ids.length > 0) await world.call('res.currency', 'write', { ids, vals: { active: true } });
}

async function grantCompany(world: World): Promise<void> {
  const domain = [
    ['login', 'in', ['tripoint_reader', 'tripoint_writer']],
    ['company_ids', 'not in', [world.id('company_tala')]],
  ];
  // The users belong to other companies: with only the demo company allowed they would be hidden.
  const users = (await world.call('res.users', 'search', { domain, context: { allowed_company_ids: [] } })) as number[];
  if (users.length === 0) return;
  await world.call('res.users', 'write', { ids: users, vals: { company_ids: [[4, world.id('company_tala')]] } });
}

async function loadAccounts(world: World): Promise<void> {
  const company = world.id('company_tala');
  const [record] = (await world.call('res.company', 'read', { ids: [company], fields: ['chart_template'] })) as [
    { chart_template: string | false },
  ];
  if (record.chart_template) return;
  const domain = [
    ['name', '=', 'l10n_ph'],
    ['state', '=', 'installed'],
  ];
  const philippine = (await world.call('ir.module.module', 'search_count', { domain })) as number;
  const template = philippine > 0 ? 'ph' : 'generic_coa';
  await world.call('account.chart.template', 'try_loading', { template_code: template, company });
  if (template === 'generic_coa') await moveToPhilippines(world, company);
}

/** The generic chart is an American one: dollars, taxes that are not ours, fiscal positions that refuse Philippine taxes. */
async function moveToPhilippines(world: World, company: number): Promise<void> {
  const country = world.id('base.ph');
  const own = (more: unknown[]) => ({ domain: [['company_id', '=', company], ...more] });
  const taxes = (await world.call('account.tax', 'search', own([]))) as number[];
  await world.call('account.tax', 'write', { ids: taxes, vals: { active: false } });
  const vals = { account_fiscal_country_id: country, currency_id: world.id('base.PHP') };
  await world.call('res.company', 'write', { ids: [company], vals });
  const domestic = (await world.call(
    'account.fiscal.position',
    'search',
    own([['country_id', '!=', false]]),
  )) as number[];
  await world.call('account.fiscal.position', 'write', { ids: domestic, vals: { country_id: country } });
}

const TAXES = [
  ['tax_vat_sale', 'VAT 12% (Output)', 'sale', 12, 'Output VAT'],
  ['tax_vat_purchase', 'VAT 12% (Input)', 'purchase', 12, 'Input VAT'],
  ['tax_zero_sale', 'VAT Zero-Rated', 'sale', 0, 'Zero-rated export sales'],
  ['tax_ewt_services', 'EWT 2% WC160 (Services)', 'purchase', -2, 'Expanded withholding tax, BIR 2307'],
  ['tax_ewt_rent', 'EWT 5% WC100 (Rent)', 'purchase', -5, 'Expanded withholding tax on rent, BIR 2307'],
] as const;

async function createTaxes(world: World): Promise<void> {
  if (world.has('tax_vat_sale')) return;
  await world.ensure('account.tax.group', [
    { name: 'tax_group_vat', values: { name: 'VAT 12%', sequence: 1, country_id: world.id('base.ph') } },
    { name: 'tax_group_ewt', values: { name: 'Withholding', sequence: 2, country_id: world.id('base.ph') } },
  ]);
  await world.ensure(
    'account.tax',
    TAXES.map(([name, label, use, amount, description]) => ({
      name,
      values: {
        name: label,
        amount,
        amount_type: 'percent',
        type_tax_use: use,
        description,
        invoice_label: label,
        country_id: world.id('base.ph'),
        tax_group_id: world.id(amount < 0 ? 'tax_group_ewt' : 'tax_group_vat'),
      },
    })),
  );
  const vals = {
    account_sale_tax_id: world.id('tax_vat_sale'),
    account_purchase_tax_id: world.id('tax_vat_purchase'),
  };
  await world.call('res.company', 'write', { ids: [world.id('company_tala')], vals });
}

async function createTerms(world: World): Promise<void> {
  const term = (name: string, label: string, days: number) => ({
    name,
    values: {
      name: label,
      company_id: world.id('company_tala'),
      line_ids: [[0, 0, { value: 'percent', value_amount: 100, nb_days: days, delay_type: 'days_after' }]],
    },
  });
  await world.ensure('account.payment.term', [
    term('term_immediate', 'Due on receipt', 0),
    term('term_15', 'Net 15', 15),
    term('term_30', 'Net 30', 30),
    term('term_60', 'Net 60', 60),
  ]);
}

async function createRates(world: World): Promise<void> {
  const company = world.id('company_tala');
  const rows = [57.1, 57.4, 57.9, 58.2, 57.6, 57.3, 56.9, 57.2, 57.8, 58.1].map((pesos, index) => ({
    name: `rate_usd_2026_${String(index + 1).padStart(2, '0')}`,
    values: {
      name: `2026-${String(index + 1).padStart(2, '0')}-01`,
      currency_id: world.id('base.USD'),
      company_id: company,
      inverse_company_rate: pesos,
    },
  }));
  const peso = { name: '2026-01-01', currency_id: world.id('base.PHP'), company_id: company, rate: 1 };
  await world.ensure('res.currency.rate', [{ name: 'rate_php', values: peso }, ...rows]);
}
