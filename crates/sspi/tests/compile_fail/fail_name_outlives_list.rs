//! A name stands in the list's buffer, and the list may be given away only without it.

fn main() {
    let list = winsec_sspi::packages().unwrap();
    let name = list.get(0).map(|package| package.name());
    drop(list);
    println!("{name:?}");
}
