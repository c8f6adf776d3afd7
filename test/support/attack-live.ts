/** Subscriptions as an attack makes them: all results, as one answer to judge. */
import type { GraphQLField } from 'graphql';
import { getNamedType } from 'graphql';
import { selectionOf } from './attack-schema.ts';
import type { As, TestAnswer } from './gateway.ts';
import { errorsOf, type LiveSubscription, subscribe } from './live.ts';

/** Whom the gateway at `url` is asked as, by which argument, for which id. */
export interface LiveAttack {
  readonly url: string;
  readonly as: As;
  readonly argument: string;
  readonly id: string;
}

/** Subscribes. */
export function subscribeTo(
  field: GraphQLField<unknown, unknown>,
  { url, as, argument, id }: LiveAttack,
): Promise<LiveSubscription> {
  const selection = selectionOf(getNamedType(field.type).name, 1);
  const query = `subscription ($id: ID!) { ${field.name}(${argument}: $id) { ${selection} } }`;
  return subscribe(url, 'websocket', query, { as, variables: { id } });
}

/** Subscribes, and waits for the end: what came until then. */
export async function readToEnd(field: GraphQLField<unknown, unknown>, attack: LiveAttack): Promise<TestAnswer> {
  const results = await subscribeTo(field, attack)
    .then((live) => live.rest())
    .catch(errorsOf);
  return {
    headers: new Map(),
    status: 200,
    text: JSON.stringify(results),
    data: null,
    errors: undefined,
    extensions: undefined,
  };
}
