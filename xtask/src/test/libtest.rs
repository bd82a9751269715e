//! What `cargo test` prints, line by line: which test of which binary ended how.

use std::collections::HashMap;

/// How a test ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It did what it should.
    Passed,
    /// It did not, or its program died.
    Failed,
    /// It is marked to be left out.
    Ignored,
}

/// A test's full name: the same on every backend.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TestName {
    /// The package.
    pub package: String,
    /// The part of it: `lib`, `tests/contract`, `docs`.
    pub part: String,
    /// The test's own path.
    pub name: String,
}

/// Which package and part each test program belongs to, by its file name.
pub type Programs = HashMap<String, (String, String)>;

/// Reads the lines of one run.
#[derive(Debug)]
pub struct Reader<'a> {
    programs: &'a Programs,
    package: String,
    part: String,
    /// Verdicts of the program that runs now, in the order of its lines.
    open: Vec<(String, Verdict)>,
    running: bool,
    /// Tests that it said run for long, while it runs.
    slow: Vec<String>,
    results: Vec<(TestName, Verdict)>,
}

impl<'a> Reader<'a> {
    /// A reader that knows the programs.
    pub fn new(programs: &'a Programs) -> Self {
        Self {
            programs,
            package: String::new(),
            part: String::new(),
            open: Vec::new(),
            running: false,
            slow: Vec::new(),
            results: Vec::new(),
        }
    }

    /// Reads a line, without escape sequences; says whether it is of no interest to someone who
    /// looks for the failure.
    pub fn line(&mut self, line: &str) -> bool {
        let text = line.trim_end();
        if let Some(program) = started(text) {
            self.close();
            let file = program.rsplit(['/', '\\']).next().unwrap_or(program);
            let known = self.programs.get(file).cloned();
            (self.package, self.part) = known.unwrap_or_else(|| (file.to_owned(), String::new()));
            return true;
        }
        if let Some(library) = text.trim_start().strip_prefix("Doc-tests ") {
            self.close();
            self.package = library.replace('_', "-");
            "docs".clone_into(&mut self.part);
            return true;
        }
        if text.starts_with("running ") && (text.ends_with(" tests") || text.ends_with(" test")) {
            // Documentation tests may come in several rounds.
            self.running = true;
            return true;
        }
        if let Some(name) = lasting(text) {
            self.slow.push(name.to_owned());
            return false;
        }
        if let Some((name, verdict)) = ended(text) {
            self.slow.retain(|slow| slow != name);
            self.open.push((name.to_owned(), verdict));
            return verdict != Verdict::Failed;
        }
        if let Some(counts) = text.strip_prefix("test result: ") {
            self.settle(counts);
            return true;
        }
        text.is_empty()
    }

    /// All results, once there are no more lines.
    pub fn finish(mut self) -> Vec<(TestName, Verdict)> {
        self.close();
        self.results
    }

    /// Takes over the verdicts of a program that came to its end. Where its own figures say more
    /// than its lines (a test's output can hide a verdict), the rest goes without a name.
    fn settle(&mut self, counts: &str) {
        for (word, verdict) in [
            (" passed", Verdict::Passed),
            (" failed", Verdict::Failed),
            (" ignored", Verdict::Ignored),
        ] {
            let seen = self
                .open
                .iter()
                .filter(|(_, seen)| *seen == verdict)
                .count();
            for number in seen..count(counts, word) {
                self.open
                    .push((format!("(unnamed {})", number + 1), verdict));
            }
        }
        self.running = false;
        self.take();
    }

    /// Ends a program: one that never gave its result has died, of the tests that took long if it
    /// named any.
    fn close(&mut self) {
        if self.running {
            if self.slow.is_empty() {
                self.slow.push("(the program died)".to_owned());
            }
            let died = self.slow.drain(..).map(|name| (name, Verdict::Failed));
            self.open.extend(died);
            self.running = false;
        }
        self.take();
    }

    fn take(&mut self) {
        for (name, verdict) in self.open.drain(..) {
            let name = TestName {
                package: self.package.clone(),
                part: self.part.clone(),
                name,
            };
            self.results.push((name, verdict));
        }
    }
}

/// The program that a line says cargo starts: `Running tests/a.rs (target/debug/deps/a-0123)`.
fn started(line: &str) -> Option<&str> {
    let line = line.trim_start().strip_prefix("Running ")?;
    line.strip_suffix(')')?
        .rsplit_once(" (")
        .map(|(_, program)| program)
}

/// The test that a line says has not ended yet: `test a has been running for over 60 seconds`.
fn lasting(line: &str) -> Option<&str> {
    let (name, _) = line
        .strip_prefix("test ")?
        .split_once(" has been running for over ")?;
    Some(name)
}

