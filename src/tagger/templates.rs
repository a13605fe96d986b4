//! How features get their names.

use super::hash::mix;

/// Numbers the templates in the order of their calls, section by section, so that equal values of different
/// templates differ.
#[derive(Debug)]
pub struct Templates<'o> {
    number: u32,
    features: &'o mut Vec<u32>,
}

impl<'o> Templates<'o> {
    /// Puts features into `features`, instead of what is there.
    pub fn new(features: &'o mut Vec<u32>) -> Self {
        features.clear();
        Self { number: 0, features }
    }

    /// Begins a section, so that a new template in an earlier one changes nothing here.
    pub const fn section(&mut self, number: u32) {
        self.number = number << 8;
    }

    /// A value.
    pub fn add(&mut self, value: u32) {
        self.when(true, value);
    }

    /// Two values together.
    pub fn pair(&mut self, first: u32, second: u32) {
        self.add(mix(first, second));
    }

    /// Three values together.
    pub fn triple(&mut self, first: u32, second: u32, third: u32) {
        self.add(mix(mix(first, second), third));
    }

    /// A value that is left out where it does not hold.
    pub fn when(&mut self, holds: bool, value: u32) {
        self.number += 1;
        if holds {
            self.features.push(mix(self.number, value));
        }
    }

    /// A value that is left out where there is nothing to tell.
    pub fn some(&mut self, value: u32) {
        self.when(value != 0, value);
    }
}
