// From a file's bytes to its text: which encoding, or that it is no text at all.

/** What a file begins with that is no text, and what it is. @type {['pdf' | 'office' | 'rtf' | 'image', number[]][]} */
const SIGNATURES = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['office', [0x50, 0x4b, 0x03, 0x04]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
];

/** @type {[string, number[]][]} */
const BYTE_ORDER_MARKS = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Where a page says its encoding, and how. */
const DECLARED = /<meta[^>]*?charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)/i;
const DECLARED_WITHIN = 4096;

/** One control character in so many is too many for a text. */
const CONTROLS = /[\0-\x08\x0e-\x1a\x1c-\x1f]/g;
const RARE = 1000;

/** What is no text. @param {Uint8Array} bytes */
export const signature = (bytes) => SIGNATURES.find(([, start]) => startsWith(bytes, start))?.[0];

/**
 * The text of a file; `undefined` where it is none.
 * @param {Uint8Array} bytes
 * @returns {string | undefined}
 */
export function decode(bytes) {
  const label = BYTE_ORDER_MARKS.find(([, start]) => startsWith(bytes, start))?.[0] ?? wide(bytes) ?? declared(bytes);
  const text = label ? new TextDecoder(label).decode(bytes) : undeclared(bytes);
  const controls = text.match(CONTROLS)?.length ?? 0;
  return controls * RARE > text.length ? undefined : text;
}

/** @param {Uint8Array} bytes @param {number[]} start */
const startsWith = (bytes, start) => start.every((byte, index) => bytes[index] === byte);

/** UTF-16 without a mark: every other byte of a text in a Latin script is zero. @param {Uint8Array} bytes */
function wide(bytes) {
  const start = bytes.subarray(0, RARE);
  const zeros = [0, 0];
  start.forEach((byte, index) => (zeros[index % 2] += byte === 0 ? 1 : 0));
  const most = start.length / 2;
  if (zeros[1] > most * 0.7 && zeros[0] < most * 0.1) return 'utf-16le';
  if (zeros[0] > most * 0.7 && zeros[1] < most * 0.1) return 'utf-16be';
  return undefined;
}

/** The encoding that a page names, if browsers know it. @param {Uint8Array} bytes */
function declared(bytes) {
  const [, meta, xml] = DECLARED.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_WITHIN))) ?? [];
  try {
    const { encoding } = new TextDecoder(meta ?? xml ?? '');
    // What could be read here is not wide, and UTF-8 is looked at more closely than it is believed.
    return encoding.startsWith('utf-') ? undefined : encoding;
  } catch {
    return undefined;
  }
}

/** UTF-8, with a letter damaged here and there; where more is damaged than not, what Windows wrote before. @param {Uint8Array} bytes */
function undeclared(bytes) {
  const text = new TextDecoder().decode(bytes);
  const damaged = text.match(/\uFFFD/g)?.length ?? 0;
  const sound = text.match(/[^\0-\x7f\uFFFD]/g)?.length ?? 0;
  return damaged > sound ? new TextDecoder('windows-1252').decode(bytes) : text;
}
