/**
 * Notices of the database → whom they wake. A notice's payload is ids of what has changed, separated by colons; where it tells
 * of several changes at once, each id is a list, separated by commas.
 */
import type { Followed, FollowScope, Follows } from '../../plan/follows.ts';

/** What the followers of a field wait for: any notice of the channel, or one about the record with the id. */
export function wakeKey(
  { channel }: Pick<Followed, 'channel'>,
  within: { readonly scope: FollowScope; readonly id: string } | null,
): string {
  return within ? partKey(channel, within.scope.part, within.id) : channel;
}

/** The channels to listen to. */
export function channelsOf(follows: Follows): readonly string[] {
  return [...new Set([...follows.values()].map(({ channel }) => channel))].sort();
}

/** The keys that a notice wakes; one that ends in `*` stands for all that begin so. */
export type WokenBy = (channel: string, payload: string) => readonly string[];

/** Tells whom the notices of the followed channels wake. */
export function createWokenBy(follows: Follows): WokenBy {
  const followed = [...follows.values()];
  const partsOf = (channel: string) =>
    followed.flatMap((field) => (field.channel === channel ? field.scopes.map(({ part }) => part) : []));
  const counts = new Map(channelsOf(follows).map((channel) => [channel, Math.max(0, ...partsOf(channel))]));
  return (channel, payload) => {
    const parts = payload.split(':');
    const count = counts.get(channel) ?? 0;
    // A notice without an id says that any record may have changed: all followers read, and the database tells them which.
    const keysOf = (index: number) =>
      (parts[index] ?? '').split(',').map((id) => partKey(channel, index + 1, id || '*'));
    return [channel, ...Array.from({ length: count }, (_, index) => keysOf(index)).flat()];
  };
}

function partKey(channel: string, part: number, id: string): string {
  return `${channel}/${part}/${id}`;
}
