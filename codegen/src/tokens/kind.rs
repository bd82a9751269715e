//! What a token is, as far as the layout depends on it.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, a keyword, a lifetime or a literal.
    Word(Word),
    /// An operator or a separator.
    Operator(Operator),
    /// A group's beginning.
    Open(Delimiter),
    /// A group's end.
    Close(Delimiter),
    /// A line of documentation; the text is what follows the slashes.
    Doc {
        /// Whether it documents what it is in, `//!`.
        inner: bool,
    },
    /// A comment's text.
    Comment,
    /// The `#` or `#!` of an attribute, whose brackets follow.
    Attribute,
}

/// What encloses a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Delimiter {
    /// `( )`
    Paren,
    /// `[ ]`
    Bracket,
    /// `{ }`
    Brace,
    /// `< >` around types, as the renderer finds them.
    Angle,
    /// `{ }` around imported names, in which no spaces stand, as the renderer finds them.
    Tree,
}

/// A word, by what it announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// Nothing: an identifier, a lifetime, a literal.
    Name,
    /// `as`
    As,
    /// `if`, `while`, `for`, `loop`
    Branch,
    /// `const`
    Const,
    /// `else`
    Else,
    /// `extern`
    Extern,
    /// `fn`
    Fn,
    /// `impl`, `trait`
    Scope,
    /// `match`
    Match,
    /// `mod`
    Mod,
    /// `pub`
    Pub,
    /// `struct`, `enum`
    Record,
    /// `type`
    Type,
    /// `union`, which is an identifier elsewhere.
    Union,
    /// `unsafe`
    Unsafe,
    /// `use`
    Use,
    /// Another keyword that an expression or a type follows.
    Keyword,
}

impl Word {
    /// What a word is.
    pub(crate) fn of(text: &str) -> Self {
        // Most names begin with a capital.
        if !text.starts_with(|first: char| first.is_ascii_lowercase()) {
            return Self::Name;
        }
        match text {
            "as" => Self::As,
            "if" | "while" | "for" | "loop" => Self::Branch,
            "const" => Self::Const,
            "else" => Self::Else,
            "extern" => Self::Extern,
            "fn" => Self::Fn,
            "impl" | "trait" => Self::Scope,
            "match" => Self::Match,
            "mod" => Self::Mod,
            "pub" => Self::Pub,
            "struct" | "enum" => Self::Record,
            "type" => Self::Type,
            "union" => Self::Union,
            "unsafe" => Self::Unsafe,
            "use" => Self::Use,
            "break" | "continue" | "dyn" | "in" | "let" | "move" | "mut" | "ref" | "return"
            | "static" | "where" => Self::Keyword,
            _ => Self::Name,
        }
    }
}

/// An operator or a separator, by how it stands among others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// `?`
    Question,
    /// `.`
    Dot,
    /// `::`
    Path,
    /// `..`, `..=`
    Dots,
    /// `...`
    Ellipsis,
    /// `#`, `$`
    Mark,
    /// `!`
    Bang,
    /// `&`, `&&`, `*`, `-`: before an operand or between two.
    Prefix,
    /// `=`
    Assign,
    /// `=>`
    Arrow,
    /// `<`
    Less,
    /// `>`: what follows may belong to it.
    Greater {
        /// Whether it touches what follows.
        joint: bool,
    },
    /// Another one, between two operands.
    Binary,
}

impl Operator {
    /// What an operator is that nothing belongs to.
    pub(crate) fn of(text: &str) -> Self {
        match text {
            "," => Self::Comma,
            ";" => Self::Semicolon,
            ":" => Self::Colon,
            "?" => Self::Question,
            "." => Self::Dot,
            "::" => Self::Path,
            ".." | "..=" => Self::Dots,
            "..." => Self::Ellipsis,
            "#" | "$" => Self::Mark,
            "!" => Self::Bang,
            "&" | "&&" | "*" | "-" => Self::Prefix,
            "=" => Self::Assign,
            "=>" => Self::Arrow,
            "<" => Self::Less,
            ">" => Self::Greater { joint: false },
            _ => Self::Binary,
        }
    }
}
