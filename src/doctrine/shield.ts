/** graphql-shield by its CommonJS build: its ES build imports `util.isUndefined`, which Node 23 took away. */
import { createRequire } from 'node:module';
import type * as Shield from 'graphql-shield';

/** What the doctrine needs of graphql-shield; `chain` and `race` would fail on Node 24 in this build too. */
export const { allow, and, deny, rule, shield } = createRequire(import.meta.url)('graphql-shield') as typeof Shield;
