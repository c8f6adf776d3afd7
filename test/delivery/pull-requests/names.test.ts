/** What a stranger calls a branch becomes a name of a host, a database and a folder, and nothing else. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOwnName, nameOf } from '../../../src/delivery/pull-requests/names.ts';

describe('the name of an environment', () => {
  it.each([
    ['feature/Pay-Later', 'pr-7-feature-pay-later'],
    ['Zürich/Ñandú', 'pr-7-zurich-nandu'],
    ['../../etc/passwd', 'pr-7-etc-passwd'],
    ['$(reboot); drop database odoo --', 'pr-7-reboot-drop-database-odoo'],
    ['--', 'pr-7'],
    ['支付', 'pr-7'],
    [`${'long-'.repeat(30)}end`, 'pr-7-long-long-long-long-long-long-long-long-long-long'],
  ])('of %j is %s', (branch, name) => {
    expect(nameOf(7, branch)).toBe(name);
  });

  it('is always one of ours, whatever the branch is called', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.string({ unit: 'binary' }), (number, branch) => {
        expect(isOwnName(nameOf(number, branch))).toBe(true);
      }),
    );
  });

  it.each(['odoo', 'pr-0', 'pr-1-', 'pr-1--a', 'pr-1-A', 'pr-1;drop', 'PR-1', `pr-1-${'a'.repeat(60)}`])(
    '%s is none',
    (name) => {
      expect(isOwnName(name)).toBe(false);
    },
  );
});
