/** Calls of SQL functions by name. */
import { describe, expect, it } from 'vitest';
import { callFunction } from '../../src/postgres/call-function.ts';

describe('a call of an SQL function', () => {
  it('names each argument, and is the same text whatever is given', () => {
    const text = 'select id from work.create_page(title => $1, space_id => $2) as id';
    expect(callFunction('work.create_page', { title: 'A', space_id: 'b' }, 'id')).toEqual({ text, values: ['A', 'b'] });
    expect(callFunction('work.create_page', { title: 'A', space_id: undefined }, 'id')).toEqual({
      text,
      values: ['A', null],
    });
  });

  it('answers columns of rows', () => {
    expect(callFunction('ops.tick', {}, 'run_id as id, created').text).toBe(
      'select run_id as id, created from ops.tick()',
    );
  });
});
