//! A text that is edited, with its analysis.
//!
//! What an edit can't change is not looked at again: each stage keeps what it has found, and takes the
//! paragraphs that are new and what depends on them. The analysis of a text that nobody edits is the
//! same thing with nothing kept.

use crate::analysis::{Analysis, Change, Notice, Profile};
use crate::attribution::{Edit, Marks, Reading};
use crate::text::{self, MAX_BYTES, Splice};
use crate::{Options, Sharp, attribution, entity, hedge, language, profile, quote, sharp};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A text and its analysis, which is at each moment what [`analyze_with`](crate::analyze_with) finds.
#[derive(Debug, Default)]
pub struct Document {
    text: String,
    options: Options,
    /// The weights of the sharper reading, where it reads.
    sharp: Option<Arc<Sharp>>,
    analysis: Analysis,
    known: Known,
}

/// What is kept of a text for the next edit.
#[derive(Debug, Default)]
struct Known {
    cut: text::Document<'static>,
    /// What the stages have found; nothing in a text that is not marked.
    stages: Option<Stages>,
}

/// What each stage keeps.
#[derive(Debug, Default)]
struct Stages {
    /// Whether the sharper reading had its say.
    is_sharp: bool,
    reading: attribution::KnownReading,
    memory: sharp::Memory,
    entities: entity::Known,
    hedges: hedge::Known,
    attributions: attribution::Known,
}

/// Why a text can't be edited so: the place is none in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditError {
    range: Range<usize>,
    length: usize,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Self { range: Range { start, end }, length } = self;
        write!(
            f,
            "the bytes {start} to {end} are no place in this text, which has {length}: give two character borders, in order"
        )
    }
}

impl std::error::Error for EditError {}

impl Document {
    /// Analyses `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self::with(text, Options::default())
    }

    /// As [`Document::new`], with options.
    #[must_use]
    pub fn with(text: &str, options: Options) -> Self {
        Self::in_stages(text, options, None, |_| ())
    }

    /// As [`Document::with`], with the sharper reading that these weights give.
    #[must_use]
    pub fn sharply(text: &str, options: Options, sharp: Arc<Sharp>) -> Self {
        let document = Self::in_stages(text, options, Some(&sharp), |_| ());
        Self { sharp: Some(sharp), ..document }
    }

    /// As [`Document::with`], with the sharper reading that `sharp` gives; calls `done` with the name of each stage
    /// that is over.
    pub(crate) fn in_stages(
        text: &str,
        options: Options,
        sharp: Option<&Sharp>,
        done: impl FnMut(&'static str),
    ) -> Self {
        let mut document = Self { text: text.to_owned(), options, ..Self::default() };
        document.update(Splice { start: 0, old_end: 0, new_end: text.len() }, sharp, done);
        document
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is found in it.
    #[must_use]
    pub const fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// What is found in it, without the text.
    #[must_use]
    pub fn into_analysis(self) -> Analysis {
        self.analysis
    }

    /// Puts `text` in place of the bytes `range`; how the analysis has changed by it.
    ///
    /// # Errors
    /// Where the range does not lie in the text, or cuts a character.
    pub fn edit(&mut self, range: Range<usize>, text: &str) -> Result<Change, EditError> {
        if self.text.get(range.clone()).is_none() {
            return Err(EditError { range, length: self.text.len() });
        }
        self.text.replace_range(range.clone(), text);
        let bytes = Splice { start: range.start, old_end: range.end, new_end: range.start + text.len() };
        let old = std::mem::take(&mut self.analysis);
        self.update(bytes, self.sharp.clone().as_deref(), |_| ());
        Ok(Change::new(&old, &self.analysis, bytes))
    }

    /// Analyses the text after a change of `bytes`.
    fn update(&mut self, bytes: Splice, sharp: Option<&Sharp>, mut done: impl FnMut(&'static str)) {
        let Known { cut, stages } = std::mem::take(&mut self.known);
        self.analysis = Analysis::default();
        if self.text.len() > MAX_BYTES {
            self.analysis.notice = Some(Notice::TooLong);
            return;
        }
        let (document, change) = cut.edited(&self.text, bytes);
        done("tokens and sentences");
        let sharp = sharp.filter(|_| document.tokens.len() <= Sharp::MOST);
        let stages = stages.filter(|stages| stages.is_sharp == sharp.is_some());
        let is_sample_same = stages.is_some() && change.tokens.start >= language::SAMPLE;
        let is_asked = !self.options.any_language && !is_sample_same;
        let notice = if is_asked { language::notice(&document) } else { None };
        let stages = if notice.is_some() {
            self.analysis.notice = notice;
            None
        } else {
            let change = if stages.is_some() { change } else { text::Change::everything(&document) };
            let mut stages = stages.unwrap_or_default();
            stages.is_sharp = sharp.is_some();
            self.analysis = stages.analysis(&document, &change, sharp, done);
            Some(stages)
        };
        self.known = Known { cut: document.without_text(), stages };
    }
}

impl Stages {
    /// Analyses `document`, in which `change` was made since the last time.
    fn analysis(
        &mut self,
        document: &text::Document,
        change: &text::Change,
        sharp: Option<&Sharp>,
        mut done: impl FnMut(&'static str),
    ) -> Analysis {
        let (reading, dirty) = Reading::edited(document, std::mem::take(&mut self.reading), change);
        done("language, word classes, quotes");
        let impression = sharp.map(|sharp| sharp.look(&reading, &mut self.memory));
        let mut seen = *change;
        if impression.is_some() {
            // It sees which words are quoted.
            seen = change.covering(document, &dirty.hull());
            done("sharper reading");
        }
        let impression = impression.as_ref();
        let (entities, renamed) = entity::find_entities(document, &mut self.entities, &seen, impression);
        done("entities");
        let hedges = self.hedges.edit(document, reading.classes(), &seen, impression);
        done("hedges");
        let attributions = attribution::find_attributions(
            &reading,
            Marks { entities: &entities, hedges: &hedges },
            &mut self.attributions,
            Edit { tokens: change.tokens, dirty },
            renamed,
            impression,
        );
        done("attributions");
        let mut analysis = Analysis {
            notice: None,
            sentences: document.sentences.iter().map(|sentence| document.span(sentence.clone())).collect(),
            quotes: quote::marks(document, reading.quotations(), &attributions),
            hedges,
            entities,
            attributions,
            profile: Profile::default(),
            corrections: Vec::new(),
        };
        analysis.profile = profile::profile(document, &analysis);
        self.reading = reading.into_known();
        done("marks and profile");
        analysis
    }
}
