/** An HTTP proxy in front of the real Odoo that lets a test stand between Odoo's commit and its answer's arrival. */
import { createTestServer, type TestServer } from './http-server.ts';

type Passing = 'pass' | 'lose' | Promise<'pass' | 'lose'>;
/** Told of each answer before it is passed on: what it answers to, and with which status. */
export type BeforeAnswer = (path: string, status: number) => Passing;

/** @param target Base address of the Odoo. @param beforeCall Told of each call before it is passed on. */
export function createOdooGate(
  target: string,
  beforeAnswer: BeforeAnswer,
  beforeCall: (path: string) => Passing = () => 'pass',
): Promise<TestServer> {
  return createTestServer(async ({ url = '/', method = 'POST', headers }, response, body) => {
    if ((await beforeCall(url)) === 'lose') return void response.destroy();
    const passed = ['content-type', 'authorization', 'x-odoo-database'].flatMap((name): [string, string][] =>
      typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
    );
    const answered = await fetch(new URL(url, target), { method, headers: passed, body });
    const text = await answered.text();
    if ((await beforeAnswer(url, answered.status)) === 'lose') return void response.destroy();
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(text);
  });
}
