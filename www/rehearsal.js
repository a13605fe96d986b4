// What an engine reads before there is a reader's text: browsers compile what is called for the first time, and that is slow.

import { Document } from './pkg/sourcelight.js';

/** A little of all that articles are made of. */
export const REHEARSAL = `Critics say that Anna Berg, the minister of transport, will leave on Friday. “We may never know why,” she
told reporters in Paris, according to the Daily Post, adding: “It was ‘a bad year’.” Two officials, who spoke on condition
of anonymity, reportedly denied it; the bank’s spokesman, Mr. O’Brien, didn’t respond.

A 2023 study by the University of Leeds suggests that some 300 people could have been hurt, experts believe.`;

/** Reads it once, in a module that is ready. */
export function rehearse() {
  const read = new Document(REHEARSAL);
  const analysis = read.analysis();
  read.free();
  return analysis;
}
