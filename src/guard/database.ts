/** `guard --database`: compares what each role may do in a live database with the doctrine; each difference is a finding. */

import { functionGrants, schemaGrants } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { SCHEMAS } from '../schemas.ts';
import { checkAgents } from './database-agents.ts';
import { checkExposed } from './database-exposed.ts';
import { type LiveDatabase, type LiveFunction, type Query, readDatabase } from './database-live.ts';
import { checkPolicies } from './database-policies.ts';
import { checkRoles } from './database-roles.ts';
import { checkSecurity } from './database-security.ts';
import { checkTables } from './database-tables.ts';
import { checkTenants } from './database-tenants.ts';
import { checkWires } from './database-wires.ts';
import type { Finding } from './finding.ts';

/** @param query Runs one statement as somebody who may read the catalog; the database's owner, best. */
export async function checkDatabase(query: Query, doctrine: Doctrine): Promise<Finding[]> {
  const live = await readDatabase(query, doctrine);
  return [
    ...checkRoles(live, doctrine),
    ...checkSchemas(live, doctrine),
    ...checkTables(live, doctrine),
    ...checkPolicies(live, doctrine),
    ...checkFunctions(live, doctrine),
    ...(await checkAgents(query, doctrine)),
    ...(await checkExposed(query, doctrine)),
    ...(await checkWires(query, doctrine)),
    ...(await checkSecurity(query, doctrine)),
    ...(await checkTenants(query)),
    ...live.defaults.map(({ schema, role, what }) => ({
      rule: 'database/default-privileges',
      message: `${role} gets ${what} on what is made in ${schema} from now on: alter default privileges, and grant it by the doctrine`,
    })),
  ];
}

function checkSchemas({ schemas }: LiveDatabase, doctrine: Doctrine): Finding[] {
  const wanted = schemaGrants(doctrine);
  return [...SCHEMAS, 'tripoint'].flatMap((schema) => {
    const found = schemas.filter((one) => one.schema === schema);
    const may = new Set(found.filter(({ usage }) => usage).map(({ role }) => role));
    const should = new Set(wanted.get(schema));
    const rule = 'database/schema-usage';
    return [
      ...[...should]
        .filter((role) => !may.has(role))
        .map((role) => ({ rule, message: `${role} lacks usage of the schema ${schema}` })),
      ...[...may]
        .filter((role) => !should.has(role))
        .map((role) => ({
          rule,
          message: `${role} has usage of the schema ${schema}, which the doctrine does not give it`,
        })),
      ...found
        .filter(({ create }) => create)
        .map(({ role }) => ({ rule, message: `${role} may create in the schema ${schema}` })),
    ];
  });
}

function checkFunctions({ functions }: LiveDatabase, doctrine: Doctrine): Finding[] {
  const wanted = functionGrants(doctrine);
  const names = new Set(functions.map(({ name }) => name));
  const missing = [...wanted.keys()].filter((name) => !names.has(name));
  return [
    ...missing.map((name) => ({
      rule: 'database/function-missing',
      message: `The database has no function ${name}, which has a file: run \`tripoint migrate\`, or remove it by \`tripoint migrate --draft\``,
    })),
    ...functions.flatMap((found) => checkFunction(found, wanted.get(found.name))),
  ];
}

function checkFunction(found: LiveFunction, roles: readonly string[] | undefined): Finding[] {
  const { name, signature, isDefiner, searchPath, executors } = found;
  const path =
    searchPath === 'search_path=""'
      ? []
      : [
          {
            rule: 'database/search-path',
            message: `${signature}${isDefiner ? ', SECURITY DEFINER,' : ''} does not set search_path = ''`,
          },
        ];
  if (!roles) {
    return [
      ...path,
      {
        rule: 'database/function-unknown',
        message: `${signature} has no file below migrations/functions`,
        file: 'migrations/functions',
      },
    ];
  }
  const rule = 'database/function-execute';
  return [
    ...path,
    ...roles
      .filter((role) => !executors.includes(role))
      .map((role) => ({ rule, message: `${role} lacks execute on ${name}` })),
    ...executors
      .filter((role) => !roles.includes(role))
      .map((role) => ({
        rule,
        message: `${role} has execute on ${signature}, which neither the doctrine nor its file gives it`,
      })),
  ];
}
