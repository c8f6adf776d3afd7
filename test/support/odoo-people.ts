/** People of the Odoo of this run with keys of their own: the demo company's in the stand-in, made for the test in a real Odoo. */
import { randomBytes } from 'node:crypto';
import { toOdooDateTime } from '../../src/odoo/values.ts';
import type { TestGateway } from './gateway.ts';
import { makeOdooUser } from './odoo-user.ts';

/** A user of Odoo, and one key. */
export interface OdooPerson {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly company: string;
  readonly key: string;
  readonly expiresAt: Date | null;
  readonly expiresSoon: boolean;
  /** Deletes the key in Odoo. */
  readonly revoke: () => Promise<void>;
}

/** Two people, and more keys of a third. */
export interface OdooPeople extends AsyncDisposable {
  readonly maria: OdooPerson;
  readonly antonio: OdooPerson;
  /** One more person, whose key may be spoiled. */
  readonly spare: () => Promise<OdooPerson>;
}

/** Makes them. */
export async function createOdooPeople({ standIn }: Pick<TestGateway, 'standIn'>): Promise<OdooPeople> {
  if (!standIn) return createRealPeople();
  const person = (id: number, login: string, name: string, expiresInDays: number | null): OdooPerson => {
    const key = randomBytes(20).toString('hex');
    const expiresAt = expiresInDays === null ? null : inDays(expiresInDays);
    const text = expiresAt === null ? false : toOdooDateTime(expiresAt.toISOString());
    standIn.keys.add({ apiKey: key, userId: id, expiresAt: text });
    const company = 'Tala Trading & Services, Inc.';
    const expiresSoon = expiresInDays !== null && expiresInDays < 14;
    return { id, login, name, company, key, expiresAt, expiresSoon, revoke: async () => standIn.keys.remove(key) };
  };
  return {
    maria: person(9, 'maria.santos@tala.example', 'Maria Santos', null),
    antonio: person(10, 'antonio.reyes@tala.example', 'Antonio Reyes', 5),
    spare: async () => person(11, 'liza.mendoza@tala.example', 'Liza Mendoza', 40),
    [Symbol.asyncDispose]: async () => {},
  };
}

async function createRealPeople(): Promise<OdooPeople> {
  const made: Awaited<ReturnType<typeof makeOdooUser>>[] = [];
  const make = async (name: string, days: number) => {
    const user = await makeOdooUser(name, days);
    made.push(user);
    return { ...user, expiresSoon: days < 14 };
  };
  return {
    maria: await make('Maria Santos', 80),
    antonio: await make('Antonio Reyes', 5),
    spare: () => make('Liza Mendoza', 40),
    [Symbol.asyncDispose]: async () => {
      for (const user of made) await user.remove();
    },
  };
}

/** Whole seconds, as Odoo keeps them. */
function inDays(days: number): Date {
  return new Date(Math.floor((Date.now() + days * 86_400_000) / 1_000) * 1_000);
}
