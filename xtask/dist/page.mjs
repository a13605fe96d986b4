// What the page's HTML file asks for, and the same file asking for something else.

/** An element of the head that names a file. */
const STYLE = /[ \t]*<link rel="stylesheet" href="([^"]+)">\n?/g;
const SCRIPT = /<script type="module" src="([^"]+)"><\/script>/g;
const OTHER = /<(?:img|link rel="icon")[^>]* (?:src|href)="([^":]+)"/g;
const POLICY = /(<meta http-equiv="Content-Security-Policy" content=")([^"]+)(">)/;

/** @param {string} html */
export function linksOf(html) {
  /** @param {RegExp} pattern */
  const all = (pattern) => [...new Set([...html.matchAll(pattern)].map((match) => match[1]))];
  return { scripts: all(SCRIPT), styles: all(STYLE), others: all(OTHER) };
}

/**
 * @param {string} html
 * @param {object} change
 * @param {Map<string, string>} change.replaced new addresses of files
 * @param {string} change.style the address of the style sheet in place of all
 * @param {string[]} change.extra further elements of the head
 * @param {(policy: string) => string} change.policy the security policy, changed
 */
export function headOf(html, { replaced, style, extra, policy }) {
  let result = html.replace(STYLE, '').replace(POLICY, (_, start, content, end) => `${start}${policy(content)}${end}`);
  for (const [name, address] of replaced) {
    result = result.replaceAll(`src="${name}"`, `src="${address}"`).replaceAll(`href="${name}"`, `href="${address}"`);
  }
  const head = [`<link rel="stylesheet" href="${style}">`, ...extra].map((element) => `    ${element}\n`).join('');
  return result.replace('  </head>', `${head}  </head>`);
}

/**
 * The page with everything inside.
 * @param {string} html
 * @param {object} parts
 * @param {string} parts.script
 * @param {string} parts.style
 * @param {Map<string, string>} parts.replaced
 * @param {string} parts.policy
 */
export function inlined(html, { script, style, replaced, policy }) {
  let result = html
    .replace(STYLE, '')
    .replace(SCRIPT, '')
    .replace(POLICY, (_, start, content, end) => `${start}${policy}${end}`);
  for (const [name, address] of replaced) {
    result = result.replaceAll(`src="${name}"`, `src="${address}"`).replaceAll(`href="${name}"`, `href="${address}"`);
  }
  return result
    .replace('  </head>', () => `    <style>${style}</style>\n  </head>`)
    .replace('  </body>', () => `    <script type="module">${script}</script>\n  </body>`);
}
