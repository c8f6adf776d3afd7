/** Customers, vendors, their contacts and the tags on them. */
import type { World } from './world.ts';

// Key, name, kind (c customer, v vendor, b both), city, state or country (Metro Manila is no state in Odoo), tags.
const COMPANIES: readonly (readonly [string, string, 'c' | 'v' | 'b', string, string, string])[] = [
  ['mabuhay_hardware', 'Mabuhay Hardware & Construction Supply', 'c', 'Quezon City', 'base.ph', 'retail'],
  ['bayanihan_foods', 'Bayanihan Foods Corporation', 'c', 'Pasig City', 'base.ph', 'food key'],
  ['luzviminda_pharma', 'Luzviminda Pharmacy Group', 'c', 'Manila', 'base.ph', 'retail key'],
  ['harana_hotels', 'Harana Hotels & Resorts', 'c', 'Cebu City', 'base.state_ph_26', 'hospitality key'],
  ['sinag_solar', 'Sinag Solar Energy Corp.', 'c', 'Davao City', 'base.state_ph_32', 'energy'],
  ['bulkan_cement', 'Bulkan Cement, Inc.', 'c', 'Legazpi City', 'base.state_ph_06', 'construction'],
  ['agila_logistics', 'Agila Logistics Philippines', 'b', 'Parañaque City', 'base.ph', 'logistics'],
  ['perlas_retail', 'Perlas Retail Ventures', 'c', 'Iloilo City', 'base.state_ph_39', 'retail'],
  ['tamaraw_motors', 'Tamaraw Motors Sales', 'c', 'San Fernando', 'base.state_ph_62', 'automotive'],
  ['kalayaan_schools', 'Kalayaan Schools Foundation', 'c', 'Baguio City', 'base.state_ph_14', 'education exempt'],
  ['dagat_fisheries', 'Dagat Fisheries Cooperative', 'c', 'General Santos', 'base.state_ph_72', 'food'],
  ['bituin_media', 'Bituin Media Works', 'c', 'Mandaluyong City', 'base.ph', 'services'],
  ['narra_furniture', 'Narra Furniture Makers', 'b', 'Angeles City', 'base.state_ph_62', 'retail'],
  ['carabao_farms', 'Carabao Farms & Dairy', 'c', 'Cabanatuan', 'base.state_ph_59', 'food'],
  ['munoz_clinics', 'Muñoz Family Clinics', 'c', 'Science City of Muñoz', 'base.state_ph_59', 'health exempt'],
  ['waling_events', 'Waling-Waling Events', 'c', 'Tagaytay City', 'base.state_ph_25', 'services'],
  ['lakan_bank', 'Lakan Rural Bank', 'c', 'Batangas City', 'base.state_ph_13', 'finance key'],
  ['salakot_apparel', 'Salakot Apparel Manufacturing', 'c', 'Calamba', 'base.state_ph_43', 'retail'],
  ['manila_bay_port', 'Manila Bay Port Services', 'b', 'Manila', 'base.ph', 'logistics'],
  ['isla_dive', 'Isla Dive Tours', 'c', 'Puerto Princesa', 'base.state_ph_61', 'hospitality'],
  ['kapwa_ngo', 'Kapwa Development Network', 'c', 'Tacloban City', 'base.state_ph_46', 'exempt'],
  ['office_depot_ortigas', 'Ortigas Office Supplies Trading', 'v', 'Pasig City', 'base.ph', ''],
  ['silangan_steel', 'Silangan Steel Industries', 'v', 'Valenzuela City', 'base.ph', 'construction'],
  ['kidlat_electric', 'Kidlat Electric Supply', 'v', 'Caloocan City', 'base.ph', 'energy'],
  ['patak_water', 'Patak Water Refilling Station', 'v', 'Makati City', 'base.ph', ''],
  ['ulap_cloud', 'Ulap Cloud Services PH', 'v', 'Taguig City', 'base.ph', 'technology'],
  ['makati_properties', 'Sampaguita Tower Properties', 'v', 'Makati City', 'base.ph', ''],
  ['bilis_courier', 'Bilis Courier Express', 'v', 'Pasay City', 'base.ph', 'logistics'],
  ['tinta_printing', 'Tinta Printing Press', 'v', 'Quezon City', 'base.ph', ''],
  ['linis_janitorial', 'Linis Janitorial & Manpower', 'v', 'Las Piñas City', 'base.ph', 'services'],
  ['santos_reyes_cpa', 'Santos Reyes & Partners, CPAs', 'v', 'Makati City', 'base.ph', 'finance services'],
  ['cebu_packaging', 'Cebu Packaging Solutions', 'v', 'Mandaue City', 'base.state_ph_26', ''],
  ['mindanao_coffee', 'Mindanao Highland Coffee', 'v', 'Malaybalay', 'base.state_ph_17', 'food'],
  ['gulong_tires', 'Gulong Tire Center', 'v', 'Marikina City', 'base.ph', 'automotive'],
  ['singa_devices', 'Singa Devices Pte. Ltd.', 'v', 'Singapore', 'base.sg', 'technology'],
  ['pacific_robotics', 'Pacific Robotics LLC', 'v', 'Oakland', 'base.us', 'technology'],
  ['hanami_trading', 'Hanami Trading K.K.', 'b', 'Osaka', 'base.jp', 'food'],
  ['harbour_foods_au', 'Harbour Foods Pty Ltd', 'c', 'Sydney', 'base.au', 'food key'],
  ['kowloon_import', 'Kowloon Import Export Ltd.', 'c', 'Hong Kong', 'base.hk', 'logistics'],
  ['rheinwerk_tools', 'Rheinwerk Werkzeuge GmbH', 'v', 'Köln', 'base.de', 'construction'],
];

