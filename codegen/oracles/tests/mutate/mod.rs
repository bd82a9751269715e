//! Makes every small change of an item, one at a time.

use winsec_codegen::model::{
    Field, FieldType, Item, ItemKind, Param, Primitive, Signature, Type, Value,
};

/// A changed item.
pub struct Mutation {
    /// What was changed.
    pub what: String,
    /// The item with the change.
    pub item: Item,
}

/// Every mutation of an item.
pub fn mutations(item: &Item) -> Vec<Mutation> {
    let mut all = Mutations {
        item,
        all: Vec::new(),
    };
    match &item.kind {
        ItemKind::Record(record) => {
            all.add("packed(1)".to_owned(), |item| {
                if let ItemKind::Record(item) = &mut item.kind {
                    item.packed = if item.packed == Some(1) {
                        None
                    } else {
                        Some(1)
                    };
                }
            });
            all.fields(&record.fields, "", &|item| {
                let ItemKind::Record(record) = &mut item.kind else {
                    unreachable!("the item is a record");
                };
                &mut record.fields
            });
        }
        ItemKind::Enum(enumeration) => {
            for repr in others(enumeration.repr) {
                all.add(format!("repr {repr:?}"), |item| {
                    if let ItemKind::Enum(item) = &mut item.kind {
                        item.repr = repr;
                    }
                });
            }
            for (at, member) in enumeration.members.iter().enumerate() {
                all.add(format!("{} + 1", member.name.text), |item| {
                    if let ItemKind::Enum(item) = &mut item.kind {
                        let value = &mut item.members[at].value;
                        *value = changed(value);
                    }
                });
            }
        }
        ItemKind::Constant(constant) => {
            all.add("value".to_owned(), |item| {
                if let ItemKind::Constant(item) = &mut item.kind {
                    item.value = changed(&item.value);
                }
            });
            all.types(&constant.ty, "type", &|item| {
                let ItemKind::Constant(constant) = &mut item.kind else {
                    unreachable!("the item is a constant");
                };
                &mut constant.ty
            });
        }
        ItemKind::Alias(ty) => all.types(ty, "type", &|item| {
            let ItemKind::Alias(ty) = &mut item.kind else {
                unreachable!("the item is an alias");
            };
            ty
        }),
        ItemKind::Function(function) => {
            all.add("library".to_owned(), |item| {
                if let ItemKind::Function(item) = &mut item.kind {
                    item.library.text.replace_range(..1, "x");
                }
            });
            all.signature(&function.signature, &|item| {
                let ItemKind::Function(function) = &mut item.kind else {
                    unreachable!("the item is a function");
                };
                &mut function.signature
            });
        }
        ItemKind::Callback(callback) => all.signature(&callback.signature, &|item| {
            let ItemKind::Callback(callback) = &mut item.kind else {
                unreachable!("the item is a callback");
            };
            &mut callback.signature
        }),
        ItemKind::Interface => {}
    }
    all.all
}

struct Mutations<'i> {
    item: &'i Item,
    all: Vec<Mutation>,
}

/// Finds in an item what is to be changed.
type Finder<'f, T> = dyn Fn(&mut Item) -> &mut T + 'f;

