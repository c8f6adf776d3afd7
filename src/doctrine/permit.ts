/** What the rules would say to a viewer, without a request: for lists of what somebody may do. */
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../auth/viewer.ts';
import type { OdooStanding } from '../context.ts';
import { GatewayError } from '../errors.ts';
import type { Catalog } from '../plan/catalog.ts';
import { confirmingOf } from './confirm.ts';
import { type Explanation, explainPermission } from './explain.ts';
import { collectRequirements } from './requirements.ts';
import { ruleOnAsk, ruleOnMutation, ruleOnRead } from './rulings.ts';
import type { Doctrine } from './shape.ts';

/** True, or the error that such a field would be refused with. What has no rule of its own is as its parent. */
export type Permit = (coordinate: string) => true | GatewayError;

/** Asked outside of any request; each answers as the rule itself would. */
export interface Permissions {
  /** Those of one viewer, as its rights in Odoo stand now. */
  readonly of: (viewer: Viewer) => Promise<Permit>;
  /** @throws GatewayError `BAD_USER_INPUT` for a coordinate that names nothing. */
  readonly explain: (viewer: Viewer, coordinate: string) => Promise<Explanation>;
  /** Whether the viewer has to confirm the mutation. */
  readonly isConfirmed: (viewer: Viewer, coordinate: string) => boolean;
}

interface Permitting {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly doctrine: Doctrine;
  /** By whose rights a viewer reads Odoo. */
  readonly standingOf: (viewer: Viewer) => Promise<OdooStanding>;
}

/** @throws SdlError where the schema and the doctrine do not agree. */
export function createPermissions({ schema, catalog, doctrine, standingOf }: Permitting): Permissions {
  const requirements = collectRequirements(schema, catalog, doctrine);
  return {
    of: async (viewer) => {
      const standing = await standingOf(viewer);
      return (coordinate) => {
        const requirement = requirements.get(coordinate);
        if (!requirement || requirement.kind === 'open') return true;
        if (requirement.kind === 'nobody') return new GatewayError('FORBIDDEN', 'The doctrine does not allow this');
        if (requirement.kind === 'write')
          return ruleOnMutation(doctrine, viewer, requirement.field, requirement.write).decision;
        const { sources, by } = requirement;
        const decisions = [
          ...sources.map(({ surface, source }) => ruleOnRead(doctrine, viewer, surface, source, standing).decision),
          ...(by === null ? [] : [ruleOnAsk(doctrine, viewer, by).decision]),
        ];
        return decisions.find((decision) => decision !== true) ?? true;
      };
    },
    explain: (viewer, coordinate) =>
      explainPermission({ doctrine, catalog, requirements }, viewer, coordinate, () => standingOf(viewer)),
    isConfirmed: (viewer, coordinate) => confirmingOf(doctrine, viewer, coordinate) !== null,
  };
}
