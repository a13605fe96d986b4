// Ten structures that pages with articles have, around one text of our own. `Zebra` stands in whatever is no part of the
// article: nothing with that word may be marked.

/** The paragraphs of an article, each with somebody who says something. */
export const PARAGRAPHS = [
  'The minister Anna Berg told reporters on Tuesday that the ferry would sail in spring, after two years of repairs at the yard in Holm.',
  '“We are nearly done,” Berg said. “The people of the island have waited long enough.”',
  'Critics say that the costs have doubled, and experts have suggested that the trouble lies deeper than the ministry admits.',
  'According to the mayor, Jon Lund, the harbour will be ready in March. He announced that the school would open a week later.',
  'The union confirmed that forty sailors had signed their contracts, and denied that anybody had been left out.',
];

const TITLE = 'Island ferry to sail in spring, minister says';

const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');

const NAVIGATION = '<nav><ul><li><a href="#a">Home</a></li><li><a href="#b">Zebra news, officials said</a></li></ul></nav>';

const FOOTER = '<footer><p>Zebra Media is responsible for what it prints, its publisher said in a statement that stands on every page.</p></footer>';

const COMMENTS = `<section id="comments"><h2>Comments</h2>
  <div class="comment"><p>The Zebra told me yesterday that he had never believed a single word of what the ministry said about it.</p></div>
  <div class="comment"><p>Experts on Zebra Street say that all of this was known for years, and nobody at the yard has denied it.</p></div></section>`;

const RELATED = '<aside class="related"><h2>More on this</h2><p>Officials in Zebra Bay said on Monday that the bridge would stay closed for the rest of the year.</p></aside>';

const SHARE = '<div class="share-bar"><a href="#s">Share</a> <a href="#t">Zebra said: send it to a friend</a></div>';

const FIGURE = '<figure><img alt="" width="300" height="120"><figcaption>The harbour, where Zebra said on Monday that all was well. Photo: Zebra</figcaption></figure>';

/** @param {string} body @param {string} [head] @param {string} [attributes] of the element `html` */
const html = (body, head = '', attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>${TITLE} – The Holm Post</title>${head}</head><body>${body}</body></html>`;

/** Renders the article anew, as frameworks do: other elements with the same text. */
const RENDER = `<script>
  const paragraphs = ${JSON.stringify(PARAGRAPHS)};
  function render() {
    const article = document.createElement('div');
    article.className = 'css-1x9f';
    const title = document.createElement('h1');
    title.textContent = ${JSON.stringify(TITLE)};
    article.append(title, ...paragraphs.map((text) => {
      const block = document.createElement('div');
      block.className = 'css-7ab2';
      block.textContent = text;
      return block;
    }));
    document.querySelector('#root').replaceChildren(article);
  }
  render();
</script>`;

/** @type {Record<string, string>} */
export const STRUCTURES = {
  'a plain article': html(
    `<header>${NAVIGATION}</header><main><article><h1>${TITLE}</h1>${SHARE}${FIGURE}${paragraphs}${SHARE}</article>${RELATED}${COMMENTS}</main>${FOOTER}`,
  ),
  'an app that renders again': html(`${NAVIGATION}<div id="root"></div>${FOOTER}${RENDER}`),
  'an endless feed': html(`${NAVIGATION}<div class="feed"><article><h1>${TITLE}</h1>${paragraphs}</article></div>`),
  'an overlay over the article': html(
    `<div class="cookie-consent" role="dialog" style="position:fixed;inset:auto 0 0;padding:1em;background:#fff">
      <p>Zebra says that it needs your consent, and has confirmed that its partners store what you read on this page.</p><button>Accept</button></div>
     <main><h1>${TITLE}</h1>${paragraphs}</main>`,
  ),
  'a page for phones with elements of its own': html(
    `<amp-sidebar hidden><p>Zebra said that the menu is here, and the editors say that it will stay here for good.</p></amp-sidebar>
     <article class="amp-wp-article"><header><h1>${TITLE}</h1></header><amp-img width="300" height="100"></amp-img>
     <div class="amp-wp-article-content">${paragraphs}</div><amp-ad><p>Zebra says that its soap is better than what you had.</p></amp-ad></article>`,
    '<style>amp-img, amp-ad { display: block }</style>',
  ),
  'a layout of tables': html(
    `<table width="900"><tr><td colspan="2"><a href="#a">Home</a> | <a href="#b">Zebra said</a></td></tr><tr>
     <td width="160" valign="top"><a href="#c">Sport, Zebra said</a><br><a href="#d">Weather</a></td>
     <td valign="top"><font size="5"><b>${TITLE}</b></font><br><br>${PARAGRAPHS.join('<br><br>')}</td></tr></table>`,
  ),
  'a page from right to left': html(
    `${NAVIGATION}<main dir="ltr"><h1>${TITLE}</h1>${paragraphs}</main><div class="teasers"><p>Zebra said that there is more to read on the other side of this page.</p></div>`,
    '',
    'lang="he" dir="rtl"',
  ),
  'a view for printing': html(`<h1>${TITLE}</h1>${paragraphs}<hr><a href="#z">http://zebra.example/said</a>`),
  'a forum': html(
    `${NAVIGATION}<h1>${TITLE}</h1><div class="thread">${PARAGRAPHS.map(
      (text, at) => `<div class="post"><div class="author"><a href="#u">Zebra ${at}</a></div><div class="time">12:0${at}</div><div class="body">${text}</div></div>`,
    ).join('')}</div>`,
  ),
  'a live report': html(
    `<main><h1>${TITLE}</h1><div class="live-entries">${PARAGRAPHS.map(
      (text, at) => `<section><time>12:0${at}</time><h2>What is known at ${at}</h2><p>${text}</p></section>`,
    ).join('')}</div>${RELATED}</main>`,
  ),
  'a very long page': html(
    `${NAVIGATION}<main><article><h1>${TITLE}</h1>${Array.from({ length: 100 }, () => paragraphs).join('')}</article>${COMMENTS}</main>${FOOTER}`,
  ),
};

/** A policy that allows a page nothing but its own inline scripts. */
export const STRICT = { 'Content-Security-Policy': "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'" };
