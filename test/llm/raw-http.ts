import { request as open, type IncomingMessage } from 'node:http';

/** Requests with exactly the headers that a test wants, read as they come. */

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface RawOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Told each piece of the body; answers whether the client hangs up now. */
  readonly onPiece?: (piece: string) => boolean;
}

export function raw(url: string, { method = 'POST', headers = {}, body = '', onPiece }: RawOptions = {}): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const request = open(url, { method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (piece: Buffer) => {
        text += piece.toString();
        if (onPiece?.(piece.toString()) === true) request.destroy();
      });
      answer.on('error', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
