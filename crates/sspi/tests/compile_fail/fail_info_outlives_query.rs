//! The description of one package borrows from the buffer of its query.

fn main() {
    let info = winsec_sspi::package("Kerberos").unwrap().info();
    println!("{info:?}");
}
