import { NeumannError } from '../../errors.ts';
import { defineCommand } from '../arguments/define.ts';
import { usageError } from '../arguments/parseArguments.ts';
import type { Effects } from '../effects/effects.ts';
import { systemCode } from '../effects/fileError.ts';
import { writeFile } from '../effects/files.ts';
import { placeOf } from '../effects/paths.ts';
import { studioPages } from '../studioPages.ts';
import type { StudioServer } from '../studio/studioServer.ts';

/** Always the same where it can be, so that the browser finds again what it kept for this address. Von Neumann was born in that year. */
const USUAL_PORT = 1903;

export const studio = defineCommand({
  name: 'studio',
  summary:
    'Opens the studio in the browser: training seen while it happens. It is served on this computer alone, and sends nothing anywhere; --build and --single-file write it down for others.',
  arguments: {},
  options: {
    port: {
      kind: 'integer',
      value: 'N',
      summary: `where to serve it: ${USUAL_PORT}, or a free port where that is taken`,
    },
    noOpen: { kind: 'flag', summary: 'only serve it, and say where' },
    build: {
      kind: 'text',
      value: 'DIR',
      summary: 'write a static site for any host, which works without a network once loaded',
    },
    singleFile: { kind: 'text', value: 'FILE', summary: 'write one HTML file that opens from disk' },
    publicAddress: {
      kind: 'text',
      value: 'URL',
      summary: 'where links that are made in it lead, such as the address of the site',
    },
  },
  examples: [
    'neumann studio',
    'neumann studio --build site --public-address https://example.org/studio/',
    'neumann studio --single-file studio.html',
  ],
  async run({ port, noOpen, build, singleFile, publicAddress: address }, effects) {
    const publicAddress = address === undefined ? undefined : checkedAddress(address);
    if (port !== undefined && (port < 0 || port > 65535))
      throw usageError('studio', `--port is ${port}; it must be from 0 (any free one) to 65535.`);
    const isWriting = build !== undefined || singleFile !== undefined;
    if (isWriting && port !== undefined)
      throw usageError(
        'studio',
        '--port serves the studio, --build and --single-file write it; leave one out.',
      );
    checkBuilt(effects);
    if (singleFile !== undefined) checkNewFile(singleFile, effects);
    if (build !== undefined) await buildSite(build, publicAddress, effects);
    if (singleFile !== undefined) await writeSingle(singleFile, publicAddress, effects);
    if (isWriting) return;
    return serve({ port, opens: !noOpen, publicAddress }, effects);
  },
});

function checkedAddress(text: string): string {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol) && url.hash === '') return url.href;
  throw usageError(
    'studio',
    `--public-address is '${text}'; it must be a whole address such as https://example.org/studio/.`,
  );
}

function checkBuilt({ files }: Effects): void {
  if (Object.values(studioPages).every((page) => files.exists(page))) return;
  throw new NeumannError(
    'studio',
    'The studio is not built in this copy of Neumann; run npm run build first.',
  );
}

async function buildSite(named: string, publicAddress: string | undefined, effects: Effects): Promise<void> {
  const { writeSite } = await import('../studio/writeSite.ts');
  writeSite({ from: studioPages.site, to: placeOf(effects, named), named, publicAddress }, effects.files);
  effects.stdout.write(`The studio is in ${named}; put the folder on any web server.\n`);
}

function checkNewFile(named: string, { files, ...effects }: Effects): void {
  if (!/\.html?$/i.test(named))
    throw usageError('studio', `--single-file is '${named}'; its ending must be .html.`);
  if (files.exists(placeOf(effects, named)))
    throw new NeumannError(
      'studio',
      `--single-file ${named} is there already; name a new file, or remove that one first.`,
    );
}

async function writeSingle(
  named: string,
  publicAddress: string | undefined,
  effects: Effects,
): Promise<void> {
  const { withMeta } = await import('../studio/withMeta.ts');
  const page = new TextDecoder().decode(effects.files.read(studioPages.single));
  const html = withMeta(page, { 'neumann-public-address': publicAddress });
  writeFile(effects.files, placeOf(effects, named), html);
  effects.stdout.write(`The studio is in ${named}; it opens in any browser.\n`);
}

interface Serving {
  readonly port: number | undefined;
  readonly opens: boolean;
  readonly publicAddress: string | undefined;
}

/** Until Ctrl-C, which is how it ends. */
async function serve({ port, opens, publicAddress }: Serving, effects: Effects): Promise<number> {
  const ended = new Promise<void>((resolve) => effects.onSignal(() => resolve()));
  const server = await start(port, publicAddress);
  effects.stdout.write(`The studio is at ${server.address} (Ctrl-C ends it).\n`);
  await effects.stdout.flush();
  if (opens) await effects.openBrowser(server.address);
  await ended;
  await server.close();
  return 0;
}

async function start(port: number | undefined, publicAddress: string | undefined): Promise<StudioServer> {
  const { studioServer } = await import('../studio/studioServer.ts');
  const listen = (at: number) => studioServer(studioPages.site, { port: at, publicAddress });
  try {
    return await listen(port ?? USUAL_PORT);
  } catch (error) {
    const code = systemCode(error);
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    if (port === undefined) return listen(0);
    const why = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
    throw new NeumannError(
      'port',
      `Port ${port} ${why}; choose another by --port, or leave it out to get a free one.`,
      { cause: error },
    );
  }
}
