import { readBenchDatabase } from './environment.ts';
import { prepareDatabase } from './seed.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'graphql';
import { readSdl } from '../src/sdl/load.ts';
import { createGatewaySchema } from '../src/schema.ts';
import { loadDoctrine } from '../src/doctrine/load.ts';
import { packagePaths } from '../src/paths.ts';
import { createPlanOperation } from '../src/execution/operation.ts';
import { compileStatement } from '../src/postgres/statement.ts';
console.log(await prepareDatabase(readBenchDatabase(process.env)));
const p = packagePaths();
const { schema, catalog } = createGatewaySchema(readSdl(p.schema), loadDoctrine(p.doctrine));
for (const [name, vars] of [['work-tree', {}], ['ledger-list', { first: 50 }]] as const) {
  const doc = parse(readFileSync(`operations/${name}.graphql`, 'utf8'));
  const plan = createPlanOperation(schema, catalog)(doc, doc.definitions[0] as never, vars);
  const root = [...plan.roots.values()][0]!.plan!;
  const s = compileStatement(root, vars, 'passthrough');
  console.log(name, root.isStatic, JSON.stringify(s.values)); console.log(s.text);
  writeFileSync(`/tmp/${name}.sql`, s.text); writeFileSync(`/tmp/${name}.json`, JSON.stringify(s.values));
}
