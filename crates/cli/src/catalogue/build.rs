//! Short words for items, so that the generated data reads well.

pub(crate) use super::items::{
    Bits, Code, Constant, Direction, Enumeration, Failure, Field, Function, Integer, Item, Kind,
    Member, Origin, Param, Place, Presence, Record, Signature, Value,
};

/// For every architecture.
pub(crate) const EVERYWHERE: [bool; 3] = [true; 3];

pub(crate) const fn item(
    name: &'static str,
    arches: [bool; 3],
    origin: Origin,
    docs: &'static str,
    kind: Kind,
) -> Item {
    Item {
        name,
        docs,
        arches,
        origin,
        kind,
    }
}

pub(crate) const fn origin(
    header: &'static str,
    client: &'static str,
    server: &'static str,
    page: &'static str,
) -> Origin {
    Origin {
        header,
        client,
        server,
        page,
    }
}

pub(crate) const fn signed(bits: u32) -> Integer {
    Integer { bits, signed: true }
}

pub(crate) const fn unsigned(bits: u32) -> Integer {
    Integer {
        bits,
        signed: false,
    }
}

pub(crate) const fn enumeration(integer: Integer, members: &'static [Member]) -> Kind {
    Kind::Enumeration(Enumeration {
        integer,
        flags: false,
        members,
    })
}

pub(crate) const fn flags(integer: Integer, members: &'static [Member]) -> Kind {
    Kind::Enumeration(Enumeration {
        integer,
        flags: true,
        members,
    })
}

pub(crate) const fn member(name: &'static str, value: u64, docs: &'static str) -> Member {
    Member { name, value, docs }
}

pub(crate) const fn constant(ty: &'static str, value: Value) -> Kind {
    Kind::Constant(Constant { ty, value })
}

pub(crate) const fn integer(bits: u64, of: Integer) -> Value {
    Value::Integer { bits, of }
}

pub(crate) const fn alias(of: &'static str) -> Kind {
    Kind::Alias(of)
}

pub(crate) const fn structure(extents: [Option<Place>; 3], fields: &'static [Field]) -> Record {
    Record {
        union: false,
        extents,
        fields,
    }
}

pub(crate) const fn union(extents: [Option<Place>; 3], fields: &'static [Field]) -> Record {
    Record {
        union: true,
        extents,
        fields,
    }
}

pub(crate) const fn at(offset: u64, size: u64, align: u64) -> Option<Place> {
    Some(Place {
        offset,
        size,
        align,
    })
}

pub(crate) const fn same(offset: u64, size: u64, align: u64) -> [Option<Place>; 3] {
    [at(offset, size, align); 3]
}

pub(crate) const fn field(
    name: &'static str,
    ty: &'static str,
    places: [Option<Place>; 3],
    docs: &'static str,
) -> Field {
    divided(name, ty, places, docs, &[])
}

pub(crate) const fn divided(
    name: &'static str,
    ty: &'static str,
    places: [Option<Place>; 3],
    docs: &'static str,
    bits: &'static [Bits],
) -> Field {
    Field {
        name,
        ty,
        docs,
        places,
        bits,
        nested: None,
    }
}

pub(crate) const fn nested(
    name: &'static str,
    places: [Option<Place>; 3],
    docs: &'static str,
    record: &'static Record,
) -> Field {
    Field {
        name,
        ty: if record.union { "union" } else { "struct" },
        docs,
        places,
        bits: &[],
        nested: Some(record),
    }
}

pub(crate) const fn bits(name: &'static str, width: u32, docs: &'static str) -> Bits {
    Bits { name, width, docs }
}

pub(crate) const fn function(
    library: &'static str,
    signature: Signature,
    code: Code,
    failures: &'static [Failure],
) -> Kind {
    Kind::Function(Function {
        library,
        signature,
        code,
        failures,
    })
}

pub(crate) const fn failure(code: &'static str, cause: &'static str) -> Failure {
    Failure { code, cause }
}

pub(crate) const fn callback(signature: Signature) -> Kind {
    Kind::Callback(signature)
}

pub(crate) const fn signature(params: &'static [Param], result: &'static str) -> Signature {
    Signature { params, result }
}

pub(crate) const fn param(
    name: &'static str,
    ty: &'static str,
    direction: Direction,
    presence: Presence,
    docs: &'static str,
) -> Param {
    Param {
        name,
        ty,
        direction,
        presence,
        docs,
    }
}