// Key, name, parent, position.
const CONTACTS: readonly (readonly [string, string, string, string])[] = [
  ['jose_dela_cruz', 'Jose Dela Cruz', 'mabuhay_hardware', 'Purchasing Head'],
  ['maricel_lim', 'Maricel Lim', 'mabuhay_hardware', 'Accounts Payable'],
  ['andres_villanueva', 'Andres Villanueva', 'bayanihan_foods', 'Plant Manager'],
  ['teresita_gomez', 'Teresita Gómez', 'luzviminda_pharma', 'Chief Pharmacist'],
  ['ramon_uy', 'Ramon Uy', 'harana_hotels', 'General Manager'],
  ['cecilia_tan', 'Cecilia Tan', 'harana_hotels', 'Controller'],
  ['emilio_ramos', 'Emilio Ramos', 'sinag_solar', 'Project Engineer'],
  ['rosario_bautista', 'Rosario Bautista', 'kalayaan_schools', 'Registrar'],
  ['dante_aquino', 'Dante Aquino', 'silangan_steel', 'Sales Manager'],
  ['nina_santiago', 'Niña Santiago', 'ulap_cloud', 'Account Executive'],
  ['felix_navarro', 'Felix Navarro', 'bilis_courier', 'Dispatcher'],
  ['grace_ong', 'Grace Ong', 'lakan_bank', 'Treasury Officer'],
  ['kenji_mori', 'Kenji Mori', 'hanami_trading', 'Buyer'],
  ['olivia_chen', 'Olivia Chen', 'singa_devices', 'Regional Sales'],
];

// Persons without a company: key, name, city, reference.
const PERSONS: readonly (readonly [string, string, string, string | false])[] = [
  ['aling_nena', 'Aling Nena Sari-Sari', 'Antipolo City', 'CUST-0901'],
  ['mang_kulas', 'Mang Kulas', 'Tarlac City', false],
  ['ligaya_ocampo', 'Ligaya Ocampo', 'Lipa City', 'CUST-0903'],
  ['isabel_pena', 'Isabel Peña', 'Vigan City', false],
  ['bong_salazar', 'bong salazar', 'Naga City', 'cust-0905'],
  ['benigno_co', 'Benigno Co (100% cash_only)', 'Binondo', 'CUST-0906'],
];

