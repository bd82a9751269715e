//! The tables of a `.winmd` file, where they lie in its bytes: ECMA-335, partition II, sections 22, 24
//! and 25.
//!
//! Nothing is copied and nothing is believed: every offset, length and index is checked where it is
//! used, and what is wrong is an error that says so.

use std::fmt;
use std::ops::Range;

use super::blob::Blob;

/// What is wrong with metadata, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    what: Box<str>,
    /// Whether nothing is wrong, but C has not what it says.
    pub foreign: bool,
}

impl Damage {
    /// In these words.
    pub fn new(what: impl Into<Box<str>>) -> Self {
        Self {
            what: what.into(),
            foreign: false,
        }
    }

    /// Something that other languages have.
    pub fn foreign(what: &str) -> Self {
        Self {
            what: format!("{what}, which C has not").into(),
            foreign: true,
        }
    }

    /// The same, of an item or a member with a name.
    pub fn of(self, name: &str) -> Self {
        Self {
            what: format!("`{name}`: {}", self.what).into(),
            ..self
        }
    }
}

impl fmt::Display for Damage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

pub type Result<T> = std::result::Result<T, Damage>;

/// The tables that are read; a table's number is its place in the standard.
pub mod table {
    pub const MODULE: usize = 0x00;
    pub const TYPE_REF: usize = 0x01;
    pub const TYPE_DEF: usize = 0x02;
    pub const FIELD: usize = 0x04;
    pub const METHOD: usize = 0x06;
    pub const PARAM: usize = 0x08;
    pub const MEMBER_REF: usize = 0x0A;
    pub const CONSTANT: usize = 0x0B;
    pub const ATTRIBUTE: usize = 0x0C;
    pub const CLASS_LAYOUT: usize = 0x0F;
    pub const MODULE_REF: usize = 0x1A;
    pub const IMPL_MAP: usize = 0x1C;
    pub const NESTED_CLASS: usize = 0x29;
}

use table::{FIELD, MEMBER_REF, METHOD, MODULE, MODULE_REF, PARAM, TYPE_DEF, TYPE_REF};

/// How many tables the standard has.
const TABLES: usize = 0x2D;

/// The most columns that a table has.
const COLUMNS: usize = 9;

/// The largest file that is read, in bytes: sums of a few offsets in it fit 32 bits.
const LARGEST: usize = 1 << 30;

/// The most rows that a table may have: a row's number has 24 bits.
const MOST_ROWS: usize = 1 << 24;

