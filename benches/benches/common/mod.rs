//! Hands cases to criterion: a group for each case, a function for each of its sides.

use std::time::Duration;

use criterion::Criterion;
use winsec_benches::case::Worth;
use winsec_benches::{Case, probe};

/// Times all sides of all cases, but for those that take minutes.
pub fn run(cases: &[Case]) {
    let mut criterion = Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3))
        .configure_from_args();
    for case in cases.iter().filter(|case| case.worth != Worth::Timed) {
        let mut group = criterion.benchmark_group(case.id);
        if case.worth == Worth::Thorough {
            group.sample_size(10);
        }
        for side in case.sides {
            // What is not asked for is not prepared.
            group.bench_function(side.name, |bencher| {
                let mut work = probe::prepare(side);
                bencher.iter(&mut work);
            });
        }
        group.finish();
    }
    criterion.final_summary();
}
