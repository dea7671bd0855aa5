import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry of npm on a loopback port that has every package, with the wrong archive behind it. */
export interface NpmRegistry {
  readonly url: string;
  close(): Promise<void>;
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** `versions`: those that it has, by package. */
export async function startNpmRegistry(versions: Readonly<Record<string, readonly string[]>>): Promise<NpmRegistry> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    if (path.endsWith('.tgz')) return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('this is no archive');
    const name = path.slice(1);
    const known = versions[name] ?? [];
    const documents = known.map((version): [string, object] => [version, { name, version, dist: { tarball: `${addressOf(server)}${path}/-/${version}.tgz` } }]);
    response.writeHead(known.length > 0 ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify({ name, 'dist-tags': { latest: known.at(-1) }, 'versions': Object.fromEntries(documents) }));
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: addressOf(server),
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}
