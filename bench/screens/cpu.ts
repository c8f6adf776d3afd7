/** CPU that processes have used, by the kernel's count in nanoseconds: a tick of `/proc/<pid>/stat` is longer than a request. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Milliseconds of CPU that processes have used since they began, all threads together. */
export function cpuMsOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + threadsOf(pid).reduce((ms, thread) => ms + cpuMsOfThread(thread), 0), 0);
}

/** The processes of the Odoo that listens here; none where it runs elsewhere, or does not name its port. */
export function odooPids(url: string): number[] {
  const { hostname, port } = new URL(url);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return [];
  return filesOf('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => isOdoo(readProc(join('/proc', pid, 'cmdline')).split('\0'), port))
    .map(Number);
}

function isOdoo(words: readonly string[], port: string): boolean {
  const isServer = words.slice(0, 2).some((word) => /^odoo(-bin)?$/.test(basename(word)));
  const at = words.findIndex((word) => word === '--http-port' || word === '-p');
  return isServer && at > 0 && words[at + 1] === port;
}

function threadsOf(pid: number): string[] {
  const folder = join('/proc', String(pid), 'task');
  return filesOf(folder).map((thread) => join(folder, thread, 'schedstat'));
}

function cpuMsOfThread(path: string): number {
  return Number(readProc(path).split(' ')[0] ?? 0) / 1e6;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Nothing where the process, or the thread, has ended. */
function readProc(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
