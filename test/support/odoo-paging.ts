/** Walks a list while rows come and go, and says what a reader of its pages would have missed or met twice. */
import { AssertionError } from 'node:assert';
import type { OwnPartners } from './odoo-partners.ts';
import { type Executing, type OrderKey, walkIds } from './odoo-walk.ts';

const LIST = { list: 'partners', type: 'Partner' } as const;

/** One walk to be. */
export interface UnsteadyWalk {
  readonly orderBy: readonly OrderKey[];
  readonly backward: boolean;
  readonly size: number;
  /** Rows inserted, and rows deleted, after each second page. */
  readonly churn: number;
  /** Gives a whole number below its argument. */
  readonly choose: (below: number) => number;
}

/** Pages of a walk and what came and went meanwhile. */
export interface UnsteadyFigures {
  readonly pages: number;
  readonly met: number;
  readonly inserted: number;
  readonly deleted: number;
}

/** @throws AssertionError naming the rows that were shown twice, or were there all the time and were not shown. */
export async function walkWhileRowsChange(
  gateway: Executing,
  partners: OwnPartners,
  asked: UnsteadyWalk,
): Promise<UnsteadyFigures> {
  const { orderBy, backward, size, churn, choose } = asked;
  const staying = new Set(await walkIds(gateway, { ...LIST, filter: partners.filter, orderBy: [{ field: 'ID' }] }));
  const figures = { pages: 1, met: 0, inserted: 0, deleted: 0 };
  const betweenPages = async (page: number): Promise<void> => {
    figures.pages = page + 1;
    if (page % 2 === 0 || churn === 0) return;
    const present = [...staying];
    const gone = new Set(Array.from({ length: churn }, () => present[choose(present.length)] as number));
    const [created] = await Promise.all([partners.create(churn), partners.remove([...gone])]);
    for (const id of gone) staying.delete(id);
    figures.inserted += created.length;
    figures.deleted += gone.size;
  };
  const met = await walkIds(gateway, { ...LIST, filter: partners.filter, orderBy, backward, size, betweenPages });
  const twice = met.filter((id, index) => met.indexOf(id) !== index);
  const missed = [...staying].filter((id) => !met.includes(id));
  if (twice.length + missed.length > 0)
    throw new AssertionError({ message: JSON.stringify({ orderBy, backward, size, twice, missed }) });
  return { ...figures, met: met.length };
}
