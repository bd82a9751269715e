//! Everything that the specs say of one name, for people and for programs.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::catalogue::items::{
    ARCHES, Code, Direction, Enumeration, Field, Function, Integer, Item, Kind, Presence, Record,
    Signature, Value,
};
use crate::catalogue::{self, Named, Number};

/// Everything that the specs say of one name.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) kind: &'static str,
    /// The enumeration that it is a member of, or the type of a constant.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub(super) ty: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<Quantity>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<&'static str>,
    pub(super) docs: &'static str,
    /// Other names of the same value in the same enumeration.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aliases: Vec<&'static str>,
    /// The functions that document it as a failure.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) documented_for: Vec<Documented>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) details: Option<Details>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) header: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) since: Vec<&'static str>,
    #[serde(skip_serializing_if = "str::is_empty")]
    pub(super) reference: &'static str,
}

/// A whole number, as itself and in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Quantity {
    pub(super) decimal: String,
    pub(super) hexadecimal: String,
}

/// A failure that a function documents.
#[derive(Debug, Serialize)]
pub(super) struct Documented {
    pub(super) function: &'static str,
    pub(super) cause: &'static str,
}

impl Entry {
    /// What is known of a name.
    pub(super) fn new(named: Named, codes: &BTreeSet<&str>) -> Self {
        let item = named.item();
        let (text, details) = match named {
            Named::Item(item) => (text(item), details(item)),
            Named::Member(..) => (None, None),
        };
        let since = [item.origin.client, item.origin.server];
        Self {
            name: named.name(),
            kind: kind(named, codes),
            ty: named.enumeration().or_else(|| constant_type(named)),
            value: named.integer().map(|(bits, of)| Quantity::new(bits, of)),
            text,
            docs: docs(named),
            aliases: aliases(named),
            documented_for: catalogue::documented_for(named.name())
                .into_iter()
                .map(|(function, failure)| Documented {
                    function: function.name,
                    cause: failure.cause,
                })
                .collect(),
            details,
            header: item.origin.header,
            since: since.into_iter().filter(|text| !text.is_empty()).collect(),
            reference: item.origin.page,
        }
    }
}

impl Quantity {
    pub(super) fn new(bits: u64, of: Integer) -> Self {
        Self {
            decimal: Number::new(bits, of).to_string(),
            hexadecimal: format!("0x{bits:X}"),
        }
    }
}

/// What a thing is called.
pub(super) fn kind(named: Named, codes: &BTreeSet<&str>) -> &'static str {
    if named.enumeration().is_some_and(|of| codes.contains(of)) {
        return "error code";
    }
    match named {
        _ if named.is_flag() => "flag",
        Named::Member(..) => "member",
        Named::Item(item) => match &item.kind {
            Kind::Record(Record { union: true, .. }) => "union",
            Kind::Record(_) => "structure",
            Kind::Enumeration(Enumeration { flags: true, .. }) => "flag set",
            Kind::Enumeration(_) => "enumeration",
            Kind::Constant(_) => "constant",
            Kind::Alias(_) => "type",
            Kind::Function(_) => "function",
            Kind::Callback(_) => "callback",
        },
    }
}

fn constant_type(named: Named) -> Option<&'static str> {
    match named {
        Named::Item(Item {
            kind: Kind::Constant(constant),
            ..
        }) => Some(constant.ty),
        _ => None,
    }
}

/// The documentation, without a value at its beginning: that is told beside it.
pub(super) fn docs(named: Named) -> &'static str {
    without_value(named.docs())
}

pub(super) fn without_value(docs: &'static str) -> &'static str {
    let value = docs
        .strip_prefix('`')
        .and_then(|rest| rest.split_once("`. "));
    match value {
        Some((value, rest)) if value.starts_with("0x") => rest,
        _ => docs,
    }
}

/// The other names of a member's value in its enumeration.
fn aliases(named: Named) -> Vec<&'static str> {
    let Named::Member(Item { kind, .. }, member) = named else {
        return Vec::new();
    };
    let Kind::Enumeration(of) = kind else {
        return Vec::new();
    };
    let others = of.members.iter().filter(|other| other.name != member.name);
    others
        .filter(|other| other.value == member.value)
        .map(|other| other.name)
        .collect()
}

fn text(item: &Item) -> Option<&'static str> {
    match &item.kind {
        Kind::Constant(constant) => match constant.value {
            Value::Text(text) | Value::Written(text) => Some(text),
            Value::AllOnes => Some("all bits set"),
            Value::Integer { .. } => None,
        },
        _ => None,
    }
}

