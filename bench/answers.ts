/** Whether all contestants answer the same data. */
import { deepStrictEqual } from 'node:assert';
import type { BenchRequest } from './workloads.ts';

/** One contestant's answer to one workload. */
export interface Answer {
  readonly data: unknown;
  /** Length of the body as sent. */
  readonly bytes: number;
}

/** Asks once. @throws Error where the answer is not 200, or carries errors. */
export async function ask(origin: string, { method, path, headers, body }: BenchRequest): Promise<Answer> {
  const response = await fetch(`${origin}${path}`, { method, headers, ...(method === 'POST' && { body }) });
  const bytes = Buffer.from(await response.arrayBuffer());
  const text = bytes.toString('utf8');
  const answer = JSON.parse(text) as { data?: unknown; errors?: unknown };
  if (response.status !== 200 || answer.errors)
    throw new Error(`${origin}${path} answers ${response.status}: ${text.slice(0, 1_000)}`);
  return { data: normalise(answer.data), bytes: bytes.length };
}

/** @throws AssertionError that shows the first differences. */
export function assertSame(expected: Answer, actual: Answer, message: string): void {
  try {
    deepStrictEqual(actual.data, expected.data);
  } catch (error) {
    throw new Error(`${message}\n${error instanceof Error ? error.message : String(error)}`);
  }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

/** A moment can be written in several ways; everything else has to be equal as it stands. */
function normalise(value: unknown): unknown {
  if (typeof value === 'string') return TIME.test(value) ? new Date(value).toISOString() : value;
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, nested]) => [key, normalise(nested)]));
}
