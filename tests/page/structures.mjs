// Pieces of pages as there are many, for whatever marks text in them: when the marks go, each has to be what it was.
// All say the same kind of thing; what they are made of differs.

const SAID = 'Experts have suggested that Anna Berg would leave. “We know nothing,” the minister told reporters in Oslo.';
const MORE = 'Carl Dorn, a farmer, reportedly denied it on Monday.';

/**
 * `html` is put into an element; `prepare` makes of it what markup can't say, and gives the element to mark where it is
 * another one; `disturb` is what a script of the page does while the marks are there. Both are bodies of functions of `root`.
 * @type {Record<string, {html: string, prepare?: string, disturb?: string}>}
 */
export const structures = {
  paragraphs: { html: `<p>${SAID}</p><p>${MORE}</p>` },
  'text without an element': { html: `${SAID} ${MORE}` },
  'words in pieces': { html: '<p>Exp<b>er</b>ts <i>have <u>sugges</u></i>ted that An<span></span>na Berg would <a href="#x">leave</a>.</p>' },
  'a table': {
    html: `<table><caption>${MORE}</caption><thead><tr><th colspan="2">Who</th></tr></thead><tbody><tr><td>${SAID}</td><td rowspan="2">${MORE}</td></tr><tr><td>${SAID}</td></tr></tbody></table>`,
  },
  'lists in lists': { html: `<ol start="3"><li>${SAID}<ul><li>${MORE}</li><li><p>${SAID}</p></li></ul></li><li value="9">${MORE}</li></ol><dl><dt>Dorn</dt><dd>${MORE}</dd></dl>` },
  'quotations and headings': { html: `<h1>${MORE}</h1><blockquote cite="#q"><p>${SAID}</p><footer>— <cite>Carl Dorn</cite></footer></blockquote><q>${MORE}</q>` },
  'a text with line ends of its own': { html: `<pre>${SAID}\n\n  ${MORE}\n</pre><p style="white-space: pre-line">${SAID}\n${MORE}</p>` },
  'lines that are broken': { html: `<p>${SAID}<br>${MORE}<br><br>${SAID}<wbr>${MORE}</p>` },
  'comments and what is hidden': {
    html: `<!-- ${SAID} --><p>${SAID}<!-- x --> ${MORE}</p><p hidden>${SAID}</p><p style="display: none">${MORE}</p><template><p>${SAID}</p></template><script type="text/plain">${MORE}</script>`,
  },
  'fields of a form': {
    html: `<form><label>${MORE} <input value="${MORE}"></label><textarea>${SAID}</textarea><select><option>${MORE}</option></select><button>${MORE}</button></form><p>${SAID}</p>`,
    prepare: "root.querySelector('input').value = 'Typed by a reader.'; root.querySelector('textarea').value = 'Typed too.';",
  },
  'a part that can be edited': { html: `<div contenteditable="true"><p>${SAID}</p><div>${MORE}<br></div></div><p>${SAID}</p>` },
  'writing from right to left': { html: `<p dir="rtl">שלום: <bdi>${SAID}</bdi> עולם</p><p dir="auto">\u202e${MORE}\u202c <bdo dir="rtl">${SAID}</bdo></p>` },
  'emoji, marks and halves of pairs': { html: `<p>👩‍👩‍👧 Ame\u0301lie: ${SAID} 🇺🇦</p>`, prepare: "root.firstChild.append('\\ud83d Experts say so. \\udc00');" },
  'marks of its own': { html: `<p><mark class="mine">${SAID}</mark> <mark>${MORE}</mark></p><p class="sourcelight">${SAID}</p>` },
  'small print over the words': { html: `<p><ruby>Anna Berg<rt>the mayor</rt></ruby> told reporters that it was so.<sup><a href="#n">1</a></sup> ${SAID}</p>` },
  'what opens and shuts': { html: `<details><summary>${MORE}</summary><p>${SAID}</p></details><details open><summary>${MORE}</summary><p>${SAID}</p></details>` },
  'drawings and formulas': { html: `<p>${SAID}</p><svg viewBox="0 0 9 9"><title>${MORE}</title><text y="9">${SAID}</text></svg><math><mtext>${MORE}</mtext></math>` },
  'text nodes side by side, some empty': {
    html: '<p></p>',
    prepare: `const [p] = root.children; for (const piece of ['', 'Experts have sug', 'gested that An', '', 'na Berg would leave. ', '“We know', ' nothing,” she said.', '']) p.append(document.createTextNode(piece));`,
  },
  'a shadow root in it': {
    html: `<p>${SAID}</p><div class="host"><span>${MORE}</span></div>`,
    prepare: `const shadow = root.querySelector('.host').attachShadow({ mode: 'open' }); shadow.innerHTML = '<p>Critics say that it is so.</p><slot></slot>';`,
  },
  'the inside of a shadow root': {
    html: '<div></div>',
    prepare: `const shadow = root.firstChild.attachShadow({ mode: 'open' }); shadow.innerHTML = '<style>p { color: green }</style><div><p>${SAID}</p><p>${MORE}</p></div>'; return shadow.querySelector('div');`,
  },
  'a frame in it': { html: `<p>${SAID}</p><iframe srcdoc="<p>${MORE}</p>"></iframe><p>${MORE}</p>` },
  'the inside of a frame': {
    html: '<iframe></iframe>',
    prepare: `const frame = root.firstChild.contentDocument; frame.body.innerHTML = '<p>${SAID}</p><p>${MORE}</p>'; return frame.body;`,
  },
  'elements that do something': {
    html: `<c-quote>${SAID}</c-quote><p>${MORE}</p>`,
    prepare: `customElements.get('c-quote') ?? customElements.define('c-quote', class extends HTMLElement { connectedCallback() { this.dataset.times = String(Number(this.dataset.times ?? 0) + 1); } });`,
  },
  'a page that adds and takes away while it is marked': {
    html: `<p>${SAID}</p><p>${MORE}</p><p>${SAID}</p>`,
    disturb: `const [first, second] = root.querySelectorAll('p'); first.before(document.createElement('hr')); second.remove(); root.append(first.cloneNode(false));`,
  },
  'a page that turns its paragraphs round while it is marked': {
    html: `<p>${SAID}</p><p>${MORE}</p>`,
    disturb: `root.prepend(root.lastChild); root.firstChild.setAttribute('lang', 'en'); root.lastChild.className = 'late';`,
  },
  'a page that writes another text while it is marked': { html: `<p>${SAID}</p><p>${MORE}</p>`, disturb: `root.firstChild.textContent = 'Nothing is known.';` },
};
