// Builds an article out of pasted text: headings, paragraphs, lists, block quotations, links and emphasis,
// as fresh elements. This is the one allow-list: nothing of the pasted markup itself enters the page.

import { make } from './dom.js';
import { policy } from './policy.js';

/** Elements that never hold an article's text. */
const SKIPPED = new Set([
  'AUDIO', 'BUTTON', 'CANVAS', 'EMBED', 'HEAD', 'IFRAME', 'IMG', 'INPUT', 'LINK', 'MATH', 'META', 'NOSCRIPT', 'OBJECT',
  'SCRIPT', 'SELECT', 'STYLE', 'SVG', 'TEMPLATE', 'TEXTAREA', 'VIDEO',
]);

/** Elements that start and end a paragraph of their own. */
const BLOCKS = new Set([
  'ADDRESS', 'ARTICLE', 'ASIDE', 'BODY', 'CAPTION', 'DD', 'DETAILS', 'DIV', 'DL', 'DT', 'FIGCAPTION', 'FIGURE',
  'FOOTER', 'FORM', 'HEADER', 'HR', 'LI', 'MAIN', 'NAV', 'P', 'PRE', 'SECTION', 'SUMMARY', 'TABLE', 'TD', 'TH', 'TR',
]);

/** What a link or an emphasis around it is dropped for: clipboards wrap whole articles. */
const ANY_BLOCK = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, section, article';

