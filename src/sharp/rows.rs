//! Rows of whole numbers, and the products of each with each.
//!
//! Numbers are rounded to 14 bits by a scale for each row of them. Products are summed up exactly, in 32 bits. Rows lie
//! in groups, pair of numbers beside pair of numbers: two groups are multiplied in one pass over both, and each sum comes
//! out whole.
//!
//! What several places call is never inlined: such code is long, and would make the module 5 kB more to download.

use super::math::{add, largest, rounded};
use bytemuck::cast;
use wide::{f32x4, i16x8, i32x4};

/// How many numbers lie together; rows are a whole number of them long.
pub(super) const PAIR: usize = 2;
/// How many rows of inputs lie together.
const INPUTS: usize = 4;
/// How many rows of outputs lie together.
const OUTPUTS: usize = 2 * LANES;
/// How many sums are reckoned with at once.
const LANES: usize = 4;
/// How many groups of outputs meet all inputs before the next do: they stay in the nearest cache.
const TILE: usize = 4;
/// What the largest number of a row is rounded to. The sum of so many times `TOP * TOP` as [`WIDEST`] fits in 32 bits.
const TOP: f32 = 8191.0;
/// The longest rows that are rounded on both sides.
pub(super) const WIDEST: usize = 32;
/// What 1 is rounded to where numbers are shares of it: times [`TOP`] it takes half of 32 bits, and the other half is
/// for what rounding adds.
const ALL: f32 = 131_072.0;

/// Rows of whole numbers in groups of so many, and what 1 stands for in each row.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows<const GROUP: usize> {
    count: usize,
    /// How many pairs a row has.
    steps: usize,
    /// By groups; nothing where there is no row.
    scales: Vec<[f32; GROUP]>,
    /// By groups: the first pair of each row, then the second, and so on; nothing where there is no row.
    pairs: Vec<[i32; GROUP]>,
    /// A row before it is put among the others.
    row: Vec<i16>,
}

/// Rows that are multiplied.
pub(super) type Inputs = Rows<INPUTS>;
/// Rows that they are multiplied by: each gives an output.
pub(super) type Outputs = Rows<OUTPUTS>;

impl<const GROUP: usize> Rows<GROUP> {
    /// Takes rows of `width` whole numbers that lie side by side, and their scales.
    pub(super) fn new(rows: &[i8], width: usize, scales: &[f32]) -> Self {
        let mut all = Self::default();
        all.clear(width);
        for (row, &scale) in rows.chunks_exact(width).zip(scales) {
            all.row.clear();
            all.row.extend(row.iter().copied().map(i16::from));
            all.push(scale);
        }
        all
    }

    /// How many there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Rounds rows of `width` numbers that lie side by side, in place of what was here.
    pub(super) fn fill(&mut self, rows: &[f32], width: usize) {
        self.fill_with(&mut rows.chunks_exact(width), width);
    }

    /// Rounds rows of `width` numbers, wherever they are, in place of what was here.
    pub(super) fn fill_with(&mut self, rows: &mut dyn Iterator<Item = &[f32]>, width: usize) {
        self.round(rows, width, f32::MAX);
    }

    /// Rounds rows of shares so coarsely that their products with other rows fit, however long they are.
    pub(super) fn fill_with_shares(&mut self, rows: &[f32], width: usize) {
        self.round(&mut rows.chunks_exact(width), width, ALL);
    }

    /// Rounds rows as finely as there is room, but 1 to no more than `most`.
    #[inline(never)]
    fn round(&mut self, rows: &mut dyn Iterator<Item = &[f32]>, width: usize, most: f32) {
        self.clear(width);
        for row in rows {
            let factor = most.min(TOP / largest(row));
            self.row.clear();
            self.row.extend(row.iter().map(|value| rounded(value * factor)));
            self.push(1.0 / factor);
        }
    }

    fn clear(&mut self, width: usize) {
        self.count = 0;
        self.steps = width / PAIR;
        self.scales.clear();
        self.pairs.clear();
    }

    fn push(&mut self, scale: f32) {
        let (group, at) = (self.count / GROUP, self.count % GROUP);
        if at == 0 {
            self.scales.push([0.0; GROUP]);
            self.pairs.resize((group + 1) * self.steps, [0; GROUP]);
        }
        self.scales[group][at] = scale;
        for (pairs, &pair) in self.pairs[group * self.steps..].iter_mut().zip(self.row.as_chunks().0) {
            pairs[at] = cast::<[i16; PAIR], i32>(pair);
        }
        self.count += 1;
    }

    /// The pairs and scales of each group from the one numbered `first`.
    fn groups(&self, first: usize) -> impl Iterator<Item = (&[[i32; GROUP]], &[f32; GROUP])> {
        self.pairs[first * self.steps..].chunks_exact(self.steps).zip(&self.scales[first..])
    }
}

