//! Items and the heads of files and modules.

use super::attributes::Place;
use super::{FileHead, Lower};
use crate::model::{Item, ItemKind, ModuleId};
use crate::options::Interfaces;
use crate::syntax::attribute::Attribute;
use crate::syntax::item as syntax;
use crate::syntax::module::ModuleHead;
use std::sync::Arc;

impl Lower<'_> {
    /// Adds documentation or an attribute to what a file says of itself.
    pub fn file_head(&mut self, head: &mut FileHead, attribute: &Attribute) {
        let attrs = self.attributes(std::slice::from_ref(attribute), Place::File);
        if !attrs.docs.is_empty()
            || matches!(
                self.text.as_bytes().get(self.places.base as usize),
                Some(b'/')
            )
        {
            head.add_docs(&attrs.docs);
        }
        let origin = Arc::make_mut(&mut head.origin);
        for (mine, new, name) in [
            (&mut origin.header, attrs.origin.header, "header"),
            (&mut origin.client, attrs.origin.client, "client"),
            (&mut origin.server, attrs.origin.server, "server"),
        ] {
            if new.is_some() && mine.is_some() {
                let span = self.span(attribute.span());
                self.error(span, format!("`{name}` is given twice"), "keep one of them");
            } else if new.is_some() {
                *mine = new;
            }
        }
    }

    /// Looks at a module's head, which says nothing that the model keeps.
    pub fn module_head(&mut self, head: &ModuleHead) {
        self.attributes(&head.attributes, Place::Module);
        self.name(&head.name);
    }

    /// An item; none when it says nothing of Windows, or cannot be made sense of.
    pub fn item(&mut self, item: &syntax::Item, module: ModuleId, head: &FileHead) -> Option<Item> {
        let (ident, place) = match &item.kind {
            syntax::ItemKind::Record(record) => (&record.name, Place::Record),
            syntax::ItemKind::Enum(item) => (&item.name, Place::Enum),
            syntax::ItemKind::Const(item) => (&item.name, Place::Const),
            syntax::ItemKind::Alias(item) => (&item.name, Place::Alias),
            syntax::ItemKind::Fn(item) => (&item.name, Place::Fn),
            syntax::ItemKind::Interface(item) => (&item.name, Place::Interface),
            syntax::ItemKind::Attribute => return None,
        };
        let mut attrs = self.attributes(&item.attributes, place);
        let name = self.name(ident);
        let kind = match &item.kind {
            syntax::ItemKind::Record(record) => {
                ItemKind::Record(self.record(record.kind, &record.fields, &attrs))
            }
            syntax::ItemKind::Enum(item) => ItemKind::Enum(self.enumeration(item, &attrs)),
            syntax::ItemKind::Const(item) => ItemKind::Constant(self.constant(item, &attrs)?),
            syntax::ItemKind::Alias(item) => ItemKind::Alias(self.ty(&item.ty)),
            syntax::ItemKind::Fn(item) => self.function(item, &mut attrs),
            syntax::ItemKind::Interface(_) => {
                if self.options.interfaces == Interfaces::Refuse {
                    let span = self.span(item.keyword);
                    self.error(
                        span,
                        "COM interfaces are not supported",
                        "leave it out, and give a pointer to it the type `*mut void`",
                    );
                }
                ItemKind::Interface
            }
            syntax::ItemKind::Attribute => return None,
        };
        Some(head.item(name, module, attrs, kind))
    }
}
