/** Which events are about a record of Odoo, and of which model. */

/** The models that the doctrine gives to Odoo. */
export type Models = ReadonlySet<string>;

/** The model whose records are projects of the ledger too. */
export const PROJECT = 'project.project';
/** The event that is about one of them, whatever its sender calls the aggregate. */
const PROJECT_CREATED = 'project_created';

/** The model of the record that an event is about; null where it is about something that Odoo's models do not have. */
export function modelOf(
  models: Models,
  { eventType, aggregateType }: { readonly eventType: string; readonly aggregateType: string },
): string | null {
  if (models.has(aggregateType)) return aggregateType;
  return eventType === PROJECT_CREATED && models.has(PROJECT) ? PROJECT : null;
}
