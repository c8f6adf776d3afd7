/** What a soak script is. */

/** How a soak is asked for. */
export interface SoakOptions {
  /** Whether a small part is enough: whether the script works, for CI. */
  readonly small: boolean;
}

/**
 * One long test: tells its figures line by line, and throws where the promise is broken.
 *
 * @param seed Chooses all that is random; the same seed does the same again.
 */
export type Soak = (report: (line: string) => void, seed: number, options: SoakOptions) => Promise<void>;
