//! A choice holds views of the list's packages.

use winsec_sspi::Selection;

fn main() {
    let choice = Selection::client().choose(&winsec_sspi::packages().unwrap());
    println!("{choice}");
}
