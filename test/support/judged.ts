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

/** Parts of the set, each of one language and with questions of its own; the folders of all but the English one bear their names. */
export const PARTS = ['en', 'ja', 'tl'] as const;

/** A part of the set. */
export type Part = (typeof PARTS)[number];

const FOLDER = join(import.meta.dirname, '..', 'work', 'search', 'judged');
const folderOf = (part: Part) => (part === 'en' ? FOLDER : join(FOLDER, part));
const QUESTIONS = 'questions.md';

/** Every passage, in the order of the files. */
export function readPassages(part: Part = 'en'): JudgedPassage[] {
  const folder = folderOf(part);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== QUESTIONS)
    .sort()
    .flatMap((name) => parsePassages(readFileSync(join(folder, name), 'utf8')));
}

/** Every question. */
export function readQuestions(part: Part = 'en'): JudgedQuestion[] {
  const blocks = readFileSync(join(folderOf(part), QUESTIONS), 'utf8')
    .split(/^\? /m)
    .slice(1);
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
