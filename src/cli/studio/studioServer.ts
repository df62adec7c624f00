import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { policy } from './policy.ts';
import { withMeta } from './withMeta.ts';

export interface StudioServer {
  readonly address: string;
  close(): Promise<void>;
}

/** With them the page may share memory between threads, and no other page may use its answers. */
const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

/**
 * Serves a built studio on 127.0.0.1, and to those alone who ask for it by a name of this machine: a page elsewhere whose name was made to
 * lead here (DNS rebinding) gets nothing. Rejects with the system's error where the port can't be had; 0 takes a free one.
 */
export async function studioServer(
  folder: string,
  { port, publicAddress }: { port: number; publicAddress?: string },
): Promise<StudioServer> {
  const page = withMeta(readFileSync(join(folder, 'index.html'), 'utf8'), {
    'neumann-public-address': publicAddress,
  });
  const files = sirv(folder, { etag: true, setHeaders: setCaching });
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (!isForUs(request, server))
      return refuse(response, 403, 'This server answers to 127.0.0.1 and localhost alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only GET and HEAD.');
    if (/^\/(index\.html)?(\?|$)/.test(request.url!)) return sendPage(request, response, page);
    files(request, response, () => refuse(response, 404, 'There is no such file.'));
  });
  await listening(server, port);
  return {
    address: `http://127.0.0.1:${portOf(server)}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function isForUs({ headers: { host } }: IncomingMessage, server: Server): boolean {
  const address = `http://${host}`;
  if (host === undefined || !URL.canParse(address)) return false;
  // Nothing but a name and a port. A port of 80 is left out, a name may be in capitals: both are seen to by the parser.
  const asked = new URL(address);
  if (asked.href !== `${asked.origin}/`) return false;
  return ['127.0.0.1', 'localhost', '[::1]'].some(
    (name) => asked.origin === new URL(`http://${name}:${portOf(server)}`).origin,
  );
}

/** Files named by their content never change; all else is asked for again each time. */
function setCaching(response: ServerResponse, path: string): void {
  const isHashed = path.startsWith('/assets/');
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

function sendPage({ method }: IncomingMessage, response: ServerResponse, page: string): void {
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(page),
    'Cache-Control': 'no-cache',
  });
  response.end(method === 'HEAD' ? undefined : page);
}

function refuse(response: ServerResponse, code: number, text: string): void {
  response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
