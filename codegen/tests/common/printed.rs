//! What holds of every text that the renderer prints.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use winsec_bindgen::render::render;

/// Checks that syn reads a text, and that its tokens printed once more are the same text with the
/// same tokens.
pub fn check(name: &str, text: &str) {
    if let Err(error) = syn::parse_file(text) {
        panic!("{name}: {error}");
    }
    let parsed: TokenStream = text.parse().expect("the text has tokens");
    let mut once = Vec::new();
    tokens(parsed.clone(), &mut once);
    let again = render("", parsed);
    let mut twice = Vec::new();
    tokens(again.parse().expect("the text has tokens"), &mut twice);
    same(name, &once, &twice);
    // Comments are no tokens, and leave no trace.
    let again = lines_of_code(&again);
    let code = lines_of_code(text);
    let code = code.strip_prefix(&[""]).unwrap_or(&code);
    same(name, code, &again);
}

/// Compares, and shows the first difference alone.
fn same<T: PartialEq + std::fmt::Debug>(name: &str, one: &[T], other: &[T]) {
    for (at, pair) in one.iter().zip(other).enumerate() {
        assert_eq!(pair.0, pair.1, "{name}, {at}");
    }
    assert_eq!(one.len(), other.len(), "{name}");
}

/// A text's tokens; commas before a closing bracket are layout.
fn tokens(stream: TokenStream, out: &mut Vec<String>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => {
                out.push(format!("open {:?}", group.delimiter()));
                tokens(group.stream(), out);
                if out.last().is_some_and(|last| last == ", Alone") {
                    out.pop();
                }
                out.push(format!("close {:?}", group.delimiter()));
            }
            TokenTree::Punct(punct) => {
                // A comma or semicolon is joined to nothing.
                let alone =
                    matches!(punct.as_char(), ',' | ';') || punct.spacing() == Spacing::Alone;
                let spacing = if alone { "Alone" } else { "Joint" };
                out.push(format!("{} {spacing}", punct.as_char()));
            }
            token => out.push(token.to_string()),
        }
    }
}

fn lines_of_code(text: &str) -> Vec<&str> {
    let comment = |line: &&str| {
        let line = line.trim_start();
        line.starts_with("//") && !line.starts_with("///") && !line.starts_with("//!")
    };
    text.lines().filter(|line| !comment(line)).collect()
}
