/** The trusted operations of a consumer as Apollo Client's own tool would write them, so that it asks them by id. */
import { apolloForm, sha256 } from './ids.ts';
import type { Manifest } from './manifest.ts';

/** What `generatePersistedQueryIdsFromManifest` takes. */
export interface ApolloManifest {
  readonly format: 'apollo-persisted-query-manifest';
  readonly version: 1;
  readonly operations: readonly {
    readonly id: string;
    readonly name: string;
    readonly type: 'query' | 'mutation' | 'subscription';
    readonly body: string;
  }[];
}

/** The manifest of one consumer alone. */
export function apolloManifest({ operations }: Manifest, consumer: string): ApolloManifest {
  const own = operations.filter((one) => one.consumer === consumer);
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: own.map(({ name, kind, document }) => {
      const body = apolloForm(document);
      return { id: sha256(body), name, type: kind, body };
    }),
  };
}
