//! What the kinds of marks are called: in data, and in words for people.

use crate::analysis::{Attribution, EntityKind, Form, HedgeKind, QuoteKind, SourceType, Stance, Traceable};

/// The name of an entity's kind in data, and in words.
pub(super) const fn entity(kind: EntityKind) -> (&'static str, &'static str) {
    match kind {
        EntityKind::Person => ("person", "Person"),
        EntityKind::Organization => ("organization", "Organisation"),
        EntityKind::Place => ("place", "Place"),
        EntityKind::Group => ("group", "Group of people"),
        EntityKind::Date => ("date", "Date"),
        EntityKind::Time => ("time", "Time of day"),
        EntityKind::Money => ("money", "Amount of money"),
        EntityKind::Percent => ("percent", "Percentage"),
        EntityKind::Quantity => ("quantity", "Quantity"),
        EntityKind::Event => ("event", "Event"),
        EntityKind::Product => ("product", "Product"),
        EntityKind::Law => ("law", "Law or case"),
        EntityKind::Work => ("work", "Title of a work"),
    }
}

/// The name of a hedge's kind in data, and what it does in words.
pub(super) const fn hedge(kind: HedgeKind) -> (&'static str, &'static str) {
    match kind {
        HedgeKind::Modal => ("modal", "says that something is possible, not that it is so"),
        HedgeKind::Belief => ("belief", "gives somebody’s belief, not a fact"),
        HedgeKind::Evidential => ("evidential", "passes on hearsay"),
        HedgeKind::Conditional => ("conditional", "holds only under a condition"),
        HedgeKind::Quantity => ("quantity", "leaves open how many"),
        HedgeKind::Source => ("source", "leaves open who"),
        HedgeKind::Passive => ("passive", "leaves out who believes or says so"),
        HedgeKind::Approximation => ("approximation", "softens the word that it stands with"),
    }
}

pub(super) const fn quote(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Quotation => "quotation",
        QuoteKind::Fragment => "fragment",
        QuoteKind::Scare => "scare",
        QuoteKind::Title => "title",
    }
}

pub(super) const fn form(form: Form) -> &'static str {
    match form {
        Form::Direct => "direct",
        Form::Indirect => "indirect",
        Form::Mixed => "mixed",
    }
}

/// The name of a kind of source in data, and in words.
pub(super) const fn source(kind: SourceType) -> (&'static str, &'static str) {
    match kind {
        SourceType::Person => ("person", "a named person"),
        SourceType::Organization => ("organization", "a named organisation"),
        SourceType::Official => ("official", "somebody unnamed, known by post or affiliation"),
        SourceType::Group => ("group", "unnamed people of some kind"),
        SourceType::Document => ("document", "a text, a data set or a broadcast"),
        SourceType::Pronoun => ("pronoun", "somebody mentioned before"),
        SourceType::None => ("none", "nobody is named"),
    }
}

/// Whether a source can be traced: the name in data, and in words.
pub(super) const fn traceable(traceable: Traceable) -> (&'static str, &'static str) {
    match traceable {
        Traceable::Yes => ("yes", "traceable"),
        Traceable::Partly => ("partly", "only an affiliation"),
        Traceable::No => ("no", "can’t be traced"),
    }
}

/// The name of a stance in data, and in words.
pub(super) const fn stance(stance: Stance) -> (&'static str, &'static str) {
    match stance {
        Stance::Neutral => ("neutral", "reports it without judging"),
        Stance::Hedged => ("hedged", "less than certain"),
        Stance::Doubtful => ("doubtful", "the writer keeps a distance"),
        Stance::Assertive => ("assertive", "presents it as certain"),
        Stance::Negative => ("negative", "rejects it"),
        Stance::Intention => ("intention", "a wish, promise or demand"),
    }
}

/// What an attribution is called.
pub(super) const fn attribution(attribution: &Attribution) -> &'static str {
    if attribution.hedged { "Hedged attribution" } else { "Attribution" }
}

/// Of a mark that a reader has set.
pub(super) const CORRECTED: &str = "corrected by a reader";

/// In the place of a source where there is none.
pub(super) const NO_SOURCE: &str = "No source named";
