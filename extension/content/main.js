// What a click on the button runs in the page. The first one marks the article, the next takes every trace out.

import { Session } from './session.js';

/** Scripts of one extension share their globals in a page; the page's own scripts don't see them. */
const shared = /** @type {{sourcelight?: Session}} */ (globalThis);

if (shared.sourcelight) {
  shared.sourcelight.stop();
} else {
  const session = new Session(() => delete shared.sourcelight);
  shared.sourcelight = session;
  // The browser has just compiled all of this: the page shows a frame before it is searched.
  setTimeout(() => session.start());
}
