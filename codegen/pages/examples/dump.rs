//! dump
fn main() {
    for path in std::env::args().skip(1) {
        println!(
            "=== {path}\n{:#?}",
            winsec_pages::read(&std::fs::read(&path).unwrap())
        );
    }
}
