/** The judged set of search: passages of a made-up company's workspace, and questions with the passages that answer them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A passage, under the title of its page and its own heading. */
export interface JudgedPassage {
  readonly id: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
}

/** A question, and how well passages answer it: 3 wholly, 2 in part, 1 it touches the matter; all others not. */
export interface JudgedQuestion {
  readonly question: string;
  readonly grades: ReadonlyMap<string, number>;
}

const FOLDER = join(import.meta.dirname, '..', 'work', 'search', 'judged');
const QUESTIONS = 'questions.md';

/** Every passage, in the order of the files. */
export function readPassages(): JudgedPassage[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md') && name !== QUESTIONS)
    .sort()
    .flatMap((name) => parsePassages(readFileSync(join(FOLDER, name), 'utf8')));
}

/** Every question. */
export function readQuestions(): JudgedQuestion[] {
  const blocks = readFileSync(join(FOLDER, QUESTIONS), 'utf8').split(/^\? /m).slice(1);
  return blocks.map((block) => {
    const [question = '', ...lines] = block.split('\n');
    const grades = lines.flatMap((line) => {
      const match = /^([123]) (\S+)$/.exec(line);
      return match ? [[match[2] as string, Number(match[1])] as const] : [];
    });
    return { question, grades: new Map(grades) };
  });
}

function parsePassages(file: string): JudgedPassage[] {
  return file
    .split(/^# /m)
    .slice(1)
    .flatMap((page) => {
      const [title = '', ...rest] = page.split('\n');
      return rest
        .join('\n')
        .split(/^## /m)
        .slice(1)
        .map((passage) => {
          const [head = '', ...text] = passage.split('\n');
          const [id = '', heading = ''] = head.split(' | ');
          return { id, title, heading, text: text.join('\n').trim() };
        });
    });
}
