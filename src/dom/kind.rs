//! What a mark shows, and under which name the page's style sheet finds it.

/// The kinds of marks. Later ones lie over earlier ones. The faint ones are of doubtful attributions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    ContentFaint,
    Content,
    ContentHedgedFaint,
    ContentHedged,
    /// What is said inside what somebody else says, in addition to its own content.
    Nested,
    Quote,
    Person,
    Organization,
    Place,
    Group,
    Date,
    Time,
    Money,
    Percent,
    Quantity,
    Event,
    Product,
    Law,
    Work,
    /// Below sources and cues: Safari draws the topmost line alone, and there who says it comes first.
    Hedge,
    SourceFaint,
    Source,
    CueFaint,
    Cue,
    CueHedgedFaint,
    CueHedged,
    Focus,
}

impl Kind {
    /// All kinds, from the lowest to the highest.
    pub(crate) const ALL: [Self; 27] = [
        Self::ContentFaint,
        Self::Content,
        Self::ContentHedgedFaint,
        Self::ContentHedged,
        Self::Nested,
        Self::Quote,
        Self::Person,
        Self::Organization,
        Self::Place,
        Self::Group,
        Self::Date,
        Self::Time,
        Self::Money,
        Self::Percent,
        Self::Quantity,
        Self::Event,
        Self::Product,
        Self::Law,
        Self::Work,
        Self::Hedge,
        Self::SourceFaint,
        Self::Source,
        Self::CueFaint,
        Self::Cue,
        Self::CueHedgedFaint,
        Self::CueHedged,
        Self::Focus,
    ];

    /// The name behind `sourcelight-`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::ContentFaint => "content-faint",
            Self::Content => "content",
            Self::ContentHedgedFaint => "content-hedged-faint",
            Self::ContentHedged => "content-hedged",
            Self::Nested => "nested",
            Self::Quote => "quote",
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Group => "group",
            Self::Date => "date",
            Self::Time => "time",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Quantity => "quantity",
            Self::Event => "event",
            Self::Product => "product",
            Self::Law => "law",
            Self::Work => "work",
            Self::SourceFaint => "source-faint",
            Self::Source => "source",
            Self::CueFaint => "cue-faint",
            Self::Cue => "cue",
            Self::CueHedgedFaint => "cue-hedged-faint",
            Self::CueHedged => "cue-hedged",
            Self::Hedge => "hedge",
            Self::Focus => "focus",
        }
    }

    /// The kind of an entity, by the name that it has in an analysis.
    pub(crate) fn of_entity(name: &str) -> Option<Self> {
        let entities = Self::Person..=Self::Work;
        Self::ALL.into_iter().find(|kind| entities.contains(kind) && kind.name() == name)
    }

    /// The kinds of an attribution's content, source and cue.
    pub(crate) const fn of_attribution(hedged: bool, doubtful: bool) -> [Self; 3] {
        match (hedged, doubtful) {
            (false, false) => [Self::Content, Self::Source, Self::Cue],
            (false, true) => [Self::ContentFaint, Self::SourceFaint, Self::CueFaint],
            (true, false) => [Self::ContentHedged, Self::Source, Self::CueHedged],
            (true, true) => [Self::ContentHedgedFaint, Self::SourceFaint, Self::CueHedgedFaint],
        }
    }
}