/// What a column holds.
#[derive(Clone, Copy)]
enum Column {
    /// A number of so many bytes.
    Fixed(u8),
    /// A place in the heap of strings, of GUIDs, or of blobs.
    String,
    Guid,
    Blob,
    /// A row of a table.
    Row(usize),
    /// A row of one of several tables, which the lowest bits tell.
    Coded(u32, &'static [usize]),
}

use Column::{Coded, Fixed, Guid, Row};

const TYPE_DEF_OR_REF: Column = Coded(2, &[TYPE_DEF, TYPE_REF, 0x1B]);
const HAS_CONSTANT: Column = Coded(2, &[FIELD, PARAM, 0x17]);
const HAS_ATTRIBUTE: Column = Coded(
    5,
    &[
        METHOD, FIELD, TYPE_REF, TYPE_DEF, PARAM, 0x09, MEMBER_REF, MODULE, 0x0E, 0x17, 0x14, 0x11,
        MODULE_REF, 0x1B, 0x20, 0x23, 0x26, 0x27, 0x28, 0x2A, 0x2C, 0x2B,
    ],
);
const HAS_FIELD_MARSHAL: Column = Coded(1, &[FIELD, PARAM]);
const HAS_DECL_SECURITY: Column = Coded(2, &[TYPE_DEF, METHOD, 0x20]);
const MEMBER_REF_PARENT: Column = Coded(3, &[TYPE_DEF, TYPE_REF, MODULE_REF, METHOD, 0x1B]);
const HAS_SEMANTICS: Column = Coded(1, &[0x14, 0x17]);
const METHOD_DEF_OR_REF: Column = Coded(1, &[METHOD, MEMBER_REF]);
const MEMBER_FORWARDED: Column = Coded(1, &[FIELD, METHOD]);
const IMPLEMENTATION: Column = Coded(2, &[0x26, 0x23, 0x27]);
const ATTRIBUTE_TYPE: Column = Coded(3, &[METHOD, MEMBER_REF]);
const RESOLUTION_SCOPE: Column = Coded(2, &[MODULE, MODULE_REF, 0x23, TYPE_REF]);
const TYPE_OR_METHOD: Column = Coded(1, &[TYPE_DEF, METHOD]);

/// The columns of every table; those that are not read tell where the next table begins.
const SCHEMA: [&[Column]; TABLES] = [
    /* 00 */ &[Fixed(2), Column::String, Guid, Guid, Guid],
    /* 01 */ &[RESOLUTION_SCOPE, Column::String, Column::String],
    /* 02 */
    &[
        Fixed(4),
        Column::String,
        Column::String,
        TYPE_DEF_OR_REF,
        Row(FIELD),
        Row(METHOD),
    ],
    /* 03 */ &[Row(FIELD)],
    /* 04 */ &[Fixed(2), Column::String, Column::Blob],
    /* 05 */ &[Row(METHOD)],
    /* 06 */
    &[
        Fixed(4),
        Fixed(2),
        Fixed(2),
        Column::String,
        Column::Blob,
        Row(PARAM),
    ],
    /* 07 */ &[Row(PARAM)],
    /* 08 */ &[Fixed(2), Fixed(2), Column::String],
    /* 09 */ &[Row(TYPE_DEF), TYPE_DEF_OR_REF],
    /* 0A */ &[MEMBER_REF_PARENT, Column::String, Column::Blob],
    /* 0B */ &[Fixed(2), HAS_CONSTANT, Column::Blob],
    /* 0C */ &[HAS_ATTRIBUTE, ATTRIBUTE_TYPE, Column::Blob],
    /* 0D */ &[HAS_FIELD_MARSHAL, Column::Blob],
    /* 0E */ &[Fixed(2), HAS_DECL_SECURITY, Column::Blob],
    /* 0F */ &[Fixed(2), Fixed(4), Row(TYPE_DEF)],
    /* 10 */ &[Fixed(4), Row(FIELD)],
    /* 11 */ &[Column::Blob],
    /* 12 */ &[Row(TYPE_DEF), Row(0x14)],
    /* 13 */ &[Row(0x14)],
    /* 14 */ &[Fixed(2), Column::String, TYPE_DEF_OR_REF],
    /* 15 */ &[Row(TYPE_DEF), Row(0x17)],
    /* 16 */ &[Row(0x17)],
    /* 17 */ &[Fixed(2), Column::String, Column::Blob],
    /* 18 */ &[Fixed(2), Row(METHOD), HAS_SEMANTICS],
    /* 19 */ &[Row(TYPE_DEF), METHOD_DEF_OR_REF, METHOD_DEF_OR_REF],
    /* 1A */ &[Column::String],
    /* 1B */ &[Column::Blob],
    /* 1C */ &[Fixed(2), MEMBER_FORWARDED, Column::String, Row(MODULE_REF)],
    /* 1D */ &[Fixed(4), Row(FIELD)],
    /* 1E */ &[Fixed(4), Fixed(4)],
    /* 1F */ &[Fixed(4)],
    /* 20 */
    &[
        Fixed(4),
        Fixed(8),
        Fixed(4),
        Column::Blob,
        Column::String,
        Column::String,
    ],
    /* 21 */ &[Fixed(4)],
    /* 22 */ &[Fixed(4), Fixed(4), Fixed(4)],
    /* 23 */
    &[
        Fixed(8),
        Fixed(4),
        Column::Blob,
        Column::String,
        Column::String,
        Column::Blob,
    ],
    /* 24 */ &[Fixed(4), Row(0x23)],
    /* 25 */ &[Fixed(4), Fixed(4), Fixed(4), Row(0x23)],
    /* 26 */ &[Fixed(4), Column::String, Column::Blob],
    /* 27 */
    &[
        Fixed(4),
        Fixed(4),
        Column::String,
        Column::String,
        IMPLEMENTATION,
    ],
    /* 28 */ &[Fixed(4), Fixed(4), Column::String, IMPLEMENTATION],
    /* 29 */ &[Row(TYPE_DEF), Row(TYPE_DEF)],
    /* 2A */ &[Fixed(2), Fixed(2), TYPE_OR_METHOD, Column::String],
    /* 2B */ &[METHOD_DEF_OR_REF, Column::Blob],
    /* 2C */ &[Row(0x2A), TYPE_DEF_OR_REF],
];

/// One table: where its rows are, and where in a row its columns are.
#[derive(Debug, Clone, Copy, Default)]
struct Table {
    rows: usize,
    start: usize,
    width: usize,
    /// Each column's offset and width.
    columns: [(u8, u8); COLUMNS],
}

/// The tables and heaps of a file.
#[derive(Debug)]
pub struct Tables<'a> {
    bytes: &'a [u8],
    strings: Range<usize>,
    blobs: Range<usize>,
    tables: [Table; TABLES],
}

