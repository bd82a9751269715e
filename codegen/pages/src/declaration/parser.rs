//! Words of C, to a declaration.

use super::lexer::Word;
use super::{Declaration, Enumeration, Function, Record};
use crate::definitions::number;
use crate::fault::Fault;
use crate::subject::is_name;

/// Reads declarations; nothing of it calls itself.
pub(super) struct Parser<'a> {
    words: Vec<Word<'a>>,
    at: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn new(words: Vec<Word<'a>>) -> Self {
        Self { words, at: 0 }
    }

    pub(super) fn declaration(mut self) -> Result<Declaration, Fault> {
        self.eat("typedef");
        match self.peek() {
            "struct" | "union" if self.has_body() => self.record(),
            "enum" if self.has_body() => self.enumeration(),
            _ => self.function(),
        }
    }

    /// Whether `{` comes before `(` and `;`.
    fn has_body(&self) -> bool {
        let mut signs = self.words[self.at..].iter().map(|word| word.text);
        signs.find(|sign| ["{", "(", ";"].contains(sign)) == Some("{")
    }

    fn record(mut self) -> Result<Declaration, Fault> {
        let union = self.next() == "union";
        let tag = self.tag();
        let mut fields = Vec::new();
        self.need("{")?;
        while !self.eat("}") {
            let words = self.until(&[";"])?;
            fields.push(self.named(&words)?);
            self.need(";")?;
        }
        let name = self.name_behind(tag)?;
        Ok(Declaration::Record(Record {
            name,
            union,
            fields,
        }))
    }

    fn enumeration(mut self) -> Result<Declaration, Fault> {
        self.next();
        let tag = self.tag();
        let mut members = Vec::new();
        let mut following = 0;
        self.need("{")?;
        while !self.eat("}") {
            let words = self.until(&[",", "}"])?;
            let texts: Vec<&str> = words.iter().map(|word| word.text).collect();
            let value = match texts.as_slice() {
                [_] => Some(following),
                [_, "=", value] => number(value),
                [_, "=", "-", value] => number(value).map(|value| -value),
                _ => None,
            };
            match (texts.first(), value) {
                (Some(name), Some(value)) if is_name(name) => {
                    members.push(((*name).to_owned(), value));
                    following = value + 1;
                }
                _ => return Err(self.wrong(&format!("`{}` is no member", texts.join(" ")))),
            }
            self.eat(",");
        }
        let name = self.name_behind(tag)?;
        Ok(Declaration::Enumeration(Enumeration { name, members }))
    }

    fn function(mut self) -> Result<Declaration, Fault> {
        let head = self.until(&["("])?;
        self.need("(")?;
        // A pointer to a function has its name in brackets of its own.
        let (result, name) = if head.iter().all(|word| word.text != "(") && self.points() {
            let inner = self.until(&[")"])?;
            self.need(")")?;
            self.need("(")?;
            let name = inner.last().map_or("", |word| word.text);
            (self.ty(&head)?, name.to_owned())
        } else {
            let (name, result) = self.named(&head)?;
            (result, name)
        };
        if !is_name(&name) {
            return Err(self.wrong("the function has no name"));
        }
        let mut parameters = Vec::new();
        while !self.eat(")") {
            let words = self.parameter()?;
            let only_void = words.len() == 1 && words[0].text.eq_ignore_ascii_case("void");
            if !only_void && !words.is_empty() {
                parameters.push(self.read_parameter(&words)?);
            }
            self.eat(",");
        }
        Ok(Declaration::Function(Function {
            name,
            result,
            parameters,
        }))
    }

    /// Whether a star stands before the next bracket that closes, with names alone.
    fn points(&self) -> bool {
        let words = self.words[self.at..].iter().map(|word| word.text);
        let mut words = words.take_while(|word| *word != ")").peekable();
        let mut star = false;
        let plain = words.all(|word| {
            star |= word == "*";
            word == "*" || is_name(word)
        });
        let end = self.words[self.at..]
            .iter()
            .position(|word| word.text == ")")
            .and_then(|end| self.words.get(self.at + end + 1));
        plain && star && end.is_some_and(|next| next.text == "(")
    }

    /// The words of a parameter: up to a comma or the bracket that closes the list.
    fn parameter(&mut self) -> Result<Vec<Word<'a>>, Fault> {
        let mut words = Vec::new();
        let mut depth = 0_usize;
        loop {
            let sign = self.peek();
            match sign {
                "" => return Err(self.wrong("the list of parameters has no end")),
                "(" | "[" => depth += 1,
                ")" | "," if depth == 0 => return Ok(words),
                ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            words.push(self.words[self.at]);
            self.at += 1;
        }
    }

    fn tag(&mut self) -> String {
        let mut tag = String::new();
        while !["", "{"].contains(&self.peek()) {
            self.next().clone_into(&mut tag);
        }
        tag
    }

    /// The first name behind a body, or the tag.
    fn name_behind(&mut self, tag: String) -> Result<String, Fault> {
        let name = self.next();
        if is_name(name) {
            Ok(name.to_owned())
        } else if is_name(&tag) {
            Ok(tag.trim_start_matches('_').to_owned())
        } else {
            Err(self.wrong("the type has no name"))
        }
    }

    /// The words before one of some signs.
    fn until(&mut self, ends: &[&str]) -> Result<Vec<Word<'a>>, Fault> {
        let start = self.at;
        loop {
            match self.peek() {
                "" => return Err(self.wrong(&format!("there is no `{}`", ends.join("` or `")))),
                "{" => return Err(self.wrong("what is declared within is not read")),
                sign if ends.contains(&sign) => {
                    return Ok(self.words[start..self.at].to_vec());
                }
                _ => self.at += 1,
            }
        }
    }

    fn peek(&self) -> &'a str {
        self.words.get(self.at).map_or("", |word| word.text)
    }

    fn next(&mut self) -> &'a str {
        let word = self.peek();
        self.at = (self.at + 1).min(self.words.len());
        word
    }

    fn eat(&mut self, sign: &str) -> bool {
        let is = self.peek() == sign;
        if is {
            self.at += 1;
        }
        is
    }

    fn need(&mut self, sign: &str) -> Result<(), Fault> {
        if self.eat(sign) {
            return Ok(());
        }
        Err(self.wrong(&format!("there is no `{sign}`")))
    }

    pub(super) fn wrong(&self, why: &str) -> Fault {
        let at = self.at.min(self.words.len().saturating_sub(1));
        let line = self.words.get(at).map_or(1, |word| word.line);
        Fault::new(line, format!("the declaration cannot be read: {why}"))
    }
}
