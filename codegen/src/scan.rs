//! An iterative look at raw text, before any token is made of it: brackets, strings and comments.
//!
//! The lexer and the parser behind it recurse and say little of what is wrong; what passes here
//! is balanced, closed and nested no deeper than [`DEPTH_LIMIT`].

mod literals;

/// How deep brackets may nest.
pub const DEPTH_LIMIT: usize = 128;

/// What the scan tells of what it meets, in the order of the text.
pub trait Visitor {
    /// A name or a keyword, without `r#`.
    fn word(&mut self, start: usize, end: usize);
    /// Anything else that is neither bracket nor comment.
    fn other(&mut self, start: usize, byte: u8);
    /// A documentation comment.
    fn doc(&mut self, start: usize, end: usize, inner: bool);
    /// An opening bracket.
    fn open(&mut self, at: usize, bracket: u8);
    /// A closing bracket that matches.
    fn close(&mut self, at: usize, bracket: u8);
}

/// Why a text cannot be cut into tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A bracket that nothing closes; and, where the indentation betrays it, one that was closed
    /// in its place.
    Unclosed {
        /// The bracket.
        at: usize,
    },
    /// A closing bracket without its opening one, or with another kind.
    Mismatched {
        /// The closing bracket.
        at: usize,
        /// The opening bracket that it should close.
        open: Option<usize>,
    },
    /// Brackets nested too deeply.
    TooDeep {
        /// The bracket that is one too many.
        at: usize,
    },
    /// A string that its line does not close.
    String {
        /// The opening quote.
        at: usize,
    },
    /// A raw string that nothing closes.
    RawString {
        /// Its start.
        at: usize,
    },
    /// A character that is not closed.
    Char {
        /// The opening quote.
        at: usize,
    },
    /// A block comment that nothing closes.
    Comment {
        /// Its start.
        at: usize,
    },
    /// A carriage return in a documentation comment.
    CarriageReturn {
        /// Where it is.
        at: usize,
    },
    /// A NUL character, as in a file of UTF-16.
    Nul {
        /// Where it is.
        at: usize,
    },
}

/// The bytes of which names and numbers are made: a look into a table takes less than comparisons,
/// and most of a text is in words.
pub static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let ch = byte as u8;
        table[byte] = ch.is_ascii_alphanumeric() || ch == b'_' || ch >= 0x80;
        byte += 1;
    }
    table
};

/// An opening bracket that waits for its closing one.
struct Open {
    at: usize,
    bracket: u8,
    /// How far its line is indented.
    indent: usize,
}

struct Scanner<'a, V> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    line_start: usize,
    /// The start of the line whose indentation is known, and that indentation.
    indented: (usize, usize),
    stack: Vec<Open>,
    suspect: Option<usize>,
    visitor: &'a mut V,
}

/// Walks a text and tells the visitor what is in it, up to the first fault.
///
/// # Errors
///
/// The first fault.
pub fn scan<V: Visitor>(text: &str, visitor: &mut V) -> Result<(), Fault> {
    Scanner {
        text,
        bytes: text.as_bytes(),
        at: 0,
        line_start: 0,
        indented: (usize::MAX, 0),
        stack: Vec::new(),
        suspect: None,
        visitor,
    }
    .run()
}

