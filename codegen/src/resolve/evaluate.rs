//! The values of constants and members.

use super::types::Underlying;
use super::{Index, ValueId};
use crate::diagnostic::Diagnostic;
use crate::model::{Arches, Enum, ItemId, ItemKind, Model, Name, Primitive, Value};
use crate::nearest::Search;
use rustc_hash::FxHashSet;
use std::collections::HashSet;

/// A value that is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Evaluated {
    /// A whole number, within its type where the type has a width on every architecture.
    Int(i128),
    /// All bits set, of a type whose width is the architecture's.
    AllOnes,
    /// A number with a fraction.
    Float(f64),
    /// A GUID.
    Guid(u128),
    /// A text or a property key, which the model holds.
    Other,
}

/// The width of an integer in bits, and whether it has a sign; none for other types and for those
/// whose width is the architecture's.
#[must_use]
pub fn width(primitive: Primitive) -> Option<(u32, bool)> {
    Some(match primitive {
        Primitive::I8 => (8, true),
        Primitive::U8 => (8, false),
        Primitive::I16 => (16, true),
        Primitive::U16 => (16, false),
        Primitive::I32 => (32, true),
        Primitive::U32 => (32, false),
        Primitive::I64 => (64, true),
        Primitive::U64 => (64, false),
        Primitive::Bool | Primitive::Isize | Primitive::Usize | Primitive::F32 | Primitive::F64 => {
            return None;
        }
    })
}

/// Evaluates every constant and member.
pub fn all(
    model: &Model,
    index: &mut Index,
    lost: &HashSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut evaluator = Evaluator {
        model,
        index,
        lost,
        search: &Search::new(),
        diagnostics,
        waiting: FxHashSet::default(),
    };
    for (at, item) in (0..).zip(&model.items) {
        let item_id = ItemId(at);
        match &item.kind {
            ItemKind::Enum(item) => {
                for at in 0..item.members.len() {
                    evaluator.evaluate(ValueId::Member(item_id, at as u32));
                }
            }
            ItemKind::Constant(_) => {
                evaluator.evaluate(ValueId::Constant(item_id));
            }
            _ => {}
        }
    }
}

struct Evaluator<'a> {
    model: &'a Model,
    index: &'a mut Index,
    lost: &'a HashSet<String>,
    search: &'a Search,
    diagnostics: &'a mut Vec<Diagnostic>,
    /// The values on the stack.
    waiting: FxHashSet<ValueId>,
}

/// A value that waits for the values that it names.
struct Frame<'m> {
    id: ValueId,
    integer: Integer,
    names: &'m [Name],
    next: usize,
    bits: i128,
}

/// What integer a value's type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Integer {
    /// So many bits wide, with or without a sign.
    Fixed(u32, bool),
    /// As wide as a pointer.
    Pointer,
    /// None.
    None,
}

impl Integer {
    /// A number as this integer holds its bits; a number that does not fit stays as it is.
    fn fit(self, value: i128) -> i128 {
        match self {
            Self::Fixed(width, signed) => {
                let modulus = 1_i128 << width;
                let half = modulus >> 1;
                if value >= modulus || value < -half {
                    value
                } else if signed && value >= half {
                    value - modulus
                } else if !signed && value < 0 {
                    value + modulus
                } else {
                    value
                }
            }
            Self::Pointer | Self::None => value,
        }
    }
}

impl<'a> Evaluator<'a> {
    /// Evaluates a value and those that it names, without recursion: a chain may be long.
    fn evaluate(&mut self, id: ValueId) {
        if self.index.evaluated.get(id).is_some() {
            return;
        }
        let mut stack: Vec<Frame<'a>> = Vec::new();
        self.start(id, &mut stack);
        while let Some(frame) = stack.last_mut() {
            let Some(name) = frame.names.get(frame.next) else {
                let value = Evaluated::Int(frame.integer.fit(frame.bits));
                self.index.evaluated.set(frame.id, value);
                self.waiting.remove(&frame.id);
                stack.pop();
                continue;
            };
            let id = frame.id;
            let Some(target) = self.find(id, name) else {
                frame.next += 1;
                if !self.lost.contains(&name.text) {
                    let found = self.unknown(id, name);
                    self.diagnostics.push(found);
                }
                continue;
            };
            match self.index.evaluated.get(target) {
                Some(value) => {
                    frame.next += 1;
                    match value {
                        Evaluated::Int(bits) => {
                            let bits = frame.integer.fit(bits);
                            frame.bits |= bits;
                        }
                        Evaluated::AllOnes => frame.bits = -1,
                        _ => {
                            let message = format!("`{}` is not a whole number", name.text);
                            let found = Diagnostic::new(name.span, message)
                                .with_help("only whole numbers can be named or joined by `|`");
                            self.diagnostics.push(found);
                        }
                    }
                }
                None if self.waiting.contains(&target) => {
                    let message = format!("the value of `{}` depends on itself", name.text);
                    let found = Diagnostic::new(name.span, message)
                        .with_help("write one of the values as a number");
                    self.diagnostics.push(found);
                    frame.next += 1;
                }
                None => self.start(target, &mut stack),
            }
        }
    }

