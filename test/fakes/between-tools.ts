import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Between an agent and the server of its tools, on a loopback port: `/PORT/mcp` is the server at PORT. */
export interface Between {
  readonly port: number;
  close(): Promise<void>;
}

/** Lets everything through but the calls after the first one of a server: to the agent, that server is gone then. `silent`: takes connections and says nothing. */
export async function startBetween({ silent = false }: { readonly silent?: boolean } = {}): Promise<Between> {
  const called = new Set<string>();
  const server = createServer((request, response) => {
    if (silent) return;
    const [, port = '', path = ''] = /^\/(\d+)(.*)$/.exec(request.url ?? '') ?? [];
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      if (body.includes('"tools/call"')) {
        if (called.has(port)) return void response.destroy();
        called.add(port);
      }
      const onward = ask({ host: '127.0.0.1', port, path, method: request.method, headers: { ...request.headers, host: `127.0.0.1:${port}` } }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      onward.on('error', () => response.destroy());
      onward.end(body);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}