impl<V: Visitor> Scanner<'_, V> {
    fn run(mut self) -> Result<(), Fault> {
        while let Some(&byte) = self.bytes.get(self.at) {
            match byte {
                b'\n' => {
                    self.at += 1;
                    self.line_start = self.at;
                }
                b' ' => self.at = self.end_of(|byte| byte == b' '),
                b'\t' | b'\r' => self.at += 1,
                b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.word()?,
                b'(' | b'[' | b'{' => self.open(byte)?,
                b')' | b']' | b'}' => self.close(byte)?,
                b'/' if self.peek(1) == Some(b'/') => self.line_comment()?,
                b'/' if self.peek(1) == Some(b'*') => self.block_comment()?,
                b'"' => self.string(self.at)?,
                b'\'' => self.quote()?,
                0 => return Err(Fault::Nul { at: self.at }),
                _ => {
                    self.visitor.other(self.at, byte);
                    self.at += 1;
                    if byte.is_ascii_digit() {
                        self.at = self.end_of_word();
                    }
                }
            }
        }
        match self.stack.last() {
            None => Ok(()),
            Some(open) => Err(Fault::Unclosed {
                at: self.suspect.unwrap_or(open.at),
            }),
        }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// Where the letters, digits and underscores end that start here.
    fn end_of_word(&self) -> usize {
        self.end_of(|byte| IN_WORD[usize::from(byte)])
    }

    /// Where the characters end that start here.
    fn end_of(&self, continues: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|&byte| !continues(byte));
        self.at + len.unwrap_or(rest.len())
    }

    fn word(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let end = self.end_of_word();
        self.at = end;
        if end - start <= 2 {
            let prefix = &self.bytes[start..end];
            match (prefix, self.peek(0)) {
                (b"b" | b"c", Some(b'"')) => return self.string(start),
                (b"b", Some(b'\'')) => return self.quote(),
                (b"r" | b"br" | b"cr", Some(b'"' | b'#')) => {
                    let hashes = self.bytes[end..].iter().take_while(|&&b| b == b'#').count();
                    if self.peek(hashes) == Some(b'"') {
                        return self.raw_string(start, hashes);
                    }
                    if prefix == b"r" && hashes == 1 {
                        self.at += 1;
                        let name = self.at;
                        self.at = self.end_of_word();
                        self.visitor.word(name, self.at);
                        return Ok(());
                    }
                }
                _ => {}
            }
        }
        self.visitor.word(start, end);
        Ok(())
    }

    fn open(&mut self, bracket: u8) -> Result<(), Fault> {
        if self.stack.len() == DEPTH_LIMIT {
            return Err(Fault::TooDeep { at: self.at });
        }
        self.visitor.open(self.at, bracket);
        let indent = self.indent();
        self.stack.push(Open {
            at: self.at,
            bracket,
            indent,
        });
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, bracket: u8) -> Result<(), Fault> {
        let at = self.at;
        let Some(open) = self.stack.pop() else {
            return Err(Fault::Mismatched { at, open: None });
        };
        let fits = matches!(
            (open.bracket, bracket),
            (b'(', b')') | (b'[', b']') | (b'{', b'}')
        );
        if !fits {
            return Err(Fault::Mismatched {
                at,
                open: Some(open.at),
            });
        }
        let indent = self.indent();
        let first_on_its_line = self.line_start + indent == at;
        let on_later_line = open.at < self.line_start;
        if first_on_its_line && on_later_line && indent != open.indent && self.suspect.is_none() {
            self.suspect = Some(open.at);
        }
        self.visitor.close(at, bracket);
        self.at += 1;
        Ok(())
    }

    /// How far the current line is indented, in bytes.
    fn indent(&mut self) -> usize {
        if self.indented.0 != self.line_start {
            let line = self.bytes[self.line_start..].iter();
            let indent = line.take_while(|&&b| b == b' ' || b == b'\t').count();
            self.indented = (self.line_start, indent);
        }
        self.indented.1
    }

    fn line_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = start + rest.find('\n').unwrap_or(rest.len());
        let inner = self.peek(2) == Some(b'!');
        if inner || (self.peek(2) == Some(b'/') && self.peek(3) != Some(b'/')) {
            self.doc(start, end, inner)?;
        }
        self.at = end;
        Ok(())
    }

    fn block_comment(&mut self) -> Result<(), Fault> {
        let start = self.at;
        let mut depth = 0_usize;
        let end = loop {
            match (self.peek(0), self.peek(1)) {
                (Some(b'/'), Some(b'*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some(b'*'), Some(b'/')) => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        break self.at;
                    }
                }
                (Some(byte), _) => {
                    self.at += 1;
                    if byte == b'\n' {
                        self.line_start = self.at;
                    }
                }
                (None, _) => return Err(Fault::Comment { at: start }),
            }
        };
        let marks = &self.bytes[start..end];
        let inner = marks.starts_with(b"/*!");
        let outer = marks.starts_with(b"/**") && !marks.starts_with(b"/***") && marks.len() > 4;
        if inner || outer {
            self.doc(start, end, inner)?;
        }
        Ok(())
    }

    fn doc(&mut self, start: usize, end: usize, inner: bool) -> Result<(), Fault> {
        if let Some(at) = self.text[start..end].find('\r') {
            return Err(Fault::CarriageReturn { at: start + at });
        }
        self.visitor.doc(start, end, inner);
        Ok(())
    }
}
