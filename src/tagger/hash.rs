//! Hashes that name features.
//!
//! They are part of the model format: weights are found by them.

/// The hash of some bytes.
#[must_use]
pub fn hash(bytes: impl IntoIterator<Item = u8>) -> u32 {
    bytes.into_iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Joins two hashes, in this order; every bit of the result depends on every bit of both.
#[must_use]
pub const fn mix(first: u32, second: u32) -> u32 {
    let mut hash = (first ^ second.rotate_left(16)).wrapping_mul(0x9e37_79b1) ^ second;
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x85eb_ca6b);
    hash = (hash ^ (hash >> 13)).wrapping_mul(0xc2b2_ae35);
    hash ^ (hash >> 16)
}
