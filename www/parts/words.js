// Every word that the optional parts show. Those of the page itself are in ../words.js.

export const keep = {
  restored: 'This is the text of your last visit, kept on this device.',
  forget: 'Forget it',
  forgotten: 'The text is forgotten on this device, and no text is kept any more. This page shows it until you leave.',
  failed:
    'The text can’t be kept on this device: the browser’s storage is full, or closed to this page. ' +
    'Nothing is lost on the page; it is not kept, and was switched off under Display.',
};

export const link = {
  damaged: 'This link is damaged: a part of it was lost or changed on the way. Ask for it again, or paste the article.',
  replaced: 'This is the article from the link.',
  back: 'Back to the one before',
};

export const files = {
  /** @param {string} name */
  empty: (name) => `“${name}” is empty, so the article stays as it is.`,
  /** @param {string} name @param {number} megabytes */
  large: (name, megabytes) => `“${name}” is larger than ${megabytes} MB. Copy the article out of it and paste it here.`,
  /** @param {string} name @param {string} [what] */
  binary: (name, what) =>
    `“${name}” is ${what ?? 'no text file'}. Sourcelight opens .txt, .md and .html files: copy the article out of it and paste it here.`,
  /** @param {string} name */
  unreadable: (name) => `“${name}” can’t be read: it may be a folder, or have been moved. The article stays as it is.`,
  /** @param {string} name */
  failed: (name) => `“${name}” could not be opened: what reads such files did not load or failed. The article stays as it is.`,
  /** @param {string} name @param {number} others */
  first: (name, others) =>
    `“${name}” was opened. ${others === 1 ? 'The other file was' : `The other ${others} files were`} left aside: one article at a time.`,
  kinds: { pdf: 'a PDF', office: 'an office document or archive', rtf: 'a rich text document', image: 'a picture' },
};

export const webPage = {
  source: 'This was the source of a web page: its main text was kept.',
  asText: 'Take it as plain text',
};
