/** The root fields of `Subscription` that follow the numbered records of one other, such as the events of a run. */
import { badInput, GatewayError } from '../../errors.ts';
import type { FollowedLog } from '../../plan/follows.ts';
import { readStoredId } from '../../plan/id.ts';
import { type ObjectPlan, planObject } from '../../plan/plan.ts';
import { compileLog, FOLLOW_LIMIT, type LogAnswer } from '../../postgres/follow.ts';
import { type Feed, type FeedField, thingOf } from './feed.ts';
import { wakeKey } from './wakes.ts';

/** By their numbers. @throws GatewayError naming the argument at fault. */
export function planLog(followed: FollowedLog, { planning, nodes, args }: FeedField): Feed<number> {
  const { scope, surface, type, ended } = followed;
  const id = String(readStoredId(surface, args[scope.argument], scope.argument));
  const start = Number(args.after);
  if (start < 0) throw badInput('after', 'must not be negative');
  const thing = thingOf(scope);
  const entry = type.name.replace(new RegExp(`^${thing}`, 'i'), '').toLowerCase();
  return {
    surface,
    key: wakeKey(followed, { scope, id }),
    objects: [planObject(planning, type, nodes, 1)],
    filter: null,
    told: null,
    start,
    origin: 0,
    compile: ([object], after, rendered) => compileLog(followed, object as ObjectPlan, { id, after }, rendered),
    read: (answer, after) => {
      const found = answer as LogAnswer;
      if (!found) throw new GatewayError('NOT_FOUND', `There is no ${thing} ${id}`, { surface });
      if (after > found.last)
        throw badInput('after', `is ${after}, and the last ${entry} of the ${thing} is ${found.last}`);
      const rows = found.rows.map(([number, record]) => ({ records: [record], cursor: String(number) }));
      const next = found.rows.at(-1)?.[0] ?? after;
      if (rows.length === FOLLOW_LIMIT) return { items: rows, next, rest: 'more' };
      return { items: rows, next, rest: ended.includes(found.state) ? 'none' : 'later' };
    },
    toText: ({ records }) => String(records[0]),
    toObject: (_row, records) => records[0],
  };
}
