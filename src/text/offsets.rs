//! Byte offsets in other units.

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum OffsetUnit {
    /// UTF-8 bytes, as in Rust.
    #[default]
    Bytes,
    /// Unicode code points, as in Python.
    Chars,
    /// UTF-16 code units, as in JavaScript.
    Utf16,
}

/// Translates byte offsets of one text into another unit.
///
/// Built in one pass; remembers only the characters that are longer than one byte, so that an
/// ASCII text costs nothing.
#[derive(Debug)]
pub struct OffsetMap {
    /// For each such character: the byte offset behind it, and how far the unit lags behind there.
    lags: Vec<(u32, u32)>,
}

/// So many bytes are looked at in one step: most hold nothing longer.
const BLOCK: usize = 32;

/// Bytes from this one on begin a character of several.
const FIRST: u8 = 0xc0;

impl OffsetMap {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str, unit: OffsetUnit) -> Self {
        let lag = |first: u8| {
            let bytes = if first < 0xe0 { 2 } else { 3 + u32::from(first >= 0xf0) };
            let units = match unit {
                OffsetUnit::Bytes => bytes,
                OffsetUnit::Chars => 1,
                OffsetUnit::Utf16 => 1 + u32::from(bytes == 4),
            };
            (bytes, bytes - units)
        };
        let (mut lags, mut sum) = (Vec::new(), 0);
        for (block, bytes) in text.as_bytes().chunks(BLOCK).enumerate().filter(|(_, it)| !it.is_ascii()) {
            for (at, &byte) in bytes.iter().enumerate().filter(|(_, byte)| **byte >= FIRST) {
                let (bytes, lag) = lag(byte);
                sum += lag;
                lags.push(((block * BLOCK + at) as u32 + bytes, sum));
            }
        }
        Self { lags }
    }

    /// The offset in the map's unit of the byte offset `byte`, which lies on a character boundary.
    #[must_use]
    pub fn get(&self, byte: u32) -> u32 {
        let behind = self.lags.partition_point(|&(end, _)| end <= byte);
        byte - behind.checked_sub(1).and_then(|last| self.lags.get(last)).map_or(0, |&(_, lag)| lag)
    }

    /// The way back: the byte offset of the offset `at` in the map's unit. What is no place in the text
    /// (inside a character, behind the end) comes out as no place either.
    #[must_use]
    pub fn byte(&self, at: u32) -> u32 {
        let behind = self.lags.partition_point(|&(end, lag)| end - lag <= at);
        let lag = behind.checked_sub(1).and_then(|last| self.lags.get(last)).map_or(0, |&(_, lag)| lag);
        at.saturating_add(lag)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_characters_of_every_length() {
        let text = "aé漢🎈z";
        let utf16 = OffsetMap::new(text, OffsetUnit::Utf16);
        let chars = OffsetMap::new(text, OffsetUnit::Chars);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            assert_eq!(utf16.get(at as u32) as usize, before.encode_utf16().count());
            assert_eq!(chars.get(at as u32) as usize, before.chars().count());
            for map in [&utf16, &chars] {
                assert_eq!(map.byte(map.get(at as u32)), at as u32);
            }
        }
    }
}
