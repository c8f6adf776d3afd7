/** What somebody may have meant: the nearest of the names that there are. */

/** @returns Undefined where none is near: half of the letters may differ, or two. */
export function findNearest(given: string, names: readonly string[]): string | undefined {
  const [nearest] = names
    .map((name) => ({ name, distance: distanceOf(name.toLowerCase(), given.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return nearest && nearest.distance <= Math.max(2, given.length / 2) ? nearest.name : undefined;
}

/** The end of a sentence about an unknown name: `: did you mean start?`, or nothing where none is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const nearest = given === '' ? undefined : findNearest(given, names);
  return nearest === undefined ? '' : `: did you mean ${nearest}?`;
}

/** Letters to insert, delete or replace. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
