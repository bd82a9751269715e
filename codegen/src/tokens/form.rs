//! Quoted tokens with holes: quoted once, copied wherever they are used.

use core::ops::Range;

use proc_macro2::{Ident, Span, TokenStream};

use super::{ToTokens, Tokens};

/// Adds quoted tokens to a list: `quote_to!(tokens, [name, of] pub type #name = #of;)`.
///
/// The brackets name all that is interpolated: variables that are [`ToTokens`].
macro_rules! quote_to {
    ($tokens:expr, [$($part:ident),*] $($quoted:tt)*) => {{
        static FORM: std::sync::LazyLock<$crate::tokens::Form> = std::sync::LazyLock::new(|| {
            $(let $part = $crate::tokens::hole(stringify!($part));)*
            $crate::tokens::Form::new(&[$(stringify!($part)),*], quote::quote!($($quoted)*))
        });
        $tokens.fill(&FORM, &[$(&$part as &dyn $crate::tokens::ToTokens),*]);
    }};
}

/// Quoted tokens without a hole, to be interpolated.
macro_rules! fixed {
    ($($quoted:tt)*) => {{
        static FORM: std::sync::LazyLock<$crate::tokens::Form> = std::sync::LazyLock::new(|| {
            $crate::tokens::Form::new(&[], quote::quote!($($quoted)*))
        });
        let form: &'static $crate::tokens::Form = &FORM;
        form
    }};
}

pub(crate) use {fixed, quote_to};

/// What the name of a hole begins with.
const HOLE: &str = "__hole_";

/// What stands in a form where a variable is interpolated.
pub(crate) fn hole(variable: &str) -> Ident {
    Ident::new(&format!("{HOLE}{variable}"), Span::call_site())
}

/// Quoted tokens with holes.
#[derive(Debug)]
pub(crate) struct Form {
    tokens: Tokens,
    pieces: Vec<Piece>,
}

/// A part of a form.
#[derive(Debug)]
enum Piece {
    /// Tokens that are always the same, and their text.
    Fixed {
        list: Range<usize>,
        text: Range<usize>,
    },
    /// A place for the part of this number.
    Hole(usize),
}

impl Form {
    /// The form of these tokens; `names` are those of the variables that are interpolated.
    pub(crate) fn new(names: &[&str], quoted: TokenStream) -> Self {
        let tokens = Tokens::from(quoted);
        let mut pieces = Vec::new();
        let (mut list, mut text) = (0..0, 0..0);
        for token in tokens.list() {
            let end = text.end + token.len as usize;
            let word = &tokens.text()[text.end..end];
            let name = word.strip_prefix(HOLE);
            let hole = name.and_then(|name| names.iter().position(|other| *other == name));
            list.end += 1;
            if let Some(hole) = hole {
                if list.len() > 1 {
                    pieces.push(Piece::Fixed {
                        list: list.start..list.end - 1,
                        text: text.clone(),
                    });
                }
                pieces.push(Piece::Hole(hole));
                (list.start, text.start) = (list.end, end);
            }
            text.end = end;
        }
        if !list.is_empty() {
            pieces.push(Piece::Fixed { list, text });
        }
        Self { tokens, pieces }
    }
}

impl Tokens {
    /// Adds a form's tokens, with these parts in its holes.
    pub(crate) fn fill(&mut self, form: &Form, parts: &[&dyn ToTokens]) {
        for piece in &form.pieces {
            match piece {
                Piece::Fixed { list, text } => {
                    self.copy(&form.tokens, list.clone(), text.clone());
                }
                Piece::Hole(at) => parts[*at].to_tokens(self),
            }
        }
    }
}

impl ToTokens for Form {
    fn to_tokens(&self, tokens: &mut Tokens) {
        tokens.fill(self, &[]);
    }
}

#[cfg(test)]
mod tests {
    use proc_macro2::Literal;
    use quote::quote;

    use super::*;
    use crate::tokens::{Kind, Token};

    struct Word(&'static str);

    impl ToTokens for Word {
        fn to_tokens(&self, tokens: &mut Tokens) {
            tokens.word(self.0);
        }
    }

    fn described(tokens: &Tokens) -> Vec<(Kind, &str)> {
        let mut rest = tokens.text();
        let each = |token: &Token| {
            let (text, tail) = rest.split_at(token.len as usize);
            rest = tail;
            (token.kind, text)
        };
        tokens.list().iter().map(each).collect()
    }

    /// What is put into a form is the same as what is interpolated by `quote`.
    #[test]
    fn a_filled_form_is_what_quote_makes() {
        let mut filled = Tokens::new();
        let (name, of, more) = (Word("item"), Word("union"), Some(fixed!(, <T as U>::V)));
        let text = "a \"quoted\"\ttext";
        quote_to!(filled, [name, of, more, text]
            #![allow(dead_code, reason = "no reason")]
            /// Documentation.
            #[cfg(any(windows, target_arch = "x86"))]
            pub unsafe extern "C" fn #name<'a>(x: &'a #of #more) -> ! {
                let #name = (1 << 2) >> 3 >= 4 && x.0[..] == #text;
                flag_set! { const #name = 0x1F_u32; }
            }
        );
        let (name, of, more) = (quote!(item), quote!(union), quote!(, <T as U>::V));
        let text = Literal::string(text);
        let quoted = Tokens::from(quote! {
            #![allow(dead_code, reason = "no reason")]
            /// Documentation.
            #[cfg(any(windows, target_arch = "x86"))]
            pub unsafe extern "C" fn #name<'a>(x: &'a #of #more) -> ! {
                let #name = (1 << 2) >> 3 >= 4 && x.0[..] == #text;
                flag_set! { const #name = 0x1F_u32; }
            }
        });
        assert_eq!(described(&filled), described(&quoted));
    }

    #[test]
    fn documentation_is_what_quote_makes() {
        for text in [
            "One line.",
            "Two.\n\nParagraphs.",
            "A return\rwithin \"it\".",
        ] {
            let mut tokens = Tokens::new();
            tokens.docs(text, false);
            let lines: Vec<_> = text.lines().map(|line| format!(" {line}")).collect();
            let lines = lines.join("\n").replace("\n \n", "\n\n");
            let quoted = Tokens::from(quote!(#[doc = #lines]));
            assert_eq!(described(&tokens), described(&quoted), "{text}");
        }
    }
}
