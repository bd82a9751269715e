//! How many of something ended how.

use std::fmt;
use std::ops::AddAssign;

use crate::test::libtest::Verdict;

/// How many of something ended how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that did what they should.
    pub passed: usize,
    /// Those that did not.
    pub failed: usize,
    /// Those that did not run.
    pub skipped: usize,
}

impl Counts {
    /// Counts one more.
    pub fn add(&mut self, verdict: Verdict) {
        match verdict {
            Verdict::Passed => self.passed += 1,
            Verdict::Failed => self.failed += 1,
            Verdict::Ignored => self.skipped += 1,
        }
    }

    /// One word for a single thing that was counted.
    pub fn word(self) -> &'static str {
        match self {
            Self { failed: 1.., .. } => "FAILED",
            Self { passed: 1.., .. } => "passed",
            Self { .. } => "skipped",
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// Passed, then whatever else there is.
impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed", self.passed)?;
        if self.failed != 0 {
            write!(f, ", {} FAILED", self.failed)?;
        }
        if self.skipped != 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}
