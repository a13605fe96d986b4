//! Matrices of weights in whole steps, and their products with rows of numbers.
//!
//! Each row of weights has a step of its own, and a weight is up to 127 of them. The numbers they meet are rounded
//! ([`rows`](super::rows)), so that what is lost lies in the weights alone. Sums of products fit: 2,048 times 127
//! times 8,191 are less than 2³¹.

use super::file::{FileError, Parts};
use super::rows::{Inputs, Outputs, PAIR, multiply};

/// The longest row for which sums fit.
const LONGEST: usize = 2048;

/// A linear map: weights by rows of outputs, and what is added.
#[derive(Debug, Clone)]
pub(super) struct Matrix {
    /// Steps, made two bytes wide when they are read, as they are multiplied so.
    weights: Outputs,
    bias: Vec<f32>,
}

impl Matrix {
    /// Reads a matrix of this shape.
    pub(super) fn read(parts: &mut Parts, outputs: usize, inputs: usize) -> Result<Self, FileError> {
        if !inputs.is_multiple_of(PAIR) || inputs > LONGEST || outputs > 4 * LONGEST {
            return Err(FileError::Header);
        }
        let (scales, bias) = (parts.floats(outputs)?, parts.floats(outputs)?);
        let weights = Outputs::new(&parts.coded(outputs * inputs)?, inputs, &scales);
        Ok(Self { weights, bias })
    }

    pub(super) const fn outputs(&self) -> usize {
        self.bias.len()
    }

    /// What becomes of each row of `inputs`, in place of what was in `outputs`.
    #[inline(never)]
    pub(super) fn apply(&self, inputs: &Inputs, outputs: &mut Vec<f32>) {
        outputs.clear();
        (0..inputs.count()).for_each(|_| outputs.extend_from_slice(&self.bias));
        multiply(inputs, &self.weights, outputs, self.outputs());
    }
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