impl Mutations<'_> {
    fn add(&mut self, what: String, change: impl FnOnce(&mut Item)) {
        let mut item = self.item.clone();
        change(&mut item);
        self.all.push(Mutation { what, item });
    }

    /// Every field: its type, its place, its being there.
    fn fields(&mut self, fields: &[Field], above: &str, find: &Finder<'_, Vec<Field>>) {
        for (at, field) in fields.iter().enumerate() {
            let name = format!("{above}{}", field.name.text);
            if let Some(next) = fields.get(at + 1) {
                let what = format!("{name} and {} swapped", next.name.text);
                self.add(what, |item| find(item).swap(at, at + 1));
            }
            self.add(format!("{name} removed"), |item| {
                find(item).remove(at);
            });
            match &field.ty {
                FieldType::Type(ty) => {
                    self.types(ty, &name, &|item| match &mut find(item)[at].ty {
                        FieldType::Type(ty) => ty,
                        FieldType::Record(_) => unreachable!("the field has a type with a name"),
                    });
                }
                FieldType::Record(record) => {
                    self.fields(
                        &record.fields,
                        &format!("{name}."),
                        &|item| match &mut find(item)[at].ty {
                            FieldType::Record(record) => &mut record.fields,
                            FieldType::Type(_) => unreachable!("the field is a record"),
                        },
                    );
                }
            }
        }
    }

    /// Every parameter: its type, its place, its being there; and the result's type.
    fn signature(&mut self, signature: &Signature, find: &Finder<'_, Signature>) {
        for (at, param) in signature.params.iter().enumerate() {
            let name = &param.name.text;
            if let Some(next) = signature.params.get(at + 1) {
                let what = format!("{name} and {} swapped", next.name.text);
                self.add(what, |item| find(item).params.swap(at, at + 1));
            }
            self.add(format!("{name} removed"), |item| {
                find(item).params.remove(at);
            });
            self.types(&param.ty, name, &|item| {
                let param: &mut Param = &mut find(item).params[at];
                &mut param.ty
            });
        }
        self.types(&signature.result, "result", &|item| &mut find(item).result);
    }

    /// Every other type that differs in one thing: a width, a sign, a `const`, a length.
    fn types(&mut self, ty: &Type, name: &str, find: &Finder<'_, Type>) {
        for other in variants(ty) {
            self.add(format!("{name}: {other:?}"), |item| *find(item) = other);
        }
    }
}

/// The types that differ from one in one thing.
fn variants(ty: &Type) -> Vec<Type> {
    match ty {
        Type::Void | Type::String | Type::Named(_) => Vec::new(),
        Type::Primitive(primitive) => others(*primitive).map(Type::Primitive).to_vec(),
        Type::Pointer { mutable, to } => {
            let mut all = vec![Type::Pointer {
                mutable: !mutable,
                to: to.clone(),
            }];
            all.extend(variants(to).into_iter().map(|to| Type::Pointer {
                mutable: *mutable,
                to: Box::new(to),
            }));
            all
        }
        Type::Array { of, len } => {
            let mut all = vec![Type::Array {
                of: of.clone(),
                len: len + 1,
            }];
            all.extend(variants(of).into_iter().map(|of| Type::Array {
                of: Box::new(of),
                len: *len,
            }));
            all
        }
    }
}

/// An integer of another sign, and one of another width.
fn others(primitive: Primitive) -> [Primitive; 2] {
    match primitive {
        Primitive::Bool => [Primitive::U8, Primitive::I32],
        Primitive::I8 => [Primitive::U8, Primitive::I16],
        Primitive::U8 => [Primitive::I8, Primitive::U16],
        Primitive::I16 => [Primitive::U16, Primitive::I32],
        Primitive::U16 => [Primitive::I16, Primitive::U32],
        Primitive::I32 => [Primitive::U32, Primitive::I64],
        Primitive::U32 => [Primitive::I32, Primitive::U64],
        Primitive::I64 => [Primitive::U64, Primitive::I32],
        Primitive::U64 => [Primitive::I64, Primitive::U32],
        Primitive::Isize => [Primitive::Usize, Primitive::I32],
        Primitive::Usize => [Primitive::Isize, Primitive::U32],
        Primitive::F32 => [Primitive::U32, Primitive::F64],
        Primitive::F64 => [Primitive::U64, Primitive::F32],
    }
}

/// A value that is not the same: the next number, one more letter, another bit.
fn changed(value: &Value) -> Value {
    match value {
        Value::Int(value) => Value::Int(value + 1),
        Value::AllOnes => Value::Int(0),
        Value::Names(_) => Value::Int(0x5A),
        Value::Float(text) => Value::Float(format!("1{text}")),
        Value::Text { text, encoding } => Value::Text {
            text: format!("{text}x"),
            encoding: *encoding,
        },
        Value::Guid(guid) => Value::Guid(guid ^ 1),
        Value::PropertyKey { format, id } => Value::PropertyKey {
            format: *format,
            id: id + 1,
        },
    }
}
