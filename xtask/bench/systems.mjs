// The systems that run in Node.js, each behind the same face: read a text, say what was found.

import { readFile } from 'node:fs/promises';

const root = new URL('../../', import.meta.url);

/** @typedef {{read: (text: string) => unknown, found: (text: string) => string[], must: RegExp[], memory?: () => number}} System */

/** @type {Record<string, () => Promise<System>>} */
export const systems = {
  async sourcelight() {
    const { initSync, analyze } = await import(new URL('www/pkg/sourcelight.js', root).href);
    const wasm = new WebAssembly.Module(await readFile(process.env.SOURCELIGHT_WASM ?? ''));
    const { memory } = initSync({ module: wasm });
    return {
      read: (text) => analyze(text),
      found(text) {
        const { attributions, entities, quotes } = analyze(text);
        const of = (/** @type {[number, number][]} */ spans) => spans.map((span) => text.slice(...span)).join(' ');
        return [
          ...attributions.map((/** @type {any} */ it) => `${of(it.source)} | ${of(it.cue)} | ${of(it.content)}`),
          ...entities.map((/** @type {any} */ it) => `${it.kind}: ${it.name}`),
          ...quotes.map((/** @type {any} */ it) => text.slice(it.start, it.end)),
        ];
      },
      must: [/Ingrid Solheim \| told reporters/, /Experts \| have suggested \| (that )?40/, /person: Ingrid Solheim/, /^“It cost/],
      memory: () => memory.buffer.byteLength,
    };
  },
  async compromise() {
    const { default: nlp } = await import('compromise');
    const read = (/** @type {string} */ text) => {
      const doc = nlp(text);
      return [doc.people(), doc.places(), doc.organizations(), doc.quotations()].flatMap((view) => view.out('array'));
    };
    return { read, found: read, must: [/Ingrid Solheim/, /It cost/] };
  },
  async 'wink-nlp'() {
    const { default: winkNLP } = await import('wink-nlp');
    const { default: model } = await import('wink-eng-lite-web-model');
    const nlp = winkNLP(model);
    const read = (/** @type {string} */ text) => {
      const doc = nlp.readDoc(text);
      return [doc.sentences().out(), doc.entities().out()].flat();
    };
    return { read, found: read, must: [/\$3 million/, /40 percent/] };
  },
};
