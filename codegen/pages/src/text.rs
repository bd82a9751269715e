//! A page's bytes as text, and the lines of places in it.

use crate::fault::Fault;

/// The largest page, in bytes. Reading one takes at most about a hundred times as much memory, when it
/// is nothing but signs.
const LARGEST: usize = 2 << 20;

/// A page's text, whose lines end by `\n`, without a byte order mark.
#[derive(Debug)]
pub(crate) struct Text {
    /// The text.
    pub(crate) text: String,
    /// The offsets at which lines start.
    starts: Vec<usize>,
}

impl Text {
    /// Decodes a page.
    pub(crate) fn new(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > LARGEST {
            let size = bytes.len();
            let message = format!("the page has {size} bytes; the most that is read is {LARGEST}");
            return Err(Fault::new(1, message));
        }
        let text = str::from_utf8(bytes).map_err(|error| {
            let at = error.valid_up_to();
            let line = 1 + bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
            let byte = bytes[at];
            let message = format!(
                "the page is not UTF-8: byte 0x{byte:02X} at offset {at}; save it as UTF-8"
            );
            Fault::new(line, message)
        })?;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let text = dedent(&text.replace("\r\n", "\n").replace('\r', "\n"));
        if text.trim().is_empty() {
            return Err(Fault::new(1, "the page is empty"));
        }
        let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
        let starts = std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect();
        Ok(Self { text, starts })
    }

    /// The line that an offset is on, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|&start| start <= at).max(1)
    }
}

/// Takes the white space from before lines that stand so far in that Markdown would take them for code:
/// pages write paragraphs and tables so, and code between fences. In lists it means something.
fn dedent(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let (mut fenced, mut listed, mut blank) = (false, false, true);
    for line in text.split_inclusive('\n') {
        let words = line.trim_start_matches([' ', '\t']);
        let before = &line[..line.len() - words.len()];
        let far = before.contains('\t') || before.len() >= CODE;
        let empty = words.trim_end().is_empty();
        if words.starts_with("```") || words.starts_with("~~~") {
            fenced = !fenced;
        } else if !fenced && begins_item(words) && !far {
            listed = true;
        } else if before.is_empty() && (words.starts_with('#') || (blank && !empty)) {
            listed = false;
        }
        // A line of these would make a heading of the one before it.
        let rule = words.starts_with(['-', '=']);
        let kept = !far || fenced || listed || empty || rule;
        plain.push_str(if kept { line } else { words });
        blank = empty;
    }
    plain
}

/// How far in code stands.
const CODE: usize = 4;

/// Whether a line begins an item of a list.
fn begins_item(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[digits..];
    let sign = if digits > 0 {
        ['.', ')', '.']
    } else {
        ['-', '*', '+']
    };
    rest.strip_prefix(sign)
        .is_some_and(|rest| rest.starts_with([' ', '\t']))
}
