//! One file's rows, made items of the model.

use std::ops::Range;
use std::sync::Arc;

use super::Need;
use super::blob::{Blob, Signature as Written, code};
use super::tables::table::{
    ATTRIBUTE, CLASS_LAYOUT, CONSTANT, FIELD, IMPL_MAP, MEMBER_REF, METHOD, MODULE_REF,
    NESTED_CLASS, PARAM, TYPE_DEF,
};
use super::tables::{Damage, Result, Tables};
use crate::diagnostic::{FileId, Span};
use crate::lower::object;
use crate::model::{
    Abi, Arches, BitField, Callback, Constant, Direction, Encoding, Enum, Field, FieldType,
    Function, Item, ItemKind, Len, Markers, Member, ModuleId, Name, Origin, Param, Primitive,
    Record, RecordKind, Signature, Type, Value,
};

/// How deep records may be defined in each other.
const DEEPEST: usize = 32;

/// A file of metadata.
#[derive(Debug)]
pub struct File<'a> {
    /// Its number.
    pub id: FileId,
    /// Its tables.
    pub tables: Tables<'a>,
    /// The types that are defined inside others: each outer row with an inner one, sorted.
    nested: Vec<(usize, usize)>,
    origin: Arc<Origin>,
}

/// What a type is, by what it extends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    Struct,
    Enum,
    Delegate,
    Interface,
    Attribute,
    Class,
}

/// An attribute: its name, and where its arguments are.
type Attribute<'a> = (&'a str, usize);

/// The record that is being read: what is defined inside of it, by name.
#[derive(Clone, Copy)]
struct Inside<'r, 'a> {
    /// Each with the name of the item that it becomes, unless it is defined in place.
    types: &'r [(&'a str, usize, Option<String>)],
}

/// What a record inside another takes from that.
#[derive(Clone, Copy)]
struct Outside {
    arches: i32,
    packed: Option<u16>,
}

impl<'a> File<'a> {
    /// Finds the tables of a file.
    pub fn open(id: FileId, bytes: &'a [u8]) -> Result<Self> {
        let tables = Tables::open(bytes)?;
        let mut nested = Vec::new();
        for row in tables.rows(NESTED_CLASS) {
            let inner = tables.row(NESTED_CLASS, row, 0, TYPE_DEF)?;
            let outer = tables.row(NESTED_CLASS, row, 1, TYPE_DEF)?;
            nested.extend(outer.zip(inner));
        }
        // Those of one type stay in the order of the table.
        nested.sort_by_key(|(outer, _)| *outer);
        Ok(Self {
            id,
            tables,
            nested,
            origin: Arc::default(),
        })
    }

    /// A type's namespace and name; what has none lies in another type, or is no type.
    pub fn type_name(&self, row: usize) -> Result<(&'a str, &'a str)> {
        let namespace = self.tables.name(TYPE_DEF, row, 2)?;
        let name = self.tables.name(TYPE_DEF, row, 1)?;
        Ok((namespace, without_tick(name)))
    }

    /// What a type is.
    pub fn category(&self, row: usize) -> Result<Category> {
        let coded = self.tables.cell(TYPE_DEF, row, 3);
        let Some((table, of)) = self.tables.type_def_or_ref(coded)? else {
            return Ok(Category::Interface);
        };
        let (namespace, name) = self.qualified(table, of)?;
        Ok(match (namespace, name) {
            ("System", "ValueType") => Category::Struct,
            ("System", "Enum") => Category::Enum,
            ("System", "MulticastDelegate") => Category::Delegate,
            ("System", "Attribute") => Category::Attribute,
            _ => Category::Class,
        })
    }

    fn qualified(&self, table: usize, row: usize) -> Result<(&'a str, &'a str)> {
        // A definition has its flags before its name, a reference the place where it is found.
        Ok((
            self.tables.name(table, row, 2)?,
            self.tables.name(table, row, 1)?,
        ))
    }

