// The look of marks, put into the documents and shadow trees that have an article, and taken out with the last.

/** How many articles stand in each tree. @type {Map<DocumentOrShadowRoot, number>} */
const users = new Map();

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @type {Promise<void> | undefined} */
let loading;

/**
 * @param {DocumentOrShadowRoot} tree
 * @returns {Promise<void>} done once the look is in force, or can't be had: Safari may not draw marks again that were
 *   there before
 */
export function addMarkStyle(tree) {
  const count = users.get(tree) ?? 0;
  users.set(tree, count + 1);
  sheet ??= new CSSStyleSheet();
  if (count === 0) tree.adoptedStyleSheets = [...tree.adoptedStyleSheets, sheet];
  loading ??= fill(sheet).catch(console.error);
  return loading;
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

/** In a layer, so that whatever the page says itself counts more. @param {CSSStyleSheet} sheet */
async function fill(sheet) {
  const response = await fetch(new URL('../marks.css', import.meta.url));
  if (!response.ok) throw new Error(`The style sheet of the marks did not load: ${response.status}.`);
  await sheet.replace(`@layer sourcelight { ${await response.text()} }`);
}
