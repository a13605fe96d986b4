//! Sorting by numbers. The standard library's sorts are compiled anew for each type of items, which was a seventh of all
//! the code that a visitor of the page downloads; this one moves numbers alone.

/// Sorts `items` by a number of theirs; those with the same number stay in their order.
pub(crate) fn sort_by_number<T>(items: &mut Vec<T>, number: impl Fn(&T) -> u64) {
    let mut order: Vec<(u64, usize)> = items.iter().map(number).zip(0..).collect();
    if order.is_sorted() {
        return;
    }
    order.sort_unstable();
    let mut unsorted: Vec<Option<T>> = items.drain(..).map(Some).collect();
    items.extend(order.into_iter().filter_map(|(_, at)| unsorted[at].take()));
}

/// Two numbers that fit 32 bits in one, which is sorted as their pairs are.
pub(crate) const fn in_one(first: usize, second: usize) -> u64 {
    (first as u64) << 32 | second as u64
}

#[cfg(test)]
mod tests {
    use super::{in_one, sort_by_number};

    #[test]
    fn items_with_the_same_number_stay_in_their_order() {
        let mut words = vec!["two", "a", "six", "b", "", "ten"];
        sort_by_number(&mut words, |word| word.len() as u64);
        assert_eq!(words, ["", "a", "b", "two", "six", "ten"]);
        sort_by_number(&mut words, |word| 9 - word.len() as u64);
        assert_eq!(words, ["two", "six", "ten", "a", "b", ""]);
    }

    #[test]
    fn pairs_are_in_order_by_their_first_number() {
        assert!(in_one(1, u32::MAX as usize) < in_one(2, 0) && in_one(2, 0) < in_one(2, 1));
    }
}
