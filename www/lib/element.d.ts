import type { Analysis } from '../pkg/sourcelight.js';

/** One mark, by its place in an analysis: `analysis[list][index]`. */
export interface Mark {
    list: 'attributions' | 'entities' | 'quotes' | 'hedges';
    index: number;
}

/** What the element tells; each event bubbles, out of shadow trees too. */
export interface SourcelightEvents {
    /** The article has been read and marked; `analysis.notice` says why nothing is marked. */
    'sourcelight-marked': CustomEvent<{ analysis: Analysis; text: string }>;
    /** A mark has been clicked. `preventDefault()` keeps the card away. */
    'sourcelight-select': CustomEvent<{ mark: Mark; analysis: Analysis; text: string }>;
    /** The article could not be read; it stays as it is. `preventDefault()` keeps the console quiet. */
    'sourcelight-error': CustomEvent<{ error: unknown }>;
}

/** `<sourcelight-article>`: marks the article that stands inside it, in place, and follows its changes. */
export class SourcelightArticle extends HTMLElement {
    /** What was found; `null` before the first time. */
    readonly analysis: Analysis | null;
    /** The text that the offsets of `analysis` count in. */
    readonly text: string;
    /** Reads the article again, such as after a change of style that shows or hides a part of it. */
    update(): void;
    addEventListener<K extends keyof SourcelightEvents>(
        type: K,
        listener: (this: SourcelightArticle, event: SourcelightEvents[K]) => unknown,
        options?: boolean | AddEventListenerOptions,
    ): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Makes the element known to the page by this name, and by as many as are asked for; doing it again changes nothing. */
export function defineElement(name?: string): void;

declare global {
    interface HTMLElementTagNameMap {
        'sourcelight-article': SourcelightArticle;
    }
}
