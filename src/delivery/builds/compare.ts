/** How two manifests differ, in sentences. */
import type { BuildManifest } from './manifest.ts';

/** None where they are the same. @param recorded The one that was kept. @param found That of the checkout. */
export function compareManifests(recorded: BuildManifest, found: BuildManifest): string[] {
  const { files: before, ...facts } = recorded;
  const { files: now, ...others } = found;
  return [...compareFacts(flatten(facts), flatten(others)), ...compareFiles(before, now)];
}

function compareFacts(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const names = [...new Set([...before.keys(), ...now.keys()])].sort();
  return names
    .filter((name) => before.get(name) !== now.get(name))
    .map((name) => `${name}: recorded ${before.get(name) ?? 'nothing'}, found ${now.get(name) ?? 'nothing'}`);
}

function compareFiles(before: BuildManifest['files'], now: BuildManifest['files']): string[] {
  const recorded = new Map(before.map((file) => [file.path, file]));
  const found = new Map(now.map((file) => [file.path, file]));
  const paths = [...new Set([...recorded.keys(), ...found.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [recorded.get(path), found.get(path)];
    if (!was) return [`${path} was added`];
    if (!is) return [`${path} is missing`];
    if (was.digest !== is.digest) return [`${path} was changed`];
    return was.mode === is.mode ? [] : [`${path} has the mode ${is.mode}, recorded was ${was.mode}`];
  });
}

/** Names with dots → values as JSON; a list is one value, its order counts. */
function flatten(value: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(value).flatMap(([key, each]): [string, string][] =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? [...flatten(each as object, `${prefix}${key}.`)]
        : [[`${prefix}${key}`, JSON.stringify(each)]],
    ),
  );
}
