//! Attributes that are written over and over: those of a DLL's functions, of enumerations' integers.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::lower::{Attrs, Place};

/// What the parser made of attributes, by their text.
///
/// All of Win32 has some twenty thousand heads before plain items, but few hundred different ones.
#[derive(Default)]
pub struct Heads<'t> {
    known: RefCell<FxHashMap<(&'t str, Place), Head>>,
}

struct Head {
    /// Where the text was read.
    start: u32,
    attrs: Attrs,
}

impl<'t> Heads<'t> {
    /// The attributes of a text that starts here, be they known or found now.
    pub fn attributes(
        &self,
        text: &'t str,
        place: Place,
        start: u32,
        find: impl FnOnce() -> Option<Attrs>,
    ) -> Option<Attrs> {
        if let Some(head) = self.known.borrow().get(&(text, place)) {
            let mut attrs = head.attrs.clone();
            if let Some((library, _)) = &mut attrs.library {
                library.span.start = library.span.start - head.start + start;
                library.span.end = library.span.end - head.start + start;
            }
            return Some(attrs);
        }
        let attrs = find()?;
        if attrs.is_common() {
            let head = Head {
                start,
                attrs: attrs.clone(),
            };
            self.known.borrow_mut().insert((text, place), head);
        }
        Some(attrs)
    }
}
