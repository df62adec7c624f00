import { local } from './local/store.ts';

const KEY = 'publicAddress';

/** Where links lead: what was chosen here; else what the server or the build wrote into the page; else where the page is. */
class PublicAddress {
  #chosen = $state(local.read(KEY));

  get usual(): string {
    const meta = document.querySelector<HTMLMetaElement>('meta[name="neumann-public-address"]');
    return meta?.content || location.href.replace(/#.*$/s, '');
  }
  get chosen(): string | null {
    return this.#chosen;
  }
  get value(): string {
    return this.#chosen ?? this.usual;
  }

  /** Null takes the usual one. */
  choose(address: string | null): void {
    this.#chosen = address;
    if (address === null) local.remove(KEY);
    else local.write(KEY, address);
  }

  linkTo(text: string): string {
    return `${this.value}#${text}`;
  }
}

export const publicAddress = new PublicAddress();

/** A whole address without a fragment, or null where a text is none. */
export function addressIn(text: string): string | null {
  const url = URL.parse(text.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  url.hash = '';
  return url.href.replace(/#$/, '');
}

/** Whether an address is of use on this computer alone. */
export function isOnThisComputer(address: string): boolean {
  const url = URL.parse(address);
  return !url || url.protocol === 'file:' || /^(localhost|127\..*|\[::1\])$/.test(url.hostname);
}
