//! So is a session.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| session.connect(&url).map(drop));
        scope.spawn(|| session.connect(&url).map(drop));
    });
}
