// Whether a page is light or dark, by the colour of its text: what it says of itself is often left out.

/** @param {Element} element with text @returns {'light' | 'dark'} the ground that its text is made for */
export function schemeOf(element) {
  return lightness(getComputedStyle(element).color) > 0.55 ? 'dark' : 'light';
}

/** From 0 to 1, roughly. @param {string} color as computed styles give it */
function lightness(color) {
  const [a = 0, b = 0, c = 0] = Array.from(color.matchAll(/-?[\d.]+(?:e-?\d+)?/g), Number);
  if (/^(ok)?l(ab|ch)/.test(color)) return color.startsWith('ok') ? a : a / 100;
  const most = color.startsWith('rgb') ? 255 : 1;
  return (0.3 * a + 0.59 * b + 0.11 * c) / most;
}
