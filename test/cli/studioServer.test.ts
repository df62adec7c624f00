import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { studioServer, type StudioServer } from '../../src/cli/studio/studioServer.ts';

let folder: string;
let server: StudioServer;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'neumann-server-'));
  mkdirSync(join(folder, 'site/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site/index.html'), '<meta charset="utf-8" /><title>page</title>');
  writeFileSync(join(folder, 'site/assets/a-1234.js'), 'go()');
  writeFileSync(join(folder, 'site/icon.svg'), '<svg/>');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/.hidden'));
  server = await studioServer(join(folder, 'site'), { port: 0, publicAddress: 'https://example.org/?a&"b' });
  port = Number(new URL(server.address).port);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** As `path` stands, without a client's tidying up. */
const ask = (
  path: string,
  { method = 'GET', host = `127.0.0.1:${port}`, port: at = port } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: at, path, method, headers: { host } }, (response) => {
      let body = '';
      response.on('data', (data: Buffer) => (body += data.toString()));
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });

test('every answer isolates the page and lets it run nothing but its own files', async () => {
  for (const path of ['/', '/assets/a-1234.js', '/nowhere']) {
    const { headers } = await ask(path);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});

test('the page says where links lead, and is asked for anew; files named by their content stay', async () => {
  const page = await ask('/?x=1');
  expect(page.body).toContain(
    '<meta name="neumann-public-address" content="https://example.org/?a&amp;&quot;b" />',
  );
  expect(page.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
  });
  expect(await ask('/index.html')).toMatchObject({ status: 200, body: page.body });
  const script = await ask('/assets/a-1234.js');
  expect(script).toMatchObject({ status: 200, body: 'go()' });
  expect(script.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript',
  });
  expect((await ask('/icon.svg')).headers['cache-control']).toBe('no-cache');
});

describe('DNS rebinding', () => {
  test.each(['127.0.0.1', 'localhost', '[::1]'])('%s is this machine', async (name) => {
    expect((await ask('/', { host: `${name}:${port}` })).status).toBe(200);
  });

  test('its name in capitals too', async () => {
    expect((await ask('/', { host: `LocalHost:${port}` })).status).toBe(200);
  });

  test('whoever writes more than a name and a port is not', async () => {
    expect((await ask('/', { host: `evil@localhost:${port}` })).status).toBe(403);
    expect((await ask('/', { host: `localhost:${port}/evil` })).status).toBe(403);
  });

  test('port 80 goes without saying (skipped where it cannot be had)', async ({ skip }) => {
    const usual = await studioServer(join(folder, 'site'), { port: 80 }).catch(() => skip());
    const answers = await Promise.all(
      ['localhost', '127.0.0.1:80', 'LOCALHOST:80', 'evil.example'].map((host) =>
        ask('/', { host, port: 80 }),
      ),
    );
    await usual.close();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403]);
  });

  test.each(['evil.example', '127.0.0.1', 'localhost.evil.example', '127.0.0.1.nip.io', '0.0.0.0'])(
    '%s is not',
    async (name) => {
      const { status, body } = await ask('/assets/a-1234.js', {
        host: name.includes('0.0.0.0') ? `${name}:${port}` : name,
      });
      expect([status, body]).toEqual([403, 'This server answers to 127.0.0.1 and localhost alone.\n']);
    },
  );
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..\\secret.txt',
  '//etc/passwd',
  '/assets',
  '/assets/',
  '/.hidden',
  '/%00',
  '/%E0%A4%A',
])('nothing but its files: %s', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body]).toEqual([404, 'There is no such file.\n']);
});

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s is not for it', async (method) => {
  expect((await ask('/', { method })).status).toBe(405);
});

test('HEAD has no body', async () => {
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

/** What comes back for bytes that no client of ours would send. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (data) => (answer += data.toString())).on('close', () => resolve(answer));
  });

test('who names no host gets nothing; rubbish does not end it', async () => {
  expect(await raw('GET /assets/a-1234.js HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
  expect(await raw('rubbish\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect((await ask('/')).status).toBe(200);
});
