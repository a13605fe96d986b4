// What a page loads is watched: `cargo xtask dist` fails where a part outgrows its budget.

import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { report } from '../../xtask/dist/weight.mjs';

/** Bytes that no compression makes smaller. @param {number} kilobytes */
const heavy = (kilobytes) => randomBytes(kilobytes * 1000);

for (const [part, path, kilobytes, isWithin] of /** @type {[string, string, number, boolean][]} */ ([
  ['an ordinary page', 'index.html', 2, true],
  ['a heavy page', 'index.html', 4, false],
  ['heavy styles', 'assets/style-1234.css', 7, false],
  ['heavy scripts', 'assets/main-1234.js', 31, false],
  ['a heavy module', 'assets/sourcelight-1234.wasm', 966, false],
  ['what no visit loads', 'sourcelight.html', 2000, true],
  ['an optional part', 'assets/optional-1234.js', 59, true],
  ['the weights of the sharper reading', 'assets/sourcelight-1234.sharp', 5999, true],
  ['heavy weights', 'assets/sourcelight-1234.sharp', 6001, false],
  ['heavy optional parts', 'assets/optional-1234.js', 61, false],
])) {
  test(`${part} is ${isWithin ? 'within' : 'beyond'} its budget`, () => {
    const optional = new Set(['assets/optional-1234.js']);
    assert.equal(report(new Map([[path, heavy(kilobytes)]]), optional), isWithin);
  });
}
