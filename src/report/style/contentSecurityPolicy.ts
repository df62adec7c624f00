import { sha256 } from '../../train/index.ts';

/** Forbids everything but this one style sheet, which is known by its hash. */
export function contentSecurityPolicy(style: string): string {
  const digest = sha256(new TextEncoder().encode(style));
  const bytes = digest.match(/../g)!.map((pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return `default-src 'none'; style-src 'sha256-${btoa(bytes.join(''))}'; base-uri 'none'; form-action 'none'`;
}
