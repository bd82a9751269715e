//! How many of a page's words reach what is made of it, counted on the page's own text.
//!
//! None of the modules that read a page has a part in this: a word that they do not see, or put aside,
//! is counted all the same.

use std::collections::HashMap;

/// The parts that a page's sections are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the item is.
    Description,
    /// Its fields, members or parameters.
    Entries,
    /// What a function returns.
    Result,
    /// Everything else.
    Remarks,
}

/// Words in a row that reach nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The line of the first.
    pub line: usize,
    /// The part that they are in.
    pub part: Part,
    /// How many there are.
    pub words: usize,
    /// The first of them.
    pub text: String,
}

/// How many words of a page reach what is made of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measure {
    /// The words of each part: all of them, and those that reach nothing.
    pub parts: Vec<(Part, usize, usize)>,
    /// Those that reach nothing.
    pub losses: Vec<Loss>,
    /// How many rows with words its tables have, without their heads.
    pub rows: usize,
    /// The lines of the rows of which a word reaches nothing.
    pub rows_lost: Vec<usize>,
}

/// A word of a page.
struct Word {
    text: String,
    line: usize,
    /// The row of a table that it is in.
    row: Option<usize>,
}

/// A piece of a page between two of its headings, or such a heading's own words.
struct Piece<'a> {
    part: Part,
    /// The line that it begins on.
    line: usize,
    text: &'a str,
}

/// How many words in a row have to be found together.
const TOGETHER: usize = 3;

/// Counts the words of a page that are in a text which was made of it, in rows of three: one that stands
/// between others than on the page is not found. References, what declares the item, the rows of
/// requirements and the names in headings of entries are not counted: a spec has these in other words.
#[must_use]
pub fn measure(page: &str, made: &str) -> Measure {
    let mut made_words = Vec::new();
    scan(made, 1, false, &mut made_words);
    let words_of = |piece: Piece<'_>| {
        let mut words = Vec::new();
        scan(piece.text, piece.line, true, &mut words);
        (piece.part, words)
    };
    let pieces: Vec<(Part, Vec<Word>)> = pieces(page).into_iter().map(words_of).collect();
    let made_words: Vec<&str> = made_words.iter().map(|word| &*word.text).collect();
    let mut there: HashMap<&[&str], usize> = HashMap::new();
    for size in 1..=TOGETHER {
        for words in made_words.windows(size) {
            *there.entry(words).or_default() += 1;
        }
    }
    let mut measure = Measure::default();
    for (part, words) in pieces.iter().filter(|(_, words)| !words.is_empty()) {
        let texts: Vec<&str> = words.iter().map(|word| &*word.text).collect();
        let mut reached = vec![false; words.len()];
        let size = TOGETHER.min(words.len());
        for (at, together) in texts.windows(size).enumerate() {
            let left = there.get_mut(together).filter(|left| **left > 0);
            if let Some(left) = left {
                *left -= usize::from(size == TOGETHER);
                reached[at..at + size].fill(true);
            }
        }
        measure.add(*part, words, &reached);
    }
    measure
}

impl Measure {
    /// All words, and those that reach nothing.
    #[must_use]
    pub fn words(&self) -> (usize, usize) {
        let add = |sum: (usize, usize), of: &(Part, usize, usize)| (sum.0 + of.1, sum.1 + of.2);
        self.parts.iter().fold((0, 0), add)
    }

    fn add(&mut self, part: Part, words: &[Word], reached: &[bool]) {
        let lost = reached.iter().filter(|reached| !**reached).count();
        match self.parts.iter_mut().find(|known| known.0 == part) {
            Some(known) => (known.1, known.2) = (known.1 + words.len(), known.2 + lost),
            None => self.parts.push((part, words.len(), lost)),
        }
        let mut before = None;
        for (at, word) in words.iter().enumerate() {
            let lost = !reached[at];
            if lost
                && at > 0
                && !reached[at - 1]
                && let Some(loss) = self.losses.last_mut()
            {
                loss.words += 1;
                if loss.words <= SHOWN {
                    loss.text.push_str(&format!(" {}", word.text));
                }
            } else if lost {
                self.losses.push(Loss {
                    line: word.line,
                    part,
                    words: 1,
                    text: word.text.clone(),
                });
            }
            if word.row.is_some() && word.row != before {
                self.rows += 1;
            }
            if lost && word.row.is_some() && self.rows_lost.last() != word.row.as_ref() {
                self.rows_lost.extend(word.row);
            }
            before = word.row;
        }
    }
}

/// How many words of a loss are shown.
const SHOWN: usize = 12;

