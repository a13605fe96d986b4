//! Matrices of weights in whole steps, and their products with rows of numbers.
//!
//! Each row of weights has a step of its own, and a weight is up to 127 of them. The numbers they meet are rounded to 14 bits by a scale for
//! each row of them, so that what is lost lies in the weights alone. Products are summed up exactly, in 32 bits:
//! 1,536 times 127 times 8,191 still fits.

use super::file::{FileError, Parts};
use super::math::{largest, rounded};
use std::slice::Iter;
use wide::{i16x8, i32x4};

/// How many numbers are multiplied at once; rows are a whole number of them long.
const LANES: usize = 8;
/// The largest number that an input is rounded to.
const TOP: f32 = 8191.0;
/// The longest row for which sums fit.
const LONGEST: usize = 2048;
/// How many rows of inputs meet a pair of rows of weights at once.
const BLOCK: usize = 4;
/// How many rows of weights meet all inputs before the next do: they stay in the nearest cache.
const TILE: usize = 32;

/// A linear map: weights by rows of outputs, and what is added.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    inputs: usize,
    scales: Vec<f32>,
    bias: Vec<f32>,
    /// Steps, made two bytes wide when they are read, as they are multiplied so.
    weights: Vec<i16>,
}

/// Rows of numbers, rounded.
#[derive(Debug, Default)]
pub(super) struct Rounded {
    scales: Vec<f32>,
    values: Vec<i16>,
}

impl Rounded {
    /// Rounds rows of `width` numbers each, in place of what was here.
    pub(super) fn fill(&mut self, rows: &[f32], width: usize) {
        self.scales.clear();
        self.values.clear();
        for row in rows.chunks_exact(width) {
            let top = largest(row).max(f32::MIN_POSITIVE);
            let factor = TOP / top;
            self.scales.push(top / TOP);
            self.values.extend(row.iter().map(|value| rounded(value * factor)));
        }
    }
}

impl Matrix {
    /// Reads a matrix of this shape.
    pub(super) fn read(parts: &mut Parts, outputs: usize, inputs: usize) -> Result<Self, FileError> {
        if !inputs.is_multiple_of(LANES) || inputs > LONGEST || outputs > 4 * LONGEST {
            return Err(FileError::Header);
        }
        let (scales, bias) = (parts.floats(outputs)?, parts.floats(outputs)?);
        let weights = parts.coded(outputs * inputs)?.into_iter().map(i16::from).collect();
        Ok(Self { inputs, scales, bias, weights })
    }

    pub(super) const fn outputs(&self) -> usize {
        self.scales.len()
    }

    /// What becomes of each row of `inputs`, in place of what was in `outputs`.
    pub(super) fn apply(&self, inputs: &Rounded, outputs: &mut Vec<f32>) {
        let (width, count) = (self.outputs(), inputs.scales.len());
        outputs.clear();
        outputs.resize(count * width, 0.0);
        for tile in (0..width).step_by(TILE) {
            for first in (0..count).step_by(BLOCK) {
                // Where there are no more inputs, the last are taken again; so is a last row without a fellow.
                let block: [usize; BLOCK] = std::array::from_fn(|at| (first + at).min(count - 1));
                let values = block.map(|at| &inputs.values[at * self.inputs..(at + 1) * self.inputs]);
                for output in (tile..width.min(tile + TILE)).step_by(2) {
                    let pair = [output, (output + 1).min(width - 1)];
                    let weights = pair.map(|output| self.row(output));
                    for (at, sums) in block.into_iter().zip(products(weights, values)) {
                        let scale = inputs.scales[at];
                        for (output, sum) in pair.into_iter().zip(sums) {
                            outputs[at * width + output] =
                                float(sum) * scale * self.scales[output] + self.bias[output];
                        }
                    }
                }
            }
        }
    }

    fn row(&self, output: usize) -> &[i16] {
        &self.weights[output * self.inputs..(output + 1) * self.inputs]
    }
}

