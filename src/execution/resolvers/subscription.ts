/** Root fields of `Subscription`: each event is read before graphql-js sees it, and its fields are property reads. */
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Catalog } from '../../plan/catalog.ts';
import { rootOf } from '../ordinary.ts';

/**
 * Gives the root fields of subscriptions, and the payloads that they answer with, their property readers.
 *
 * @param streams Names of root fields whose events are keyed by field name, as what is stored nowhere is elsewhere.
 */
export function attachSubscriptionResolvers(schema: GraphQLSchema, catalog: Catalog, streams: readonly string[]): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    field.resolve = (_source, _args, _context, info) => {
      const { event, refused } = rootOf(info);
      for (const [coordinate, error] of event?.found ?? []) refused.set(coordinate, error);
      return event?.value;
    };
    const payload = getNamedType(field.type);
    if (isObjectType(payload) && !catalog.has(payload.name) && !streams.includes(field.name)) readByKey(payload);
  }
}

function readByKey(payload: GraphQLObjectType): void {
  for (const field of Object.values(payload.getFields()))
    field.resolve = (source, _args, _context, info) => (source as Record<string, unknown>)[info.path.key];
}