    /// The attributes of a row.
    fn attributes(&self, kind: usize, row: usize) -> Result<Vec<Attribute<'a>>> {
        let coded = (row + 1) << 5 | kind;
        let rows = self.tables.equal(ATTRIBUTE, 0, coded);
        rows.map(|row| self.attribute(row)).collect()
    }

    fn attribute(&self, row: usize) -> Result<Attribute<'a>> {
        let constructor = self.tables.cell(ATTRIBUTE, row, 1);
        let of = (constructor >> 3).wrapping_sub(1);
        let parent = match constructor & 7 {
            // The type whose methods begin last before this one.
            2 => Some((TYPE_DEF, self.owner(of)?)),
            3 => match self.tables.cell(MEMBER_REF, of, 0) {
                coded if coded & 7 <= 1 => {
                    self.tables.type_def_or_ref(coded >> 3 << 2 | coded & 7)?
                }
                _ => None,
            },
            _ => None,
        };
        let (table, of) = parent.ok_or_else(|| Damage::new("an attribute is of no type"))?;
        Ok((self.tables.name(table, of, 1)?, row))
    }

    /// The type that a method belongs to.
    fn owner(&self, method: usize) -> Result<usize> {
        let mut found = self.tables.rows(TYPE_DEF);
        while found.len() > 1 {
            let middle = found.start + found.len() / 2;
            if self.tables.cell(TYPE_DEF, middle, 5) > method + 1 {
                found.end = middle;
            } else {
                found.start = middle;
            }
        }
        found
            .next()
            .ok_or_else(|| Damage::new("a method is of no type"))
    }

    /// The arguments of an attribute, behind what they begin with.
    fn arguments(&self, (_, row): Attribute<'a>) -> Result<Blob<'a>> {
        let mut blob = self.tables.blob(ATTRIBUTE, row, 2)?;
        match blob.bytes()? {
            [1, 0] => Ok(blob),
            _ => Err(Damage::new("an attribute's arguments do not begin with 1")),
        }
    }

    /// The only argument of an attribute, a number; none where there is no such attribute.
    fn number(&self, attributes: &[Attribute<'a>], name: &str) -> Result<Option<i32>> {
        let Some(found) = find(attributes, name) else {
            return Ok(None);
        };
        let number = self.arguments(found)?.bytes()?;
        Ok(Some(i32::from_le_bytes(number)))
    }

    /// The bits of the architectures that something is for; none for all.
    fn arches(&self, attributes: &[Attribute<'a>]) -> Result<i32> {
        let bits = self.number(attributes, "SupportedArchitectureAttribute")?;
        Ok(bits.unwrap_or(0))
    }

    /// Where a string begins in the file.
    fn span(&self, at: usize, length: usize) -> Span {
        let start = at as u32;
        Span {
            file: self.id,
            start,
            end: start + length as u32,
        }
    }

    fn name(&self, table: usize, row: usize, column: usize) -> Result<Name> {
        let (text, at) = self.tables.string(table, row, column)?;
        Ok(Name {
            text: ident(text),
            span: self.span(at, text.len()),
        })
    }

    /// Reads an item, and pushes it behind those that it brings with it; an error comes with the place
    /// and the name of the item.
    pub fn item(
        &self,
        table: usize,
        row: usize,
        module: ModuleId,
        need: &mut Need<'_, 'a>,
        items: &mut Vec<Item>,
    ) -> std::result::Result<(), (usize, String, Damage)> {
        let column = match table {
            METHOD => 3,
            _ => 1,
        };
        let name = self
            .name(table, row, column)
            .map_err(|damage| (0, String::new(), damage))?;
        let (at, text) = (name.span.start as usize, name.text.clone());
        self.item_of(table, row, name, module, need, items)
            .map_err(|damage| (at, text, damage))
    }

    fn item_of(
        &self,
        table: usize,
        row: usize,
        name: Name,
        module: ModuleId,
        need: &mut Need<'_, 'a>,
        items: &mut Vec<Item>,
    ) -> Result<()> {
        let kind = match table {
            METHOD => 0,
            FIELD => 1,
            _ => 3,
        };
        let attributes = self.attributes(kind, row)?;
        let mut arches = self.arches(&attributes)?;
        let kind = match table {
            METHOD => ItemKind::Function(Box::new(self.function(row, &attributes, need)?)),
            FIELD => match self.constant(row, &name, &attributes, need)? {
                Some(constant) => ItemKind::Constant(constant),
                // The value of a structure stands in an attribute of its own, which says nothing
                // that Rust could.
                None => return Ok(()),
            },
            _ => match self.category(row)? {
                Category::Struct if find(&attributes, "NativeTypedefAttribute").is_some() => {
                    let field = self.fields(row)?.next();
                    let field = field.ok_or_else(|| Damage::new("it stands for no type"))?;
                    ItemKind::Alias(self.field_type(field, &attributes, None, need)?)
                }
                Category::Struct => {
                    let outside = Outside {
                        arches,
                        packed: self.packed(row)?,
                    };
                    let mut inner = Inner {
                        module,
                        need,
                        items,
                    };
                    let record = self.record(row, &attributes, outside, &mut inner, DEEPEST)?;
                    ItemKind::Record(record)
                }
                Category::Enum => ItemKind::Enum(self.enumeration(row, &attributes)?),
                // A delegate of WinRT is an object.
                Category::Delegate if self.tables.cell(TYPE_DEF, row, 0) & WINRT == 0 => {
                    ItemKind::Callback(self.callback(row, &attributes, need)?)
                }
                Category::Delegate | Category::Interface | Category::Class => ItemKind::Interface,
                Category::Attribute => return Ok(()),
            },
        };
        if arches & 7 == 0 {
            arches = 7;
        }
        items.push(self.made(name, module, arches, kind));
        Ok(())
    }

    fn made(&self, name: Name, module: ModuleId, arches: i32, kind: ItemKind) -> Item {
        let bits = [(1, Arches::X86), (2, Arches::X64), (4, Arches::ARM64)];
        let arches = bits.into_iter().filter(|(bit, _)| arches & bit != 0);
        Item {
            name,
            module,
            docs: String::new(),
            origin: Arc::clone(&self.origin),
            markers: Markers::default(),
            arches: arches.fold(Arches::NONE, |all, (_, arch)| all.union(arch)),
            kind,
        }
    }

    fn fields(&self, row: usize) -> Result<Range<usize>> {
        self.tables.list(TYPE_DEF, row, 4, FIELD)
    }

    fn packed(&self, row: usize) -> Result<Option<u16>> {
        let mut layouts = self.tables.equal(CLASS_LAYOUT, 2, row + 1);
        let packed = layouts
            .next()
            .map_or(0, |row| self.tables.cell(CLASS_LAYOUT, row, 0));
        power_of_two(packed as i64, "packing")
    }

    /// A struct or a union; what is defined inside of it and cannot be in Rust is pushed before it.
    fn record(
        &self,
        row: usize,
        attributes: &[Attribute<'a>],
        outside: Outside,
        inner: &mut Inner<'_, '_, 'a>,
        deeper: usize,
    ) -> Result<Record> {
        let name = self.tables.name(TYPE_DEF, row, 1)?;
        let nested = self.nested(row)?;
        let mut types = Vec::with_capacity(nested.len());
        let in_place = self.in_place(row)?;
        for (place, (child, child_row)) in nested.into_iter().enumerate() {
            let flat = if in_place.contains(&child) {
                None
            } else {
                let flat = format!("{name}_{place}");
                self.flat(child_row, flat.clone(), outside, inner, deeper)?;
                Some(flat)
            };
            types.push((child, child_row, flat));
        }
        let inside = Inside { types: &types };
        let mut fields = Vec::new();
        for field in self.fields(row)? {
            fields.push(self.field(field, inside, outside, inner, deeper)?);
        }
        self.record_of(row, attributes, self.packed(row)?, fields)
    }

    fn record_of(
        &self,
        row: usize,
        attributes: &[Attribute<'a>],
        packed: Option<u16>,
        fields: Vec<Field>,
    ) -> Result<Record> {
        let union = self.tables.cell(TYPE_DEF, row, 0) & EXPLICIT_LAYOUT != 0;
        let align = self.number(attributes, "AlignmentAttribute")?.unwrap_or(0);
        Ok(Record {
            kind: if union {
                RecordKind::Union
            } else {
                RecordKind::Struct
            },
            packed,
            align: power_of_two(align.into(), "alignment")?,
            fields,
        })
    }

    /// The types that are defined in a type, by name and row.
    fn nested(&self, row: usize) -> Result<Vec<(&'a str, usize)>> {
        let begin = self.nested.partition_point(|(outer, _)| *outer < row);
        let inner = self.nested[begin..]
            .iter()
            .take_while(|(outer, _)| *outer == row);
        inner
            .map(|(_, inner)| Ok((self.tables.name(TYPE_DEF, *inner, 1)?, *inner)))
            .collect()
    }

    /// The names of the types without namespace that a type has fields of.
    fn in_place(&self, row: usize) -> Result<Vec<&'a str>> {
        let mut names = Vec::new();
        for field in self.fields(row)? {
            if let Written::Named(coded) = self.written(field)?
                && let Some((table, of)) = self.tables.type_def_or_ref(coded)?
                && let ("", name) = self.qualified(table, of)?
            {
                names.push(name);
            }
        }
        Ok(names)
    }

    /// Makes an item of a record that is defined inside another, and of all inside of it.
    fn flat(
        &self,
        row: usize,
        name: String,
        outside: Outside,
        inner: &mut Inner<'_, '_, 'a>,
        deeper: usize,
    ) -> Result<()> {
        let Some(deeper) = deeper.checked_sub(1) else {
            return Err(Damage::new("it is defined in itself"));
        };
        let attributes = self.attributes(3, row)?;
        let own = Outside {
            arches: outside.arches | self.arches(&attributes)?,
            packed: self.packed(row)?.or(outside.packed),
        };
        let mut types = Vec::new();
        for (place, (child, child_row)) in self.nested(row)?.into_iter().enumerate() {
            let flat = format!("{name}_{place}");
            self.flat(child_row, flat.clone(), own, inner, deeper)?;
            types.push((child, child_row, Some(flat)));
        }
        let inside = Inside { types: &types };
        let mut fields = Vec::new();
        for field in self.fields(row)? {
            fields.push(self.field(field, inside, own, inner, deeper)?);
        }
        let record = self.record_of(row, &attributes, own.packed, fields)?;
        let span = self.name(TYPE_DEF, row, 1)?.span;
        let name = Name { text: name, span };
        let arches = if own.arches & 7 == 0 { 7 } else { own.arches };
        let item = self.made(name, inner.module, arches, ItemKind::Record(record));
        inner.items.push(item);
        Ok(())
    }

    fn field(
        &self,
        row: usize,
        inside: Inside<'_, 'a>,
        outside: Outside,
        inner: &mut Inner<'_, '_, 'a>,
        deeper: usize,
    ) -> Result<Field> {
        let name = self.name(FIELD, row, 1)?;
        let attributes = self.attributes(1, row)?;
        let in_place = match self.written(row)? {
            Written::Named(coded) => self
                .inside(coded, inside)?
                .filter(|(_, flat)| flat.is_none()),
            _ => None,
        };
        let ty = if let Some((child, _)) = in_place {
            let Some(deeper) = deeper.checked_sub(1) else {
                return Err(Damage::new("it is defined in itself"));
            };
            let attributes = self.attributes(3, child)?;
            let own = Outside {
                arches: outside.arches | self.arches(&attributes)?,
                packed: self.packed(child)?.or(outside.packed),
            };
            let record = self.record(child, &attributes, own, inner, deeper)?;
            FieldType::Record(Box::new(record))
        } else {
            FieldType::Type(self.field_type(row, &attributes, Some(inside), inner.need)?)
        };
        Ok(Field {
            bits: self.bits(&attributes, name.span)?,
            name,
            docs: String::new(),
            ty,
            align: None,
            markers: Markers::default(),
        })
    }

    /// The type that a name without namespace means inside a record: its row, and the name of the
    /// item that it became.
    fn inside<'r>(
        &self,
        coded: usize,
        inside: Inside<'r, 'a>,
    ) -> Result<Option<(usize, Option<&'r str>)>> {
        let Some((table, of)) = self.tables.type_def_or_ref(coded)? else {
            return Ok(None);
        };
        let ("", name) = self.qualified(table, of)? else {
            return Ok(None);
        };
        let last = name.rsplit('/').next();
        let found = inside
            .types
            .iter()
            .find(|(child, _, _)| Some(*child) == last);
        Ok(found.map(|(_, row, flat)| (*row, flat.as_deref())))
    }

    /// The bit-fields of a field, with the gaps between them.
    fn bits(&self, attributes: &[Attribute<'a>], span: Span) -> Result<Vec<BitField>> {
        let mut all = Vec::new();
        for attribute in attributes
            .iter()
            .filter(|(name, _)| *name == "NativeBitfieldAttribute")
        {
            let mut arguments = self.arguments(*attribute)?;
            let name = arguments.text()?;
            let offset = i64::from_le_bytes(arguments.bytes()?);
            let width = i64::from_le_bytes(arguments.bytes()?);
            match (u32::try_from(offset), u32::try_from(width)) {
                (Ok(offset @ ..64), Ok(width @ ..=64)) => all.push((offset, width, name)),
                _ => return Err(Damage::new("has no such bits").of(name)),
            }
        }
        all.sort_by_key(|(offset, ..)| *offset);
        let mut bits = Vec::new();
        let mut at = 0;
        for (offset, width, name) in all {
            let mut push = |name, width| {
                bits.push(BitField {
                    name,
                    docs: String::new(),
                    width,
                    span,
                });
            };
            if offset > at {
                push(None, offset - at);
            }
            let text = ident(name);
            push(Some(Name { text, span }), width);
            at = offset + width;
        }
        Ok(bits)
    }

    /// A field's type as it is written.
    fn written(&self, field: usize) -> Result<Written> {
        let mut blob = self.tables.blob(FIELD, field, 2)?;
        if blob.byte()? != 0x06 {
            return Err(Damage::new("a field's type does not begin as one"));
        }
        blob.ty(&|coded| self.is_constant(coded))
    }

    /// The name of a field's type; none for one without, such as a pointer.
    pub fn type_of(&self, field: usize) -> Result<Option<&'a str>> {
        let Written::Named(coded) = self.written(field)? else {
            return Ok(None);
        };
        let named = self.tables.type_def_or_ref(coded)?;
        named
            .map(|(table, of)| self.tables.name(table, of, 1))
            .transpose()
    }

    /// Whether a modifier is the one that makes a pointer `*const`.
    fn is_constant(&self, coded: usize) -> Result<bool> {
        let Some((table, of)) = self.tables.type_def_or_ref(coded)? else {
            return Ok(false);
        };
        let found = self.qualified(table, of)?;
        Ok(found == ("System.Runtime.CompilerServices", "IsConst"))
    }

    fn field_type(
        &self,
        field: usize,
        attributes: &[Attribute<'a>],
        inside: Option<Inside<'_, 'a>>,
        need: &mut Need<'_, 'a>,
    ) -> Result<Type> {
        let ty = self.ty(&self.written(field)?, inside, need)?;
        Ok(constant_pointer(ty, attributes))
    }

    fn ty(
        &self,
        written: &Written,
        inside: Option<Inside<'_, 'a>>,
        need: &mut Need<'_, 'a>,
    ) -> Result<Type> {
        Ok(match written {
            Written::Code(code) => plain(*code)?,
            Written::Pointer(mutable, to) => Type::Pointer {
                mutable: *mutable,
                to: Box::new(self.ty(to, inside, need)?),
            },
            Written::Array(of, len) => Type::Array {
                of: Box::new(self.ty(of, inside, need)?),
                len: *len,
            },
            Written::Named(coded) => {
                if let Some(inside) = inside
                    && let Some((_, Some(flat))) = self.inside(*coded, inside)?
                {
                    return Ok(Type::Named(Name {
                        text: flat.to_owned(),
                        span: self.span(0, 0),
                    }));
                }
                let Some((table, of)) = self.tables.type_def_or_ref(*coded)? else {
                    return Err(Damage::new("its type is none"));
                };
                let (name, at) = self.tables.string(table, of, 1)?;
                let namespace = self.tables.name(table, of, 2)?;
                Type::Named(Name {
                    text: need.named(namespace, without_tick(name)),
                    span: self.span(at, name.len()),
                })
            }
        })
    }

    fn enumeration(&self, row: usize, attributes: &[Attribute<'a>]) -> Result<Enum> {
        let mut repr = None;
        let mut members = Vec::new();
        for field in self.fields(row)? {
            let value = self.value(field)?;
            if repr.is_none() {
                let ty = match value {
                    Some((code, _)) => Written::Code(code),
                    None => self.written(field)?,
                };
                repr = Some(match ty {
                    Written::Code(of @ code::I1..=code::U8) => plain(of)?,
                    _ => return Err(Damage::new("the enumeration is no integer of fixed width")),
                });
            }
            let Some((_, value)) = value else {
                continue;
            };
            let name = self.name(FIELD, field, 1)?;
            if !matches!(value, Value::Int(_)) {
                return Err(Damage::new("the member is no whole number").of(&name.text));
            }
            members.push(Member {
                value_span: name.span,
                name,
                docs: String::new(),
                value,
                markers: Markers::default(),
            });
        }
        let Some(Type::Primitive(repr)) = repr else {
            return Err(Damage::new(
                "the enumeration does not say which integer it is",
            ));
        };
        Ok(Enum {
            repr,
            flags: find(attributes, "FlagsAttribute").is_some(),
            scoped: find(attributes, "ScopedEnumAttribute").is_some(),
            members,
        })
    }

    /// The value of a field, and the code of its type; none for one without.
    fn value(&self, field: usize) -> Result<Option<(u8, Value)>> {
        let Some(row) = self.tables.equal(CONSTANT, 1, (field + 1) << 2).next() else {
            return Ok(None);
        };
        let code = self.tables.cell(CONSTANT, row, 0) as u8;
        let mut blob = self.tables.blob(CONSTANT, row, 2)?;
        let int = match code {
            code::BOOLEAN | code::U1 => i128::from(blob.byte()?),
            code::I1 => i8::from_le_bytes(blob.bytes()?).into(),
            code::U2 | code::CHAR => u16::from_le_bytes(blob.bytes()?).into(),
            code::I2 => i16::from_le_bytes(blob.bytes()?).into(),
            code::U4 => u32::from_le_bytes(blob.bytes()?).into(),
            code::I4 => i32::from_le_bytes(blob.bytes()?).into(),
            code::U8 | code::U => u64::from_le_bytes(blob.bytes()?).into(),
            code::I8 | code::I => i64::from_le_bytes(blob.bytes()?).into(),
            code::R4 => {
                let value = f32::from_le_bytes(blob.bytes()?);
                return float(value.is_finite(), value.to_string())
                    .map(|value| Some((code, value)));
            }
            code::R8 => {
                let value = f64::from_le_bytes(blob.bytes()?);
                return float(value.is_finite(), value.to_string())
                    .map(|value| Some((code, value)));
            }
            code::STRING => {
                let units = blob.rest().chunks_exact(2);
                let units: Vec<u16> = units
                    .map(|two| u16::from_le_bytes([two[0], two[1]]))
                    .collect();
                let value = Value::Text {
                    text: String::from_utf16_lossy(&units),
                    encoding: Encoding::Unspecified,
                };
                return Ok(Some((code, value)));
            }
            _ => return Err(Damage::new(format!("its value is of kind {code:#04x}"))),
        };
        Ok(Some((code, Value::Int(int))))
    }

    /// A constant; none when its value is a structure's.
    fn constant(
        &self,
        row: usize,
        name: &Name,
        attributes: &[Attribute<'a>],
        need: &mut Need<'_, 'a>,
    ) -> Result<Option<Constant>> {
        let value = self.value(row)?.map(|(_, value)| value);
        let guid = match find(attributes, "GuidAttribute") {
            Some(attribute) => Some(self.guid(attribute)?),
            None => None,
        };
        if value.is_none() && guid.is_none() && find(attributes, "ConstantAttribute").is_some() {
            return Ok(None);
        }
        let ty = match self.written(row)? {
            Written::Code(code::STRING) => Type::String,
            _ => self.field_type(row, attributes, None, need)?,
        };
        let is_guid = matches!(&ty, Type::Named(name) if name.text == "GUID");
        let value = match (value, guid) {
            (_, Some(guid)) if is_guid => Value::Guid(guid),
            (Some(Value::Int(id)), Some(format)) => Value::PropertyKey {
                format,
                id: u32::try_from(id)
                    .map_err(|_| Damage::new("its number does not fit a `u32`"))?,
            },
            (Some(Value::Text { text, .. }), None) => Value::Text {
                text,
                encoding: self.encoding(attributes)?,
            },
            (Some(value), None) => value,
            (None | Some(_), _) => return Err(Damage::new("the constant has no value")),
        };
        Ok(Some(Constant {
            ty,
            value,
            value_span: name.span,
        }))
    }

    fn encoding(&self, attributes: &[Attribute<'a>]) -> Result<Encoding> {
        let Some(found) = find(attributes, "NativeEncodingAttribute") else {
            return Ok(Encoding::Unspecified);
        };
        Ok(match self.arguments(found)?.text()? {
            "ansi" => Encoding::Ansi,
            "utf-16" => Encoding::Utf16,
            _ => Encoding::Unspecified,
        })
    }

    /// The GUID that an attribute's eleven arguments are.
    fn guid(&self, attribute: Attribute<'a>) -> Result<u128> {
        let mut arguments = self.arguments(attribute)?;
        let first = u128::from(u32::from_le_bytes(arguments.bytes()?));
        let second = u128::from(u16::from_le_bytes(arguments.bytes()?));
        let third = u128::from(u16::from_le_bytes(arguments.bytes()?));
        let rest = u128::from(u64::from_be_bytes(arguments.bytes()?));
        Ok(first << 96 | second << 80 | third << 64 | rest)
    }

    fn function(
        &self,
        row: usize,
        attributes: &[Attribute<'a>],
        need: &mut Need<'_, 'a>,
    ) -> Result<Function> {
        let tables = &self.tables;
        let Some(map) = tables.equal(IMPL_MAP, 1, (row + 1) << 1 | 1).next() else {
            return Err(Damage::new("no DLL is said to export it"));
        };
        let library = tables.row(IMPL_MAP, map, 3, MODULE_REF)?;
        let library = library.ok_or_else(|| Damage::new("no DLL is said to export it"))?;
        let abi = match tables.cell(IMPL_MAP, map, 0) & 0x700 {
            0x100 | 0x300 => Abi::System,
            0x200 => Abi::C,
            0x500 => Abi::Fastcall,
            other => {
                return Err(Damage::new(format!(
                    "it has the calling convention {other:#x}"
                )));
            }
        };
        let (library, at) = tables.string(MODULE_REF, library, 0)?;
        let import = tables.name(IMPL_MAP, map, 2)?;
        Ok(Function {
            library: Name {
                text: library.to_owned(),
                span: self.span(at, library.len()),
            },
            import: (import != tables.name(METHOD, row, 3)?).then(|| import.to_owned()),
            signature: self.signature(row, abi, need)?,
            last_error: None,
            errors: Vec::new(),
            noreturn: find(attributes, "DoesNotReturnAttribute").is_some(),
        })
    }

    fn callback(
        &self,
        row: usize,
        attributes: &[Attribute<'a>],
        need: &mut Need<'_, 'a>,
    ) -> Result<Callback> {
        let mut invoke = None;
        for method in self.tables.list(TYPE_DEF, row, 5, METHOD)? {
            if self.tables.name(METHOD, method, 3)? == "Invoke" {
                invoke = Some(method);
            }
        }
        let invoke = invoke.ok_or_else(|| Damage::new("the callback has no signature"))?;
        let abi = match self.number(attributes, "UnmanagedFunctionPointerAttribute")? {
            // 3 is stdcall, which is the platform's on x86 and the only one elsewhere.
            None | Some(1 | 3) => Abi::System,
            Some(2) => Abi::C,
            Some(5) => Abi::Fastcall,
            Some(other) => {
                return Err(Damage::new(format!(
                    "it has the calling convention {other}"
                )));
            }
        };
        let signature = self.signature(invoke, abi, need)?;
        Ok(Callback { signature })
    }

    fn signature(&self, method: usize, abi: Abi, need: &mut Need<'_, 'a>) -> Result<Signature> {
        let mut blob = self.tables.blob(METHOD, method, 4)?;
        let convention = blob.byte()?;
        let count = blob.compressed()?;
        if count > blob.rest().len() {
            return Err(Damage::new("it has more parameters than types for them"));
        }
        let mut rows = vec![None; count + 1];
        for param in self.tables.list(METHOD, method, 5, PARAM)? {
            let sequence = self.tables.cell(PARAM, param, 1);
            match rows.get_mut(sequence) {
                Some(row @ None) => *row = Some(param),
                _ => {
                    return Err(Damage::new(format!(
                        "there are two parameters {sequence}, or none"
                    )));
                }
            }
        }
        let mut types = Vec::with_capacity(count + 1);
        for _ in 0..=count {
            let written = blob.ty(&|coded| self.is_constant(coded))?;
            types.push(self.ty(&written, None, need)?);
        }
        let mut types = types.into_iter();
        let result = types.next().unwrap_or(Type::Void);
        let mut params = Vec::with_capacity(count);
        for (at, ty) in types.enumerate() {
            params.push(self.param(at, rows[at + 1], ty)?);
        }
        Ok(Signature {
            abi,
            params,
            variadic: convention & 0x0F == 0x05,
            result,
        })
    }

    fn param(&self, at: usize, row: Option<usize>, ty: Type) -> Result<Param> {
        let Some(row) = row else {
            let mutable = matches!(ty, Type::Pointer { mutable: true, .. });
            return Ok(Param {
                name: Name {
                    text: format!("p{at}"),
                    span: self.span(0, 0),
                },
                docs: String::new(),
                ty,
                direction: if mutable {
                    Direction::Out
                } else {
                    Direction::In
                },
                optional: false,
                reserved: false,
                retval: false,
                iid_is: false,
                len: None,
                markers: Markers::default(),
            });
        };
        let flags = self.tables.cell(PARAM, row, 0);
        let attributes = self.attributes(4, row)?;
        Ok(Param {
            name: self.name(PARAM, row, 2)?,
            docs: String::new(),
            ty: constant_pointer(ty, &attributes),
            direction: match flags & 3 {
                2 => Direction::Out,
                3 => Direction::InOut,
                _ => Direction::In,
            },
            optional: flags & 0x10 != 0,
            reserved: find(&attributes, "ReservedAttribute").is_some(),
            retval: find(&attributes, "RetValAttribute").is_some(),
            iid_is: find(&attributes, "ComOutPtrAttribute").is_some(),
            len: self.len(&attributes)?,
            markers: Markers::default(),
        })
    }

    /// How large the memory is that a parameter points at, where one thing says so.
    fn len(&self, attributes: &[Attribute<'a>]) -> Result<Option<Len>> {
        let named = |name| {
            find(attributes, name)
                .map(|found| self.arguments(found)?.named())
                .transpose()
        };
        let elements = named("NativeArrayInfoAttribute")?.unwrap_or_default();
        let bytes = named("MemorySizeAttribute")?.unwrap_or_default();
        let outside = |value: i64| Damage::new(format!("a length is said to be {value}"));
        let param = |value: i64| u16::try_from(value).map_err(|_| outside(value));
        Ok(match (elements[..].as_ref(), bytes[..].as_ref()) {
            ([("CountParamIndex", Some(at))], []) => Some(Len::Param(param(*at)?)),
            ([("CountConst", Some(count))], []) => Some(Len::Const(
                u32::try_from(*count).map_err(|_| outside(*count))?,
            )),
            ([], [("BytesParamIndex", Some(at))]) => Some(Len::Bytes(param(*at)?)),
            _ => None,
        })
    }
}

/// Where the items go that records bring with them.
struct Inner<'i, 'n, 'a> {
    module: ModuleId,
    need: &'i mut Need<'n, 'a>,
    items: &'i mut Vec<Item>,
}

/// The flags of a type that is a union, and of one that is WinRT's.
const EXPLICIT_LAYOUT: usize = 0x10;
const WINRT: usize = 0x4000;

fn find<'a>(attributes: &[Attribute<'a>], name: &str) -> Option<Attribute<'a>> {
    attributes.iter().find(|(of, _)| *of == name).copied()
}

/// A pointer that an attribute makes `*const`, as the metadata's previous generation did.
fn constant_pointer(ty: Type, attributes: &[Attribute<'_>]) -> Type {
    match ty {
        Type::Pointer { to, .. } if find(attributes, "ConstAttribute").is_some() => {
            Type::Pointer { mutable: false, to }
        }
        ty => ty,
    }
}

/// A type of the runtime.
fn plain(of: u8) -> Result<Type> {
    Ok(Type::Primitive(match of {
        code::VOID => return Ok(Type::Void),
        // Handles of WinRT's; only a constant is a text.
        code::STRING | code::OBJECT => return Ok(object()),
        code::BOOLEAN => Primitive::Bool,
        code::I1 => Primitive::I8,
        code::U1 => Primitive::U8,
        code::I2 => Primitive::I16,
        code::U2 | code::CHAR => Primitive::U16,
        code::I4 => Primitive::I32,
        code::U4 => Primitive::U32,
        code::I8 => Primitive::I64,
        code::U8 => Primitive::U64,
        code::R4 => Primitive::F32,
        code::R8 => Primitive::F64,
        code::I => Primitive::Isize,
        code::U => Primitive::Usize,
        other => {
            return Err(Damage::new(format!(
                "there is no type of the code {other:#04x}"
            )));
        }
    }))
}

/// A number with a fraction, as Rust writes it.
fn float(finite: bool, mut text: String) -> Result<Value> {
    if !finite {
        return Err(Damage::new("its value is no number"));
    }
    if !text.contains('.') {
        text.push_str(".0");
    }
    Ok(Value::Float(text))
}

/// A packing or an alignment; none where it is 0.
fn power_of_two(number: i64, what: &str) -> Result<Option<u16>> {
    match u16::try_from(number) {
        Ok(0) => Ok(None),
        Ok(number) if number.is_power_of_two() && number <= 8192 => Ok(Some(number)),
        _ => Err(Damage::new(format!("its {what} is said to be {number}"))),
    }
}

/// A name without the number of its generic parameters.
fn without_tick(name: &str) -> &str {
    name.split_once('`').map_or(name, |(name, _)| name)
}

/// A name as it can stand in Rust, where a keyword gets `r#` when it is written; windows-rdl leaves
/// that in the names of records.
pub fn ident(name: &str) -> String {
    match name.strip_prefix("r#").unwrap_or(name) {
        "_" => "unused".to_owned(),
        name @ ("self" | "Self") => format!("{name}_"),
        name => without_tick(name).to_owned(),
    }
}
