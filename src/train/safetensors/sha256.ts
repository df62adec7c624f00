/**
 * SHA-256 (FIPS 180-4), synchronous and without dependencies, so that the browser, a worker and Node share one code path
 * (the platform's own is asynchronous, and absent on pages without TLS).
 */
const ROUNDS = 64;

/** The first 32 bits of the fractional parts of the roots of the first primes, as the standard defines its constants. */
function fractionalBits(count: number, root: (n: number) => number): Uint32Array<ArrayBuffer> {
  const bits = new Uint32Array(count);
  for (let candidate = 2, found = 0; found < count; candidate++) {
    if (isPrime(candidate)) bits[found++] = (root(candidate) % 1) * 2 ** 32;
  }
  return bits;
}

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return true;
}

/** Newton's iteration: only exact operations, so the constants are the same everywhere. */
function cubeRoot(n: number): number {
  let x = n / 3 + 1;
  for (let i = 0; i < 60; i++) x -= (x * x * x - n) / (3 * x * x);
  return x;
}

const K = fractionalBits(ROUNDS, cubeRoot);
const INITIAL = fractionalBits(8, Math.sqrt);

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** Message bytes with the standard's padding: a one bit, zeros, and the length in bits. */
function padded(bytes: Uint8Array, from: number): Uint8Array {
  const rest = bytes.length - from;
  const tail = new Uint8Array(Math.ceil((rest + 9) / 64) * 64);
  tail.set(bytes.subarray(from));
  tail[rest] = 0x80;
  const view = new DataView(tail.buffer);
  view.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(tail.length - 4, bytes.length << 3);
  return tail;
}

function expand(words: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let i = 0; i < 16; i++) {
    const at = offset + 4 * i;
    words[i] = (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  for (let i = 16; i < ROUNDS; i++) {
    const early = words[i - 15];
    const late = words[i - 2];
    const s0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const s1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = words[i - 16] + s0 + words[i - 7] + s1;
  }
}

function compress(hash: Uint32Array, words: Int32Array): void {
  let [a, b, c, d, e, f, g, h] = hash;
  for (let i = 0; i < ROUNDS; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + K[i] + words[i]) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
  }
  const parts = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) hash[i] = hash[i] + parts[i];
}

/** The digest of `bytes` in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  const hash = INITIAL.slice();
  const words = new Int32Array(ROUNDS);
  const whole = bytes.length - (bytes.length % 64);
  const tail = padded(bytes, whole);
  for (let at = 0; at < whole; at += 64) {
    expand(words, bytes, at);
    compress(hash, words);
  }
  for (let at = 0; at < tail.length; at += 64) {
    expand(words, tail, at);
    compress(hash, words);
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('');
}
