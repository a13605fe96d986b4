// An article in an address: compressed behind the `#`, which a browser sends to nobody.

/** What the part behind the `#` begins with. */
const KEY = '#text=';

/** The longest address of this kind, in characters: what chat and mail programs pass on whole. */
const MAX_LENGTH = 16_000;

/** The longest text that is unpacked, in bytes: a small address could hold a huge one. */
const MAX_BYTES = 1_000_000;

/**
 * The address that carries a text; `undefined` where it would be too long.
 * @param {string} text
 * @param {string} page the address of the page
 * @returns {Promise<string | undefined>}
 */
export async function linkTo(text, page) {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const link = page.replace(/#.*$/s, '') + KEY + encode(bytes);
  return link.length <= MAX_LENGTH ? link : undefined;
}

/**
 * The text that an address carries; `undefined` where it carries none.
 * @param {string} hash the part behind the `#`, with it
 * @returns {Promise<string | undefined>}
 * @throws {Error} where the address is damaged
 */
export async function textOfLink(hash) {
  if (!hash.startsWith(KEY)) return undefined;
  try {
    const packed = new Blob([decode(hash.slice(KEY.length))]).stream();
    // gzip tells by its checksum whether a letter was changed or lost.
    return await read(packed.pipeThrough(new DecompressionStream('gzip')));
  } catch (error) {
    throw new Error('This link is damaged: a part of it was lost or changed on the way.', { cause: error });
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function read(stream) {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reader = stream.getReader();
  let text = '';
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.length;
    if (length > MAX_BYTES) throw new RangeError('too much text');
    text += decoder.decode(value, { stream: true });
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