/// Adds the sums of the products of each row of inputs with each of outputs, which are as long, to `sums`: those of an
/// input stand side by side, `distance` behind those of the one before.
#[inline(never)]
pub(super) fn multiply(inputs: &Inputs, outputs: &Outputs, sums: &mut [f32], distance: usize) {
    for tile in (0..outputs.scales.len()).step_by(TILE) {
        for (block, (values, input_scales)) in inputs.groups(0).enumerate() {
            let rows = block * INPUTS..inputs.count.min((block + 1) * INPUTS);
            for (group, (weights, output_scales)) in (tile..tile + TILE).zip(outputs.groups(tile)) {
                let first = group * OUTPUTS;
                let width = OUTPUTS.min(outputs.count - first);
                let found = scaled(products(values, weights), input_scales, output_scales);
                for (row, found) in rows.clone().zip(found) {
                    add(&mut sums[row * distance + first..][..width], &found);
                }
            }
        }
    }
}

/// What sums of whole numbers stand for.
fn scaled(
    sums: [[i32x4; 2]; INPUTS],
    inputs: &[f32; INPUTS],
    outputs: &[f32; OUTPUTS],
) -> [[f32; OUTPUTS]; INPUTS] {
    let [left, right] = cast::<[f32; OUTPUTS], [f32x4; 2]>(*outputs);
    std::array::from_fn(|at| {
        let [u, v] = sums[at].map(|sums| f32x4::from_i32x4(sums) * f32x4::splat(inputs[at]));
        cast([u * left, v * right])
    })
}

/// The sums of the products of each row of a group with each of another. They are written out one by one, as they stay
/// in registers only so.
fn products(inputs: &[[i32; INPUTS]], outputs: &[[i32; OUTPUTS]]) -> [[i32x4; 2]; INPUTS] {
    let zero = i32x4::ZERO;
    let (mut u0, mut u1, mut u2, mut u3) = (zero, zero, zero, zero);
    let (mut v0, mut v1, mut v2, mut v3) = (zero, zero, zero, zero);
    for (input, output) in inputs.iter().zip(outputs) {
        let [u, v] = cast::<[i32; OUTPUTS], [i16x8; 2]>(*output);
        let [x0, x1, x2, x3] = input.map(|pair| cast::<i32x4, i16x8>(i32x4::splat(pair)));
        u0 += x0.dot(u);
        v0 += x0.dot(v);
        u1 += x1.dot(u);
        v1 += x1.dot(v);
        u2 += x2.dot(u);
        v2 += x2.dot(v);
        u3 += x3.dot(u);
        v3 += x3.dot(v);
    }
    [[u0, v0], [u1, v1], [u2, v2], [u3, v3]]
}

#[cfg(test)]
mod tests {
    use super::super::math::size;
    use super::*;

    #[test]
    fn products_are_those_of_the_unrounded_numbers() {
        let width = 16;
        let whole: Vec<i8> = (0..11 * 16).map(|at| i8::try_from((at * 37 % 255) - 127).unwrap()).collect();
        let scales: Vec<f32> = (1..12_u8).map(|at| 0.01 * f32::from(at)).collect();
        let others = Outputs::new(&whole, width, &scales);
        for count in 1..10_u8 {
            let numbers: Vec<f32> = (0..count * 16).map(|at| f32::sin(f32::from(at)) * 3.0).collect();
            let (mut inputs, mut found) = (Inputs::default(), vec![1.0; usize::from(count) * 12]);
            inputs.fill(&numbers, width);
            multiply(&inputs, &others, &mut found, 12);
            for (at, sum) in found.into_iter().enumerate() {
                let (row, other) = (at / 12, at % 12);
                let whole = whole.get(other * width..).unwrap_or_default();
                let pairs = numbers[row * width..].iter().zip(whole).take(width);
                let products: f32 = pairs.map(|(a, &b)| a * f32::from(b)).sum();
                let expected = 1.0 + products * scales.get(other).copied().unwrap_or_default();
                assert!((sum - expected).abs() < 0.02, "{count} {row} {other}: {sum} is not {expected}");
            }
        }
    }

    #[test]
    fn shares_fit_however_they_are_spread() {
        let width = 4096;
        let one = |at: usize| (0..width).map(move |other| if other == at { 1.0 } else { 0.0 });
        let even = std::iter::repeat_n(1.0 / size(width), width);
        let shares: Vec<f32> = one(7).chain(even).collect();
        let (mut inputs, mut others, mut found) = (Inputs::default(), Outputs::default(), [0.0; 2]);
        inputs.fill_with_shares(&shares, width);
        others.fill(&vec![5.0; width], width);
        multiply(&inputs, &others, &mut found, 1);
        assert!(found.iter().all(|sum| (sum - 5.0).abs() < 0.01), "{found:?}");
    }
}
