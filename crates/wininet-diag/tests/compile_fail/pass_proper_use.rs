//! The same things, done in the right order.

use winsec_wininet_diag::{Result, Session, SocketReport, Url};

fn reports() -> Result<[SocketReport; 2]> {
    let url: Url = "http://localhost/".parse()?;
    let session = Session::options().open()?;
    let mut request = session.get(&url)?;
    request.send()?;
    let during = request.socket_info()?;
    println!("{}", during.has_socket());
    let during = during.report();
    request.drain()?;
    let after = request.socket_info()?.report();
    drop(request);
    let moved = std::thread::spawn(move || drop(session));
    moved.join().expect("it does not panic");
    Ok([during, after])
}

fn main() {
    println!("{:?}", reports());
}
