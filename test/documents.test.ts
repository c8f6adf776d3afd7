/** README and docs: what they link to is there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'bench', 'deploy'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  ),
];

/** Characters from which a line is one of its own, and no phrase that tables repeat. */
const LONG = 80;

/** Without blocks of code, whose lines may look like headings and links. */
const proseOf = (page: string) => readFileSync(page, 'utf8').replaceAll(/^```.*?^```/gms, '');

/** Anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Links of a page to files of this repository. */
function linksOf(
  page: string,
): { readonly link: string; readonly target: string; readonly anchor: string | undefined }[] {
  return [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [file = '', anchor] = link.split('#');
      return { link, target: file === '' ? page : join(dirname(page), file), anchor };
    });
}

describe('the links', () => {
  it.each(pages)('of %s lead somewhere', (page) => {
    const broken = linksOf(page).filter(
      ({ target, anchor }) =>
        !existsSync(target) || (anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor)),
    );
    expect(broken.map(({ link }) => link)).toEqual([]);
  });
});

/** A merge that takes both sides tells the same twice. */
it.each(pages)('%s says nothing twice', (page) => {
  const lines = proseOf(page)
    .split('\n')
    .filter((line) => line.length >= LONG);
  expect(lines.filter((line, index) => lines.indexOf(line) < index)).toEqual([]);
});

it('README says where each folder of src is', () => {
  const [, listed = ''] = /^## Where things are$(.*?)^## /ms.exec(readFileSync('README.md', 'utf8')) ?? [];
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const missing = folders.filter(({ name }) => !new RegExp(`(^|[ /])${name}/`, 'm').test(listed));
  expect(missing.map(({ name }) => name)).toEqual([]);
});

it('lead from README to every page of docs', () => {
  const seen = new Set<string>();
  const follow = (page: string) => {
    if (seen.has(page) || !page.endsWith('.md') || !existsSync(page)) return;
    seen.add(page);
    for (const { target } of linksOf(page)) follow(target);
  };
  follow('README.md');
  expect(pages.filter((page) => page.startsWith('docs/') && !seen.has(page))).toEqual([]);
});
