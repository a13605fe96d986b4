//! What a mark shows, and under which name the page's style sheet finds it.

use serde::Deserialize;

/// The kinds of marks. Later ones lie over earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Kind {
    Content,
    ContentHedged,
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
    Source,
    Cue,
    CueHedged,
    Hedge,
    Focus,
}

impl Kind {
    /// The name behind `sourcelight-`.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Content => "content",
            Self::ContentHedged => "content-hedged",
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
            Self::Source => "source",
            Self::Cue => "cue",
            Self::CueHedged => "cue-hedged",
            Self::Hedge => "hedge",
            Self::Focus => "focus",
        }
    }

    /// Where it lies among the others; the highest is on top.
    pub(crate) const fn priority(self) -> i32 {
        self as i32
    }
}
