//! From many features to few, and from weights to bytes.

use crate::crf::Trained;
use crate::sequences::Sequences;
use sourcelight::training::{Rows, write_model};

/// The finest difference between two weights; half of it costs a quarter more download and gains nothing.
const STEP: f32 = 0.1;

/// No feature.
const NONE: u32 = u32::MAX;

/// Which of the slots (upper bits of the hash) have a row, and its number.
pub(crate) struct Slots {
    bits: u32,
    numbers: Vec<u32>,
    /// How many have a row.
    pub(crate) rows: usize,
}

impl Slots {
    /// The slots that occur at least so many times.
    pub(crate) fn frequent(data: &Sequences, bits: u32, least: u8) -> Self {
        let mut counts = vec![0_u8; 1 << bits];
        for &feature in data.all_features() {
            let count = &mut counts[(feature >> (32 - bits)) as usize];
            *count = count.saturating_add(1);
        }
        Self::numbered(bits, counts.into_iter().map(|count| count >= least))
    }

    fn numbered(bits: u32, chosen: impl Iterator<Item = bool>) -> Self {
        let mut rows = 0;
        let number = |chosen| {
            rows += u32::from(chosen);
            if chosen { rows - 1 } else { NONE }
        };
        let numbers = chosen.map(number).collect();
        Self { bits, numbers, rows: rows as usize }
    }

    /// The number of a feature's row.
    pub(crate) fn number(&self, feature: u32) -> Option<u32> {
        Some(self.numbers[(feature >> (32 - self.bits)) as usize]).filter(|&number| number != NONE)
    }

    /// Fewer and coarser slots: those of the `count` rows with the greatest weight in all.
    pub(crate) fn heaviest(&self, trained: &Trained, bits: u32, count: usize) -> Self {
        let mass: Vec<f32> = trained
            .weights
            .chunks_exact(trained.labels)
            .map(|row| row.iter().map(|weight| weight * weight).sum())
            .collect();
        let mut ranked: Vec<u32> = (0..self.rows as u32).filter(|&row| mass[row as usize] > 0.0).collect();
        ranked.sort_by(|&a, &b| mass[b as usize].total_cmp(&mass[a as usize]).then(a.cmp(&b)));
        ranked.truncate(count);
        let mut kept = vec![false; self.rows];
        for row in ranked {
            kept[row as usize] = true;
        }
        let mut chosen = vec![false; 1 << bits];
        for (slot, &number) in self.numbers.iter().enumerate() {
            if number != NONE && kept[number as usize] {
                chosen[slot >> (self.bits - bits)] = true;
            }
        }
        Self::numbered(bits, chosen.into_iter())
    }

    /// The model file for these slots.
    pub(crate) fn pack(&self, trained: &Trained, calibration: &[u8]) -> Vec<u8> {
        let largest =
            trained.weights.iter().chain(&trained.transitions).fold(0.0_f32, |top, w| top.max(w.abs()));
        let scale = STEP.max(largest / 127.0);
        let quantized =
            |weights: &[f32]| weights.iter().map(|weight| (weight / scale).round() as i8).collect();
        let width = trained.labels;
        let rows: Rows = self
            .numbers
            .iter()
            .enumerate()
            .filter(|&(_, &number)| number != NONE)
            .map(|(slot, &number)| {
                let start = number as usize * width;
                (slot as u32, quantized(&trained.weights[start..start + width]))
            })
            .collect();
        let transitions: Vec<i8> = quantized(&trained.transitions);
        write_model((width - 1) / 2, self.bits, scale, &transitions, calibration, &rows)
    }
}
