import { version } from './version.js';

/** Terminal and container entry: flags → command → exit code. Everything but --version is loaded when it is needed. */

const [first] = process.argv.slice(2);
if (first === '--version' || first === '-V') process.stdout.write(`${version}\n`);
else {
  const { main } = await import('./commands/main.js');
  process.exitCode = await main(process.argv.slice(2), { cwd: process.cwd(), environment: process.env, stdout: process.stdout, stderr: process.stderr });
}
