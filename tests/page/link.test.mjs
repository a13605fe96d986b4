// Texts in addresses: what goes in comes out, and what was damaged says so.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkTo, textOfLink } from '../../www/link.js';

const PAGE = 'https://page.example/some/folder/?x=1#old';
const ARTICLE = '“We won’t sail,” 🎈 said Ana Hale.\r\n\r\n\tÜber 北京 <b>&amp;</b>\u{feff}';

test('a text comes back to the letter', async () => {
  for (const text of [ARTICLE, '', ' ', '\u{feff}x', 'The ferry was late. '.repeat(2000)]) {
    const link = await linkTo(text, PAGE);
    assert.ok(link?.startsWith('https://page.example/some/folder/?x=1#text='));
    assert.match(new URL(link).hash, /^#text=[\w-]+$/);
    assert.equal(await textOfLink(new URL(link).hash), text);
  }
});

test('a text that makes too long an address gets none', async () => {
  const noise = Array.from({ length: 30_000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('');
  assert.equal(await linkTo(noise, PAGE), undefined);
});

test('an address without a text is no damaged one', async () => {
  for (const hash of ['', '#', '#article', '#a=b']) assert.equal(await textOfLink(hash), undefined);
});

test('an address that lost or changed a letter says so', async () => {
  const { hash } = new URL(String(await linkTo(ARTICLE, PAGE)));
  const middle = Math.floor(hash.length / 2);
  const other = hash[middle] === 'A' ? 'B' : 'A';
  for (const damaged of [hash.slice(0, -8), hash.slice(0, middle), hash.slice(0, middle) + other + hash.slice(middle + 1), '#text=', '#text=%20', '#text=ÄÖ']) {
    await assert.rejects(textOfLink(damaged), /link is damaged/, damaged);
  }
});

test('a small address can not unpack to a huge text', async () => {
  const bomb = String(await linkTo('a'.repeat(5_000_000), PAGE));
  await assert.rejects(textOfLink(new URL(bomb).hash), /link is damaged/);
});
