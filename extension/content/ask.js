// Asks the background script, which has the engine and may do what a script in a page may not.

/**
 * @param {string} ask
 * @param {object} [details]
 * @returns {Promise<any>} fails where the extension was removed or reloaded meanwhile
 */
export async function ask(ask, details = {}) {
  const answer = await chrome.runtime.sendMessage({ ask, ...details });
  if (!answer) throw new Error('Sourcelight does not answer.');
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.result;
}
