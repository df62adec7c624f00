#!/usr/bin/env node
/**
 * The command's first lines. They use nothing that an old Node lacks, so that it can say what is wrong in one sentence instead of
 * stumbling over the first modern line of ours: everything else is imported only after the check.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 13)) {
  process.stderr.write(
    `neumann needs Node 22.13 or newer, and this is Node ${process.versions.node}: install a newer one from https://nodejs.org.\n`,
  );
  process.exitCode = 1;
} else {
  // Taken like this they load nothing that they do not need.
  const { enableCompileCache } = process.getBuiltinModule('node:module');
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  enableCompileCache();
  // The numbers lie in typed arrays, outside of the heap: room for new objects that grows to 48 MB gains no time and costs its memory.
  setFlagsFromString('--semi-space-growth-factor=1');
  const [{ main }, { failureText }] = await Promise.all([import('./main.ts'), import('./failure.ts')]);
  process.on('uncaughtException', (error) => {
    process.stderr.write(failureText(error, process.env));
    process.exit(1);
  });
  const code = await main(process.argv.slice(2));
  // A signal ends the work at once; otherwise what was begun may come to its end.
  if (code > 128) process.exit(code);
  process.exitCode = code;
}
