//! The safe layers beside the same calls by hand, by criterion: times, for information.

mod common;

fn main() {
    common::run(winsec_benches::calls::CASES);
}
