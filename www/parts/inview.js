// Which stretch of the text is in the window.

/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../reader.js').Reader} Reader */

/**
 * From the first to the last character in the window, by the place in the paragraphs that they stand in.
 * @param {Span[]} paragraphs in order, at least one
 * @param {Pick<Reader, 'rangeOf'>} reader
 * @param {number} [margin] of the window, above and below, in pixels
 * @returns {Span | undefined} `undefined` while no text is laid out
 */
export function inView(paragraphs, reader, margin = 0) {
  const from = offsetAt(-margin, paragraphs, reader);
  const to = offsetAt(window.innerHeight + margin, paragraphs, reader);
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** @param {number} y in the window @param {Span[]} paragraphs @param {Pick<Reader, 'rangeOf'>} reader */
function offsetAt(y, paragraphs, reader) {
  const boxOf = (/** @type {number} */ index) => reader.rangeOf(paragraphs[index])?.getBoundingClientRect();
  // The first paragraph that ends below; long articles have thousands.
  let [low, high] = [0, paragraphs.length - 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((boxOf(middle)?.bottom ?? 0) > y) high = middle;
    else low = middle + 1;
  }
  const box = boxOf(low);
  if (!box || box.height === 0) return undefined;
  const [start, end] = paragraphs[low];
  const share = Math.max(0, Math.min((y - box.top) / box.height, 1));
  return start + share * (end - start);
}
