import { setFlagsFromString } from 'node:v8';

/** What the bundle exports, one function for each file of dist/ that starts it: two bundles would carry everything twice. */

/**
 * A heap that grows in small steps: at 1,000 dbt models a quarter less memory at the peak for a tenth of the time. Both
 * flags are read whenever V8 sizes a generation, so that they may be set while it runs.
 */
function growSlowly(): void {
  for (const flag of ['--semi-space-growth-factor=1', '--heap-growing-percent=20']) setFlagsFromString(flag);
}

/** The command line. A reader that has seen enough (`| head`) ends it quietly. */
export async function cli(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  // check is waited for, and small
  if (process.argv[2] !== 'check') growSlowly();
  await import('./cli.js');
}

/** The step of a workflow. It ends when it is done, whatever connection is still open (an upload that got no answer). */
export async function action(): Promise<void> {
  growSlowly();
  const step = await import('./action.js');
  await step.action();
  process.stdout.write('', () => process.exit());
}
