/** Which fields of a model are recorded: what a user of the gateway would select, and no machinery. */
import type { RecordedModel } from './models.ts';

/** One field as `fields_get` describes it, of which the recording keeps the keys below. */
export type FieldMeta = Readonly<Record<string, unknown>> & { readonly type: string };

const KEPT_KEYS = [
  ...[
    'type',
    'string',
    'help',
    'relation',
    'relation_field',
    'selection',
    'required',
    'readonly',
    'store',
    'searchable',
  ],
  ...[
    'sortable',
    'groupable',
    'aggregator',
    'digits',
    'currency_field',
    'context',
    'domain',
    'company_dependent',
    'translate',
  ],
];
const SKIPPED_TYPES = new Set([
  'binary',
  'json',
  'properties',
  'properties_definition',
  'reference',
  'many2one_reference',
  'serialized',
]);
const SKIPPED_NAMES =
  /^(.*_placeholder$|.*_dirty$|.*_warning(_text)?$|highlight_|is_sale_installed|suggest_|group_on$|group_rfq$|receipt_reminder|reminder_|self$|days_sales|on_time_rate|working_|rotting|is_rotting|link_preview|portal_user|last_activity|last_modified|today_location|is_project_map|opportunity_count|meeting_count|active_lang|same_(vat|company)|(first|middle|last)_name$|vies_|perform_vies|.*_warn_msg$|ignore_abnormal|is_(peppol|ubl)|invoice_edi|is_dynamically|is_in_|is_late$|example_|stage_id_color|offline_since|adjusting_|expected_date|analytic_precision|message_|activity_|website_|my_activity|rating_|has_message|image_|avatar_|access_|create_uid|write_uid|signup_|im_status|tz_offset|qr_|peppol_|ubl_|edi_|snailmail|sms_|phone_(mobile_|sanit|black)|is_blacklisted|certificate|cfonb|l10n_|display_(?!name|type)|show_|hide_|can_|need_|has_(?!due)|is_(being|.*visible|.*editable|.*readonly|in_onboarding|favorite_user|user_working)|__|payment_tokens|calendar_|hr_(icon|presence)|newly_|leave_|attendance_|audit_|alias_|autopost|abnormal_|alerts|tax_(calculation|country|lock|totals)|duplicated|duplicate|invoice_(payments|outstanding|has|filter|vendor_bill|pdf)|next_|journal_group|suitable|kanban|json|highest|user_can|barcode_|product_tooltip|route_|virtual_|free_qty|incoming_|outgoing_|nbr_|reordering|stock_|tracking|variant_seller|valid_product|pricelist|attribute_line|product_(document|add|properties)|sale_line_warn|purchase_line_warn|supplier_invoice|customer_invoice|trust|debit_limit|credit_limit|use_partner_credit|force_restrict|inalterable|restrict_mode|made_seq|secure|string_to_hash|statement_|matching_|full_reconcile|bank_|personal_|private_|resume|skill|badge|pin|visa|permit|passport|study|children|marital|spouse|km_home|emergency|birth|place_of|identification|ssnid|sinid|employee_(bank|skill|properties)|current_(employee_)?(skill|version)|version_|child_all|goals|direct_badge|work_location|homework|monday|tuesday|wednesday|thursday|friday|saturday|sunday|exceptional)/;

/** The models that are recorded, and of each the fields that the SDL shows: those are kept whatever they are called. */
export interface Kept {
  readonly models: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
}

/** Keeps the fields worth recording, with the keys of their metadata that the stand-in serves. */
export function selectFields(
  all: Readonly<Record<string, FieldMeta>>,
  { models, shown }: Kept,
  entry: Pick<RecordedModel, 'only' | 'without'>,
): Record<string, FieldMeta> {
  const { only, without = [] } = entry;
  const kept = Object.keys(all).filter((name) => isKept(name, all[name] as FieldMeta, models));
  const named = kept.filter((name) => !only || only.includes(name) || name === 'id' || name === 'display_name');
  const lacking = [...shown].filter((name) => !all[name]);
  if (lacking.length > 0) throw new TypeError(`this Odoo lacks fields of the SDL: ${lacking.join(', ')}`);
  const chosen = [...new Set([...named, ...shown])].filter((name) => !without.includes(name)).sort();
  return Object.fromEntries(chosen.map((name) => [name, trim(all[name] as FieldMeta)]));
}

function isKept(name: string, meta: FieldMeta, models: ReadonlySet<string>): boolean {
  if (name === 'id' || name === 'display_name') return true;
  if (SKIPPED_TYPES.has(meta.type) || SKIPPED_NAMES.test(name)) return false;
  if (typeof meta.relation === 'string') return models.has(meta.relation);
  return true;
}

function trim(meta: FieldMeta): FieldMeta {
  const kept = KEPT_KEYS.filter((key) => key in meta && !isEmpty(meta[key]));
  return Object.fromEntries(kept.map((key) => [key, meta[key]])) as FieldMeta;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
