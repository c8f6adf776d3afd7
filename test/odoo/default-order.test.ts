/** The check of default orders, while others write to Odoo. */
import { expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { checkAgainstOdoo } from '../../src/odoo/introspect/check.ts';
import { packagePaths } from '../../src/paths.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { createTestGateway } from '../support/gateway.ts';
import { readOwnSdl } from '../support/own-sdl.ts';

it('takes a record that comes between two looks for no other order', async () => {
  await using gateway = await createTestGateway();
  const call = gateway.sources.odoo as OdooCall;
  let looks = 0;
  const withOneLate: OdooCall = async (model, method, args) => {
    const answer = await call(model, method, args);
    if (model !== 'res.partner' || method !== 'search_read') return answer;
    looks += 1;
    return looks === 1 ? (answer as object[]).slice(1) : answer;
  };
  const report = await checkAgainstOdoo(withOneLate, {
    document: readSdl(packagePaths().schema),
    ...readOwnSdl(),
  });
  expect(report.drift).toEqual([]);
  expect(looks).toBeGreaterThan(2);
});
