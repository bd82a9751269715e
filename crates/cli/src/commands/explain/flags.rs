//! Numbers as combinations of flags.

use serde::Serialize;

use super::entry::{Quantity, docs};
use super::unknown_name;
use crate::catalogue::items::{Enumeration, Item, Kind};
use crate::catalogue::{self, Named, Number, didyoumean, similar};
use crate::outcome::{Failure, Outcome};

/// A number as a combination of the flags of one set.
#[derive(Debug, Serialize)]
pub(super) struct FlagsView {
    #[serde(rename = "type")]
    pub(super) ty: &'static str,
    pub(super) value: Quantity,
    /// Whether the type is a flag set, and not an enumeration with one name for a value.
    #[serde(skip)]
    pub(super) combined: bool,
    /// The flags that are set.
    pub(super) set: Vec<FlagView>,
    /// The bits that have no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) unnamed: Option<String>,
}

/// A flag that is set.
#[derive(Debug, Serialize)]
pub(super) struct FlagView {
    pub(super) name: &'static str,
    pub(super) value: Quantity,
    pub(super) docs: &'static str,
}

/// The flag sets that have a name for every bit of a number, if it has more than one bit.
pub(super) fn sets_that_fit(number: Number) -> Vec<FlagsView> {
    let bits = number.bits();
    if bits.count_ones() < 2 {
        return Vec::new();
    }
    catalogue::items()
        .filter_map(|item| match &item.kind {
            Kind::Enumeration(of) if of.flags && fits(bits, of) => Some(view(item, of, bits)),
            _ => None,
        })
        .filter(|view| view.unnamed.is_none())
        .collect()
}

/// A value of a type: a number, or names and numbers joined by `|`.
pub(super) fn decompose(query: &str, of: &str) -> Outcome<FlagsView> {
    let (item, enumeration) = enumeration(of)?;
    if query.contains('|') && !enumeration.flags {
        return Err(Failure::usage(format!(
            "the values of {} are no flags to combine",
            item.name
        ))
        .help("ask for one at a time"));
    }
    let mut bits = 0;
    for part in query.split('|').map(str::trim) {
        bits |= value(part, item.name)?;
    }
    if !fits(bits, enumeration) {
        return Err(Failure::usage(format!(
            "{query} does not fit into the {} bits of {}",
            enumeration.integer.bits, item.name
        )));
    }
    let view = view(item, enumeration, bits);
    if !view.combined && view.set.is_empty() {
        return Err(
            Failure::usage(format!("no value of {} is {query}", item.name))
                .help(format!("winsec explain {} lists them", item.name)),
        );
    }
    Ok(view)
}

/// The flag set or enumeration of a name.
fn enumeration(name: &str) -> Outcome<(&'static Item, &'static Enumeration)> {
    let found = catalogue::find(name)
        .into_iter()
        .find_map(|named| match named {
            Named::Item(item) => match &item.kind {
                Kind::Enumeration(of) => Some((item, of)),
                _ => None,
            },
            Named::Member(..) => None,
        });
    found.ok_or_else(|| {
        let names = catalogue::items()
            .filter(|item| matches!(item.kind, Kind::Enumeration(_)))
            .map(|item| item.name);
        Failure::usage(format!("no flag set or enumeration is called {name}")).help(
            didyoumean(&similar(name, names))
                .unwrap_or_else(|| "the sets are listed by winsec explain \"*_FLAGS\"".to_owned()),
        )
    })
}

/// One part of a combination.
fn value(part: &str, of: &str) -> Outcome<u64> {
    if let Ok(number) = part.parse::<Number>() {
        return Ok(number.bits());
    }
    let found = catalogue::find(part);
    let own = found.iter().find(|named| named.enumeration() == Some(of));
    if let Some((bits, _)) = own.and_then(|named| named.integer()) {
        return Ok(bits);
    }
    match found.iter().find_map(|named| named.enumeration()) {
        Some(other) => Err(
            Failure::usage(format!("{part} belongs to {other}, not to {of}"))
                .help("combine flags of one set only"),
        ),
        None => Err(unknown_name(part)),
    }
}

fn fits(bits: u64, of: &Enumeration) -> bool {
    of.integer.bits >= u64::BITS || bits >> of.integer.bits == 0
}

fn view(item: &'static Item, of: &'static Enumeration, bits: u64) -> FlagsView {
    let mut rest = bits;
    let mut set = Vec::new();
    for named in members(item, of) {
        let Some((value, integer)) = named.integer() else {
            continue;
        };
        let is_set = if of.flags {
            value != 0 && bits & value == value && rest & value != 0
        } else {
            value == bits && set.is_empty()
        };
        if is_set {
            rest &= !value;
            set.push(FlagView {
                name: named.name(),
                value: Quantity::new(value, integer),
                docs: docs(named),
            });
        }
    }
    FlagsView {
        ty: item.name,
        value: Quantity::new(bits, of.integer),
        combined: of.flags,
        set,
        unnamed: (rest != 0).then(|| format!("0x{rest:X}")),
    }
}

/// The members of an enumeration, those that other headers add included.
fn members(item: &'static Item, of: &'static Enumeration) -> impl Iterator<Item = Named> {
    let own = of
        .members
        .iter()
        .map(move |member| Named::Member(item, member));
    let further = catalogue::items().map(Named::Item).filter(move |named| {
        matches!(&named.item().kind, Kind::Constant(constant) if constant.ty == item.name)
    });
    own.chain(further)
}
