import type { Finding } from '../../finding.js';
import { tableText, type TableName } from '../evidence.js';

/** What SQLite says, without a stack trace. */
export function sqliteMessage(error: unknown): string {
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message).replaceAll(/\s+/g, ' ').trim();
}

export function refused(connection: string, why: string): Finding {
  return {
    severity: 'warning',
    code: 'query-refused',
    message: `A statement for the connection ${connection} was refused: ${why}.`,
    fix: 'Use one SELECT with built-in, read-only functions.',
  };
}

export function failed(connection: string, message: string): Finding {
  const missing = /^no such (table|column|function)/.test(message);
  return {
    severity: 'warning',
    code: 'query-failed',
    message: `A statement on the connection ${connection} failed: ${message}.`,
    fix: missing ? 'Use names that the scanned tables have.' : 'Correct the statement, or run it by hand to see what SQLite makes of it.',
  };
}

export function stopped(connection: string, timeoutMs: number): Finding {
  return {
    severity: 'warning',
    code: 'query-failed',
    message: `A statement on the connection ${connection} was stopped after ${timeoutMs} ms.`,
    fix: 'Narrow it with a WHERE clause, or allow more time.',
  };
}

/** `cause` is null where the engine answered without a row, which a whole file never does. */
export function unprofiled(connection: string, table: TableName, cause: Finding | null): Finding {
  return {
    severity: 'warning',
    code: 'query-failed',
    message: `${tableText(table)} of the connection ${connection} could not be profiled. ${cause?.message ?? 'It gave no answer.'}`,
    fix: cause?.fix ?? 'Check the database with PRAGMA integrity_check.',
  };
}

export function unreadable(connection: string, file: string, error: unknown): Finding {
  const why = sqliteMessage(error);
  const name = file.split(/[/\\]/).at(-1) ?? file;
  const fix = /lock|busy/i.test(why)
    ? 'Run when no other program writes to it, or read a copy.'
    : 'Open it with the sqlite3 shell to see what is wrong, and give this job a copy that is whole.';
  return { severity: 'error', code: 'source-unreadable', message: `The SQLite file ${name} of the connection ${connection} cannot be read: ${why}.`, fix };
}