#[expect(clippy::cast_precision_loss, reason = "inputs are rounded more coarsely than that")]
const fn float(sum: i32) -> f32 {
    sum as f32
}

fn lanes(row: &[i16]) -> Iter<'_, [i16; LANES]> {
    row.as_chunks().0.iter()
}

/// The products of each of the `values` with each row of `weights`. The sums are written out one by one, as they
/// stay in registers only so.
fn products(weights: [&[i16]; 2], values: [&[i16]; BLOCK]) -> [[i32; 2]; BLOCK] {
    let (u, v) = (lanes(weights[0]), lanes(weights[1]));
    let (x0, x1, x2, x3) = (lanes(values[0]), lanes(values[1]), lanes(values[2]), lanes(values[3]));
    let zero = i32x4::ZERO;
    let (mut u0, mut u1, mut u2, mut u3) = (zero, zero, zero, zero);
    let (mut v0, mut v1, mut v2, mut v3) = (zero, zero, zero, zero);
    for (((((u, v), x0), x1), x2), x3) in u.zip(v).zip(x0).zip(x1).zip(x2).zip(x3) {
        let (u, v) = (i16x8::new(*u), i16x8::new(*v));
        let (x0, x1) = (i16x8::new(*x0), i16x8::new(*x1));
        let (x2, x3) = (i16x8::new(*x2), i16x8::new(*x3));
        u0 += x0.dot(u);
        v0 += x0.dot(v);
        u1 += x1.dot(u);
        v1 += x1.dot(v);
        u2 += x2.dot(u);
        v2 += x2.dot(v);
        u3 += x3.dot(u);
        v3 += x3.dot(v);
    }
    let whole = |u: i32x4, v: i32x4| [u.reduce_add(), v.reduce_add()];
    [whole(u0, v0), whole(u1, v1), whole(u2, v2), whole(u3, v3)]
}

/// Rows that are looked up by number.
#[derive(Debug, Clone)]
pub(super) struct Table {
    width: usize,
    scales: Vec<f32>,
    weights: Vec<i8>,
}

impl Table {
    /// Reads a table of this shape.
    pub(super) fn read(parts: &mut Parts, rows: usize, width: usize) -> Result<Self, FileError> {
        let scales = parts.floats(rows)?;
        let weights = parts.coded(rows * width)?;
        Ok(Self { width, scales, weights })
    }

    /// Adds a row to `sum`; nothing where there is no such row.
    pub(super) fn add(&self, row: usize, sum: &mut [f32]) {
        let Some(&scale) = self.scales.get(row) else { return };
        let weights = &self.weights[row * self.width..(row + 1) * self.width];
        for (sum, &weight) in sum.iter_mut().zip(weights) {
            *sum += f32::from(weight) * scale;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_unrounded_numbers() {
        let (outputs, inputs) = (3, 16);
        let weights: Vec<i16> = (0..48).map(|at| (at * 37 % 255) - 127).collect();
        let matrix = Matrix { inputs, scales: vec![0.01, 0.02, 0.03], bias: vec![0.5, 0.0, -0.5], weights };
        for rows in 1..10_u8 {
            let numbers: Vec<f32> = (0..rows * 16).map(|at| f32::sin(f32::from(at)) * 3.0).collect();
            let (mut rounded, mut found) = (Rounded::default(), Vec::new());
            rounded.fill(&numbers, inputs);
            matrix.apply(&rounded, &mut found);
            for (row, numbers) in numbers.chunks(inputs).enumerate() {
                for output in 0..outputs {
                    let products = numbers.iter().zip(matrix.row(output)).map(|(a, &b)| a * f32::from(b));
                    let expected = products.sum::<f32>() * matrix.scales[output] + matrix.bias[output];
                    assert!((found[row * outputs + output] - expected).abs() < 0.01, "{rows} {row} {output}");
                }
            }
        }
    }
}