    /// Evaluates a value that names no other, or puts it on the stack.
    fn start(&mut self, id: ValueId, stack: &mut Vec<Frame<'a>>) {
        let Some((value, integer)) = self.written(id) else {
            self.index.evaluated.set(id, Evaluated::Other);
            return;
        };
        let evaluated = match value {
            Value::Int(value) => Evaluated::Int(integer.fit(*value)),
            Value::AllOnes => match integer {
                Integer::Fixed(..) => Evaluated::Int(integer.fit(-1)),
                Integer::Pointer | Integer::None => Evaluated::AllOnes,
            },
            Value::Float(text) => Evaluated::Float(text.parse().unwrap_or(f64::NAN)),
            Value::Guid(guid) => Evaluated::Guid(*guid),
            Value::Text { .. } | Value::PropertyKey { .. } => Evaluated::Other,
            Value::Names(names) => {
                self.waiting.insert(id);
                stack.push(Frame {
                    id,
                    integer,
                    names,
                    next: 0,
                    bits: 0,
                });
                return;
            }
        };
        self.index.evaluated.set(id, evaluated);
    }

    /// A value as it is written, and what integer its type is.
    fn written(&self, id: ValueId) -> Option<(&'a Value, Integer)> {
        let (ValueId::Constant(item_id) | ValueId::Member(item_id, _)) = id;
        let item = self.model.items.get(item_id.0 as usize)?;
        match (&item.kind, id) {
            (ItemKind::Constant(constant), _) => {
                let behind = self.index.behind(&constant.ty, first_arch(item.arches));
                let integer = match behind {
                    Underlying::Primitive(Primitive::Isize | Primitive::Usize)
                    | Underlying::Pointer => Integer::Pointer,
                    Underlying::Primitive(primitive) => fixed(primitive),
                    Underlying::Other => Integer::None,
                };
                Some((&constant.value, integer))
            }
            (ItemKind::Enum(item), ValueId::Member(_, at)) => {
                let member = item.members.get(at as usize)?;
                Some((&member.value, fixed(item.repr)))
            }
            _ => None,
        }
    }

    /// What a name means in a value: a member beside it first, then any constant or member that
    /// exists wherever the value does.
    fn find(&self, id: ValueId, name: &Name) -> Option<ValueId> {
        let (ValueId::Constant(item_id) | ValueId::Member(item_id, _)) = id;
        let values = self.index.values(&name.text);
        let beside =
            |value: &&ValueId| matches!(value, ValueId::Member(item, _) if *item == item_id);
        let arches = |value: &ValueId| {
            let (ValueId::Constant(item) | ValueId::Member(item, _)) = *value;
            self.model.items[item.0 as usize].arches
        };
        let here = arches(&id);
        values
            .iter()
            .find(beside)
            .or_else(|| values.iter().find(|value| arches(value).contains(here)))
            .copied()
    }

    fn unknown(&self, id: ValueId, name: &Name) -> Diagnostic {
        let text = &name.text;
        if !self.index.values(text).is_empty() {
            let message = format!("`{text}` is no single value on this item's architectures");
            return Diagnostic::new(name.span, message).with_help(
                "write this item once for each of its values, each with its `#[arch(..)]`",
            );
        }
        let found = Diagnostic::new(name.span, format!("unknown value `{text}`"));
        let members = self.enum_of(id).map(|item| item.members.as_slice());
        let beside = members.unwrap_or_default().iter();
        let beside = beside.map(|member| member.name.text.as_str());
        let all = self.index.values.keys().map(AsRef::as_ref);
        let search = self.search;
        let near = search.nearest(text, beside);
        match near.or_else(|| search.nearest(text, all)) {
            Some(names) => found.with_help(format!("did you mean {names}?")),
            None => found.with_help("a value names constants, or members of enumerations"),
        }
    }

    fn enum_of(&self, id: ValueId) -> Option<&'a Enum> {
        let (ValueId::Constant(item) | ValueId::Member(item, _)) = id;
        match &self.model.items.get(item.0 as usize)?.kind {
            ItemKind::Enum(item) => Some(item),
            _ => None,
        }
    }
}

fn fixed(primitive: Primitive) -> Integer {
    match width(primitive) {
        Some((width, signed)) => Integer::Fixed(width, signed),
        None => match primitive {
            Primitive::Isize | Primitive::Usize => Integer::Pointer,
            _ => Integer::None,
        },
    }
}

/// One architecture of a set.
fn first_arch(arches: Arches) -> Arches {
    [Arches::X64, Arches::ARM64, Arches::X86]
        .into_iter()
        .find(|&arch| arches.contains(arch))
        .unwrap_or(Arches::X64)
}
