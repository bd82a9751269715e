//! The sockets of a report's page.

use super::markup::Markup;
use crate::commands::socket::{SecurityView, SocketView};

/// What is known of one connection.
pub(super) fn socket(html: &mut Markup, view: &SocketView) {
    match (&view.security, &view.unknown) {
        (Some(security), _) => html.element("p", "", |html| verdict(html, security)),
        (None, Some(failure)) => super::failure(html, super::UNKNOWN, failure),
        (None, None) => {}
    }
    let mut pairs = vec![
        ("peer", view.peer.clone()),
        ("transport", view.transport.to_owned()),
    ];
    if let Some(local) = &view.local {
        pairs.insert(1, ("local", local.clone()));
    }
    if let Some(security) = &view.security {
        pairs.extend(security.details());
    }
    super::list(html, pairs.into_iter());
}

/// A badge that says how a connection is protected.
pub(super) fn verdict(html: &mut Markup, security: &SecurityView) {
    super::badge(html, security.verdict().parts());
}
