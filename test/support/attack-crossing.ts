/** A stranger who was an editor of the victim's space once: it wrote there, related things of both spaces, and was revoked. */
import { expect } from 'vitest';
import type { Input } from './attack-inputs.ts';
import type { Tenant } from './attack-tenant.ts';
import { pick, type TestGateway } from './gateway.ts';
import { mutate } from './work-mutate.ts';

/** The idempotency key of the page that the stranger made there. */
export const KEY = 'the same key';

/** The input by which it made that page. */
export const formerPage = (victim: Tenant) => ({
  spaceId: victim.ids.space,
  title: 'of a former member',
  idempotencyKey: KEY,
});

/** Lets it write there, and takes it out again; the ids of what it made, by what they are of. */
export async function crossBorders(
  gateway: TestGateway,
  stranger: Tenant,
  victim: Tenant,
): Promise<Readonly<Record<string, string>>> {
  const crossed: Record<string, string> = {};
  const as = stranger.as;
  const run = async (who: string, name: string, input: Input, select: string) => {
    const payload = await mutate(gateway, who, { name, input, select });
    expect(payload.userErrors).toEqual([]);
    return payload;
  };
  const member = { spaceId: victim.ids.space, userId: as };
  await run(victim.as, 'grantPermission', { ...member, role: 'EDITOR' }, 'permission { id }');
  const relate = async (kind: string, fromId: string, toId: string) => {
    const input = { kind, fromId, toId, name: 'across' };
    const { relation } = await run(as, 'addRelation', input, 'relation { id }');
    crossed[`${kind} ${fromId}`] = (relation as { id: string }).id;
  };
  for (const [kind, thing] of [
    ['PAGE', 'page'],
    ['ROW', 'row'],
    ['DATABASE', 'database'],
  ] as const) {
    await relate(kind, stranger.ids[thing], victim.ids[thing]);
    await relate(kind, victim.ids[thing], stranger.ids[thing]);
  }
  const comment = { pageId: victim.ids.page, body: `${victim.word} of a former member` };
  crossed.comment = String(pick(await run(as, 'addComment', comment, 'comment { id }'), 'comment.id'));
  crossed.page = String(pick(await run(as, 'createPage', formerPage(victim), 'page { id }'), 'page.id'));
  await run(victim.as, 'revokePermission', member, 'space { id }');
  await run(victim.as, 'updatePage', { pageId: crossed.page, title: `${victim.word} since then` }, 'page { id }');
  return crossed;
}

/** The mutation by which the stranger would change what it made, or take it away. */
export function changeOf(what: string) {
  if (what === 'page')
    return {
      ...{ name: 'updatePage', type: 'UpdatePageInput', key: 'pageId', rest: { title: 'x' } },
      select: 'page { id title space { id name } }',
    };
  if (what === 'comment')
    return {
      ...{ name: 'editComment', type: 'EditCommentInput', key: 'commentId', rest: { body: 'x' } },
      select: 'comment { id body }',
    };
  const rest = {};
  return { name: 'removeRelation', type: 'RemoveRelationInput', key: 'relationId', rest, select: 'removedRelationId' };
}
