//! Reads the object file: debug sections, the data behind a symbol, and the symbols' names.

use std::{borrow::Cow, collections::HashMap};

use object::{Object, ObjectSection, ObjectSymbol, RelocationTarget, SymbolIndex};

/// An object file for Windows.
pub(super) struct ObjectFile<'data> {
    file: object::File<'data>,
    symbols: HashMap<String, SymbolIndex>,
    /// What the compiler puts before every C name: `_` on x86, nothing elsewhere.
    prefix: &'static str,
}

impl<'data> ObjectFile<'data> {
    /// Reads an object file.
    pub(super) fn parse(bytes: &'data [u8]) -> Result<Self, String> {
        let file = object::File::parse(bytes)
            .map_err(|error| format!("the object file cannot be read: {error}"))?;
        let prefix = match file.architecture() {
            object::Architecture::I386 => "_",
            _ => "",
        };
        let symbols = file
            .symbols()
            .filter_map(|symbol| Some((symbol.name().ok()?.to_owned(), symbol.index())))
            .collect();
        Ok(Self {
            file,
            symbols,
            prefix,
        })
    }

    /// The data that a C variable starts, to the end of its section.
    pub(super) fn data(&self, variable: &str) -> Option<&'data [u8]> {
        let index = *self.symbols.get(&format!("{}{variable}", self.prefix))?;
        let symbol = self.file.symbol_by_index(index).ok()?;
        let section = self.file.section_by_index(symbol.section_index()?).ok()?;
        let offset = symbol.address().checked_sub(section.address())?;
        section.data().ok()?.get(usize::try_from(offset).ok()?..)
    }

    /// A variable's first bytes as a number.
    pub(super) fn number<const N: usize>(&self, variable: &str) -> Option<u64> {
        let bytes = self.data(variable)?.get(..N)?;
        let mut number = [0; 8];
        number.get_mut(..N)?.copy_from_slice(bytes);
        Some(u64::from_le_bytes(number))
    }

    /// Every symbol's name.
    pub(super) fn symbols(&self) -> impl Iterator<Item = &str> {
        self.symbols.keys().map(String::as_str)
    }

    /// A debug section with its references to other sections filled in; empty if there is none.
    pub(super) fn section(&self, name: &str) -> Cow<'data, [u8]> {
        let Some(section) = self.file.section_by_name(name) else {
            return Cow::Borrowed(&[]);
        };
        let Ok(data) = section.uncompressed_data() else {
            return Cow::Borrowed(&[]);
        };
        let mut data = data.into_owned();
        for (offset, relocation) in section.relocations() {
            // Only offsets into other sections matter here; they are 32 bits wide, and what the
            // section holds already is added to.
            let RelocationTarget::Symbol(index) = relocation.target() else {
                continue;
            };
            let Ok(symbol) = self.file.symbol_by_index(index) else {
                continue;
            };
            let base = symbol
                .section_index()
                .and_then(|index| self.file.section_by_index(index).ok())
                .map_or(0, |section| section.address());
            let delta = symbol.address().wrapping_sub(base);
            let place = usize::try_from(offset).unwrap_or(usize::MAX);
            let Some(bytes) = place
                .checked_add(4)
                .and_then(|end| data.get_mut(place..end))
            else {
                continue;
            };
            let mut word = [0; 4];
            word.copy_from_slice(bytes);
            // Truncation is meant: the field is 32 bits wide.
            let value = u32::from_le_bytes(word).wrapping_add(delta as u32);
            bytes.copy_from_slice(&value.to_le_bytes());
        }
        Cow::Owned(data)
    }
}
