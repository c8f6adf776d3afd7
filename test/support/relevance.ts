/** How good a ranking is: nDCG@10 and recall@10, as in the literature of information retrieval. */

/** Means over all questions, from 0 to 1. */
export interface Relevance {
  readonly ndcg: number;
  readonly recall: number;
}

const DEPTH = 10;
/** From this grade on a passage counts as found in `recall`: one that merely touches the matter is no loss. */
const RELEVANT = 2;

/** @param rankings For each question the ids of passages, best first. */
export function measureRelevance(
  questions: readonly { readonly grades: ReadonlyMap<string, number> }[],
  rankings: readonly (readonly string[])[],
): Relevance {
  const each = questions.map(({ grades }, index) => measure(grades, (rankings[index] ?? []).slice(0, DEPTH)));
  const mean = (of: (one: Relevance) => number) => each.reduce((sum, one) => sum + of(one), 0) / each.length;
  return { ndcg: mean(({ ndcg }) => ndcg), recall: mean(({ recall }) => recall) };
}

function measure(grades: ReadonlyMap<string, number>, ranking: readonly string[]): Relevance {
  const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, DEPTH);
  const relevant = [...grades].filter(([, grade]) => grade >= RELEVANT).map(([id]) => id);
  const found = relevant.filter((id) => ranking.includes(id));
  return {
    ndcg: gain(ranking.map((id) => grades.get(id) ?? 0)) / gain(ideal),
    recall: found.length / Math.min(relevant.length, DEPTH),
  };
}

/** Discounted cumulative gain, with exponential gains: a whole answer counts seven times what touches the matter. */
function gain(grades: readonly number[]): number {
  return grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
