//! A text with its tokens, sentences and paragraphs.

use super::{Change, Span, Splice, Surface, Token, TokenKind, paragraph, sentence, tokenize};
use std::ops::Range;

/// A text, cut up once for all later stages. Ranges below are ranges of [`Document::tokens`].
#[derive(Debug, Clone, Default)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// All tokens but white space, in order.
    pub tokens: Vec<Token>,
    /// The sentences, in order; together they hold every token.
    pub sentences: Vec<Range<usize>>,
    /// The paragraphs, in order, as ranges of [`Document::sentences`].
    pub paragraphs: Vec<Range<usize>>,
    /// How each token is written.
    surfaces: Vec<Surface>,
    /// Whether only an empty line ends a paragraph.
    is_wrapped: bool,
}

impl<'t> Document<'t> {
    /// Cuts up `text`.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let everything = Splice { start: 0, old_end: 0, new_end: text.len() };
        Document::default().edited(text, everything).0
    }

    /// The document of `text`, which differs from the one before in `bytes`, and what has changed by it.
    pub(crate) fn edited(self, text: &str, bytes: Splice) -> (Document<'_>, Change) {
        let is_wrapped = paragraph::is_hard_wrapped(text);
        let kept = if is_wrapped == self.is_wrapped { self.kept(bytes) } else { None };
        let count = self.paragraphs.len();
        let Range { start: first, end: last } = kept.unwrap_or(0..count);
        let (old_sentences, old_tokens) = (self.sentences_of(first..last), self.tokens_of(first..last));
        let begin = if first == 0 { 0 } else { self.begin(first) };
        let end = if last == count { text.len() } else { bytes.shift(self.begin(last)) };

        let Self { mut tokens, mut sentences, mut paragraphs, mut surfaces, .. } = self;
        let piece = &text[begin..end];
        let (mut new, lines) = paragraph::paragraphs(piece, &tokenize(piece), is_wrapped);
        let added = Splice {
            start: old_tokens.start,
            old_end: old_tokens.end,
            new_end: old_tokens.start + new.len(),
        };
        added.replace(&mut surfaces, new.iter().map(|token| Surface::new(piece, *token)));
        for token in &mut new {
            token.span = token.span.moved(0, begin);
        }
        added.replace(&mut tokens, new);
        for token in &mut tokens[added.new_end..] {
            token.span = token.span.moved(bytes.old_end, bytes.new_end);
        }
        let (mut cut, mut blocks) = (Vec::new(), Vec::new());
        for line in lines {
            let start = cut.len();
            sentence::split(text, &tokens, added.start + line.start..added.start + line.end, &mut cut);
            blocks.push(old_sentences.start + start..old_sentences.start + cut.len());
        }
        let change = Change {
            tokens: added,
            sentences: Splice {
                start: old_sentences.start,
                old_end: old_sentences.end,
                new_end: old_sentences.start + cut.len(),
            },
            paragraphs: Splice { start: first, old_end: last, new_end: first + blocks.len() },
        };
        sentences[old_sentences.end..]
            .iter_mut()
            .for_each(|sentence| *sentence = change.tokens.shift_range(sentence));
        change.sentences.replace(&mut sentences, cut);
        paragraphs[last..]
            .iter_mut()
            .for_each(|paragraph| *paragraph = change.sentences.shift_range(paragraph));
        change.paragraphs.replace(&mut paragraphs, blocks);
        (Document { text, tokens, sentences, paragraphs, surfaces, is_wrapped }, change)
    }

    /// The paragraphs that a change of `bytes` may change: what is before and behind them stays.
    ///
    /// Where white space at an end is changed, the paragraph beyond it may join. The first sentence of a
    /// paragraph may depend on the last token of the one before.
    fn kept(&self, bytes: Splice) -> Option<Range<usize>> {
        if self.paragraphs.is_empty() {
            return None;
        }
        let starts = |belongs: &dyn Fn(usize) -> bool| {
            self.paragraphs.partition_point(|paragraph| {
                belongs(self.tokens[self.sentences[paragraph.start].start].span.start as usize)
            })
        };
        let first = starts(&|start| start < bytes.start).saturating_sub(1);
        let last = starts(&|start| start <= bytes.old_end) + 1;
        Some(first..last.min(self.paragraphs.len()))
    }

    /// The byte at which a paragraph's first token begins.
    fn begin(&self, paragraph: usize) -> usize {
        let token = self.tokens_of(paragraph..paragraph).start;
        self.tokens.get(token).map_or(self.text.len(), |token| token.span.start as usize)
    }

    /// The sentences of some paragraphs.
    pub(crate) fn sentences_of(&self, paragraphs: Range<usize>) -> Range<usize> {
        let start =
            |at: usize| self.paragraphs.get(at).map_or(self.sentences.len(), |paragraph| paragraph.start);
        start(paragraphs.start)..start(paragraphs.end)
    }

    /// The tokens of some paragraphs.
    pub(crate) fn tokens_of(&self, paragraphs: Range<usize>) -> Range<usize> {
        let sentences = self.sentences_of(paragraphs);
        let start = |at: usize| self.sentences.get(at).map_or(self.tokens.len(), |sentence| sentence.start);
        start(sentences.start)..start(sentences.end)
    }

    /// Whether a paragraph begins with the token `at`.
    pub(crate) fn opens_paragraph(&self, at: usize) -> bool {
        let sentence = self.sentences.binary_search_by_key(&at, |sentence| sentence.start);
        sentence
            .is_ok_and(|it| self.paragraphs.binary_search_by_key(&it, |paragraph| paragraph.start).is_ok())
    }

    /// The index of the paragraph that holds the token `at`.
    pub(crate) fn paragraph_of(&self, at: usize) -> usize {
        let sentence = self.sentences.partition_point(|sentence| sentence.end <= at);
        self.paragraphs.partition_point(|paragraph| paragraph.end <= sentence)
    }

    /// Some paragraphs as a document of their own.
    pub(crate) fn excerpt(&self, paragraphs: Range<usize>) -> Self {
        let (sentences, tokens) = (self.sentences_of(paragraphs.clone()), self.tokens_of(paragraphs.clone()));
        let span = if tokens.is_empty() { Span::default() } else { self.span(tokens.clone()) };
        let token =
            |token: &Token| Token { span: token.span.moved(span.start as usize, 0), kind: token.kind };
        let moved = |range: &Range<usize>, by: usize| range.start - by..range.end - by;
        Self {
            text: span.of(self.text),
            tokens: self.tokens[tokens.clone()].iter().map(token).collect(),
            sentences: self.sentences[sentences.clone()].iter().map(|it| moved(it, tokens.start)).collect(),
            paragraphs: self.paragraphs[paragraphs].iter().map(|it| moved(it, sentences.start)).collect(),
            surfaces: self.surfaces[tokens].to_vec(),
            is_wrapped: self.is_wrapped,
        }
    }

    /// The same document without its text, which has changed.
    pub(crate) fn without_text(self) -> Document<'static> {
        let Self { tokens, sentences, paragraphs, surfaces, is_wrapped, .. } = self;
        Document { text: "", tokens, sentences, paragraphs, surfaces, is_wrapped }
    }

    /// How the token `at` is written; nothing where there is no such token.
    pub(crate) fn surface(&self, at: usize) -> &Surface {
        self.surfaces.get(at).unwrap_or(&Surface::NOTHING)
    }

    /// The text of the token `at`; empty where there is no such token.
    #[must_use]
    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// What the token `at` is made of, where there is one.
    #[must_use]
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether no white space stands before the token `at`.
    #[must_use]
    pub fn touches_previous(&self, at: usize) -> bool {
        at > 0 && self.tokens.get(at).is_some_and(|token| self.tokens[at - 1].span.end == token.span.start)
    }

    /// The tokens that share at least one byte with `span`.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.span.end <= span.start);
        let behind = self.tokens.partition_point(|token| token.span.start < span.end);
        first..behind.max(first)
    }

    /// The text's span from the first to the last token of `range`, which is not empty.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        self.tokens[range.start].span.cover(self.tokens[range.end - 1].span)
    }
}
