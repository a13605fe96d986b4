// An article in an address: compressed behind the `#`, which a browser sends to nobody. One of its places
// may go along.

/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** An article as HTML, and where to go in it. @typedef {{html: string, place?: Span}} Shared */

/** The part behind the `#`. What a program cuts off at the end is missed by the checksum of the article. */
const FORM = /^#(?:at=(\d+)-(\d+)&)?article=(.*)$/s;

/** The longest address of this kind, in characters: what chat and mail programs pass on whole. */
export const MAX_LENGTH = 16_000;

/** The longest article that is unpacked, in bytes: a small address could hold a huge one. */
const MAX_BYTES = 1_000_000;

/**
 * The address that carries an article; `undefined` where it would be too long.
 * @param {Shared} shared
 * @param {string} page the address of the page
 * @returns {Promise<string | undefined>}
 */
export async function linkTo({ html, place }, page) {
  const packed = new Blob([html]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const at = place ? `at=${place.join('-')}&` : '';
  const link = `${page.replace(/#.*$/s, '')}#${at}article=${encode(bytes)}`;
  return link.length <= MAX_LENGTH ? link : undefined;
}

/**
 * The article that an address carries; `undefined` where it carries none.
 * @param {string} hash the part behind the `#`, with it
 * @returns {Promise<Shared | undefined>}
 * @throws {Error} where the address is damaged
 */
export async function readLink(hash) {
  const [, from, to, letters] = FORM.exec(hash) ?? [];
  if (letters === undefined) return undefined;
  try {
    const packed = new Blob([decode(letters)]).stream();
    // gzip tells by its checksum whether a letter was changed or lost.
    const html = await read(packed.pipeThrough(new DecompressionStream('gzip')));
    return { html, place: from === undefined ? undefined : [Number(from), Number(to)] };
  } catch (error) {
    throw new Error('This link is damaged: a part of it was lost or changed on the way.', { cause: error });
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function read(stream) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let html = '';
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return html + decoder.decode();
    length += value.length;
    if (length > MAX_BYTES) throw new RangeError('too much text');
    html += decoder.decode(value, { stream: true });
  }
}

/** Base64 with the letters that addresses take. @param {Uint8Array} bytes */
function encode(bytes) {
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} letters */
function decode(letters) {
  const bytes = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}
