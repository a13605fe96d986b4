// Every word that the optional parts show. Those of the page itself are in ../words.js.

export const link = {
  damaged: 'This link is damaged: a part of it was lost or changed on the way. Ask for it again, or paste the article.',
  replaced: 'This is the article from the link.',
  back: 'Back to the one before',
};
