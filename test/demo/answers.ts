/** The committed answers of a real Odoo 19: one line per question in `answers.json`. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Answer } from './ask.ts';

const FILE = fileURLToPath(new URL('./answers.json', import.meta.url));

/** Title of the question → the answer. */
export function readAnswers(): Readonly<Record<string, Answer>> {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Answer>) : {};
}

/** Replaces the committed answers. */
export function writeAnswers(answers: ReadonlyMap<string, Answer>): void {
  const lines = [...answers].map(([title, answer]) => `${JSON.stringify(title)}:${JSON.stringify(answer)}`);
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`);
}