/// The number of so many bytes, at most four, at a place.
fn number(bytes: &[u8], at: usize, width: usize) -> Result<u32> {
    let end = at.checked_add(width);
    let found = end.and_then(|end| bytes.get(at..end));
    let found = found.ok_or_else(|| Damage::new(format!("it ends before byte {at:#x}")))?;
    let mut number = [0; 4];
    for (to, from) in number.iter_mut().zip(found) {
        *to = *from;
    }
    Ok(u32::from_le_bytes(number))
}

fn u16_at(bytes: &[u8], at: usize) -> Result<usize> {
    number(bytes, at, 2).map(|number| number as usize)
}

/// An offset, a length or a count: no more than a file may have bytes.
fn u32_at(bytes: &[u8], at: usize) -> Result<usize> {
    let number = number(bytes, at, 4)? as usize;
    if number > LARGEST {
        return Err(Damage::new(format!(
            "the offset or length at byte {at:#x} is beyond its end"
        )));
    }
    Ok(number)
}

/// The place in the file of an address: that of the section that holds it.
fn place(bytes: &[u8], sections: usize, count: usize, address: usize) -> Result<usize> {
    for section in 0..count {
        let at = sections + section * 40;
        let size = u32_at(bytes, at + 8)?;
        let start = u32_at(bytes, at + 12)?;
        if let Some(within) = address.checked_sub(start).filter(|within| *within < size) {
            return Ok(within + u32_at(bytes, at + 20)?);
        }
    }
    Err(Damage::new("no section holds its metadata"))
}

/// Where the metadata is in a file: its beginning.
fn metadata(bytes: &[u8]) -> Result<usize> {
    if bytes.get(..2) != Some(b"MZ") {
        return Err(Damage::new("it does not begin as a `.winmd` file does"));
    }
    let header = u32_at(bytes, 0x3C)?;
    if number(bytes, header, 4)? != u32::from_le_bytes(*b"PE\0\0") {
        return Err(Damage::new("it has no PE header"));
    }
    let count = u16_at(bytes, header + 6)?;
    let optional = header + 24;
    // The directories stand behind fields that are wider in a file for 64 bits.
    let directories = match u16_at(bytes, optional)? {
        0x10B => optional + 96,
        0x20B => optional + 112,
        other => {
            return Err(Damage::new(format!(
                "its PE header is of no kind: {other:#x}"
            )));
        }
    };
    let sections = optional + u16_at(bytes, header + 20)?;
    let address = u32_at(bytes, directories + 14 * 8)?;
    let runtime = place(bytes, sections, count, address)?;
    place(bytes, sections, count, u32_at(bytes, runtime + 8)?)
}

