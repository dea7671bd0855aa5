import type { Connection, Submittable } from 'pg';
import { postgresValue } from './postgres-types.js';
import type { QueryValue } from './warehouse.js';

/** What the server or the socket says went wrong; `code` is an SQLSTATE or one of Node's. */
export interface PostgresFault {
  readonly code: string;
  readonly message: string;
}

export type StatementReply =
  | { readonly ok: true; readonly columns: readonly string[]; readonly rows: readonly (readonly QueryValue[])[]; readonly truncated: boolean; readonly bytes: number }
  | { readonly ok: false; readonly fault: PostgresFault };

export interface StatementLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: number;
}

/** Rows that are asked for at a time: what is read beyond the limits is at most this many. */
const batch = 64;

/**
 * One statement in the extended protocol, which takes no second one. It is parsed and described first, and runs only if it
 * returns columns: INSERT, COPY, SET and their like have none and never run. Without `limits` nothing runs at all.
 * Rows come in batches, so that a long answer is left unread.
 */
export class PostgresStatement implements Submittable {
  readonly done: Promise<StatementReply>;
  readonly #text: string;
  readonly #limits: StatementLimits | null;
  #resolve: (reply: StatementReply) => void = () => undefined;
  #connection: Connection | undefined;
  #fields: readonly Field[] = [];
  #rows: QueryValue[][] = [];
  #bytes = 0;
  #truncated = false;
  #fault: PostgresFault | undefined;

  constructor(text: string, limits: StatementLimits | null) {
    this.#text = text;
    this.#limits = limits;
    this.done = new Promise((resolve) => { this.#resolve = resolve; });
  }

  submit(connection: Connection): void {
    this.#connection = connection;
    // the protocol ends a text at the first of these
    if (this.#text.includes('\0')) {
      this.#fault = { code: '22021', message: 'it holds a NUL character' };
      connection.sync();
      return;
    }
    connection.once('noData', this.#onNoData);
    connection.parse({ name: '', text: this.#text, types: [] }, true);
    connection.describe({ type: 'S', name: '' }, true);
    connection.flush();
  }

  readonly #onNoData = (): void => {
    this.#fault ??= { code: '', message: 'the statement returns no columns' };
    this.#connection?.sync();
  };

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const connection = this.#connection;
    connection?.off('noData', this.#onNoData);
    this.#fields = fields;
    if (this.#limits === null) {
      connection?.sync();
      return;
    }
    connection?.bind({ values: [] }, true);
    this.#next();
  }

  #next(): void {
    const left = (this.#limits?.maxRows ?? 0) + 1 - this.#rows.length;
    this.#connection?.execute({ portal: '', rows: String(Math.max(1, Math.min(batch, left))) }, true);
    this.#connection?.flush();
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    if (this.#truncated || this.#limits === null) return;
    const size = fields.reduce((sum, value) => sum + (value === null ? 8 : Math.max(8, Buffer.byteLength(value))), 0);
    if (this.#rows.length >= this.#limits.maxRows || this.#bytes + size > this.#limits.maxBytes) {
      this.#truncated = true;
      return;
    }
    this.#bytes += size;
    this.#rows.push(fields.map((value, i) => (value === null ? null : postgresValue(this.#fields[i]?.dataTypeID ?? 0, value))));
  }

  handlePortalSuspended(): void {
    if (this.#truncated) this.#connection?.sync();
    else this.#next();
  }

  handleCommandComplete(): void {
    this.#connection?.sync();
  }

  handleEmptyQuery(): void {
    this.#connection?.sync();
  }

  handleReadyForQuery(): void {
    this.#connection?.off('noData', this.#onNoData);
    if (this.#fault) this.#resolve({ ok: false, fault: this.#fault });
    else this.#resolve({ ok: true, columns: this.#fields.map(({ name }) => name), rows: this.#rows, truncated: this.#truncated, bytes: this.#bytes });
  }

  /** Of the server: the connection lives, and answers once more after a sync. Of the socket: nothing comes any more. */
  handleError(error: Error & { readonly code?: string; readonly severity?: string }): void {
    const fault = { code: error.code ?? '', message: error.message };
    this.#connection?.off('noData', this.#onNoData);
    if (error.severity === undefined || this.#connection === undefined) {
      this.#resolve({ ok: false, fault: { code: fault.code === '' ? 'ECONNRESET' : fault.code, message: fault.message } });
      return;
    }
    this.#fault = fault;
    const connection = this.#connection;
    const answered = (): void => {
      connection.off('readyForQuery', answered).off('end', answered);
      this.#resolve({ ok: false, fault });
    };
    connection.on('readyForQuery', answered).on('end', answered);
    connection.sync();
  }

  handleCopyInResponse(connection: Connection & { sendCopyFail?(message: string): void }): void {
    connection.sendCopyFail?.('nothing is written here');
  }

  handleCopyData(): void {
    // a COPY never runs: it returns no columns
  }
}
