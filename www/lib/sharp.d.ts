/** Where the weights are, or what they are. */
export type Source = string | URL | Request | Response | BufferSource;

/**
 * Loads the sharper reading: from now on `analyze`, `highlight` and new documents find more, and take some 0.8 seconds for a
 * thousand words. `init` comes first. The option `engine: 'instant'` leaves it out.
 *
 * @param source where its weights are, or what they are; without it, they lie where the package has them
 * @throws Where they don't arrive, or are not those of this version. Then nothing has changed.
 */
export function loadSharp(source?: Source | Promise<Source>): Promise<void>;
