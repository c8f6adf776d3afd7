/** The seed beside an Odoo: its pages link to partners that this Odoo has. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModelCall } from '../../src/demo/external-ids.ts';
import { findSeedPartners, relinkPages } from '../../src/demo/seed/partners.ts';
import { SEED_EXTERNAL_IDS, seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

const LINKED = SEED_EXTERNAL_IDS.length - 1;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function partnerOf(page: string): Promise<unknown> {
  const { data, errors } = await gateway.execute('query One($id: ID!) { page(id: $id) { partner { id name } } }', {
    ...{ as: 'service', variables: { id: seedId('page', page) } },
  });
  expect(errors).toBeUndefined();
  return (data as { page: { partner: { name: string } | null } }).page.partner;
}

const setPartner = (page: string, partner: number | null) =>
  gateway.owner((client) =>
    client.query('update work.pages set odoo_partner_id = $2 where id = $1', [seedId('page', page), partner]),
  );

describe('the pages of the seed', () => {
  const call = () => gateway.sources.odoo as NonNullable<typeof gateway.sources.odoo>;

  it('link to the partners that Odoo has, also those that were seeded beside another Odoo', async () => {
    const harana = await partnerOf('harana');
    expect(harana).toMatchObject({ name: 'Harana Hotels & Resorts' });
    await setPartner('harana', 987_654);
    await setPartner('agila', null);
    const partners = await findSeedPartners(call());
    expect(partners.areDemo).toBe(true);
    expect(await gateway.owner((client) => relinkPages(client, call(), partners))).toBe(LINKED);
    expect(await partnerOf('harana')).toEqual(harana);
    expect(await partnerOf('agila')).toMatchObject({ name: expect.stringContaining('Agila') });
    expect(await partnerOf('gone-partner')).toBeNull();
  });

  it('keep a link that somebody has made since to another partner of this Odoo', async () => {
    const lakan = (await partnerOf('lakan-bank')) as { id: string };
    await setPartner('harana', Number(lakan.id));
    await gateway.owner(async (client) => relinkPages(client, call(), await findSeedPartners(call())));
    expect(await partnerOf('harana')).toEqual(lakan);
  });

  it('link to the first companies of an Odoo that lacks the demo company', async () => {
    const withoutNames: ModelCall = async (model, method, args) =>
      method === 'get_metadata' ? [] : call()(model, method, args);
    const partners = await findSeedPartners(withoutNames);
    expect(partners.areDemo).toBe(false);
    expect([partners.ids.size, new Set(partners.ids.values()).size]).toEqual([LINKED, LINKED]);
    await setPartner('agila', 987_654);
    expect(await gateway.owner((client) => relinkPages(client, withoutNames, partners))).toBe(LINKED);
    expect(await partnerOf('agila')).toMatchObject({ name: expect.any(String) });
  });
});
