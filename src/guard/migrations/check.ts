/** The rules on migrations, one after the other. */
import type { Doctrine } from '../../doctrine/load.ts';
import type { Catalog } from '../../plan/catalog.ts';
import type { Finding } from '../finding.ts';
import { foldState } from '../sql/fold-state.ts';
import type { ReadSql } from '../sql/statements.ts';
import type { Tree } from '../tree.ts';
import { checkKept } from './append-only.ts';
import { checkChecksums } from './checksums.ts';
import { checkConfig } from './config.ts';
import { checkGrants } from './grants.ts';
import { checkLocks } from './locks.ts';
import { checkOdoo } from './odoo.ts';
import { checkCopies } from './odoo-copies.ts';
import { readOdooModels } from './odoo-models.ts';
import { checkOwned } from './owned.ts';
import { checkLedgers } from './shadow-ledger.ts';
import { checkWires } from './wires.ts';

/** What the rules on migrations look at. */
export interface MigrationsToCheck {
  readonly tree: Tree;
  readonly sql: ReadSql;
  readonly doctrine: Doctrine;
  readonly catalog: Catalog;
  /** Names of secrets. */
  readonly registered: ReadonlySet<string>;
}

/** Every violation by a migration, or by a function that one makes. */
export function checkMigrations({ tree, sql, doctrine, catalog, registered }: MigrationsToCheck): Finding[] {
  const { statements, problems } = sql;
  const state = foldState(statements);
  const models = readOdooModels(doctrine.surfaces.odoo.owns, catalog);
  const copies = checkCopies(state, models);
  return [
    ...problems,
    ...checkChecksums(tree),
    ...checkOdoo(statements, models),
    ...checkWires(statements, doctrine),
    ...copies,
    ...checkLedgers(state, copies),
    ...checkOwned(state, doctrine),
    ...checkKept(statements, doctrine),
    ...checkGrants(state, statements, doctrine),
    ...checkLocks(state, doctrine),
    ...checkConfig(statements, registered),
  ];
}
