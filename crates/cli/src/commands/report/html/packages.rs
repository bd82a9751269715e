//! The security packages of a report's page.

use super::markup::Markup;
use crate::commands::packages::{PackageView, PackagesView};

/// The capabilities that one looks for first.
const KEY: [&str; 4] = ["integrity", "privacy", "mutual-auth", "delegation"];

/// A card for each package.
pub(super) fn packages(html: &mut Markup, view: &PackagesView) {
    if view.packages.is_empty() {
        html.text("p", "class=\"faint\"", "There is none.");
    }
    html.element("div", "class=\"cards\"", |html| {
        for view in &view.packages {
            html.element("article", "class=\"card\"", |html| package(html, view));
        }
    });
}

fn package(html: &mut Markup, package: &PackageView) {
    html.text("h3", "", &package.name);
    if package.comment != package.name {
        html.text("p", "class=\"faint\"", &package.comment);
    }
    let rpc_id = package
        .rpc_id
        .map_or_else(|| "none".to_owned(), |id| id.to_string());
    let pairs = [
        ("largest token", format!("{} bytes", package.max_token)),
        ("version", package.version.to_string()),
        ("RPC id", rpc_id),
    ];
    super::list(html, pairs.into_iter());
    html.element("ul", "class=\"chips\"", |html| {
        for name in &package.capabilities.names {
            let class = if KEY.contains(&name.as_str()) {
                "class=\"key\""
            } else {
                ""
            };
            html.text("li", class, name);
        }
        if let Some(bits) = &package.capabilities.unnamed {
            html.text("li", "", bits);
        }
    });
}
