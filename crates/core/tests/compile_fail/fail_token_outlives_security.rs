//! A borrowed token is closed with the answer that holds it.
use winsec_core::ConnectionSecurity;

fn escape(security: ConnectionSecurity) -> Option<&'static winsec_core::AccessToken> {
    security.peer_application_token()
}

fn main() {}
