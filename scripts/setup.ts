/**
 * Brings what only tests need and npm does not carry: a Chromium, in which golden runs and reports are checked. Installs Debian's with
 * apt-get where that may be done without a question; where it can't be, it says so, and the tests in a browser are skipped.
 */
import { findChromium } from './support/findChromium.ts';
import { run } from './support/run.ts';

/** What puts apt-get in a position to install: being root, sudo that asks nothing, or nothing does. */
function privilege(): string | undefined {
  if (!run('command -v apt-get').ok) return undefined;
  if (process.getuid?.() === 0) return '';
  return run('sudo -n true').ok ? 'sudo -n ' : undefined;
}

function install(prefix: string): boolean {
  const apt = `${prefix}env DEBIAN_FRONTEND=noninteractive apt-get -o Acquire::Retries=3 -y`;
  console.log('Installing Chromium with apt-get ...');
  run(`${apt} update`, { show: true });
  return run(`${apt} install --no-install-recommends chromium`, { show: true }).ok;
}

function setUp(): number {
  const present = findChromium();
  if (present !== undefined) {
    console.log(`Chromium: ${present}`);
    return 0;
  }
  const prefix = privilege();
  if (prefix === undefined) {
    console.log(
      'Chromium is missing, and installing it needs apt-get as root (or sudo without a password): tests in a browser will be skipped. ' +
        'Install Chromium or Chrome yourself, or set CHROMIUM_PATH to one.',
    );
    return 0;
  }
  if (install(prefix) && findChromium() !== undefined) return 0;
  console.error('apt-get could not install chromium; its messages are above.');
  return 1;
}

process.exitCode = setUp();
