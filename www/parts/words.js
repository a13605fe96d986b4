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
