/**
 * Percent-encoding for the fragment of an address, no more than needed: what RFC 3986 lets stand there stands, except `&`, `=` and `+`
 * (which part pairs and stand for a space) and `%`. Letters beyond ASCII are encoded, for programs that find links in texts stop at them.
 */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^A-Za-z0-9\-._~!$'()*,;:@/? ]+/g, encodeAll)
    .replaceAll(' ', '+');

const encodeAll = (text: string): string =>
  encodeURIComponent(text).replace(/[&=+]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Throws a URIError where the encoding is broken. */
export const unescapeText = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));