/// Parts a page at its headings.
fn pieces(page: &str) -> Vec<Piece<'_>> {
    let mut cutter = Cutter {
        page,
        pieces: Vec::new(),
        part: Some(Part::Description),
        begun: (0, 1),
    };
    let (mut front, mut fenced, mut declares) = (page.starts_with("---"), false, false);
    let mut behind = 0;
    for (number, line) in (1..).zip(page.split_inclusive('\n')) {
        let start = behind;
        behind += line.len();
        let next = (behind, number + 1);
        let words = line.trim();
        if front {
            // The fence may stand at the end of a line, or before the first heading.
            front = number == 1 || !(words.ends_with("---") || words.starts_with("---"));
            cutter.begun = next;
        } else if words.starts_with("```") {
            fenced = !fenced;
            // What declares the item is not counted.
            if declares && fenced {
                cutter.cut(start);
            }
            if declares {
                cutter.begun = next;
            }
        } else if let Some((level, title)) = heading(line).filter(|_| !fenced) {
            cutter.cut(start);
            cutter.begun = next;
            let named = cutter.heading(level, title);
            declares = matches!(named, Named::Declaration);
            if matches!(named, Named::Words)
                && let Some(part) = cutter.part
            {
                cutter.pieces.push(Piece {
                    part,
                    line: number,
                    text: title,
                });
            }
        }
    }
    if !front {
        cutter.cut(page.len());
    }
    cutter.pieces
}

/// The level and the text of a heading.
fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let title = line[level..].strip_prefix([' ', '\t'])?.trim();
    (1..=6).contains(&level).then_some((level, title))
}

/// What a heading is.
enum Named {
    /// The name of a section or of an entry.
    Name,
    /// The name of a section that declares the item.
    Declaration,
    /// Words of the page's own.
    Words,
}

/// Cuts a page into pieces.
struct Cutter<'a> {
    page: &'a str,
    pieces: Vec<Piece<'a>>,
    /// The part that is being read; none when it is not counted.
    part: Option<Part>,
    /// Where the piece begins, and on which line.
    begun: (usize, usize),
}

impl Cutter<'_> {
    /// Ends the piece before a place.
    fn cut(&mut self, end: usize) {
        if let Some(part) = self.part {
            self.pieces.push(Piece {
                part,
                line: self.begun.1,
                text: self.page.get(self.begun.0..end).unwrap_or_default(),
            });
        }
    }

    /// Goes on to the part that a heading begins.
    fn heading(&mut self, level: usize, title: &str) -> Named {
        let marked = title.starts_with('-') && !title.starts_with("- ");
        let name = title.trim_start_matches(['-', ' ']).to_ascii_lowercase();
        let is = |names: &str| names.split('|').any(|known| name.starts_with(known));
        let entry = is("field|param ") && title.starts_with('-');
        if level == 1 || (entry && level > 2) {
            return Named::Name;
        }
        if level > 2 && !marked {
            let entry = level == 3 || title.starts_with("- ");
            return if entry && self.part == Some(Part::Entries) {
                Named::Name
            } else {
                Named::Words
            };
        }
        self.part = match () {
            () if is("see|related topics|requirements") => None,
            () if is("description") => Some(Part::Description),
            () if is("struct-fields|union-fields|enum-fields|parameters|members|constants") => {
                Some(Part::Entries)
            }
            () if entry => Some(Part::Entries),
            () if is("return") => Some(Part::Result),
            () => Some(Part::Remarks),
        };
        if is("syntax|prototype") {
            Named::Declaration
        } else if marked || self.part != Some(Part::Remarks) || name == "remarks" {
            Named::Name
        } else {
            Named::Words
        }
    }
}

/// Elements within a word.
const WITHIN: &str = "|a|b|code|em|font|i|span|strong|tt|u|var|";

/// Adds the words of Markdown and HTML, in small letters. What is made of a page has no HTML.
fn scan(text: &str, first: usize, page: bool, words: &mut Vec<Word>) {
    let mut scanner = Scanner {
        words,
        word: String::new(),
        line: first,
        row: None,
        html_row: false,
    };
    let (mut begins, mut fenced, mut code) = (true, false, false);
    let mut rest = text;
    while let Some(ch) = rest.chars().next() {
        if std::mem::take(&mut begins) {
            let line = rest.lines().next().unwrap_or_default();
            let shown = line.trim_start_matches([' ', '\t', '>']);
            if shown.starts_with("```") {
                fenced = !fenced;
                rest = &rest[line.len()..];
                continue;
            }
            if line.trim().is_empty() {
                code = false;
            }
            if !fenced {
                scanner.begin_line(shown, &rest[line.len()..]);
                let number = shown.trim_start_matches(|ch: char| ch.is_ascii_digit());
                let item = number.starts_with(". ") || number.starts_with(") ");
                if number.len() < shown.len() && item {
                    rest = &rest[line.len() - number.len()..];
                    continue;
                }
            }
        }
        let mut behind = &rest[ch.len_utf8()..];
        match ch {
            '\n' => {
                scanner.end();
                scanner.line += 1;
                begins = true;
            }
            ch if ch.is_alphanumeric() || ch == '_' => scanner.word.extend(ch.to_lowercase()),
            _ if fenced => scanner.end(),
            '\\' if !code && behind.starts_with(|ch: char| ch.is_ascii_punctuation()) => {
                // A sign that stands for itself.
                match behind.as_bytes()[0] {
                    b'_' => scanner.word.push('_'),
                    b'*' | b'`' => {}
                    _ => scanner.end(),
                }
                behind = &behind[1..];
            }
            '`' => {
                code = !code;
                behind = behind.trim_start_matches('`');
            }
            '*' => {}
            '[' if !page && !code => {}
            ']' if !code && behind.starts_with('(') => behind = behind_target(behind),
            '&' if page && let Some(entity) = entity(behind) => {
                scanner.end();
                behind = &behind[entity..];
            }
            '<' if page
                && !code
                && let Some(end) = tag_end(behind) =>
            {
                scanner.tag(&behind[..end], &behind[end..]);
                behind = &behind[end..];
            }
            _ => scanner.end(),
        }
        rest = behind;
    }
    scanner.end();
}

