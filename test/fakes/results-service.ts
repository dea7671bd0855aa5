import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The results service and its blob storage on one loopback port, on the wire: Twirp in JSON, and Azure block blobs. */

export type Fault = 'create-500' | 'create-500-once' | 'create-409' | 'create-403' | 'create-hangs' | 'blob-500' | 'blob-403' | 'finalize-500-once' | 'finalize-409' | 'not-json' | 'create-refused';

export interface StoredArtifact {
  readonly name: string;
  readonly id: number;
  readonly zip: Buffer;
  readonly size: number;
  readonly sha256: string;
}

export interface ResultsService {
  readonly url: string;
  /** What the runner gives a step besides the rest. */
  readonly environment: Readonly<Record<string, string>>;
  readonly artifacts: readonly StoredArtifact[];
  /** `METHOD path` of every request. */
  readonly requests: readonly string[];
  /** What was wrong with requests, in words; a test expects none. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

const workflowRun = 'ce7f54c7-61c7-4aae-887f-30da475f5f1a';
const jobRun = 'ca395085-040a-526b-2ce8-bdc85f692774';
const scope = `Actions.Results:${workflowRun}:${jobRun}`;

function unsignedToken(): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ scp: `Actions.ExampleScope ${scope}`, exp: 4_102_444_800 })}.c2ln`;
}

export async function startResultsService(fault?: Fault): Promise<ResultsService> {
  const artifacts: StoredArtifact[] = [];
  const requests: string[] = [];
  const violations: string[] = [];
  const pending = new Map<string, { blocks: Map<string, Buffer>; blob: Buffer | undefined }>();
  const token = unsignedToken();
  let faulted = false;
  const once = (): boolean => !faulted && (faulted = true);
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', base());
      requests.push(`${request.method ?? ''} ${url.pathname}`);
      if (url.pathname.startsWith('/twirp/')) twirp(url, request, Buffer.concat(chunks), response);
      else blob(url, request, Buffer.concat(chunks), response);
    });
  });

  function twirp(url: URL, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    if (request.headers.authorization !== `Bearer ${token}`) violations.push('the runtime token was not sent as a bearer token');
    const method = url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
    const message = JSON.parse(body.toString('utf8')) as Readonly<Record<string, unknown>>;
    const name = String(message['name']);
    if (message['workflow_run_backend_id'] !== workflowRun || message['workflow_job_run_backend_id'] !== jobRun) violations.push(`${method} does not name the run and job of its token`);
    if (method === 'CreateArtifact') {
      if (fault === 'create-hangs') return;
      if (fault === 'not-json') return void response.writeHead(200).end('<html>proxy</html>');
      if (fault === 'create-500' || (fault === 'create-500-once' && once())) return reply(response, 500, { code: 'internal', msg: 'it broke' });
      if (fault === 'create-403') return reply(response, 403, { code: 'permission_denied', msg: 'no' });
      if (fault === 'create-refused') return reply(response, 200, { ok: false, signed_upload_url: '' });
      if (fault === 'create-409' || pending.has(name)) return reply(response, 409, { code: 'already_exists', msg: `an artifact with this name already exists on the workflow run` });
      if (message['version'] !== 7) violations.push(`artifact version ${String(message['version'])}`);
      pending.set(name, { blocks: new Map(), blob: undefined });
      return reply(response, 200, { ok: true, signed_upload_url: `${base()}/blobs/${encodeURIComponent(name)}?sig=signature-of-the-blob&se=2099` });
    }
    if (method === 'FinalizeArtifact') {
      if (fault === 'finalize-500-once' && once()) return reply(response, 500, { code: 'internal', msg: 'it broke' });
      if (fault === 'finalize-409') return reply(response, 409, { code: 'already_exists', msg: 'finalized before' });
      const zip = pending.get(name)?.blob;
      if (zip === undefined) {
        violations.push(`${name} was finalized before its blocks were committed`);
        return reply(response, 404, { code: 'not_found', msg: 'no blob' });
      }
      const sha256 = createHash('sha256').update(zip).digest('hex');
      if (Number(message['size']) !== zip.length) violations.push(`size ${String(message['size'])} for a blob of ${zip.length} bytes`);
      if (message['hash'] !== `sha256:${sha256}`) violations.push(`hash ${JSON.stringify(message['hash'])} for a blob of ${sha256}`);
      artifacts.push({ name, id: 101 + artifacts.length, zip, size: zip.length, sha256 });
      return reply(response, 200, { ok: true, artifact_id: String(100 + artifacts.length) });
    }
    violations.push(`unknown method ${method}`);
    return reply(response, 404, { code: 'bad_route', msg: 'no such method' });
  }

  function blob(url: URL, request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const upload = pending.get(decodeURIComponent(url.pathname.replace(/^\/blobs\//, '')));
    if (request.headers.authorization !== undefined) violations.push('a token was sent to blob storage');
    if (url.searchParams.get('sig') !== 'signature-of-the-blob') violations.push('the signed address was not used as given');
    if (fault === 'blob-500') return void response.writeHead(500, { 'x-ms-error-code': 'InternalError' }).end();
    if (fault === 'blob-403') return void response.writeHead(403, { 'x-ms-error-code': 'AuthenticationFailed' }).end();
    if (upload === undefined || request.method !== 'PUT') {
      violations.push(`${request.method ?? ''} ${url.pathname} before an artifact was created`);
      return void response.writeHead(404).end();
    }
    const headers = { etag: '"0x8D"', 'last-modified': 'Mon, 01 Jan 2024 00:00:00 GMT', 'x-ms-request-id': 'fake', 'x-ms-version': '2024-01-01' };
    if (url.searchParams.get('comp') === 'block') upload.blocks.set(url.searchParams.get('blockid') ?? '', body);
    else if (url.searchParams.get('comp') === 'blocklist') {
      const ids = [...body.toString('utf8').matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = '']) => id);
      upload.blob = Buffer.concat(ids.map((id) => upload.blocks.get(id) ?? Buffer.alloc(0)));
    } else upload.blob = body;
    response.writeHead(201, headers).end();
  }

  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: base(), environment: { ACTIONS_RESULTS_URL: `${base()}/`, ACTIONS_RUNTIME_TOKEN: token }, artifacts, requests, violations,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** Names and contents of a zip, read from its central directory. */
export async function readZip(zip: Buffer): Promise<Map<string, Buffer>> {
  const { inflateRawSync } = await import('node:zlib');
  const entries = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, nameLength, extra, comment, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32), zip.readUInt32LE(at + 42)];
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + packed);
    entries.set(zip.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + nameLength + extra + comment;
  }
  return entries;
}
