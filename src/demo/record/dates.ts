/** Fixed dates of the year that the demo company lives in: a recording must not depend on the day it was made. */

/** `dateOf(3, 9)` is `2026-03-09`. */
export function dateOf(month: number, day: number): string {
  return `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Serial number in an external id: `serial(7)` is `007`. */
export function serial(number: number): string {
  return String(number).padStart(3, '0');
}
