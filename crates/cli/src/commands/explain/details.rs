//! What only some kinds of items have: members, fields, parameters, failures.

use serde::Serialize;

use super::entry::{Quantity, without_value};
use crate::catalogue::items::{
    ARCHES, Code, Direction, Enumeration, Field, Function, Item, Kind, Presence, Record, Signature,
};
use crate::catalogue::{self, Named};

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
