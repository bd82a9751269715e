//! Items and the heads of files and modules.

use super::attributes::Place;
use super::{FileHead, Lower};
use crate::model::{
    Constant, Field, FieldType, Item, ItemKind, ModuleId, Name, Skipped, Type, Value,
};
use crate::options::Interfaces;
use crate::syntax::attribute::Attribute;
use crate::syntax::item as syntax;
use crate::syntax::module::ModuleHead;
use crate::syntax::name::Path;
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

    /// Looks at a module's head, of which only the name is kept.
    pub fn module_head(&mut self, head: &ModuleHead) -> Name {
        self.attributes(&head.attributes, Place::Module);
        self.name(&head.name)
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
            syntax::ItemKind::Class(item) => (&item.name, Place::Interface),
            syntax::ItemKind::Attribute(name) => {
                self.parsed.declared.push(name.to_string());
                return None;
            }
            syntax::ItemKind::Use(path) => {
                self.used(item, path.as_ref());
                return None;
            }
        };
        if matches!(
            item.kind,
            syntax::ItemKind::Interface(_) | syntax::ItemKind::Class(_)
        ) && self.options.interfaces == Interfaces::Refuse
        {
            self.refuse(item);
            return None;
        }
        let mut attrs = self.attributes(&item.attributes, place);
        let name = self.name(ident);
        let kind = match &item.kind {
            syntax::ItemKind::Record(record) => {
                let of = self.record(record.kind, &record.fields, &attrs);
                match (&of.fields[..], attrs.guid) {
                    ([], Some(id)) => identifier(&name, id),
                    (
                        [
                            Field {
                                ty: FieldType::Type(ty),
                                ..
                            },
                        ],
                        _,
                    ) if attrs.native.typedef => ItemKind::Alias(ty.clone()),
                    _ => ItemKind::Record(of),
                }
            }
            syntax::ItemKind::Enum(item) => ItemKind::Enum(self.enumeration(item, &attrs)),
            syntax::ItemKind::Const(item) => match self.constant(item, &attrs)? {
                Some(constant) => ItemKind::Constant(constant),
                None => {
                    self.skip(&name, "it has no value");
                    return None;
                }
            },
            syntax::ItemKind::Alias(item) => ItemKind::Alias(self.ty(&item.ty)),
            syntax::ItemKind::Fn(item) => self.function(item, &mut attrs),
            // A class of COM is no more than the identifier that makes one.
            syntax::ItemKind::Class(class) if class.bare => {
                let Some(id) = attrs.guid else {
                    self.skip(&name, "a class that says no identifier");
                    return None;
                };
                identifier(&name, id)
            }
            _ => ItemKind::Interface,
        };
        Some(head.item(name, module, attrs, kind))
    }

    /// Says what a spec has in the place of what belongs to COM or to WinRT.
    fn refuse(&mut self, item: &syntax::Item) {
        let span = self.span(item.keyword);
        match self.slice(span) {
            "interface" => self.error(
                span,
                "COM interfaces are not supported",
                "leave it out, and give a pointer to it the type `*mut void`",
            ),
            word => {
                let message = format!("`{word}` belongs to WinRT, which a spec cannot describe");
                self.error(
                    span,
                    message,
                    "leave it out; a spec describes the C interface alone",
                );
            }
        }
    }

    fn used(&mut self, item: &syntax::Item, path: Option<&Path>) {
        if self.options.interfaces == Interfaces::Refuse {
            let span = self.span(item.keyword);
            self.error(
                span,
                "`use` is not needed",
                "leave it out; every spec sees the items of all others",
            );
        } else if let Some(path) = path {
            let name = self.path(path);
            self.parsed.used.push(name);
        }
    }

    /// Notes that an item is left out.
    fn skip(&mut self, name: &Name, reason: &str) {
        self.parsed.model.skipped.push(Skipped {
            name: name.text.clone(),
            reason: reason.to_owned(),
        });
    }
}

/// A class of COM: a constant that is its identifier.
fn identifier(name: &Name, id: u128) -> ItemKind {
    ItemKind::Constant(Constant {
        ty: Type::Named(Name {
            text: "GUID".to_owned(),
            span: name.span,
        }),
        value: Value::Guid(id),
        value_span: name.span,
    })
}