/// What only some kinds of items have.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Details {
    Members(Vec<MemberView>),
    Record {
        sizes: Vec<Size>,
        fields: Vec<FieldView>,
    },
    Alias {
        of: &'static str,
    },
    Function {
        dll: &'static str,
        #[serde(flatten)]
        signature: SignatureView,
        /// Where a failure's code is found.
        #[serde(skip_serializing_if = "Option::is_none")]
        code_from: Option<&'static str>,
        failures: Vec<FailureView>,
    },
    Callback(SignatureView),
}

#[derive(Debug, Serialize)]
pub(super) struct MemberView {
    pub(super) name: &'static str,
    pub(super) value: Quantity,
    pub(super) docs: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Size {
    pub(super) arch: &'static str,
    pub(super) size: u64,
    pub(super) align: u64,
}

#[derive(Debug, Serialize)]
pub(super) struct FieldView {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) ty: &'static str,
    pub(super) docs: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct SignatureView {
    pub(super) parameters: Vec<ParamView>,
    /// The result's type; empty for none.
    pub(super) result: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct ParamView {
    pub(super) name: &'static str,
    #[serde(rename = "type")]
    pub(super) ty: &'static str,
    pub(super) direction: &'static str,
    pub(super) presence: &'static str,
    pub(super) docs: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct FailureView {
    pub(super) code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) value: Option<Quantity>,
    pub(super) cause: &'static str,
}

/// What an item of its kind has.
pub(super) fn details(item: &Item) -> Option<Details> {
    Some(match &item.kind {
        Kind::Enumeration(of) => Details::Members(members(of)),
        Kind::Record(of) => Details::Record {
            sizes: sizes(of),
            fields: fields(of, ""),
        },
        Kind::Alias(of) => Details::Alias { of },
        Kind::Function(of) => function(of),
        Kind::Callback(of) => Details::Callback(signature(of)),
        Kind::Constant(_) => return None,
    })
}

fn members(of: &Enumeration) -> Vec<MemberView> {
    of.members
        .iter()
        .map(|member| MemberView {
            name: member.name,
            value: Quantity::new(member.value, of.integer),
            docs: without_value(member.docs),
        })
        .collect()
}

fn sizes(of: &Record) -> Vec<Size> {
    ARCHES
        .into_iter()
        .zip(of.extents)
        .filter_map(|(arch, place)| {
            let place = place?;
            Some(Size {
                arch,
                size: place.size,
                align: place.align,
            })
        })
        .collect()
}

fn fields(of: &Record, path: &str) -> Vec<FieldView> {
    let mut views = Vec::new();
    for Field {
        name,
        ty,
        docs,
        bits,
        nested,
        ..
    } in of.fields
    {
        let name = format!("{path}{name}");
        let below = format!("{name}.");
        views.push(FieldView { name, ty, docs });
        for bits in bits.iter().filter(|bits| !bits.name.is_empty()) {
            views.push(FieldView {
                name: format!("{below}{}", bits.name),
                ty: "bits",
                docs: bits.docs,
            });
        }
        if let Some(nested) = nested {
            views.extend(fields(nested, &below));
        }
    }
    views
}

fn function(of: &Function) -> Details {
    Details::Function {
        dll: of.library,
        signature: signature(&of.signature),
        code_from: match of.code {
            Code::WsaGetLastError => Some("WSAGetLastError"),
            Code::GetLastError => Some("GetLastError"),
            Code::Result => Some("the result"),
            Code::None => None,
        },
        failures: of
            .failures
            .iter()
            .map(|failure| FailureView {
                code: failure.code,
                value: catalogue::find(failure.code)
                    .into_iter()
                    .find_map(Named::integer)
                    .map(|(bits, of)| Quantity::new(bits, of)),
                cause: failure.cause,
            })
            .collect(),
    }
}

fn signature(of: &Signature) -> SignatureView {
    let parameters = of.params.iter().map(|param| ParamView {
        name: param.name,
        ty: param.ty,
        direction: match param.direction {
            Direction::In => "in",
            Direction::Out => "out",
            Direction::InOut => "in-out",
        },
        presence: match param.presence {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::Reserved => "reserved",
        },
        docs: param.docs,
    });
    SignatureView {
        parameters: parameters.collect(),
        result: of.result,
    }
}
