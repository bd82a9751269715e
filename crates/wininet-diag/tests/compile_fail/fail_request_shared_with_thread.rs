//! A request is used by one thread at a time.

use winsec_wininet_diag::{Session, Url};

fn main() {
    let url: Url = "http://localhost/".parse().unwrap();
    let session = Session::options().open().unwrap();
    let request = session.get(&url).unwrap();
    std::thread::scope(|scope| {
        scope.spawn(|| request.status());
        scope.spawn(|| request.status());
    });
}
