//! The same things, done in the right order.

use winsec_sspi::{Package, Selection};

fn kept() -> Option<Package> {
    let list = winsec_sspi::packages().ok()?;
    let choice = Selection::client().choose(&list);
    println!("{choice}");
    let kept = choice.best().map(|package| package.to_owned());
    drop(list);
    kept
}

fn main() {
    println!("{:?}", kept());
}
