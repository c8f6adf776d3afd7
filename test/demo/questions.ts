/** The questions that the stand-in and a real Odoo must answer alike. */
import type { Question } from './question.ts';
import { ERRORS, GROUPS, METHODS } from './questions-methods.ts';
import { MOVES, OTHERS, TASKS } from './questions-models.ts';
import { PARTNERS } from './questions-partners.ts';
import { COUNTS, ORDERS, SPECIFICATIONS } from './questions-reads.ts';

/** All questions, each title once. */
export const QUESTIONS: readonly Question[] = [
  ...[
    ...PARTNERS,
    ...MOVES,
    ...TASKS,
    ...OTHERS,
    ...SPECIFICATIONS,
    ...ORDERS,
    ...COUNTS,
    ...GROUPS,
    ...METHODS,
    ...ERRORS,
  ],
];
