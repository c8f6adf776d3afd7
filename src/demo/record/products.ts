/** Forty products, goods and services, in a tree of categories. */
import type { World } from './world.ts';

const CATEGORIES = [
  ['tala', 'Tala Catalogue', null],
  ['goods', 'Goods', 'tala'],
  ['hardware', 'Hardware & Tools', 'goods'],
  ['office', 'Office Supplies', 'goods'],
  ['devices', 'Devices', 'goods'],
  ['pantry', 'Pantry', 'goods'],
  ['services', 'Services', 'tala'],
  ['consulting', 'Consulting', 'services'],
  ['logistics', 'Logistics', 'services'],
  ['expenses', 'Reimbursable Expenses', 'services'],
] as const;

// Key, name, category, price in PHP, cost in PHP.
const PRODUCTS: readonly (readonly [string, string, string, number, number])[] = [
  ['steel_rebar_10mm', 'Deformed Steel Bar 10 mm', 'hardware', 285, 231],
  ['cement_40kg', 'Portland Cement 40 kg', 'hardware', 268, 240],
  ['gi_sheet', 'GI Roofing Sheet 8 ft', 'hardware', 615, 498],
  ['hammer_drill', 'Hammer Drill 850 W', 'hardware', 5450, 4120],
  ['led_panel', 'LED Panel 60×60', 'hardware', 1890, 1310],
  ['extension_cord', 'Extension Cord 10 m', 'hardware', 720, 455],
  ['paint_white_16l', 'Latex Paint, White, 16 L', 'hardware', 3650, 2890],
  ['padlock', 'Padlock, Brass 50 mm', 'hardware', 410, 262],
  ['bond_paper_a4', 'Bond Paper A4, 70 gsm, Ream', 'office', 248, 201],
  ['ballpen_box', 'Ballpen, Black, Box of 50', 'office', 395, 270],
  ['stapler_hd', 'Stapler, Heavy Duty', 'office', 890, 610],
  ['official_receipt', 'Official Receipt Booklet (BIR)', 'office', 165, 98],
  ['columnar_book', 'Columnar Book, 24 Columns', 'office', 210, 132],
  ['ink_black', 'Printer Ink, Black', 'office', 345, 228],
  ['archive_box', 'Archive Box', 'office', 96, 58],
  ['whiteboard', 'Whiteboard 4×6 ft', 'office', 3200, 2240],
  ['barcode_scanner', 'Barcode Scanner, Wireless', 'devices', 6900, 5120],
  ['receipt_printer', 'Thermal Receipt Printer 80 mm', 'devices', 8450, 6300],
  ['pos_terminal', 'POS Terminal 15 in', 'devices', 38500, 29800],
  ['rugged_tablet', 'Rugged Tablet 10 in', 'devices', 31200, 24650],
  ['label_printer', 'Label Printer', 'devices', 14800, 11200],
  ['wifi_router', 'Wi-Fi 6 Router', 'devices', 5600, 4010],
  ['cctv_kit', 'CCTV Kit, 8 Cameras', 'devices', 27900, 20500],
  ['ups_1kva', 'UPS 1 kVA', 'devices', 7400, 5480],
  ['coffee_benguet_1kg', 'Benguet Arabica 1 kg', 'pantry', 780, 560],
  ['dried_mango', 'Dried Mango 200 g', 'pantry', 185, 121],
  ['calamansi_puree', 'Calamansi Purée 1 L', 'pantry', 240, 158],
  ['muscovado_1kg', 'Muscovado Sugar 1 kg', 'pantry', 132, 88],
  ['implementation_day', 'Implementation, per Hour', 'consulting', 2400, 1100],
  ['bookkeeping', 'Bookkeeping & BIR Filing, per Hour', 'consulting', 1250, 620],
  ['training', 'User Training, per Hour', 'consulting', 1800, 900],
  ['support_retainer', 'Support Retainer, per Hour', 'consulting', 1600, 750],
  ['site_survey', 'Site Survey', 'consulting', 9500, 4300],
  ['delivery_metro', 'Delivery, Metro Manila', 'logistics', 1500, 850],
  ['delivery_provincial', 'Delivery, Provincial', 'logistics', 6800, 4700],
  ['warehousing_pallet', 'Warehousing, per Pallet', 'logistics', 950, 420],
  ['customs_brokerage', 'Customs Brokerage', 'logistics', 12500, 8000],
  ['expense_travel', 'Travel & Transportation', 'expenses', 0, 0],
  ['expense_meals', 'Representation & Meals', 'expenses', 0, 0],
  ['expense_supplies', 'Site Supplies', 'expenses', 0, 0],
];

const SERVICES = new Set(['consulting', 'logistics', 'expenses']);

/** Makes the categories and products, with the company's VAT on them. */
export async function createProducts(world: World): Promise<void> {
  for (const [key, name, parent] of CATEGORIES) {
    const values = { name, parent_id: parent ? world.id(`product_category_${parent}`) : false };
    await world.ensure('product.category', [{ name: `product_category_${key}`, values }]);
  }
  await world.ensure(
    'product.template',
    PRODUCTS.map((row, index) => productRow(world, row, index)),
  );
  await nameVariants(world);
}

/** The keys of the products of some categories, in catalogue order. */
export function productKeys(...categories: string[]): readonly string[] {
  return PRODUCTS.filter((row) => categories.includes(row[2])).map((row) => row[0]);
}

/** The variant's external id, and the price in PHP, of the product with this key. */
export function readProduct(key: string): { variant: string; price: number; cost: number } {
  const row = PRODUCTS.find((product) => product[0] === key);
  if (!row) throw new Error(`no product ${key}`);
  return { variant: `product_${key}_variant`, price: row[3] || 500, cost: row[4] || 450 };
}

function productRow(world: World, row: (typeof PRODUCTS)[number], index: number) {
  const [key, name, category, price, cost] = row;
  const service = SERVICES.has(category);
  const hourly = category === 'consulting' && name.endsWith('per Hour');
  return {
    name: `product_${key}`,
    values: {
      name,
      default_code:
        index % 13 === 12 ? false : `${category.slice(0, 3).toUpperCase()}-${String(index + 1).padStart(3, '0')}`,
      company_id: world.id('company_tala'),
      categ_id: world.id(`product_category_${category}`),
      type: service ? 'service' : 'consu',
      list_price: price,
      standard_price: cost,
      uom_id: world.id(hourly ? 'uom.product_uom_hour' : 'uom.product_uom_unit'),
      taxes_id: [[6, 0, [world.id('tax_vat_sale')]]],
      supplier_taxes_id: [[6, 0, [world.id('tax_vat_purchase')]]],
      can_be_expensed: category === 'expenses',
      sale_ok: category !== 'expenses',
      purchase_ok: true,
      active: key !== 'columnar_book',
      is_favorite: index % 11 === 0,
      description_sale: service ? `${name}. Subject to 12% VAT; withholding as per BIR Form 2307.` : false,
    },
  };
}

async function nameVariants(world: World): Promise<void> {
  const domain = [
    ['company_id', '=', world.id('company_tala')],
    ['active', 'in', [true, false]],
  ];
  const fields = ['product_tmpl_id'];
  const rows = (await world.call('product.product', 'search_read', { domain, fields, load: null })) as {
    id: number;
    product_tmpl_id: number;
  }[];
  const templates = new Map(
    [...world.names].filter(([, r]) => r.model === 'product.template').map(([n, r]) => [r.id, n]),
  );
  await world.adopt(
    'product.product',
    new Map(rows.map((row) => [`${templates.get(row.product_tmpl_id)}_variant`, row.id])),
  );
}
