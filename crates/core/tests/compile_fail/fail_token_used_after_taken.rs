//! A token that was taken, or given away, is not there any more.
use winsec_core::ConnectionSecurity;
use winsec_core::os::AsHandle;

fn borrowed_while_taken(mut security: ConnectionSecurity) {
    let token = security.peer_application_token();
    let taken = security.take_peer_application_token();
    println!("{token:?} {taken:?}");
}

fn used_after_given_away(mut security: ConnectionSecurity) {
    let token = security.take_peer_machine_token().unwrap();
    let owned = token.into_handle();
    println!("{:?} {:?}", owned, token.as_handle());
}

fn main() {}
