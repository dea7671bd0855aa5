/** What the bundle exports, one function for each file of dist/ that starts it: two bundles would carry everything twice. */

/** The command line. A reader that has seen enough (`| head`) ends it quietly. */
export async function cli(): Promise<void> {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  await import('./cli.js');
}

/** The step of a workflow. It ends when it is done, whatever connection is still open (an upload that got no answer). */
export async function action(): Promise<void> {
  const step = await import('./action.js');
  await step.action();
  process.stdout.write('', () => process.exit());
}
