/** How Node runs TypeScript as it stands here: by itself from 22.18 on, which takes half of the time, else by tsx. */

/** Arguments of node before the file. */
export const TYPESCRIPT: readonly string[] = process.features.typescript
  ? []
  : ['--import', import.meta.resolve('tsx')];
