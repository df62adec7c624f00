import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nodeFiles } from '../../src/cli/effects/files.ts';
import { NeumannError } from '../../src/errors.ts';
import { start, until } from './support/command.ts';
import { world, type World } from './support/world.ts';

let place: World;
beforeEach(() => void (place = world()));
afterEach(() => place.remove());

const at = (...path: string[]) => join(place.folder, ...path);
const all = () => readdirSync(place.folder, { recursive: true });

/** Until the command, run in this process, has said where it serves. */
async function served(running: Promise<unknown>, stdout: () => string): Promise<string> {
  void running.catch(() => {});
  await expect.poll(stdout).toContain('The studio is at');
  return /http:\S+\//.exec(stdout())![0];
}

describe('served', () => {
  test('on a free port, shown in the browser, until Ctrl-C', async () => {
    const said: string[] = [];
    const effects = {
      ...place.effects,
      stdout: { ...place.effects.stdout, write: (text: string) => void said.push(text) },
    };
    const { main } = await import('../../src/cli/main.ts');
    const running = main(['studio', '--port', '0'], effects);
    const address = await served(running, () => said.join(''));
    expect(place.opened).toEqual([address]);
    expect(await (await fetch(address)).text()).toContain('<title>Neumann studio</title>');
    place.signal('SIGINT');
    expect(await running).toBe(0);
    expect(said).toEqual([`The studio is at ${address} (Ctrl-C ends it).\n`]);
    await expect(fetch(address)).rejects.toThrow();
  });

  test('as a process of its own: --no-open, ended by a signal without a word', async () => {
    const started = start(place.folder, ['studio', '--no-open', '--port', '0']);
    let stdout = '';
    started.process.stdout!.on('data', (data: Buffer) => (stdout += data.toString()));
    await until(started, () => stdout.includes('http'));
    expect((await fetch(/http:\S+\//.exec(stdout)![0])).status).toBe(200);
    started.process.kill('SIGINT');
    expect(await started.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('a port that is taken gets a sentence', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as { port: number };
    const { code, stderr } = await place.run('studio', '--no-open', '--port', String(port));
    expect([code, stderr]).toEqual([
      1,
      `neumann: Port ${port} is taken by another program; choose another by --port, or leave it out to get a free one.\n`,
    ]);
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('--build', () => {
  test('writes a site with its policy, its list of files and its public address', async () => {
    const { code, stdout, stderr } = await place.run(
      'studio',
      '--build',
      'site',
      '--public-address',
      'https://example.org/studio',
    );
    expect([code, stdout, stderr]).toEqual([
      0,
      'The studio is in site; put the folder on any web server.\n',
      '',
    ]);
    const page = readFileSync(at('site/index.html'), 'utf8');
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'`,
    );
    expect(page).toContain('<meta name="neumann-public-address" content="https://example.org/studio" />');
    const { version, files } = JSON.parse(readFileSync(at('site/files.json'), 'utf8')) as {
      version: string;
      files: string[];
    };
    expect(page).toContain(`<meta name="neumann-offline" content="${version}" />`);
    const written = (readdirSync(at('site'), { recursive: true }) as string[]).filter(
      (path) => path !== 'assets',
    );
    expect([...files, 'files.json', 'service-worker.js'].sort()).toEqual(written.sort());
    expect(readdirSync(place.folder)).toEqual(['site']);
  });

  test('into an empty folder, and into the one that one stands in', async () => {
    mkdirSync(at('empty'));
    expect((await place.run('studio', '--build', 'empty')).code).toBe(0);
    expect(existsSync(at('empty/index.html'))).toBe(true);
  });

  test('a disk that fills up leaves nothing behind', async () => {
    place.remove();
    let written = 0;
    place = world({
      files: {
        draft(path) {
          if (++written > 5)
            throw new NeumannError('unwritable-file', `${path} cannot be written: the disk is full.`);
          return nodeFiles.draft(path);
        },
      },
    });
    const { code, stderr } = await place.run('studio', '--build', 'site');
    expect([code, stderr]).toEqual([1, expect.stringContaining('the disk is full')]);
    expect(all()).toEqual([]);
  });
});

describe('--single-file', () => {
  test('writes one page that asks for nothing', async () => {
    const { code, stdout } = await place.run(
      'studio',
      '--single-file',
      'studio.html',
      '--public-address',
      'https://example.org/',
    );
    expect([code, stdout]).toEqual([0, 'The studio is in studio.html; it opens in any browser.\n']);
    expect(all()).toEqual(['studio.html']);
    const head = readFileSync(at('studio.html'), 'utf8').split('<style>')[0];
    expect(head).toContain('<meta name="neumann-public-address" content="https://example.org/" />');
    expect(head).toMatch(/script-src 'sha256-[\w+/]+=*' 'wasm-unsafe-eval'/);
    expect(head).not.toMatch(/<script|<link/);
  });

  test('never over a file that is there', async () => {
    writeFileSync(at('studio.html'), 'mine');
    const { code, stderr } = await place.run('studio', '--single-file', 'studio.html');
    expect([code, stderr]).toEqual([
      1,
      'neumann: --single-file studio.html is there already; name a new file, or remove that one first.\n',
    ]);
    expect(readFileSync(at('studio.html'), 'utf8')).toBe('mine');
  });
});
