//! A package's view borrows from the list's buffer.

fn main() {
    let kerberos = {
        let list = winsec_sspi::packages().unwrap();
        list.find("Kerberos")
    };
    println!("{kerberos:?}");
}
