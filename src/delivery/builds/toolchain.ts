/** Which tools a commit asks for: what its own files pin, and not what a machine happens to have. */
import { z } from 'zod';
import type { Git } from '../git.ts';

/** Files whose whole content is a version, and the tool. */
const VERSION_FILES: Readonly<Record<string, string>> = {
  '.nvmrc': 'node (.nvmrc)',
  '.node-version': 'node (.node-version)',
  '.python-version': 'python (.python-version)',
  'rust-toolchain': 'rust (rust-toolchain)',
};
/** Packages that turn sources into something else. */
const COMPILERS = ['typescript', 'esbuild', 'vite', 'rollup', 'rolldown', 'webpack', '@swc/core', 'tsx', 'tsup'];

const packageShape = z.object({
  engines: z.record(z.string(), z.string()).optional(),
  packageManager: z.string().optional(),
});
const lockShape = z.object({
  lockfileVersion: z.number().optional(),
  packages: z.record(z.string(), z.object({ version: z.string().optional() })).optional(),
});

/** Sorted by name. @param tracked Paths of the commit. */
export async function readToolchain(
  git: Git,
  tracked: ReadonlySet<string>,
): Promise<Record<string, string | string[]>> {
  const read = async (path: string) => (tracked.has(path) ? git('show', `HEAD:./${path}`) : null);
  const found: [string, string | string[]][] = [];
  for (const [path, tool] of Object.entries(VERSION_FILES)) {
    const text = await read(path);
    if (text !== null) found.push([tool, text.trim()]);
  }
  found.push(...readPackage(await read('package.json')), ...readLock(await read('package-lock.json')));
  for (const path of [...tracked].filter((each) => /^(Dockerfile|Containerfile)(\.[\w-]+)?$/.test(each)))
    found.push([`images (${path})`, readImages((await read(path)) ?? '')]);
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readPackage(text: string | null): [string, string][] {
  const { data } = packageShape.safeParse(parseJson(text));
  const engines = Object.entries(data?.engines ?? {}).map(([name, range]): [string, string] => [
    `${name} (engines)`,
    range,
  ]);
  return data?.packageManager ? [...engines, ['package manager', data.packageManager]] : engines;
}

function readLock(text: string | null): [string, string][] {
  const packages = lockShape.safeParse(parseJson(text)).data?.packages ?? {};
  return COMPILERS.flatMap((name): [string, string][] => {
    const version = packages[`node_modules/${name}`]?.version;
    return version === undefined ? [] : [[`${name} (package-lock.json)`, version]];
  });
}

/** What the stages begin from, stages of its own left out. */
function readImages(text: string): string[] {
  const stages = [...text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/gim)];
  const own = new Set(stages.flatMap(([, , name]) => (name ? [name.toLowerCase()] : [])));
  const images = stages.map(([, image = '']) => image).filter((image) => !own.has(image.toLowerCase()));
  return [...new Set(images)].sort();
}

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
