/**
 * One suite, two systems: the stand-in always, a real Odoo 19 where `ODOO_URL` and `ODOO_API_KEY` are set. Both are held
 * to the committed answers, which `DEMO_ANSWERS=update` records anew from the real one.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createJson2Call } from '../../src/demo/record/call.ts';
import { createDemoCompany } from '../../src/demo/record/create.ts';
import { readAnswers, writeAnswers } from './answers.ts';
import { type Answer, openSystem } from './ask.ts';
import type { Question } from './question.ts';
import { QUESTIONS } from './questions.ts';

const { ODOO_URL, ODOO_API_KEY, ODOO_ADMIN_API_KEY, ODOO_DB = '', DEMO_ANSWERS } = process.env;
const updates = DEMO_ANSWERS === 'update';
const expected = readAnswers();
if (updates && !ODOO_URL) throw new TypeError('answers are recorded from a real Odoo: set ODOO_URL');

it('has a title of its own for every question, and an answer', () => {
  const titles = QUESTIONS.map((question) => question.title);
  expect(new Set(titles).size).toBe(titles.length);
  if (!updates) expect(Object.keys(expected)).toEqual(titles);
});

describe('the stand-in Odoo', () => {
  let running: RunningStandIn;
  let ask: (question: Question) => Promise<Answer>;
  beforeAll(async () => {
    running = await createStandInOdoo().listen();
    ask = await openSystem(running);
  });
  afterAll(() => running.close());

  it.each(updates ? [] : QUESTIONS)('$title', async (question) => {
    expect(await ask(question)).toEqual(expected[question.title]);
  });
  it.runIf(updates)('is not asked while answers are recorded', () => undefined);
});

describe.runIf(ODOO_URL)('a real Odoo', () => {
  let ask: (question: Question) => Promise<Answer>;
  const answers = new Map<string, Answer>();
  beforeAll(async () => {
    const url = ODOO_URL as string;
    if (!ODOO_API_KEY) throw new TypeError('ODOO_URL is set without ODOO_API_KEY');
    if (ODOO_ADMIN_API_KEY) {
      await createDemoCompany(createJson2Call({ url, apiKey: ODOO_ADMIN_API_KEY, database: ODOO_DB }), () => undefined);
    }
    ask = await openSystem({ url, apiKey: ODOO_API_KEY });
  }, 300_000);
  afterAll(() => {
    if (updates) writeAnswers(answers);
  });

  it.each(QUESTIONS)('$title', async (question) => {
    const answer = await ask(question);
    answers.set(question.title, answer);
    if (!updates) expect(answer).toEqual(expected[question.title]);
  });
});