/// Words under construction.
struct Scanner<'w> {
    words: &'w mut Vec<Word>,
    word: String,
    line: usize,
    /// The row that is being read, named by its line.
    row: Option<usize>,
    /// Whether that is a row of HTML, which goes on over lines.
    html_row: bool,
}

impl Scanner<'_> {
    /// Ends the word.
    fn end(&mut self) {
        let word = std::mem::take(&mut self.word);
        let word = word.trim_matches('_');
        if !word.is_empty() {
            self.words.push(Word {
                text: word.to_owned(),
                line: self.line,
                row: self.row,
            });
        }
    }

    /// Begins a line, which may be a row of a table; the one behind it tells a head.
    fn begin_line(&mut self, line: &str, behind: &str) {
        if self.html_row {
            return;
        }
        let next = behind.trim_start_matches('\n').lines().next();
        let next = next.unwrap_or_default().trim();
        let rule = |ch: char| "|-: ".contains(ch);
        let head = next.contains("--") && next.chars().all(rule);
        self.row = (line.starts_with('|') && !head).then_some(self.line);
    }

    /// Takes a tag, and what follows it.
    fn tag(&mut self, tag: &str, behind: &str) {
        let tag = tag.to_ascii_lowercase();
        let name = tag.split([' ', '>', '\n', '\t']).next().unwrap_or_default();
        let name = name.strip_suffix('/').unwrap_or(name);
        let bare = name.strip_prefix('/').unwrap_or(name);
        let ordinal = ["th<", "st<", "nd<", "rd<"];
        match name {
            "sub" => self.word.push('_'),
            "sup" if ordinal.iter().any(|of| behind.starts_with(of)) => {}
            _ if bare == "sub" || WITHIN.split('|').any(|within| within == bare) => {}
            _ => self.end(),
        }
        match name {
            "tr" => (self.row, self.html_row) = (Some(self.line), true),
            "th" => self.row = None,
            "/tr" | "/table" => (self.row, self.html_row) = (None, false),
            "img" => {
                let shown = tag
                    .split_once("alt=\"")
                    .and_then(|(_, rest)| rest.split_once('"'));
                for word in shown.into_iter().flat_map(|(shown, _)| {
                    shown.split(|ch: char| !ch.is_alphanumeric() && ch != '_')
                }) {
                    self.word.push_str(word);
                    self.end();
                }
            }
            _ => {}
        }
        self.line += tag.matches('\n').count();
    }
}

/// How long the entity is that begins behind `&`.
fn entity(behind: &str) -> Option<usize> {
    let end = behind
        .bytes()
        .take(LONGEST_ENTITY)
        .position(|byte| byte == b';')?;
    let entity = &behind[..end];
    let part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    (!entity.is_empty() && entity.bytes().all(part)).then_some(entity.len() + 1)
}

/// The longest entity that is one, in bytes.
const LONGEST_ENTITY: usize = 12;

/// How long the tag or comment is that begins behind `<`.
fn tag_end(behind: &str) -> Option<usize> {
    if let Some(comment) = behind.strip_prefix("!--") {
        return comment.find("-->").map(|end| end + "!---->".len());
    }
    let name = behind.trim_start_matches('/');
    let tag = name.starts_with(|ch: char| ch.is_ascii_alphabetic()) && !name.starts_with("http");
    let end = behind
        .find(['>', '<'])
        .filter(|end| behind[*end..].starts_with('>'))?;
    tag.then_some(end + 1)
}

/// What follows the target of a link.
fn behind_target(behind: &str) -> &str {
    let mut depth = 0_usize;
    for (at, ch) in behind.char_indices() {
        match ch {
            '(' => depth += 1,
            ')' => depth -= 1,
            '\n' => break,
            _ => {}
        }
        if depth == 0 {
            return &behind[at + 1..];
        }
    }
    behind
}
