//! Whose handle it is, and for how long it stays open, nobody but the caller knows.

use winsec_wininet_diag::BorrowedRequest;

fn main() {
    let request = BorrowedRequest::borrow_raw(std::ptr::null_mut());
    println!("{request:?}");
}
