#!/usr/bin/env node
/** The process: the only reader of `process`. */
import { runCommand } from './cli/run.ts';

const io = {
  env: process.env,
  cwd: process.cwd(),
  print: (line: string) => {
    process.stdout.write(`${line}\n`);
  },
  ...(process.stdout.isTTY && {
    redraw: (line: string) => {
      process.stdout.write(`\r\u001b[2K${line}`);
    },
  }),
  untilStopped: () =>
    new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

process.exitCode = await runCommand(process.argv.slice(2), io, (line) => {
  process.stderr.write(`${line}\n`);
});
