//! The tests of the runtime crates, each beside its results on every backend.

use std::collections::{BTreeMap, BTreeSet};

use crate::table::table;
use crate::test::counts::Counts;
use crate::test::libtest::{TestName, Verdict};
use crate::test::step::Backend;

/// One row for each test of a `tests/` folder; one for all unit tests, and one for all
/// documentation tests, of a crate.
#[derive(Debug, Default)]
pub struct Matrix {
    rows: BTreeMap<TestName, BTreeMap<Backend, Counts>>,
    backends: BTreeSet<Backend>,
}

impl Matrix {
    /// Enters a result.
    pub fn enter(&mut self, test: &TestName, backend: Backend, verdict: Verdict) {
        let mut row = test.clone();
        if !row.part.starts_with("tests/") {
            row.name.clear();
        }
        self.backends.insert(backend);
        let cells = self.rows.entry(row).or_default();
        cells.entry(backend).or_default().add(verdict);
    }

    /// The table as Markdown; nothing when no test ran.
    pub fn render(&self) -> Option<String> {
        let headings = self
            .backends
            .iter()
            .map(|backend| backend.heading().to_owned());
        let header = ["crate".to_owned(), "test".to_owned()]
            .into_iter()
            .chain(headings);
        let rows = self.rows.iter().map(|(test, cells)| {
            let name = match (&*test.part, &*test.name) {
                ("lib", _) => "unit tests".to_owned(),
                ("docs", _) => "documentation".to_owned(),
                (part, "") => part.to_owned(),
                (part, name) => format!("{} {name}", part.trim_start_matches("tests/")),
            };
            let single = !test.name.is_empty();
            let cells = self
                .backends
                .iter()
                .map(move |backend| match cells.get(backend) {
                    None => "-".to_owned(),
                    Some(counts) if single => counts.word().to_owned(),
                    Some(counts) => counts.to_string(),
                });
            [test.package.clone(), name].into_iter().chain(cells)
        });
        (!self.rows.is_empty()).then(|| table(header, rows))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_backends_side_by_side() {
        let mut matrix = Matrix::default();
        let test = |part: &str, name: &str| TestName {
            package: "winsec-sspi".to_owned(),
            part: part.to_owned(),
            name: name.to_owned(),
        };
        matrix.enter(
            &test("tests/contract", "list"),
            Backend::Host,
            Verdict::Passed,
        );
        matrix.enter(
            &test("tests/contract", "list"),
            Backend::Wine,
            Verdict::Failed,
        );
        matrix.enter(
            &test("tests/contract", "ntlm"),
            Backend::Wine,
            Verdict::Ignored,
        );
        matrix.enter(&test("lib", "a"), Backend::Host, Verdict::Passed);
        matrix.enter(&test("lib", "b"), Backend::Host, Verdict::Passed);
        let expected = "\
| crate       | test          | emulator | Wine    |
|-------------|---------------|----------|---------|
| winsec-sspi | unit tests    | 2 passed | -       |
| winsec-sspi | contract list | passed   | FAILED  |
| winsec-sspi | contract ntlm | -        | skipped |";
        assert_eq!(matrix.render().unwrap(), expected);
    }
}
