// What the reader has chosen, for all sites: kept in the extension's own storage, where no site can read it.

import { GROUPS } from '../www/groups.js';
import { KINDS } from '../www/settings.js';

/** @typedef {import('../www/groups.js').GroupId} GroupId */
/** `off`: the sites, by their names, where nothing is to be marked. @typedef {{kinds: GroupId[], off: string[]}} Choices */

/** @returns {Promise<Choices>} */
export async function choices() {
  const { kinds, off } = await chrome.storage.local.get(['kinds', 'off']);
  return {
    kinds: Array.isArray(kinds) ? GROUPS.filter((id) => kinds.includes(id)) : KINDS,
    off: Array.isArray(off) ? off.filter((site) => typeof site === 'string') : [],
  };
}

/** @param {GroupId[]} kinds */
export const keepKinds = (kinds) => chrome.storage.local.set({ kinds });

/** @param {string} site @param {boolean} isOff */
export async function keepOff(site, isOff) {
  const { off } = await choices();
  const others = off.filter((other) => other !== site);
  await chrome.storage.local.set({ off: isOff ? [...others, site] : others });
}
