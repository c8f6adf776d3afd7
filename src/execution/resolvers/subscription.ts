/** Root fields of `Subscription`: each event is read before graphql-js sees it, and its fields are property reads. */
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Catalog } from '../../plan/catalog.ts';
import type { Follows } from '../../plan/follows.ts';
import type { Streams } from '../../postgres/reading.ts';
import { locateProblems, SdlError } from '../../sdl/problem.ts';
import { rootOf } from '../ordinary.ts';

/**
 * Gives the root fields of subscriptions, and the payloads that they answer with, their property readers.
 *
 * The events of streams are keyed by field name, as what is stored nowhere is elsewhere.
 *
 * @throws SdlError for one that neither follows records nor makes its events.
 */
export function attachSubscriptionResolvers(
  schema: GraphQLSchema,
  catalog: Catalog,
  { follows, streams }: { readonly follows: Follows; readonly streams: Streams },
): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const isStream = Object.hasOwn(streams, field.name);
    if (!isStream && !follows.has(field.name))
      throw new SdlError(
        'The SDL has what no code answers:',
        locateProblems(schema, [`Subscription.${field.name} has no code, and follows nothing`]),
      );
    field.resolve = (_source, _args, _context, info) => {
      const { event, refused } = rootOf(info);
      for (const [coordinate, error] of event?.found ?? []) refused.set(coordinate, error);
      return event?.value;
    };
    const payload = getNamedType(field.type);
    if (isObjectType(payload) && !catalog.has(payload.name) && !isStream) readByKey(payload);
  }
}

function readByKey(payload: GraphQLObjectType): void {
  for (const field of Object.values(payload.getFields()))
    field.resolve = (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key];
}