/** @typedef {'h1' | 'h2' | 'h3'} Heading */
/** @type {Record<string, Heading>} */
const HEADINGS = { H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' };

/** @typedef {'ul' | 'ol' | 'blockquote'} Container */
/** @type {Record<string, Container>} */
const CONTAINERS = { UL: 'ul', OL: 'ol', BLOCKQUOTE: 'blockquote' };

/** @type {Record<string, 'em' | 'strong'>} */
const EMPHASES = { EM: 'em', I: 'em', STRONG: 'strong', B: 'strong' };

/** Where a link may lead. */
const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** Letters in a line of a text that is broken to a width, as in mails and old text files. */
const WIDEST = 100;

/** A headline is one short line without a full stop. */
const HEADLINE_LENGTH = 140;
const SENTENCE_END = /[.!?…:;,]["'”’»)]*$/;

/** Inline styles and handlers, which the security policy would block one by one, with a message for each. */
const BLOCKED = /\s(?:style|on\w+)\s*=\s*("[^"]*"|'[^']*')/gi;

/**
 * The blocks of rich text, as a clipboard holds it.
 * @param {string} html
 * @returns {HTMLElement[]}
 */
export const blocksOfHtml = (html) => titled(blocksIn(parse(html)));

/**
 * The blocks of a parsed document's element, as they are in it.
 * @param {Node} node
 * @returns {HTMLElement[]}
 */
export function blocksIn(node) {
  const builder = new Builder();
  builder.walk(node);
  return builder.finish();
}

/**
 * The blocks of plain text: a paragraph a line, or up to an empty one where lines are broken to a width.
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function blocksOfText(text) {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim());
  const paragraphs = isBroken(lines) ? lines.join('\n').split(/\n{2,}/).map((paragraph) => paragraph.replaceAll('\n', ' ').trim()) : lines;
  return titled(paragraphs.filter((paragraph) => paragraph !== '').map((paragraph) => make('p', {}, paragraph)));
}

/** Whether lines end where a page is full rather than where a paragraph is: then many go on with a small letter. @param {string[]} lines */
function isBroken(lines) {
  const following = lines.filter((line, index) => line !== '' && (lines[index - 1] ?? '') !== '');
  const goOn = following.filter((line) => /^\p{Ll}/u.test(line));
  return following.length > 2 && goOn.length * 3 > following.length && lines.every((line) => line.length <= WIDEST);
}

/**
 * Makes the first block the title where it is a heading, or a headline and no heading follows.
 * @param {HTMLElement[]} blocks
 */
export function titled(blocks) {
  const [first, ...rest] = blocks;
  if (rest.length === 0) return blocks;
  const text = first.textContent ?? '';
  const isHeadline =
    first.tagName === 'P' &&
    text.length <= HEADLINE_LENGTH &&
    !SENTENCE_END.test(text) &&
    !rest.some((block) => block.tagName === 'H1');
  if (!isHeadline && !(first.tagName in HEADINGS)) return blocks;
  return [make('h1', {}, ...first.childNodes), ...rest];
}

/**
 * A body that is on no page, to be read only.
 * @param {string} html
 * @returns {HTMLElement}
 */
function parse(html) {
  const quiet = quieted(html);
  const { body } = document.implementation.createHTMLDocument('');
  if ('setHTML' in body) {
    const setHTML = /** @type {(html: string, options: object) => void} */ (body.setHTML);
    setHTML.call(body, quiet, { sanitizer: { removeElements: [...SKIPPED].map(lower), attributes: ['hidden', 'href'] } });
    return body;
  }
  return parsedApart(quiet).body;
}

/** Whose names and ids stand in for members of their form or document, such as `childNodes`. */
const NAMED = 'button, embed, fieldset, form, iframe, img, input, object, output, select, textarea';

/**
 * A document that is on no page, where nothing runs and nothing is fetched.
 * @param {string} html
 */
export function parsedApart(html) {
  const parsed = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  for (const element of Document.prototype.querySelectorAll.call(parsed, NAMED)) {
    for (const name of ['id', 'name']) Element.prototype.removeAttribute.call(element, name);
  }
  return parsed;
}

/**
 * Markup without what the security policy blocks; what a style hides is hidden otherwise.
 * @param {string} html
 */
export function quieted(html) {
  /** @param {string} style */
  const replacement = (style) => (/display:\s*none/i.test(style) ? ' hidden' : '');
  // Behind the last end of a tag there is no tag; to look for one there would take the square of the length.
  const end = html.lastIndexOf('>') + 1;
  return html.slice(0, end).replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(BLOCKED, replacement)) + html.slice(end);
}

/** Collects blocks while it walks a parsed document. */
class Builder {
  /** @type {HTMLElement[]} */
  #blocks = [];
  /** The list or block quotation that blocks go into at the moment. @type {HTMLElement | undefined} */
  #container;
  /** The block that text goes into at the moment. @type {HTMLElement | undefined} */
  #block;
  /** The block, or the link or emphasis in it, that text is appended to. @type {HTMLElement | undefined} */
  #inmost;
  /** Whether a space would be one too many: at the start of a block and after another space. */
  #isSpaced = true;

  /** @param {Node} node */
  walk(node) {
    for (const child of node.childNodes) {
      if (child instanceof Text) this.#addText(child.data);
      else if (child instanceof Element && isShown(child)) this.#element(child);
    }
  }

  /** @returns {HTMLElement[]} */
  finish() {
    this.#close();
    return this.#blocks.filter((block) => block.textContent !== '');
  }

  /** @param {Element} element */
  #element(element) {
    const tag = element.tagName.toUpperCase();
    if (tag === 'BR') this.#break();
    else if (tag in CONTAINERS) this.#inside(CONTAINERS[tag], element);
    else if (tag in HEADINGS) this.#ownBlock(HEADINGS[tag], element);
    else if (BLOCKS.has(tag)) this.#ownBlock(undefined, element);
    else if ((tag === 'A' || tag in EMPHASES) && !element.querySelector(ANY_BLOCK)) this.#inline(tag, element);
    else this.walk(element);
  }

  /** @param {Container} tag @param {Element} element */
  #inside(tag, element) {
    this.#close();
    const outer = this.#container;
    // A list in a list goes on with the same one.
    if (!outer) {
      this.#container = make(tag);
      this.#blocks.push(this.#container);
    }
    this.walk(element);
    this.#close();
    this.#container = outer;
  }

  /** @param {Heading | undefined} heading @param {Element} element */
  #ownBlock(heading, element) {
    this.#close();
    if (heading && !this.#container) this.#open(heading);
    this.walk(element);
    this.#close();
  }

  /** @param {string} tag @param {Element} element */
  #inline(tag, element) {
    const wrapper = tag === 'A' ? link(element) : make(EMPHASES[tag]);
    if (!wrapper || element.textContent?.trim() === '') return this.walk(element);
    const outer = this.#openInmost();
    outer.append(wrapper);
    this.#inmost = wrapper;
    this.walk(element);
    this.#inmost = outer;
  }

  /** One is a line end; a second one is the end of the paragraph. */
  #break() {
    if (this.#inmost?.lastChild instanceof HTMLBRElement) return this.#close();
    this.#inmost?.append(make('br'));
    this.#isSpaced = true;
  }

  /** @param {string} data */
  #addText(data) {
    let text = data.replace(/[ \t\n\f\r]+/g, ' ');
    if (this.#isSpaced) text = text.trimStart();
    if (text === '') return;
    this.#openInmost().append(text);
    this.#isSpaced = text.endsWith(' ');
  }

  #openInmost() {
    const isList = this.#container && this.#container.tagName !== 'BLOCKQUOTE';
    return this.#inmost ?? this.#open(isList ? 'li' : 'p');
  }

  /** @param {Heading | 'p' | 'li'} tag @returns {HTMLElement} */
  #open(tag) {
    this.#block = make(tag);
    this.#inmost = this.#block;
    if (this.#container) this.#container.append(this.#block);
    else this.#blocks.push(this.#block);
    return this.#block;
  }

  #close() {
    const block = this.#block;
    this.#block = undefined;
    this.#inmost = undefined;
    this.#isSpaced = true;
    if (!block) return;
    block.normalize();
    trimEnd(block);
    if (block.textContent?.trim() === '') block.remove();
  }
}

/** Takes spaces and line ends off the end of a block. @param {Node} node */
function trimEnd(node) {
  while (node.lastChild instanceof HTMLBRElement) node.lastChild.remove();
  const last = node.lastChild;
  if (last instanceof Text) last.data = last.data.trimEnd();
  else if (last) trimEnd(last);
}

/** @param {Element} element @returns {HTMLElement | undefined} */
function link(element) {
  const href = element.getAttribute('href') ?? '';
  if (!URL.canParse(href) || !PROTOCOLS.has(new URL(href).protocol)) return undefined;
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer' });
}

/** @param {Element} element */
const isShown = (element) => !SKIPPED.has(element.tagName.toUpperCase()) && !element.hasAttribute('hidden');

/** @param {string} name */
const lower = (name) => name.toLowerCase();
