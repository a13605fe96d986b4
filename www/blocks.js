// Builds an article out of pasted text: headings, paragraphs, lists and block quotations, as fresh
// elements that hold text alone. Nothing of the pasted markup itself enters the page.

import { make } from './dom.js';

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

/** @type {Record<string, 'h1' | 'h2' | 'h3'>} */
const HEADINGS = { H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h3', H5: 'h3', H6: 'h3' };

/** A headline is one short line without a full stop. */
const HEADLINE_LENGTH = 140;

/** @typedef {{createHTML(html: string): string}} HtmlPolicy */
const { trustedTypes } =
  /** @type {{trustedTypes?: {createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy}}} */ (globalThis);

// The parser's result is only read, never put into the page.
const policy = trustedTypes?.createPolicy('sourcelight', { createHTML: (html) => html });

/** An inline style inside a tag; a clipboard has one on nearly every element. */
const STYLE = /\sstyle\s*=\s*("[^"]*"|'[^']*')/gi;

/**
 * The blocks of rich text, as a clipboard holds it.
 * @param {string} html
 * @returns {HTMLElement[]}
 */
export function blocksOfHtml(html) {
  const quiet = withoutStyles(html);
  const parsed = new DOMParser().parseFromString(policy?.createHTML(quiet) ?? quiet, 'text/html');
  const builder = new Builder();
  builder.walk(parsed.body);
  return builder.finish();
}

/**
 * The blocks of plain text: a paragraph a line, and a first line without a full stop as headline.
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function blocksOfText(text) {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const isHeadline =
      index === 0 && lines.length > 1 && line.length <= HEADLINE_LENGTH && !/[.!?…:;,]["'”’»)]*$/.test(line);
    return make(isHeadline ? 'h1' : 'p', {}, line);
  });
}

/** Collects blocks while it walks a parsed document. */
class Builder {
  /** @type {HTMLElement[]} */
  #blocks = [];
  /** The list or block quotation that blocks go into at the moment. @type {HTMLElement | undefined} */
  #container;
  /** The block that text goes into at the moment. @type {HTMLElement | undefined} */
  #block;

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
    if (tag === 'BR') this.#block?.append(make('br'));
    else if (tag === 'UL' || tag === 'OL') this.#inside('ul', element);
    else if (tag === 'BLOCKQUOTE') this.#inside('blockquote', element);
    else if (tag in HEADINGS) this.#ownBlock(HEADINGS[tag], element);
    else if (BLOCKS.has(tag)) this.#ownBlock(undefined, element);
    else this.walk(element);
  }

  /** @param {'ul' | 'blockquote'} tag @param {Element} element */
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

  /** @param {'h1' | 'h2' | 'h3' | undefined} heading @param {Element} element */
  #ownBlock(heading, element) {
    this.#close();
    if (heading && !this.#container) this.#open(heading);
    this.walk(element);
    this.#close();
  }

  /** @param {string} data */
  #addText(data) {
    const text = data.replace(/[ \t\n\f\r]+/g, ' ');
    if (!this.#block && text.trim() === '') return;
    const block = this.#block ?? this.#open(this.#container?.tagName === 'UL' ? 'li' : 'p');
    const last = block.lastChild;
    const joined = last instanceof Text && last.data.endsWith(' ') ? text.trimStart() : text;
    if (last instanceof Text) last.data += joined;
    else block.append(joined.trimStart());
  }

  /** @param {'h1' | 'h2' | 'h3' | 'p' | 'li'} tag @returns {HTMLElement} */
  #open(tag) {
    this.#block = make(tag);
    if (this.#container) this.#container.append(this.#block);
    else this.#blocks.push(this.#block);
    return this.#block;
  }

  #close() {
    const block = this.#block;
    this.#block = undefined;
    if (!block) return;
    while (block.lastChild instanceof HTMLBRElement) block.lastChild.remove();
    if (block.lastChild instanceof Text) block.lastChild.data = block.lastChild.data.trimEnd();
    if (block.textContent?.trim() === '') block.remove();
  }
}

/** @param {Element} element */
const isShown = (element) => !SKIPPED.has(element.tagName.toUpperCase()) && !element.hasAttribute('hidden');

/**
 * Takes inline styles out, which the page's security policy would block one by one, with a message
 * for each; what they hide stays hidden.
 * @param {string} html
 */
function withoutStyles(html) {
  /** @param {string} style */
  const replacement = (style) => (/display:\s*none/i.test(style) ? ' hidden' : '');
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(STYLE, replacement));
}
