/** The line that a trial prints before its first product: who crashes afterwards does so in the library. */
export const LOADED = 'loaded';
