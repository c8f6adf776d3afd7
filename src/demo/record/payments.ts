/** Payments registered on posted invoices and bills, in full or in part, through Odoo's own wizard. */
import { dateOf, serial } from './dates.ts';
import { finalState, MOVE_FAMILIES } from './moves.ts';
import type { World } from './world.ts';

/** Pays two of five posted moves in full and one of five in part. */
export async function createPayments(world: World): Promise<void> {
  for (const { prefix, count } of MOVE_FAMILIES) {
    for (let index = 0; index < count; index++) {
      const share = shareOf(index);
      const name = `payment_${prefix}_2026_${serial(index + 1)}`;
      if (finalState(index) !== 'posted' || share === 0 || world.has(name)) continue;
      const month = Math.min(12, 2 + Math.floor((index * 10) / count));
      await pay(world, `${prefix}_2026_${serial(index + 1)}`, name, share, dateOf(month, 10 + (index % 15)));
    }
  }
}

function shareOf(index: number): number {
  return [1, 0, 0.4, 1, 0][index % 5] as number;
}

async function pay(world: World, move: string, name: string, share: number, date: string): Promise<void> {
  const ids = [world.id(move)];
  const context = { active_model: 'account.move', active_ids: ids };
  const [record] = (await world.call('account.move', 'read', { ids, fields: ['amount_residual'] })) as [
    { amount_residual: number },
  ];
  const values = { payment_date: date, amount: Math.round(record.amount_residual * share * 100) / 100 };
  const wizard = (await world.call('account.payment.register', 'create', { vals_list: [values], context })) as number[];
  const action = (await world.call('account.payment.register', 'action_create_payments', { ids: wizard, context })) as {
    res_id?: number;
  };
  if (typeof action.res_id === 'number') await world.adopt('account.payment', new Map([[name, action.res_id]]));
}
