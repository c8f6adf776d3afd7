/** What a block says in words, for the index. */

type Content = Readonly<Record<string, unknown>>;

/** Where a type keeps its words, for each type that keeps them elsewhere than in `text`. */
const WORDS: Readonly<Record<string, (content: Content) => readonly unknown[]>> = {
  IMAGE: ({ alt, caption }) => [alt, textOf(caption)],
  FILE: ({ name, caption }) => [name, textOf(caption)],
  BOOKMARK: ({ title, description, url }) => [title, description, url],
  CODE: ({ language, text }) => [language, text],
  TABLE: ({ header, rows }) => [...(header ? [cells(header)] : []), ...(Array.isArray(rows) ? rows.map(cells) : [])],
  DATABASE_VIEW: ({ title }) => [title],
  ODOO_RECORD: ({ label }) => [label],
};

/** One line or several; empty where it says nothing. Contents that are not as they should be say nothing. */
export function blockText(type: string, content: Content): string {
  const words = WORDS[type]?.(content) ?? [content.text];
  return words
    .filter((word): word is string => typeof word === 'string')
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join('\n');
}

/** What each piece of a long block begins with, so that it can be understood alone: a table's header, the language of code. */
export function blockLead(type: string, { header, language }: Content): string | null {
  const lead = type === 'TABLE' && header ? cells(header) : type === 'CODE' ? language : null;
  return typeof lead === 'string' && lead.trim() !== '' ? lead.trim() : null;
}

function textOf(rich: unknown): unknown {
  return typeof rich === 'object' && rich !== null && 'text' in rich ? rich.text : rich;
}

function cells(row: unknown): string {
  return Array.isArray(row) ? row.map((cell) => String(textOf(cell) ?? '')).join(' | ') : '';
}
