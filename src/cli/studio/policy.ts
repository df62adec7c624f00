/**
 * What the studio's page may do: run its own files and compile WebAssembly, and nothing else. Pictures that it makes itself are data or
 * blob addresses; nothing is ever fetched from elsewhere.
 */
const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** In the page itself, for hosts that send no headers of ours. */
export const policyInPage = directives.join('; ');

/** As a header it may also forbid frames. */
export const policy = [...directives, "frame-ancestors 'none'"].join('; ');
