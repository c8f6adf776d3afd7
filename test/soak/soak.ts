/** What a soak script is. */

/**
 * One long test: tells its figures line by line, and throws where the promise is broken.
 *
 * @param seed Chooses all that is random; the same seed does the same again.
 */
export type Soak = (report: (line: string) => void, seed: number) => Promise<void>;
