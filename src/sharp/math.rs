//! Numbers in rows: what the transformer reckons with beside its matrices.

/// How many numbers are reckoned with at once.
const LANES: usize = 8;

/// What `step` makes of a row, in parts that can be reckoned at once, put together by `join`.
fn folded(row: &[f32], first: f32, step: impl Fn(f32, f32) -> f32, join: impl Fn(f32, f32) -> f32) -> f32 {
    let (lanes, rest) = row.as_chunks::<LANES>();
    let mut sums = [first; LANES];
    for values in lanes {
        for (sum, &value) in sums.iter_mut().zip(values) {
            *sum = step(*sum, value);
        }
    }
    let rest = rest.iter().fold(first, |sum, &value| step(sum, value));
    sums.into_iter().fold(rest, join)
}

fn sum(row: &[f32]) -> f32 {
    folded(row, 0.0, |sum, value| sum + value, |a, b| a + b)
}

fn larger(a: f32, b: f32) -> f32 {
    if a > b { a } else { b }
}

/// The largest number of a row, with no regard to its sign.
pub(super) fn largest(row: &[f32]) -> f32 {
    folded(row, 0.0, |top, value| larger(top, value.abs()), larger)
}

/// Scales a row to mean 0 and variance 1, then by `gain` and `shift`.
pub(super) fn normalize(row: &mut [f32], gain: &[f32], shift: &[f32]) {
    let share = 1.0 / size(row.len());
    let mean = sum(row) * share;
    let squares = folded(row, 0.0, |sum, value| sum + (value - mean) * (value - mean), |a, b| a + b);
    let factor = 1.0 / (squares * share + 1e-12).sqrt();
    for ((value, gain), shift) in row.iter_mut().zip(gain).zip(shift) {
        *value = (*value - mean) * factor * gain + shift;
    }
}

/// Adds a row to another one.
pub(super) fn add(row: &mut [f32], other: &[f32]) {
    row.iter_mut().zip(other).for_each(|(value, other)| *value += other);
}

/// Turns scores into shares of 1.
pub(super) fn softmax(row: &mut [f32]) {
    let top = folded(row, f32::NEG_INFINITY, larger, larger);
    for value in row.iter_mut() {
        *value = exp(*value - top);
    }
    let share = 1.0 / sum(row);
    for value in row {
        *value *= share;
    }
}

/// The Gaussian error linear unit, by its usual approximation with a hyperbolic tangent.
pub(super) fn gelu(value: f32) -> f32 {
    let inner = 1.595_769 * (value + 0.044_715 * value * value * value);
    value / (1.0 + exp(-inner))
}

/// Added to a small number, it leaves no room for a fraction, and the whole number in the lowest bits.
const WHOLE: f32 = 12_582_912.0;

/// The nearest whole number, of no more than 16 bits.
pub(super) fn rounded(value: f32) -> i16 {
    (value + WHOLE).to_bits() as i16
}

/// e to the power of `value`, to five digits: by a polynomial, for speed.
pub(super) fn exp(value: f32) -> f32 {
    let power = value.clamp(-87.0, 87.0) * std::f32::consts::LOG2_E;
    let shifted = power + WHOLE;
    let rest = (power - (shifted - WHOLE)) * std::f32::consts::LN_2;
    let series = 1.0 + rest * (1.0 + rest * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest / 120.0))));
    f32::from_bits((shifted.to_bits() << 23).wrapping_add(1.0_f32.to_bits())) * series
}

/// A length as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "lengths of rows are small")]
pub(super) const fn size(length: usize) -> f32 {
    length as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_right_to_five_digits() {
        for at in -800_i16..800 {
            let value = f32::from(at) / 10.0;
            assert!((exp(value) / value.exp() - 1.0).abs() < 1e-5, "{value}");
        }
    }

    #[test]
    fn small_numbers_are_rounded_to_the_nearest() {
        for (value, expected) in [(0.0, 0), (0.4, 0), (0.6, 1), (-0.6, -1), (8191.2, 8191), (-8190.8, -8191)]
        {
            assert_eq!(rounded(value), expected, "{value}");
        }
    }

    #[test]
    fn a_normal_row_has_the_mean_and_variance_that_it_should() {
        let mut row = [1.0, 2.0, 3.0, 6.0];
        normalize(&mut row, &[2.0; 4], &[1.0; 4]);
        assert!((row.iter().sum::<f32>() / 4.0 - 1.0).abs() < 1e-5);
        assert!(
            (row.iter().map(|value| (value - 1.0) * (value - 1.0)).sum::<f32>() / 4.0 - 4.0).abs() < 1e-4
        );
    }

    #[test]
    fn shares_add_up_and_follow_the_scores() {
        let mut row = [0.0, 2.0_f32.ln(), -50.0];
        softmax(&mut row);
        assert!((row[0] - 1.0 / 3.0).abs() < 1e-5 && (row[1] - 2.0 / 3.0).abs() < 1e-5 && row[2] < 1e-9);
    }

    #[test]
    fn the_unit_is_that_of_the_training() {
        for (value, expected) in
            [(-3.0, -0.003_637), (-1.0, -0.158_808), (0.0, 0.0), (0.5, 0.345_714), (2.0, 1.954_598)]
        {
            assert!((gelu(value) - expected).abs() < 1e-5, "{value}");
        }
    }
}
