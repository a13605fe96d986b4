//! The best sequence of labels among those that have spans of certain kinds: what a chain answers that is asked
//! again, by somebody who knows that there must be some.

use super::chain::Chain;
use super::scheme::{Label, OUTSIDE, begin};

/// A place in the search: which of the kinds have been seen, and the last label.
type State = usize;

impl Chain {
    /// The legal sequence with the highest score that has a span of each of `kinds`, for the rows of `scores`;
    /// nothing but [`OUTSIDE`] where there is none.
    pub(super) fn best_holding(&self, scores: &[f32], kinds: &[usize]) -> Vec<Label> {
        let width = self.labels();
        let states = width << kinds.len();
        let mut before = vec![f32::NEG_INFINITY; states];
        before[usize::from(OUTSIDE)] = 0.0;
        let mut back: Vec<State> = Vec::with_capacity(scores.len() << kinds.len());
        for row in scores.chunks_exact(width) {
            let mut now = vec![f32::NEG_INFINITY; states];
            let start = back.len();
            back.resize(start + states, 0);
            for (from, score) in before.iter().enumerate().filter(|(_, score)| score.is_finite()) {
                for (label, (weight, emission)) in self.weights_from(from % width).iter().zip(row).enumerate()
                {
                    let seen = (from / width) | seen_by(label, kinds);
                    let to = seen * width + label;
                    let score = score + weight + emission;
                    if score > now[to] {
                        (now[to], back[start + to]) = (score, from);
                    }
                }
            }
            before = now;
        }
        let last = states - width..states;
        let best = last.max_by(|&a, &b| before[a].total_cmp(&before[b]));
        match best.filter(|&best| before[best].is_finite()) {
            Some(best) => follow(&back, states, best).map(|state| (state % width) as Label).collect(),
            None => vec![OUTSIDE; scores.len() / width],
        }
    }
}

/// The bits of the kinds that a span with this label begins.
fn seen_by(label: usize, kinds: &[usize]) -> usize {
    let begins = |kind: &usize| usize::from(begin(*kind)) == label;
    kinds.iter().position(begins).map_or(0, |at| 1 << at)
}

/// The states on the way that ends in `last`, in order.
fn follow(back: &[State], states: usize, last: State) -> impl Iterator<Item = State> {
    let mut way = vec![last];
    for rows in back.chunks_exact(states).skip(1).rev() {
        way.push(rows[way[way.len() - 1]]);
    }
    way.into_iter().rev()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tagger::inside;

    /// Alone, nothing is likelier than a span that begins anywhere.
    const SCORES: [f32; 15] = [3., 0., 0., 1., 0., 3., 1., 0., 0., 0., 3., 0., 3.5, 0., 0.];

    fn best(kinds: &[usize]) -> Vec<Label> {
        Chain::new(5, &[0.0; 25]).best_holding(&SCORES, kinds)
    }

    #[test]
    fn the_best_sequence_has_all_the_kinds() {
        assert_eq!(best(&[]), [OUTSIDE; 3]);
        assert_eq!(best(&[1]), [begin(1), OUTSIDE, OUTSIDE]);
        assert_eq!(best(&[0]), [OUTSIDE, begin(0), inside(0)]);
        assert_eq!(best(&[1, 0]), [begin(1), begin(0), inside(0)]);
    }

    #[test]
    fn where_no_sequence_has_them_there_is_no_span() {
        let chain = Chain::new(5, &[0.0; 25]);
        assert_eq!(chain.best_holding(&SCORES[..5], &[0, 1]), [OUTSIDE]);
        assert_eq!(chain.best_holding(&[], &[0]), []);
    }
}