impl<'a> Tables<'a> {
    /// Finds the tables of a file.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        if bytes.len() > LARGEST {
            return Err(Damage::new("it is larger than 1 GiB"));
        }
        let start = metadata(bytes)?;
        if number(bytes, start, 4)? != u32::from_le_bytes(*b"BSJB") {
            return Err(Damage::new("its metadata does not begin with `BSJB`"));
        }
        let mut at = start + 16 + u32_at(bytes, start + 12)?;
        let streams = u16_at(bytes, at + 2)?;
        at += 4;
        let (mut strings, mut blobs, mut rows) = (0..0, 0..0, 0..0);
        for _ in 0..streams {
            let begin = start + u32_at(bytes, at)?;
            let stream = begin..begin + u32_at(bytes, at + 4)?;
            let name = bytes.get(at + 8..).unwrap_or_default();
            let length = name.iter().take(32).position(|byte| *byte == 0);
            let length = length.ok_or_else(|| Damage::new("a stream's name does not end"))?;
            let name = &name[..length];
            if bytes.get(stream.clone()).is_none() {
                let name = String::from_utf8_lossy(name);
                return Err(Damage::new(format!("it ends within its stream `{name}`")));
            }
            match name {
                b"#Strings" => strings = stream,
                b"#Blob" => blobs = stream,
                b"#~" => rows = stream,
                _ => {}
            }
            at += 8 + (length / 4 + 1) * 4;
        }
        let mut tables = Self {
            bytes,
            strings,
            blobs,
            tables: [Table::default(); TABLES],
        };
        tables.place(rows)?;
        Ok(tables)
    }

    /// Finds where each table is in their stream.
    fn place(&mut self, stream: Range<usize>) -> Result<()> {
        let bytes = &self.bytes[..stream.end];
        let begin = stream.start;
        let heaps = number(bytes, begin + 6, 1)?;
        let present = u64::from(number(bytes, begin + 8, 4)?)
            | u64::from(number(bytes, begin + 12, 4)?) << 32;
        if present >> TABLES != 0 {
            return Err(Damage::new("it has a table that no standard knows"));
        }
        let mut at = begin + 24;
        for (number, table) in self.tables.iter_mut().enumerate() {
            if present >> number & 1 == 1 {
                table.rows = u32_at(bytes, at)?;
                at += 4;
                if table.rows > MOST_ROWS {
                    return Err(Damage::new("one of its tables has too many rows"));
                }
            }
        }
        let rows = self.tables.map(|table| table.rows);
        let heap = |bit: u32| if heaps >> bit & 1 == 1 { 4 } else { 2 };
        for (columns, table) in SCHEMA.iter().zip(&mut self.tables) {
            for (column, place) in columns.iter().zip(&mut table.columns) {
                let width = match *column {
                    Fixed(width) => width,
                    Column::String => heap(0),
                    Guid => heap(1),
                    Column::Blob => heap(2),
                    Row(of) => index_width(rows[of], 0),
                    Coded(bits, of) => {
                        let most = of.iter().map(|of| rows[*of]).max();
                        index_width(most.unwrap_or(0), bits)
                    }
                };
                *place = (table.width as u8, width);
                table.width += usize::from(width);
            }
            table.start = at;
            at += table.rows * table.width;
            if at > bytes.len() {
                return Err(Damage::new("it ends within its tables"));
            }
        }
        Ok(())
    }

    /// The rows of a table, counted from 0.
    pub fn rows(&self, table: usize) -> Range<usize> {
        0..self.tables[table].rows
    }

    /// What a column holds in a row; rows that there are not hold 0.
    pub fn cell(&self, table: usize, row: usize, column: usize) -> usize {
        let of = &self.tables[table];
        if row >= of.rows {
            return 0;
        }
        let (offset, width) = of.columns[column];
        let at = of.start + row * of.width + usize::from(offset);
        number(self.bytes, at, usize::from(width)).unwrap_or(0) as usize
    }

    /// The row of another table that a column names, counted from 0; none where it names none.
    pub fn row(&self, table: usize, row: usize, column: usize, of: usize) -> Result<Option<usize>> {
        let index = self.cell(table, row, column);
        self.known(of, index)
    }

    fn known(&self, table: usize, index: usize) -> Result<Option<usize>> {
        if index > self.tables[table].rows {
            let what = format!("it names row {index} of table {table:#04x}, which is not there");
            return Err(Damage::new(what));
        }
        Ok(index.checked_sub(1))
    }

    /// The table and the row, counted from 0, of a type that is defined or referred to.
    pub fn type_def_or_ref(&self, coded: usize) -> Result<Option<(usize, usize)>> {
        let table = match coded & 3 {
            0 => TYPE_DEF,
            1 => TYPE_REF,
            _ => return Err(Damage::foreign("it is made of a generic type")),
        };
        Ok(self.known(table, coded >> 2)?.map(|row| (table, row)))
    }

    /// The rows of another table that belong to a row: from the one that a column names to that of
    /// the next row.
    pub fn list(&self, table: usize, row: usize, column: usize, of: usize) -> Result<Range<usize>> {
        let rows = self.tables[of].rows;
        let begin = self.cell(table, row, column).max(1) - 1;
        let end = if row + 1 < self.tables[table].rows {
            self.cell(table, row + 1, column).max(1) - 1
        } else {
            rows
        };
        if begin > end || end > rows {
            let what = format!("its rows of table {of:#04x} would be {begin} to {end} of {rows}");
            return Err(Damage::new(what));
        }
        Ok(begin..end)
    }

    /// The rows of a sorted table whose column holds a value.
    pub fn equal(&self, table: usize, column: usize, value: usize) -> Range<usize> {
        let rows = self.tables[table].rows;
        let (mut begin, mut high) = (0, rows);
        while begin < high {
            let middle = begin + (high - begin) / 2;
            if self.cell(table, middle, column) < value {
                begin = middle + 1;
            } else {
                high = middle;
            }
        }
        let mut end = begin;
        while end < rows && self.cell(table, end, column) == value {
            end += 1;
        }
        begin..end
    }

    /// The string that a column names, and where in the file it is.
    pub fn string(&self, table: usize, row: usize, column: usize) -> Result<(&'a str, usize)> {
        let at = self.strings.start + self.cell(table, row, column);
        let heap = self.bytes.get(at..self.strings.end).unwrap_or_default();
        let end = heap.iter().position(|byte| *byte == 0);
        let text = end.and_then(|end| str::from_utf8(&heap[..end]).ok());
        let text = text.ok_or_else(|| {
            Damage::new(format!(
                "a name at byte {at:#x} does not end, or is no text"
            ))
        })?;
        Ok((text, at))
    }

    /// The string that a column names.
    pub fn name(&self, table: usize, row: usize, column: usize) -> Result<&'a str> {
        self.string(table, row, column).map(|(text, _)| text)
    }

    /// The blob that a column names.
    pub fn blob(&self, table: usize, row: usize, column: usize) -> Result<Blob<'a>> {
        let at = self.blobs.start + self.cell(table, row, column);
        let heap = self.bytes.get(at..self.blobs.end).unwrap_or_default();
        let mut heap = Blob::new(heap);
        let length = heap.compressed()?;
        heap.take(length).map(Blob::new)
    }
}

/// How wide an index into a table of so many rows is, with some bits for which table it is.
fn index_width(rows: usize, bits: u32) -> u8 {
    if rows < 1 << (16 - bits) { 2 } else { 4 }
}
