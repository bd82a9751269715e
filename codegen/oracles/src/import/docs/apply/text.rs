//! How a page's texts become an item's documentation.

use winsec_codegen::model::{ErrorCause, LastError, Origin};
use winsec_pages::Page;

/// Texts as paragraphs; those that are empty are left out.
pub(super) fn join(texts: &[&str]) -> String {
    let texts = texts.iter().filter(|text| !text.is_empty()).copied();
    texts.collect::<Vec<&str>>().join("\n\n")
}

/// Adds a section, unless it is empty.
pub(super) fn section(docs: &mut String, title: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    let section = format!("# {title}\n\n{text}");
    *docs = join(&[docs, &section]);
}

/// Where an item is defined and documented.
pub(in crate::import::docs) fn origin(page: &Page) -> Origin {
    let origin = &page.origin;
    // The pages for drivers are elsewhere, and say where.
    let address = |page: &String| {
        if page.starts_with("https://") {
            page.clone()
        } else {
            format!("{}{page}", Origin::PAGES)
        }
    };
    Origin {
        header: origin.header.clone(),
        client: origin.client.clone(),
        server: origin.server.clone(),
        page: origin.page.as_ref().map(address),
    }
}

/// Takes over what a page says of an origin; of what it leaves out the rest stays.
pub(super) fn prefer(origin: &mut Origin, page: &Origin) {
    let mut take = |to: fn(&mut Origin) -> &mut Option<String>, from: &Option<String>| {
        if from.is_some() {
            to(origin).clone_from(from);
        }
    };
    take(|origin| &mut origin.header, &page.header);
    take(|origin| &mut origin.client, &page.client);
    take(|origin| &mut origin.server, &page.server);
    take(|origin| &mut origin.page, &page.page);
}

/// Where a failure's code is found, of what is said about the result.
pub(super) fn last_error(result: &str, failures: &[ErrorCause]) -> Option<LastError> {
    if result.contains("WSAGetLastError") {
        Some(LastError::WsaGetLastError)
    } else if result.contains("GetLastError") {
        Some(LastError::GetLastError)
    } else if failures.is_empty() {
        None
    } else {
        Some(LastError::Result)
    }
}
