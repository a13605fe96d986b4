// The article in a whole web page: the main text, without menus, advertisements and teasers, as Firefox's
// reader view finds it. The page is parsed where nothing runs and nothing is fetched.

import { blocksIn, parsedApart, quieted, titled } from '../blocks.js';
import { make } from '../dom.js';
import { Readability } from '../libraries/readability.js';
import { policy } from '../policy.js';

/** A style and its end. */
const STYLE = /<style\b[^]*?<\/style\s*>/gi;
const STYLE_END = /<\/style\s*>/gi;

/** A longer line is no author's. */
const LONGEST_BYLINE = 120;

/** A shorter heading is likelier a section's. */
const SHORTEST_HEADLINE = 10;

/**
 * @param {string} html the source of a page
 * @returns {HTMLElement[]}
 */
export function blocksOfPage(html) {
  const page = parsed(html);
  // What this program saved before: the article without what stands beside it.
  const own = page.querySelector('meta[name=generator][content^=Sourcelight]') && page.querySelector('article');
  if (own) return titled(blocksIn(own));
  const whole = /** @type {Document} */ (page.cloneNode(true));
  letBodyBeReset(page.body);
  const found = new Readability(page, { serializer: (node) => node }).parse();
  const blocks = found?.content ? blocksIn(found.content) : [];
  if (blocks.length === 0) return titled(blocksIn(whole.body));
  return titled([...headOf(headlineOf(whole, found?.title ?? ''), found?.byline ?? '', blocks), ...blocks]);
}

/** @param {string} html @returns {Document} */
function parsed(html) {
  const page = parsedApart(quieted(unstyled(html)));
  page.querySelectorAll('noscript, template').forEach((element) => element.remove());
  const address = addressOf(page);
  for (const link of page.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // It would lead to somewhere on this site.
    if (URL.canParse(href, address)) link.setAttribute('href', new URL(href, address).href);
    else link.removeAttribute('href');
  }
  return page;
}

/**
 * Markup without styles: the security policy blocks each, with a message, though no page is styled by it.
 * @param {string} html
 */
function unstyled(html) {
  const ends = Array.from(html.matchAll(STYLE_END), ({ 0: tag, index }) => index + tag.length);
  // Behind the last end there is no whole style; to look for one there would take the square of the length.
  const end = ends.at(-1) ?? 0;
  return html.slice(0, end).replace(STYLE, '') + html.slice(end);
}

/** Where the page says that it is from. @param {Document} page @returns {string | undefined} */
function addressOf(page) {
  const named = [
    page.querySelector('base[href]')?.getAttribute('href'),
    page.querySelector('link[rel=canonical]')?.getAttribute('href'),
    page.querySelector('meta[property="og:url"]')?.getAttribute('content'),
  ];
  page.querySelectorAll('base').forEach((element) => element.remove());
  return named.find((address) => /^https?:/i.test(address ?? '')) ?? undefined;
}

/**
 * Readability writes the body anew where it begins again, from a string, which takes the page's policy.
 * @param {HTMLElement} body
 */
function letBodyBeReset(body) {
  const { get, set } = /** @type {Required<PropertyDescriptor>} */ (Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML'));
  Object.defineProperty(body, 'innerHTML', {
    get: () => get.call(body),
    set: (html) => set.call(body, policy.createHTML(html)),
  });
}

/** The page's heading, where its title is that and the name of the site. @param {Document} page @param {string} title */
function headlineOf(page, title) {
  const headings = Array.from(page.querySelectorAll('h1'), lineOf).filter((heading) => heading.length >= SHORTEST_HEADLINE);
  return headings.find((heading) => title.includes(heading)) ?? line(title);
}

/**
 * The headline and the author's line, where the main text does not begin with them.
 * @param {string} headline
 * @param {string} byline
 * @param {HTMLElement[]} blocks
 * @returns {HTMLElement[]}
 */
function headOf(headline, byline, blocks) {
  if (/^H[1-6]$/.test(blocks[0].tagName) && lineOf(blocks[0]) === headline) blocks.shift();
  const author = line(byline);
  const isThere = blocks.slice(0, 3).some((block) => lineOf(block).includes(author));
  const isAuthor = !isThere && author.length <= LONGEST_BYLINE && !/^https?:/i.test(author);
  return [...(headline ? [make('h1', {}, headline)] : []), ...(isAuthor ? [make('p', {}, author)] : [])];
}

/** @param {string} text */
const line = (text) => text.replace(/\s+/g, ' ').trim();

/** @param {Element} element */
const lineOf = (element) => line(element.textContent ?? '');
