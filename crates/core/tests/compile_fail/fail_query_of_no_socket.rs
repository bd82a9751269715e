//! What is no socket cannot be asked about.

struct Chair;

fn main() {
    let _ = winsec_core::query(&Chair);
}
