//! The generator beside windows-bindgen and windows-rdl, by criterion: times, for information.

mod common;

fn main() {
    common::run(winsec_benches::codegen::CASES);
}
