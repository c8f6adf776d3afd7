/** What the migrations leave when all have run: tables, policies, functions and grants, and who said so last. */
import type { SqlStatement } from './statements.ts';

/** A place in a file of the repository. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A relation, by its qualified name. */
export interface RelationState extends Place {
  readonly kind: 'table' | 'view' | 'materialized view' | 'foreign table';
  readonly columns: string[];
  hasRls: boolean;
  /** Whether a view reads as the asker, and not as its owner. */
  isInvoker: boolean;
  readonly policies: Set<string>;
}

/** A function, by its signature. */
export interface FunctionState extends Place {
  isDefiner: boolean;
  /** As it was set; null where the caller's holds. */
  searchPath: string | null;
  /** Whether everybody may execute it, as Postgres begins. */
  isPublic: boolean;
}

/** One privilege of one role. */
export interface GrantState extends Place {
  readonly role: string;
  readonly kind: 'table' | 'function' | 'schema' | 'other';
  /** A relation, a signature, or another object's name. */
  readonly object: string;
  /** In capitals; `ALL` where all were given. */
  readonly privilege: string;
  /** The columns; null for the whole. */
  readonly columns: readonly string[] | null;
}

/** All of it. */
export interface SchemaState {
  readonly relations: Map<string, RelationState>;
  readonly functions: Map<string, FunctionState>;
  grants: GrantState[];
}

/** Where a statement stands. */
export function placeOf({ file, lineAt }: SqlStatement, location?: number): Place {
  return { file, line: lineAt(location) };
}