const INACTIVE = new Set(['kapwa_ngo', 'gulong_tires', 'felix_navarro']);
const TAGS =
  'retail food key hospitality energy construction logistics automotive education exempt services health finance technology';

/** Makes 60 partners: companies, their contacts, single persons. */
export async function createPartners(world: World): Promise<void> {
  const tags = TAGS.split(' ').map((tag, index) => ({
    name: `category_${tag}`,
    values: { name: `Tala ${tag[0]?.toUpperCase()}${tag.slice(1)}`, color: index % 11 },
  }));
  await world.ensure('res.partner.category', tags);
  await world.ensure(
    'res.partner',
    COMPANIES.map((row, index) => companyRow(world, row, index)),
  );
  await world.ensure(
    'res.partner',
    CONTACTS.map((row, index) => contactRow(world, row, index)),
  );
  await world.ensure(
    'res.partner',
    PERSONS.map((row) => personRow(world, row)),
  );
}

/** External ids of the partners that are sold to (`c`), bought from (`v`), in the order of the list above. */
export function partnerNames(kind: 'c' | 'v'): readonly string[] {
  return COMPANIES.filter((row) => row[2] === kind || row[2] === 'b').map((row) => `partner_${row[0]}`);
}

function companyRow(world: World, row: (typeof COMPANIES)[number], index: number) {
  const [key, name, kind, city, place, tags] = row;
  const abroad = place !== 'base.ph' && !place.startsWith('base.state_');
  const serial = String(index + 1).padStart(4, '0');
  return {
    name: `partner_${key}`,
    values: {
      name,
      is_company: true,
      company_id: world.id('company_tala'),
      ref: `${kind === 'v' ? 'VEND' : 'CUST'}-${serial}`,
      vat: abroad ? false : `0${10 + index}-${234 + index}-${567 + index}-00000`,
      email: index % 9 === 8 ? false : `accounts@${key.replaceAll('_', '-')}.example`,
      phone: index % 7 === 6 ? false : `+63 2 8${String(1000000 + index * 37).slice(0, 3)} ${serial}`,
      street: `${10 + index} ${['Rizal', 'Mabini', 'Bonifacio', 'Luna', 'Del Pilar'][index % 5]} Street`,
      city,
      ...placeOf(world, place),
      category_id: [
        [
          6,
          0,
          tags
            .split(' ')
            .filter(Boolean)
            .map((tag) => world.id(`category_${tag}`)),
        ],
      ],
      property_payment_term_id: world.id(['term_30', 'term_15', 'term_60'][index % 3] as string),
      customer_rank: kind === 'v' ? 0 : 1,
      supplier_rank: kind === 'c' ? 0 : 1,
      active: !INACTIVE.has(key),
    },
  };
}

function placeOf(world: World, place: string) {
  if (!place.startsWith('base.state_')) return { country_id: world.id(place) };
  return { country_id: world.id('base.ph'), state_id: world.id(place) };
}

function contactRow(world: World, row: (typeof CONTACTS)[number], index: number) {
  const [key, name, parent, position] = row;
  return {
    name: `partner_${key}`,
    values: {
      name,
      type: 'contact',
      parent_id: world.id(`partner_${parent}`),
      company_id: world.id('company_tala'),
      function: position,
      email: `${key.replaceAll('_', '.')}@${parent.replaceAll('_', '-')}.example`,
      phone: `+63 917 555 ${String(index + 101).padStart(4, '0')}`,
      active: !INACTIVE.has(key),
    },
  };
}

function personRow(world: World, row: (typeof PERSONS)[number]) {
  const [key, name, city, ref] = row;
  return {
    name: `partner_${key}`,
    values: {
      name,
      city,
      ref,
      company_id: world.id('company_tala'),
      country_id: world.id('base.ph'),
      customer_rank: 1,
    },
  };
}
