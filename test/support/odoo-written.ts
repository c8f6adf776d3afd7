/** What the suite's writes leave in the real Odoo: found by their external ids, and removed again whatever happens. */
import { createJson2Call, type OdooCall } from '../../src/demo/record/call.ts';
import { stackVariable } from './stack.ts';

/** The records of one test file. */
export interface OdooWritten extends AsyncDisposable {
  /** As the administrator. */
  readonly admin: OdooCall;
  /** As the writer, past the agent: the other way to make the same record. */
  readonly writer: OdooCall;
  /** Ids of the records that a run has made. */
  readonly madeBy: (runId: string) => Promise<number[]>;
  /** Has a record of another origin removed in the end. */
  readonly own: (model: string, id: number) => void;
}

/** Opens nothing before the first call. */
export function openOdooWritten(): OdooWritten {
  const connect = (variable: string) =>
    createJson2Call({
      url: stackVariable('ODOO_URL'),
      apiKey: stackVariable(variable),
      database: stackVariable('ODOO_DB'),
    });
  const admin = connect('ODOO_ADMIN_API_KEY');
  const runs = new Set<string>();
  const others: (readonly [string, number])[] = [];
  const find = async (runId: string) => {
    const domain = [
      ['module', '=', 'tripoint'],
      ['name', '=', `run_${runId.replaceAll('-', '')}`],
    ];
    return (await admin('ir.model.data', 'search_read', { domain, fields: ['model', 'res_id'] })) as {
      model: string;
      res_id: number;
    }[];
  };
  return {
    admin,
    writer: connect('ODOO_WRITER_API_KEY'),
    madeBy: async (runId) => {
      runs.add(runId);
      return (await find(runId)).map(({ res_id }) => res_id);
    },
    own: (model, id) => void others.push([model, id]),
    [Symbol.asyncDispose]: async () => {
      const made = (await Promise.all([...runs].map(find))).flat().map(({ model, res_id }) => [model, res_id] as const);
      for (const [model, id] of [...made, ...others]) await remove(admin, model, id);
    },
  };
}

async function remove(admin: OdooCall, model: string, id: number): Promise<void> {
  const context = { active_test: false, force_delete: true };
  const found = (await admin(model, 'search', { domain: [['id', '=', id]], context })) as number[];
  if (found.length === 0) return;
  if (model === 'account.move') await admin(model, 'button_draft', { ids: [id] }).catch(() => {});
  if (model === 'res.partner') {
    const children = (await admin(model, 'search', { domain: [['parent_id', '=', id]], context })) as number[];
    if (children.length > 0) await admin(model, 'unlink', { ids: children, context });
  }
  await admin(model, 'unlink', { ids: [id], context });
}
