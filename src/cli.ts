import { version } from './version.js';

/** Terminal and container entry: flags → command → exit code. Everything but --version is loaded when it is needed. */

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  const { main } = await import('./commands/main.js');
  const ask = process.argv[2] === 'setup' ? (await import('./commands/setup.js')).asker(process.stdin, process.stderr) : undefined;
  process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr, ...(ask ? { ask } : {}) });
}