/// The test that a line says has ended: `test a::b ... ok`.
fn ended(line: &str) -> Option<(&str, Verdict)> {
    let (name, word) = line.strip_prefix("test ")?.rsplit_once(" ... ")?;
    let verdict = match word {
        "ok" => Verdict::Passed,
        "FAILED" => Verdict::Failed,
        "ignored" => Verdict::Ignored,
        _ if word.starts_with("ignored, ") => Verdict::Ignored,
        _ => return None,
    };
    // A harness of a test's own may set the verdicts in a column.
    let name = name.trim_end();
    let name = name.strip_suffix(" - should panic").unwrap_or(name);
    Some((name, verdict))
}

/// The number before a word in `ok. 3 passed; 0 failed; 1 ignored; 0 measured`.
fn count(counts: &str, word: &str) -> usize {
    counts
        .split_once(word)
        .and_then(|(before, _)| before.rsplit(' ').next())
        .and_then(|number| number.parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &str) -> Vec<(String, Verdict)> {
        let programs = Programs::from([(
            "contract-01ab.exe".to_owned(),
            ("winsec-sspi".to_owned(), "tests/contract".to_owned()),
        )]);
        let mut reader = Reader::new(&programs);
        for line in lines.lines() {
            reader.line(line);
        }
        reader
            .finish()
            .into_iter()
            .map(|(test, verdict)| {
                (
                    format!("{} {} {}", test.package, test.part, test.name),
                    verdict,
                )
            })
            .collect()
    }

    #[test]
    fn names_package_part_and_test() {
        let results = read(
            "     Running tests/contract.rs (target\\debug\\deps\\contract-01ab.exe)\n\n\
             running 3 tests\ntest list::walks ... ok\ntest list::panics - should panic ... ok\n\
             test wine ... ignored, needs Windows\n\n\
             test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n",
        );
        let name = |test: &str| format!("winsec-sspi tests/contract {test}");
        assert_eq!(
            results,
            [
                (name("list::walks"), Verdict::Passed),
                (name("list::panics"), Verdict::Passed),
                (name("wine"), Verdict::Ignored),
            ]
        );
    }

    #[test]
    fn reads_what_a_harness_of_a_tests_own_prints() {
        let results = read(
            "running 2 tests\ntest [pages are not there] one ... ignored\n\
             test another                  ... ok\n\n\
             test result: ok. 1 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n",
        );
        let names: Vec<_> = results.iter().map(|(name, _)| name.trim_start()).collect();
        assert_eq!(names, ["[pages are not there] one", "another"]);
    }

    #[test]
    fn counts_documentation_tests_of_several_rounds() {
        let results = read(
            "   Doc-tests winsec_ffi\n\nrunning 1 test\ntest src/lib.rs - (line 3) ... ok\n\n\
             test result: ok. 1 passed; 0 failed; 0 ignored\n\nrunning 1 test\n\
             test src/lib.rs - (line 9) - compile fail ... ok\n\n\
             test result: ok. 1 passed; 0 failed; 0 ignored\n",
        );
        assert_eq!(results.len(), 2);
        assert_eq!(
            results[1].0,
            "winsec-ffi docs src/lib.rs - (line 9) - compile fail"
        );
    }

    #[test]
    fn believes_the_figures_where_output_hid_a_verdict() {
        let results = read(
            "running 2 tests\ntest a ... noise from the test ok\ntest b ... FAILED\n\
             test result: FAILED. 1 passed; 1 failed; 0 ignored\n",
        );
        assert_eq!(results.len(), 2);
        assert_eq!(results[0].1, Verdict::Failed);
        assert_eq!(results[1].1, Verdict::Passed);
    }

    #[test]
    fn a_program_that_dies_has_failed() {
        let results = read(
            "     Running tests/contract.rs (target/contract-01ab.exe)\nrunning 2 tests\n\
             test first ... ok\n   Doc-tests winsec_ffi\n",
        );
        assert_eq!(results.len(), 2);
        assert_eq!(results[1].1, Verdict::Failed);
    }

    #[test]
    fn a_test_that_never_ends_has_failed() {
        let results = read(
            "     Running tests/contract.rs (target/contract-01ab.exe)\nrunning 3 tests\n\
             test waits has been running for over 60 seconds\n\
             test lasts has been running for over 60 seconds\n\
             test lasts ... ok\ntest first ... ok\nerror: test failed\n",
        );
        let name = |test: &str| format!("winsec-sspi tests/contract {test}");
        assert_eq!(results[2], (name("waits"), Verdict::Failed));
        assert_eq!(results.len(), 3);
    }
}
