//! Made-up RDL of any length: the same text from the same seed, in the proportions of Win32.

use std::fmt::Write as _;

use oorandom::Rand32;

/// The seed of every benchmark.
pub const SEED: u64 = 0x5EED_0FC0_DE00;

/// How many of 100 items of Win32 are of each kind, as counted in windows-rdl's text of it.
const MIX: [(u32, Kind); 7] = [
    (63, Kind::Constant),
    (11, Kind::Function),
    (2, Kind::Callback),
    (10, Kind::Alias),
    (9, Kind::Struct),
    (4, Kind::Enum),
    (1, Kind::Union),
];

/// How many of the latest types an item may refer to: real headers refer to their neighbours.
const NEAR: u32 = 200;

#[derive(Debug, Clone, Copy)]
enum Kind {
    Constant,
    Function,
    Callback,
    Alias,
    Struct,
    Enum,
    Union,
}

/// RDL with this many items, in Microsoft's own form: windows-rdl reads it too.
#[must_use]
pub fn text(items: usize, seed: u64) -> String {
    let mut author = Author {
        random: Rand32::new(seed),
        text: String::from("#[win32]\nmod Windows {\n    mod Win32 {\n"),
        types: Vec::new(),
    };
    for at in 0..items {
        author.item(at);
    }
    author.text.push_str("    }\n}\n");
    author.text
}

struct Author {
    random: Rand32,
    text: String,
    /// The names that fields and parameters may use.
    types: Vec<String>,
}

impl Author {
    fn item(&mut self, at: usize) {
        match self.kind() {
            Kind::Constant => self.constant(at),
            Kind::Function => self.function(at),
            Kind::Callback => self.callback(at),
            Kind::Alias => self.alias(at),
            Kind::Struct => self.record("struct", at),
            Kind::Enum => self.enumeration(at),
            Kind::Union => self.record("union", at),
        }
    }

    fn kind(&mut self) -> Kind {
        let mut left = self.random.rand_range(0..100);
        for (share, kind) in MIX {
            if left < share {
                return kind;
            }
            left -= share;
        }
        Kind::Constant
    }

    fn constant(&mut self, at: usize) {
        let value = self.random.rand_u32();
        match value % 8 {
            0 => self.line(format_args!("const MADE_UP_LIMIT_{at}: u32 = {value};")),
            1 => {
                self.line(format_args!("#[encoding(\"utf-16\")]"));
                self.line(format_args!(
                    "const MADE_UP_NAME_{at}: String = \"made up {value}\";"
                ));
            }
            _ => self.line(format_args!(
                "const MADE_UP_OPTION_{at}: i32 = {};",
                value >> 8
            )),
        }
    }

    fn alias(&mut self, at: usize) {
        let target = self.primitive();
        self.line(format_args!("type MADE_UP_ALIAS_{at} = {target};"));
        self.types.push(format!("MADE_UP_ALIAS_{at}"));
    }

    fn enumeration(&mut self, at: usize) {
        self.line(format_args!("#[repr(i32)]"));
        self.line(format_args!("enum MADE_UP_STATE_{at} {{"));
        for member in 0..self.random.rand_range(2..12) {
            self.line(format_args!("    MadeUpState{at}Value{member} = {member},"));
        }
        self.line(format_args!("}}"));
        self.types.push(format!("MADE_UP_STATE_{at}"));
    }

    /// A record holds other records by pointer alone, so that it has a size however many there are.
    fn record(&mut self, keyword: &str, at: usize) {
        self.line(format_args!("{keyword} MADE_UP_RECORD_{at} {{"));
        for field in 0..self.random.rand_range(1..10) {
            let ty = match self.random.rand_range(0..8) {
                0 => format!("*mut {}", self.any()),
                1 => format!("[u16; {}]", self.random.rand_range(1..64)),
                2 => self.scalar(),
                _ => self.primitive().to_owned(),
            };
            self.line(format_args!("    MadeUpField{field}: {ty},"));
        }
        self.line(format_args!("}}"));
        self.types.push(format!("MADE_UP_RECORD_{at}"));
    }

    fn function(&mut self, at: usize) {
        let library = self.random.rand_range(0..40);
        self.line(format_args!("#[library(\"MADEUP{library}.dll\")]"));
        let params = self.params();
        self.line(format_args!(
            "extern fn MadeUpFunction{at}({params}) -> i32;"
        ));
    }

    fn callback(&mut self, at: usize) {
        let params = self.params();
        self.line(format_args!(
            "extern fn MADE_UP_CALLBACK_{at}({params}) -> i32;"
        ));
    }

    fn params(&mut self) -> String {
        let mut params = String::new();
        for at in 0..self.random.rand_range(0..8) {
            if at > 0 {
                params.push_str(", ");
            }
            let ty = match self.random.rand_range(0..4) {
                0 => format!("*const {}", self.any()),
                1 => format!("*mut {}", self.any()),
                2 => self.scalar(),
                _ => self.primitive().to_owned(),
            };
            _ = write!(params, "madeUpParameter{at}: {ty}");
        }
        params
    }

    fn primitive(&mut self) -> &'static str {
        const PRIMITIVES: [&str; 6] = ["u8", "u16", "u32", "i32", "u64", "usize"];
        PRIMITIVES[self.random.rand_range(0..PRIMITIVES.len() as u32) as usize]
    }

    /// Any of the latest types.
    fn any(&mut self) -> String {
        let count = self.types.len() as u32;
        if count == 0 {
            return self.primitive().to_owned();
        }
        let at = self.random.rand_range(count.saturating_sub(NEAR)..count);
        self.types[at as usize].clone()
    }

    /// One of the latest types that is no record.
    fn scalar(&mut self) -> String {
        let name = self.any();
        if name.contains("RECORD") {
            self.primitive().to_owned()
        } else {
            name
        }
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        _ = writeln!(self.text, "        {line}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use winsec_codegen::source::{Source, Sources};
    use winsec_codegen::{Options, analyse};

    #[test]
    fn a_seed_makes_one_text() {
        assert_eq!(text(500, 7), text(500, 7));
        assert_ne!(text(500, 7), text(500, 8));
    }

    #[test]
    fn the_text_is_right_and_has_as_many_items_as_asked_for() {
        for items in [0, 1, 1000] {
            let sources = Sources::new([Source::new("made_up.rdl", text(items, SEED))]);
            let analysis = analyse(&sources, &Options::METADATA).unwrap();
            assert_eq!(analysis.model.items.len(), items);
        }
    }
}
