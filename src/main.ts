#!/usr/bin/env node
/** The process: the only reader of `process`. */
import * as nodeModule from 'node:module';
import { describeOldNode } from './node-version.ts';

const io = {
  env: process.env,
  cwd: process.cwd(),
  stdio: () => ({ input: process.stdin, output: process.stdout }),
  print: (line: string) => {
    process.stdout.write(`${line}\n`);
  },
  ...(process.stdout.isTTY && {
    redraw: (line: string) => {
      process.stdout.write(`\r\u001b[2K${line}`);
    },
  }),
  terminal: {
    stdout: process.stdout,
    stderr: process.stderr,
    isInteractive: process.stdin.isTTY === true,
    onSignal: (listener: (signal: NodeJS.Signals) => void) => {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      for (const signal of signals) process.on(signal, listener);
      return () => {
        for (const signal of signals) process.off(signal, listener);
      };
    },
  },
  untilStopped: () =>
    new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    }),
};

const say = (line: string) => {
  process.stderr.write(`${line}\n`);
};

const tooOld = describeOldNode(process.versions.node);
if (tooOld) {
  say(tooOld);
  process.exitCode = 1;
} else {
  // Half of a short command's time is to compile what it loads: Node keeps that from one command to the next.
  nodeModule.enableCompileCache();
  // Not at the top: an old Node would end with a stack of the first package that it cannot read.
  const { runCommand } = await import('./cli/run.ts');
  process.exitCode = await runCommand(process.argv.slice(2), io, say);
}
