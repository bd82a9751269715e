//! Where a space stands between two neighbouring tokens.

use super::flat::Delimiter;

/// What came before, as far as the next space depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// The file begins.
    Nothing,
    /// A group opened.
    Open(Delimiter),
    /// A group closed.
    Close(Delimiter),
    /// An identifier, a literal, a lifetime: something that an operator can follow.
    Operand,
    /// A keyword that an expression or a type follows.
    Keyword,
    /// `fn` and `pub`: keywords that a parenthesis sticks to.
    TightKeyword,
    /// The `!` of a macro's name.
    Bang,
    /// A token that sticks to what follows: `::`, `.`, `#`, a unary operator.
    Tight,
    /// A token that a space follows: `,`, `=`, a binary operator.
    Loose,
}

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next<'a> {
    /// An identifier, a keyword, a literal, a lifetime.
    Word,
    /// A group opens.
    Open(Delimiter),
    /// A group closes.
    Close(Delimiter),
    /// An operator or a separator, whole: `::` is one.
    Operator(&'a str),
}

impl Before {
    /// Whether an operator that can be unary or binary is binary here.
    fn ends_operand(self) -> bool {
        matches!(self, Self::Operand | Self::Close(_))
    }

    /// Whether a word that comes next stands off.
    fn parts_from_word(self) -> bool {
        match self {
            Self::Nothing | Self::Tight => false,
            Self::Open(delimiter) => delimiter == Delimiter::Brace,
            Self::Close(_)
            | Self::Operand
            | Self::Keyword
            | Self::TightKeyword
            | Self::Bang
            | Self::Loose => true,
        }
    }
}

/// Whether a space stands between them, and what the token after `next` will see before itself.
pub(super) fn join(before: Before, next: Next<'_>) -> (bool, Before) {
    match next {
        Next::Word => (before.parts_from_word(), Before::Operand),
        Next::Open(delimiter) => {
            let gap = match delimiter {
                Delimiter::Brace => !matches!(
                    before,
                    Before::Nothing
                        | Before::Tight
                        | Before::Open(Delimiter::Paren | Delimiter::Bracket | Delimiter::Angle)
                ),
                Delimiter::Tree => false,
                Delimiter::Paren | Delimiter::Bracket => match before {
                    Before::Operand | Before::Close(_) | Before::TightKeyword | Before::Bang => {
                        false
                    }
                    _ => before.parts_from_word(),
                },
                Delimiter::Angle => match before {
                    Before::Operand | Before::Keyword | Before::TightKeyword => false,
                    _ => before.parts_from_word(),
                },
            };
            (gap, Before::Open(delimiter))
        }
        Next::Close(delimiter) => {
            let gap = delimiter == Delimiter::Brace && before != Before::Open(Delimiter::Brace);
            (gap, Before::Close(delimiter))
        }
        Next::Operator(text) => operator(before, text),
    }
}

fn operator(before: Before, text: &str) -> (bool, Before) {
    match text {
        "," | ";" | ":" => (false, Before::Loose),
        "?" => (false, Before::Operand),
        "." => (false, Before::Tight),
        "::" => {
            let gap = matches!(before, Before::Keyword | Before::Loose);
            (gap, Before::Tight)
        }
        ".." | "..=" | "..." => {
            let gap = before.parts_from_word() && !before.ends_operand();
            (gap, Before::Tight)
        }
        "#" | "#!" | "$" => (before.parts_from_word(), Before::Tight),
        "!" if before == Before::Operand => (false, Before::Bang),
        "!" => (before.parts_from_word(), Before::Tight),
        "&" | "&&" | "*" | "-" if !before.ends_operand() => {
            (before.parts_from_word(), Before::Tight)
        }
        _ => (before != Before::Nothing, Before::Loose),
    }
}

/// Whether two tokens that touch would be read as another token.
pub(super) fn fuse(left: &str, right: &str) -> bool {
    let (Some(&last), Some(&first)) = (left.as_bytes().last(), right.as_bytes().first()) else {
        return false;
    };
    let wordlike = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80;
    if wordlike(last) {
        return wordlike(first) || matches!(first, b'"' | b'\'');
    }
    matches!(
        (last, first),
        (b'&', b'&')
            | (b'|', b'|')
            | (b':', b':')
            | (b'.', b'.')
            | (b'-' | b'=', b'>')
            | (b'<', b'<' | b'-')
            | (b'>', b'>')
            | (b'/', b'/' | b'*')
            | (
                b'=' | b'!' | b'<' | b'>' | b'+' | b'-' | b'*' | b'/' | b'%' | b'^' | b'&' | b'|',
                b'='
            )
    )
}

/// Whether the first `len` of `chars` are one operator of Rust.
pub(super) fn is_operator(text: &str) -> bool {
    matches!(
        text,
        "&&" | "||"
            | "::"
            | ".."
            | "..."
            | "..="
            | "->"
            | "=>"
            | "=="
            | "!="
            | "<="
            | ">="
            | "<<"
            | ">>"
            | "+="
            | "-="
            | "*="
            | "/="
            | "%="
            | "^="
            | "&="
            | "|="
            | "<<="
            | ">>="
    )
}

/// How a keyword or an identifier affects the next space.
pub(super) fn word(text: &str) -> Before {
    match text {
        "fn" | "pub" => Before::TightKeyword,
        "as" | "break" | "const" | "continue" | "dyn" | "else" | "enum" | "extern" | "for"
        | "if" | "impl" | "in" | "let" | "loop" | "match" | "mod" | "move" | "mut" | "ref"
        | "return" | "static" | "struct" | "trait" | "type" | "unsafe" | "use" | "where"
        | "while" => Before::Keyword,
        _ => Before::Operand,
    }
}
