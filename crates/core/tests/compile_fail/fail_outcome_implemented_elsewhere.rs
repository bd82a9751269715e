//! What an operation can result in is this crate's to say.
use winsec_core::overlapped::Outcome;

struct Mine;

impl Outcome for Mine {}

fn main() {}
