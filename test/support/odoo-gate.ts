/** An HTTP proxy in front of the real Odoo that lets a test stand between Odoo's commit and its answer's arrival. */
import { createTestServer, type TestServer } from './http-server.ts';

/** Told of each answer before it is passed on: what it answers to, and with which status. */
export type BeforeAnswer = (path: string, status: number) => 'pass' | 'lose' | Promise<'pass' | 'lose'>;

/** @param target Base address of the Odoo. */
export function createOdooGate(target: string, beforeAnswer: BeforeAnswer): Promise<TestServer> {
  return createTestServer(async ({ url = '/', method = 'POST', headers }, response, body) => {
    const passed = ['content-type', 'authorization', 'x-odoo-database'].flatMap((name): [string, string][] =>
      typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
    );
    const answered = await fetch(new URL(url, target), { method, headers: passed, body });
    const text = await answered.text();
    if ((await beforeAnswer(url, answered.status)) === 'lose') return void response.destroy();
    response.writeHead(answered.status, { 'content-type': 'application/json' }).end(text);
  });
}
