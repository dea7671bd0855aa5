import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** An HTTP proxy on a loopback port that opens tunnels. */
export interface Proxy {
  /** `127.0.0.1:port` */
  readonly address: string;
  /** `host:port` of every tunnel that was asked for. */
  readonly tunnels: readonly string[];
  /** `proxy-authorization` of each. */
  readonly credentials: readonly (string | undefined)[];
  close(): Promise<void>;
}

/** `refusal`: the status that it answers instead of opening a tunnel. */
export async function startProxy({ refusal }: { readonly refusal?: number } = {}): Promise<Proxy> {
  const tunnels: string[] = [];
  const credentials: (string | undefined)[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((_, response) => void response.writeHead(405).end());
  server.on('connection', (socket) => sockets.add(socket));
  server.on('connect', (request, socket: Socket) => {
    const target = request.url ?? '';
    tunnels.push(target);
    credentials.push(request.headers['proxy-authorization']);
    socket.on('error', () => undefined);
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal} No\r\ncontent-length: 0\r\n\r\n`);
    const [host = '', port = ''] = target.split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    sockets.add(upstream);
    upstream.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, credentials,
    close: () => new Promise((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => { resolve(); });
    }),
  };
}
