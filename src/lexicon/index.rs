//! Words by the hashes of their letters: a token is looked up in many lists at once, or in what a document shows.

/// What is known of each word, as bits: open addressing.
#[derive(Debug)]
pub(crate) struct Index {
    slots: Vec<(u32, u32)>,
}

impl Index {
    /// The bits of all entries of a word together.
    #[inline(never)]
    pub(crate) fn new(entries: &[(u32, u32)]) -> Self {
        let mut index = Self { slots: vec![(0, 0); (entries.len() * 2).next_power_of_two().max(2)] };
        for &(word, bits) in entries.iter().filter(|(_, bits)| *bits != 0) {
            let slot = index.find(word);
            index.slots[slot].0 = word;
            index.slots[slot].1 |= bits;
        }
        index
    }

    /// The bits of a word; 0 where it is not known.
    pub(crate) fn get(&self, word: u32) -> u32 {
        self.slots[self.find(word)].1
    }

    /// The slot of a word, or the empty one that it would get; at most half of them are taken.
    fn find(&self, word: u32) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = (word.wrapping_mul(0x9e37_79b1) >> 8) as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// What the plural of a noun may be, in bytes.
pub(crate) fn plurals(noun: &str) -> [impl Iterator<Item = u8>; 3] {
    let regular = noun.strip_suffix('y').map_or((noun, "s"), |stem| (stem, "ies"));
    let man = noun.strip_suffix("man").map_or((noun, ""), |stem| (stem, "men"));
    [regular, (noun, "es"), man].map(|(stem, ending)| stem.bytes().chain(ending.bytes()))
}
