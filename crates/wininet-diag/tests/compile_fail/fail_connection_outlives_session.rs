//! A connection is closed before its session.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let connection = Session::options().open().unwrap().connect(&url).unwrap();
    println!("{connection:?}");
}
