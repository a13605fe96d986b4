// The whole article as a strip from top to bottom, with a lane each for what is attributed, quoted
// and hedged. Lanes are told apart by their place, not by colour alone. For the keyboard and for
// screen readers it is a slider that goes from paragraph to paragraph.

import { make } from '../dom.js';
import * as words from './words.js';
import { inView } from './inview.js';
import { lanes, lanesIn, paragraphs } from './lanes.js';

/** @typedef {import('../pkg/sourcelight.js').Analysis} Analysis */
/** @typedef {import('../pkg/sourcelight.js').Span} Span */
/** @typedef {import('../reader.js').Reader} Reader */

const SVG = 'http://www.w3.org/2000/svg';

/** The width of a lane and of the gap beside it, in the units of the picture. */
const LANE = 10;
const LANE_GAP = 1;

/** No piece is drawn shorter than this part of the whole, so that a single word can be seen. */
const SHORTEST = 1 / 120;

/**
 * @param {Analysis} analysis
 * @param {Reader} reader
 */
export function strip(analysis, reader) {
  const { text } = reader.state;
  const all = lanes(analysis);
  const places = paragraphs(text);
  const slider = make('div', {
    class: 'strip',
    role: 'slider',
    tabindex: '0',
    'aria-label': words.profile.strip,
    'aria-orientation': 'vertical',
    'aria-valuemin': '1',
    'aria-valuemax': String(places.length),
  });
  const marker = make('div', { class: 'marker' });
  slider.append(picture(text.length, all, places), marker);

  let at = 0;
  /** @param {number} index */
  const point = (index) => {
    at = Math.max(0, Math.min(index, places.length - 1));
    const touched = lanesIn(all, places[at]).map((lane) => words.profile.lanes[lane].toLowerCase());
    slider.setAttribute('aria-valuenow', String(at + 1));
    slider.setAttribute('aria-valuetext', words.profile.paragraph(at + 1, places.length, touched));
  };
  point(0);
  follow(slider, () => {
    const seen = inView(places, reader);
    marker.hidden = seen === undefined;
    if (!seen) return;
    marker.style.setProperty('--from', String(seen[0] / text.length));
    marker.style.setProperty('--to', String(seen[1] / text.length));
    // While keys move it, it says where they lead.
    if (document.activeElement !== slider) point(places.findIndex(([, end]) => end >= seen[0]));
  });

  slider.addEventListener('click', (event) => {
    const box = slider.getBoundingClientRect();
    const offset = ((event.clientY - box.top) / box.height) * text.length;
    point(places.findLastIndex(([start]) => start <= offset));
    goToSentence(offset, analysis, reader);
  });
  slider.addEventListener('keydown', (event) => {
    const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: Infinity }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    point(next);
    goToSentence(places[at][0], analysis, reader);
  });
  const heads = Object.values(words.profile.lanes).map((name) => make('span', {}, name));
  return make('div', { class: 'strip-frame' }, make('div', { class: 'lanes', 'aria-hidden': 'true' }, ...heads), slider);
}

/**
 * Calls `show` whenever the window may show another stretch of the article, as long as the picture is seen.
 * @param {HTMLElement} picture
 * @param {() => void} show
 */
function follow(picture, show) {
  const moved = () => {
    if (picture.checkVisibility()) show();
    else if (!picture.isConnected) document.removeEventListener('scroll', moved);
  };
  document.addEventListener('scroll', moved, { passive: true });
  // It comes into sight, or the window has another size.
  new ResizeObserver(moved).observe(picture);
}

/** @param {number} offset @param {Analysis} analysis @param {Reader} reader */
function goToSentence(offset, { sentences }, reader) {
  const sentence = sentences.find(([, end]) => offset < end) ?? sentences.at(-1);
  reader.select(null);
  if (sentence) reader.goTo([sentence]);
}

/** @param {number} length @param {Record<string, Span[]>} all @param {Span[]} places */
function picture(length, all, places) {
  const names = Object.keys(all);
  const width = names.length * (LANE + LANE_GAP) - LANE_GAP;
  const svg = draw('svg', { viewBox: `0 0 ${width} ${length}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  svg.append(draw('path', { class: 'paragraph', d: boxes(places, 0, width, 0) }));
  names.forEach((name, index) => {
    svg.append(draw('path', { class: name, d: boxes(all[name], index * (LANE + LANE_GAP), LANE, length * SHORTEST) }));
  });
  return svg;
}

/**
 * A box for each span, as one outline: long articles have thousands.
 * @param {Span[]} spans
 * @param {number} x
 * @param {number} width
 * @param {number} shortest
 */
const boxes = (spans, x, width, shortest) =>
  spans.map(([start, end]) => `M${x} ${start}h${width}v${Math.max(end - start, shortest)}h-${width}z`).join('');

/** @param {string} tag @param {Record<string, string>} attributes */
function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
