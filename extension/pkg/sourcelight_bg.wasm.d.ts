/* tslint:disable */
/* eslint-disable */
export const memory: WebAssembly.Memory;
export const __wbg_highlighting_free: (a: number, b: number) => void;
export const __wbg_pagetext_free: (a: number, b: number) => void;
export const highlighting_analysis: (a: number) => number;
export const highlighting_clear: (a: number) => void;
export const highlighting_focus: (a: number, b: number, c: number) => void;
export const highlighting_offsetAt: (a: number, b: number, c: number) => number;
export const highlighting_rangeOf: (a: number, b: number, c: number) => number;
export const pagetext_ofArticle: (a: number, b: number) => void;
export const pagetext_ofSelection: (a: number, b: number, c: number) => void;
export const pagetext_paint: (a: number, b: number, c: number) => void;
export const pagetext_parts: (a: number, b: number) => void;
export const pagetext_rangeOf: (a: number, b: number, c: number) => number;
export const pagetext_read: (a: number, b: number) => void;
export const paint: (a: number, b: number, c: number) => void;
export const readText: (a: number, b: number) => void;
export const start: () => void;
export const version: (a: number) => void;
export const __wbindgen_malloc: (a: number, b: number) => number;
export const __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
export const __wbindgen_free: (a: number, b: number, c: number) => void;
export const __wbindgen_exn_store: (a: number) => void;
export const __wbindgen_add_to_stack_pointer: (a: number) => number;
export const __wbindgen_start: () => void;
