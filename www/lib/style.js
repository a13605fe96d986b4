// The look of marks, put into the documents and shadow trees that have an article, and taken out with the last.

/** How many articles stand in each tree. @type {Map<DocumentOrShadowRoot, number>} */
const users = new Map();

/** @type {CSSStyleSheet | undefined} */
let sheet;

/** @param {DocumentOrShadowRoot} tree */
export function addMarkStyle(tree) {
  const count = users.get(tree) ?? 0;
  users.set(tree, count + 1);
  if (count === 0) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, (sheet ??= markStyle())];
}

/** @param {DocumentOrShadowRoot} tree */
export function removeMarkStyle(tree) {
  const count = (users.get(tree) ?? 0) - 1;
  if (count > 0) {
    users.set(tree, count);
  } else {
    users.delete(tree);
    tree.adoptedStyleSheets = tree.adoptedStyleSheets.filter((other) => other !== sheet);
  }
}

/** In a layer, so that whatever the page says itself counts more. */
function markStyle() {
  const made = new CSSStyleSheet();
  fetch(new URL('../marks.css', import.meta.url))
    .then(async (response) => {
      if (!response.ok) throw new Error(`The style sheet of the marks did not load: ${response.status}.`);
      await made.replace(`@layer sourcelight { ${await response.text()} }`);
    })
    .catch(console.error);
  return made;
}
