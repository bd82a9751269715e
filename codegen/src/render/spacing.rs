//! Where a space stands between two neighbouring tokens.

use crate::tokens::{Delimiter, Kind, Operator, Word};

/// What came before, as far as the next space depends on it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Before {
    /// The file begins, or a line.
    #[default]
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
pub(super) fn join(before: Before, next: Kind) -> (bool, Before) {
    match next {
        Kind::Word(next) => (before.parts_from_word(), word(next)),
        Kind::Open(delimiter) => {
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
        Kind::Close(delimiter) => {
            let gap = delimiter == Delimiter::Brace && before != Before::Open(Delimiter::Brace);
            (gap, Before::Close(delimiter))
        }
        Kind::Operator(next) => operator(before, next),
        Kind::Attribute => operator(before, Operator::Mark),
        Kind::Doc { .. } | Kind::Comment => (false, Before::Nothing),
    }
}

fn operator(before: Before, next: Operator) -> (bool, Before) {
    match next {
        Operator::Comma | Operator::Semicolon | Operator::Colon => (false, Before::Loose),
        Operator::Question => (false, Before::Operand),
        Operator::Dot => (false, Before::Tight),
        Operator::Path => {
            let gap = matches!(
                before,
                Before::Keyword | Before::Loose | Before::Open(Delimiter::Brace)
            );
            (gap, Before::Tight)
        }
        Operator::Dots | Operator::Ellipsis => {
            let gap = before.parts_from_word() && !before.ends_operand();
            (gap, Before::Tight)
        }
        Operator::Bang if before == Before::Operand => (false, Before::Bang),
        Operator::Mark | Operator::Bang => (before.parts_from_word(), Before::Tight),
        Operator::Prefix if !before.ends_operand() => (before.parts_from_word(), Before::Tight),
        Operator::Prefix
        | Operator::Assign
        | Operator::Arrow
        | Operator::Less
        | Operator::Greater { .. }
        | Operator::Binary => (before != Before::Nothing, Before::Loose),
    }
}

/// Whether the operator at a place of a text would be read as another one with what it touches.
pub(super) fn fuse(text: &[u8], at: usize) -> bool {
    let Some(&[last, first]) = at.checked_sub(1).and_then(|last| text.get(last..=at)) else {
        return false;
    };
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

/// How a keyword or an identifier affects the next space.
fn word(word: Word) -> Before {
    match word {
        Word::Fn | Word::Pub => Before::TightKeyword,
        Word::Name | Word::Union => Before::Operand,
        _ => Before::Keyword,
    }
}
