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
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
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
