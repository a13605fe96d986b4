//! How often a link of each pattern is right, counted on labelled training articles.

pub(super) const QUOTE_BEFORE: f32 = 0.95;
pub(super) const CLAUSE_BEFORE: f32 = 0.9;
pub(super) const AFTER_THAT: f32 = 0.9;
pub(super) const AFTER_QUOTE: f32 = 0.9;
pub(super) const AFTER_CLAUSE: f32 = 0.75;
pub(super) const AFTER_NOUN: f32 = 0.5;
pub(super) const ACCORDING_TO: f32 = 0.95;
pub(super) const AGENTLESS: f32 = 0.6;
pub(super) const NOUN_CUE: f32 = 0.6;
