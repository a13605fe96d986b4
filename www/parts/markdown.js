// The article in a Markdown file. What the library makes of it goes through the same allow-list as a paste.

import { blocksOfHtml } from '../blocks.js';
import { marked } from '../libraries/marked.js';

/** Lines between rules at the start, which tell programs about the text. */
const FRONT_MATTER = /^---\r?\n([^]*?)\r?\n(?:---|\.\.\.)\r?\n/;
const TITLE = /^title:\s*(["']?)(.+)\1\s*$/m;

/** Footnotes, which the library does not know: the numbers in the text, and what they stand for. */
const NOTE = /^\[\^[^[\]\s]+\]:.*(?:\r?\n(?:[ \t]+.*)?)*/gm;
const NOTE_NUMBER = /\[\^[^[\]\s]+\]/g;

/**
 * @param {string} source
 * @returns {HTMLElement[]}
 */
export function blocksOfMarkdown(source) {
  const [front = '', about = ''] = FRONT_MATTER.exec(source) ?? [];
  const text = source.slice(front.length).replace(NOTE, '').replace(NOTE_NUMBER, '');
  const title = TITLE.exec(about)?.[2];
  const heading = title && !/^#\s/m.test(text) ? `# ${title}\n\n` : '';
  return blocksOfHtml(marked.parse(heading + text, { async: false }));
}
