//! How well an article is sourced, as plain counts. They judge nothing: a hedge can be honest caution.

use super::{SourceType, Stance, Traceable};
use serde::{Deserialize, Serialize};

/// The counts of one article. Words are tokens that hold a letter or digit.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Profile {
    /// All words.
    pub words: u32,
    /// Words in the content of some attribution.
    pub attributed_words: u32,
    /// Words in quotations and quoted fragments.
    pub quoted_words: u32,
    /// All attributions.
    pub attributions: u32,
    /// Those that are hedged.
    pub hedged: u32,
    /// Attributions by whether their source can be traced.
    pub traceable: TraceableCounts,
    /// Attributions by the kind of their source.
    pub source_types: SourceTypeCounts,
    /// Attributions by what their cue commits to.
    pub stances: StanceCounts,
    /// Attributions that come [through](super::Attribution::through) somebody else; the others are first-hand.
    pub relayed: u32,
    /// The writer's own hedges: those outside quotations, outside contents, and outside cues that have a source.
    pub hedges: u32,
    /// The writer's own hedges per 100 words outside quotations and contents.
    #[serde(serialize_with = "super::rounded")]
    pub hedges_per_100: f32,
    /// Who is heard, by words, most first. Nobody speaks where there is no source, or a pronoun whose
    /// meaning is not known.
    pub voices: Vec<Voice>,
}

/// Attributions by whether their source can be traced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the count of the value of that name")]
pub struct TraceableCounts {
    pub yes: u32,
    pub partly: u32,
    pub no: u32,
}

/// Attributions by the kind of their source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the count of the value of that name")]
pub struct SourceTypeCounts {
    pub person: u32,
    pub organization: u32,
    pub official: u32,
    pub group: u32,
    pub document: u32,
    pub pronoun: u32,
    pub none: u32,
}

/// Attributions by the stance of their cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[expect(missing_docs, reason = "each is the count of the value of that name")]
pub struct StanceCounts {
    pub neutral: u32,
    pub hedged: u32,
    pub doubtful: u32,
    pub assertive: u32,
    pub negative: u32,
    pub intention: u32,
}

/// Somebody who is heard in the article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Voice {
    /// The name of the speaker; where none is known, the words of the source as they first stand.
    pub name: String,
    /// Whether it is a name.
    pub named: bool,
    /// How well it can be traced where it can be traced best.
    pub traceable: Traceable,
    /// What it is; of what has no name, what its first source is.
    pub source_type: SourceType,
    /// Its attributions, by index, in order.
    pub attributions: Vec<u32>,
    /// The words in their contents, each counted once.
    pub words: u32,
}

impl TraceableCounts {
    /// Counts one more.
    pub(crate) const fn add(&mut self, value: Traceable) {
        *match value {
            Traceable::Yes => &mut self.yes,
            Traceable::Partly => &mut self.partly,
            Traceable::No => &mut self.no,
        } += 1;
    }
}

impl SourceTypeCounts {
    /// Counts one more.
    pub(crate) const fn add(&mut self, value: SourceType) {
        *match value {
            SourceType::Person => &mut self.person,
            SourceType::Organization => &mut self.organization,
            SourceType::Official => &mut self.official,
            SourceType::Group => &mut self.group,
            SourceType::Document => &mut self.document,
            SourceType::Pronoun => &mut self.pronoun,
            SourceType::None => &mut self.none,
        } += 1;
    }
}

impl StanceCounts {
    /// Counts one more.
    pub(crate) const fn add(&mut self, value: Stance) {
        *match value {
            Stance::Neutral => &mut self.neutral,
            Stance::Hedged => &mut self.hedged,
            Stance::Doubtful => &mut self.doubtful,
            Stance::Assertive => &mut self.assertive,
            Stance::Negative => &mut self.negative,
            Stance::Intention => &mut self.intention,
        } += 1;
    }
}
