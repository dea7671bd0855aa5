// Runs a script of this repository under Node 24: node bin/with-node24.mjs SCRIPT [ARGUMENT...]
import { spawn } from 'node:child_process';
import { node24 } from './node24.mjs';

const child = spawn(node24(), process.argv.slice(2), { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => {
  if (signal) process.kill(process.pid, signal);
  else process.exit(code ?? 1);
});
