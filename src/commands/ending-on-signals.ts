import { exitCodes } from '../report.js';

/**
 * Runs a command that starts children and has nothing to save: on SIGINT and SIGTERM this process ends with its exit handlers,
 * which end the children and remove their folders. Without it a signal ends it without them.
 */
export async function endingOnSignals<T>(run: () => Promise<T>): Promise<T> {
  const end = (signal: 'SIGINT' | 'SIGTERM'): void => process.exit(exitCodes[signal]);
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  try {
    return await run();
  } finally {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  }
}
