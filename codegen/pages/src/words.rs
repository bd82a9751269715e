//! Plain text as Markdown that rustdoc reads as that text.

/// Adds plain text to a paragraph: white space in a row is one blank, and what Markdown would
/// take for a sign of its own is escaped, wherever a line may come to begin.
pub(crate) fn push(paragraph: &mut String, text: &str) {
    if text.starts_with(char::is_whitespace) {
        blank(paragraph);
    }
    let mut first = true;
    for word in text.split_whitespace() {
        if !std::mem::take(&mut first) {
            paragraph.push(' ');
        }
        push_word(paragraph, word);
    }
    if !first && text.ends_with(char::is_whitespace) {
        blank(paragraph);
    }
}

/// A blank, unless the paragraph begins or has one.
fn blank(paragraph: &mut String) {
    if !paragraph.is_empty() && !paragraph.ends_with(' ') {
        paragraph.push(' ');
    }
}

fn push_word(paragraph: &mut String, word: &str) {
    let begins = paragraph.is_empty() || paragraph.ends_with(' ');
    if begins && is_address(word) {
        let address = word.trim_end_matches(['.', ',', ';', ':', ')']);
        paragraph.push('<');
        paragraph.push_str(address);
        paragraph.push('>');
        paragraph.push_str(&word[address.len()..]);
        return;
    }
    if begins && begins_a_block(word) {
        paragraph.push('\\');
    } else if begins && let Some(number) = number_of_a_list(word) {
        paragraph.push_str(&word[..number]);
        paragraph.push('\\');
        paragraph.push_str(&word[number..]);
        return;
    }
    let mut before: Option<char> = None;
    let mut rest = word.chars().peekable();
    while let Some(ch) = rest.next() {
        let inside = |ch: Option<char>| ch.is_some_and(|ch| ch.is_alphanumeric() || ch == '_');
        let sign = match ch {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' => true,
            '&' => rest
                .peek()
                .is_some_and(|next| next.is_alphanumeric() || *next == '#'),
            '_' => !(inside(before) && inside(rest.peek().copied())),
            _ => false,
        };
        if sign {
            paragraph.push('\\');
        }
        // Neither a comment of Rust's nor a terminal can hold these.
        if !ch.is_control() {
            paragraph.push(ch);
        }
        before = Some(ch);
    }
}

/// Whether Markdown would take a word for the begin of a heading, a list, a quotation or a line.
fn begins_a_block(word: &str) -> bool {
    let only = |signs: &str| word.chars().all(|ch| signs.contains(ch));
    word.starts_with(['#', '>']) || only("-") || only("+") || only("=") || only("~")
}

/// Where the dot stands in the number of an item of a list: `12.`.
fn number_of_a_list(word: &str) -> Option<usize> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    (digits > 0 && matches!(&word[digits..], "." | ")")).then_some(digits)
}

/// Whether a word is an address that rustdoc would ask to be marked as one.
fn is_address(word: &str) -> bool {
    let rest = word
        .strip_prefix("https://")
        .or_else(|| word.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|ch: char| ch.is_ascii_alphanumeric())
            && !rest.contains(|ch: char| "<>\"`\\".contains(ch) || ch.is_control())
    })
}

/// Adds text in the letters of code.
pub(crate) fn push_code(paragraph: &mut String, text: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text: String = words.join(" ");
    let text: String = text.chars().filter(|ch| !ch.is_control()).collect();
    if text.is_empty() {
        return;
    }
    let mut ticks = 0;
    let mut longest = 0;
    for ch in text.chars() {
        ticks = if ch == '`' { ticks + 1 } else { 0 };
        longest = longest.max(ticks);
    }
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    paragraph.push_str(&format!("{fence}{pad}{text}{pad}{fence}"));
}

/// The longest address of a link that is kept, in bytes.
const LONGEST_ADDRESS: usize = 2048;

/// A link's address, when it leads to a page: neither relative nor a bare number.
pub(crate) fn address(to: &str) -> Option<String> {
    let to = to.trim();
    if to.len() > LONGEST_ADDRESS {
        return None;
    }
    let rest = to
        .strip_prefix("https://")
        .or_else(|| to.strip_prefix("http://"))?;
    // Old pages lead to a number below this site, which it does not know any more.
    let number = rest.strip_prefix("msdn.microsoft.com/");
    if number.is_some_and(|number| {
        number
            .bytes()
            .all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
    }) {
        return None;
    }
    let mut address = String::with_capacity(to.len());
    for ch in to.chars().filter(|ch| !ch.is_control()) {
        match ch {
            '(' | ')' | '<' | '>' | '\\' | '`' | '|' | '[' | ']' | '"' => {
                address.push_str(&format!("%{:02X}", u32::from(ch)));
            }
            ch if ch.is_whitespace() => address.push_str("%20"),
            ch => address.push(ch),
        }
    }
    Some(address)
}

/// Whether a text is so clearly a name of the interface that it stands in the letters of code.
pub(crate) fn is_name(text: &str) -> bool {
    crate::subject::is_name(text)
        && (text.contains('_')
            || text
                .bytes()
                .filter(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
                .count()
                > 1)
}
