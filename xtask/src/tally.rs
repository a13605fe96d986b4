//! How many tests passed and failed, as the test runners tell it.

use std::fmt;
use std::ops::AddAssign;

use anstream::adapter::strip_str;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    pub(crate) const PASSED: Self = Self { passed: 1, failed: 0 };
    pub(crate) const FAILED: Self = Self { passed: 0, failed: 1 };

    /// What a suite is worth whose runner counted `self` and ended well or not: one that stopped
    /// before it could count, and one that ran nothing, count as a failed test.
    pub(crate) fn of_suite(self, success: bool) -> Self {
        if self.failed == 0 && (!success || self.passed == 0) { Self { failed: 1, ..self } } else { self }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The programs that run tests and say how many.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Runner {
    /// `cargo test`, and wasm-bindgen's runner, which speaks alike.
    Cargo,
    /// `node --test` with its `spec` reporter.
    Node,
}

impl Runner {
    /// What one line of the runner's output adds to the count.
    pub(crate) fn read(self, line: &str) -> Tally {
        let line = strip_str(line.trim_end()).to_string();
        match self {
            Self::Cargo => read_cargo(&line),
            Self::Node => read_node(&line),
        }
        .unwrap_or_default()
    }
}

/// `test result: ok. 3 passed; 0 failed; …`
fn read_cargo(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |what| counts.split("; ").find_map(|count| count.strip_suffix(what)?.parse().ok());
    Some(Tally { passed: count(" passed")?, failed: count(" failed")? })
}

/// `ℹ pass 3`, `ℹ fail 0`, `ℹ cancelled 0`, each on a line of its own.
fn read_node(line: &str) -> Option<Tally> {
    let (what, count) = line.strip_prefix("ℹ ")?.split_once(' ')?;
    let count = count.parse().ok()?;
    match what {
        "pass" => Some(Tally { passed: count, failed: 0 }),
        "fail" | "cancelled" => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(runner: Runner, output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally += runner.read(line));
        tally
    }

    #[test]
    fn counts_of_cargo_test_add_up() {
        let output = "running 3 tests\ntest a ... ok\n\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 filtered out; finished in 0.02s\n\
            12 passed; 9 failed\n";
        assert_eq!(read(Runner::Cargo, output), Tally { passed: 15, failed: 2 });
    }

    #[test]
    fn counts_of_node_leave_out_skipped_tests_and_take_cancelled_ones_as_failed() {
        let output = "✔ opens (3ms)\nℹ tests 7\nℹ suites 0\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 1\n";
        assert_eq!(read(Runner::Node, output), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn colours_and_line_ends_do_not_hide_a_count() {
        assert_eq!(read(Runner::Node, "\u{1b}[34mℹ pass 4\u{1b}[39m\r\n"), Tally { passed: 4, failed: 0 });
        let output = "test result: \u{1b}[32mok\u{1b}[m. 1 passed; 0 failed; 0 ignored\n";
        assert_eq!(read(Runner::Cargo, output), Tally::PASSED);
    }

    #[test]
    fn a_suite_that_crashed_or_ran_nothing_failed() {
        let tally = Tally { passed: 3, failed: 0 };
        assert_eq!(tally.of_suite(true), tally);
        assert_eq!(tally.of_suite(false), Tally { passed: 3, failed: 1 });
        assert_eq!(Tally::default().of_suite(true), Tally::FAILED);
        assert_eq!(Tally::default().of_suite(false), Tally::FAILED);
        let tally = Tally { passed: 3, failed: 2 };
        assert_eq!(tally.of_suite(false), tally);
    }
}
