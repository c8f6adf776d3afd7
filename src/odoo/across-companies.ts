/** Refuses filters and groups by a field that each company has for itself: over several companies they would find too little. */
import { badInput } from '../errors.ts';
import type { Bound } from '../plan/bind.ts';
import type { LeafField, OneField, StoredType } from '../plan/catalog.ts';
import type { Condition } from '../plan/condition.ts';
import { groupSlots } from '../plan/groups.ts';
import { type ListPlan, type ObjectPlan, objectsOf } from '../plan/plan.ts';
import type { RootPlan } from '../plan/root.ts';
import type { KnownFields } from './known-fields.ts';
import type { ReaderCompanies } from './reader.ts';

/** The companies that are read, and what is known of the fields. */
export interface AcrossCompanies {
  readonly known: KnownFields;
  readonly companies: () => Promise<ReaderCompanies | null>;
  readonly bound: Bound;
}

interface Compared {
  readonly type: StoredType;
  readonly field: Pick<LeafField | OneField, 'name' | 'column'>;
  readonly argument: 'filter' | 'groupBy';
}

/** @throws GatewayError `BAD_USER_INPUT` where more than one company is looked at. */
export async function refuseAcrossCompanies(across: AcrossCompanies, plan: RootPlan | ObjectPlan): Promise<void> {
  const { known, companies, bound } = across;
  const compared = 'kind' in plan ? inRoot(plan, bound) : inObject(plan, bound);
  if (compared.length === 0) return;
  const unlearnt = new Set(
    compared.map(({ type }) => type.source).filter((model) => known.field(model, 'id') === undefined),
  );
  await known.learn([...unlearnt].map((model) => ({ model })));
  const found = compared.find(({ type, field }) => known.field(type.source, field.column)?.isPerCompany);
  if (!found || ((await companies())?.all.length ?? 1) < 2) return;
  const { type, field, argument } = found;
  const remedy = `say which one, e.g. inOdoo: { companies: ["${(await companies())?.main}"] }`;
  throw badInput(argument, `names ${type.name}.${field.name}, which each company has for itself: ${remedy}`);
}

function inRoot(plan: RootPlan, bound: Bound): Compared[] {
  if (plan.kind === 'list') return inList(plan.list, bound);
  if (plan.kind === 'lookup') return inObject(plan.object, bound);
  const { condition, keys } = bound.read(plan.grouping);
  const summed = groupSlots(plan).flatMap((slot) =>
    slot.kind === 'aggregate' ? slot.slots.flatMap((inner) => (inner.kind === 'leaf' ? [inner.field] : [])) : [],
  );
  const grouped = [...keys.map(({ field }) => field), ...summed];
  return [
    ...grouped.map(
      (field): Compared => ({ type: plan.type, field: { ...field, column: field.column ?? '' }, argument: 'groupBy' }),
    ),
    ...(condition ? inCondition(plan.type, condition) : []),
  ];
}

function inList(list: ListPlan, bound: Bound): Compared[] {
  const { condition } = bound.read(list.page);
  return [
    ...(condition ? inCondition(list.type, condition) : []),
    ...objectsOf(list).flatMap((object) => inObject(object, bound)),
  ];
}

function inObject({ slots }: ObjectPlan, bound: Bound): Compared[] {
  return slots.flatMap((slot) => {
    if (slot.kind === 'one') return inObject(slot.object, bound);
    return slot.kind === 'many' ? inList(slot.list, bound) : [];
  });
}

function inCondition(type: StoredType, condition: Condition): Compared[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap((inner) => inCondition(type, inner));
    case 'not':
      return inCondition(type, condition.condition);
    // A search by name asks for the name in every company, so it finds enough.
    case 'search':
      return [];
    case 'compare':
      return [{ type, field: condition.field, argument: 'filter' }];
    default:
      return [
        { type, field: { ...condition.field, column: condition.field.column ?? '' }, argument: 'filter' },
        ...inCondition(condition.target, condition.condition),
      ];
  }
}
