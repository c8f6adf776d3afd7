/** What `vite.config.ts` makes while it builds. */
declare module 'virtual:operations' {
  /** Ids of the console's trusted operations, by name. */
  export const IDS: Readonly<Record<string, string>>;
}

declare module 'virtual:links' {
  /** The crossings between surfaces, as the SDL has them. */
  export const LINKS: readonly {
    readonly field: string;
    readonly target: string;
    readonly from: string;
    readonly to: string;
    readonly contract: string;
  }[];
}
