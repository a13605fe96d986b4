//! Which Node.js is there: our scripts and their tests need what older ones have not.

use crate::process::output_of;

/// The oldest major version that will do.
const OLDEST: u32 = 20;

/// Whether Node.js is there and not too old.
pub(crate) fn is_new_enough() -> bool {
    output_of("node", ["--version"]).and_then(|version| major(&version)).is_some_and(|major| major >= OLDEST)
}

/// The first number of a version as Node.js prints it: `v20.19.2`.
fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read() {
        let cases = [
            ("v20.19.2\n", Some(20)),
            ("v9.0.0", Some(9)),
            ("v24.0.0-nightly2026", Some(24)),
            ("20.1.0", None),
            ("", None),
        ];
        for (version, expected) in cases {
            assert_eq!(major(version), expected, "{version:?}");
        }
    }
}
