//! The records of C headers as Microsoft's compiler lays them out, which clang knows the rules of.
//!
//! The headers of mingw-w64 do not compile for Microsoft's target. So they are preprocessed for
//! their own, and what comes of that is laid out for the other. Clang complains of compiler builtins
//! that the headers define, and prints all layouts nevertheless.

use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

use winsec_codegen::model::Arches;

use super::{
    Compiler, Prelude, Probe, ProbeKind,
    compile::{self, errors_of_probes},
};
use crate::fact::{BitsFact, Fact, FactKind, Facts, FieldFact, RecordFact, Ty};

/// The record that is laid out last: without it the answer is cut short.
const END: &str = "winsec_end";

/// What the headers say of the records among the probes, laid out for `target`.
pub(super) fn gather(
    compiler: &Compiler,
    target: &str,
    probes: &[Probe],
    mentioned: &HashSet<&str>,
    prelude: &Prelude,
    scratch: &Path,
) -> Result<Facts, String> {
    let asked =
        |probe: &&Probe| probe.kind == ProbeKind::Type && mentioned.contains(probe.name.as_str());
    let probes: Vec<&Probe> = probes.iter().filter(asked).collect();
    let ask = |lines: &[String], arguments: &[&str]| {
        let source = scratch.join("layouts.c");
        let preprocessed = scratch.join("layouts.i");
        compile::write(
            &source,
            &(prelude.text().to_owned() + &lines.join("\n") + "\n"),
        )?;
        let mut command = compile::command(compiler);
        command.arg("-E").arg(&source).arg("-o").arg(&preprocessed);
        let output = compile::output(compiler, &mut command)?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr);
            let first = said.lines().next().unwrap_or_default();
            return Err(format!(
                "{} cannot read the headers: {first}",
                compiler.program
            ));
        }
        let mut command = std::process::Command::new(&compiler.program);
        command
            .args([
                "-target",
                target,
                "-std=gnu11",
                "-fsyntax-only",
                "-w",
                "-ferror-limit=0",
            ])
            .args(["-fno-spell-checking", "-fno-caret-diagnostics"])
            .args(arguments)
            .arg(&preprocessed);
        compile::output(compiler, &mut command)
    };

    let lines: Vec<String> = probes
        .iter()
        .enumerate()
        .flat_map(|(place, probe)| tries(place, &probe.name))
        .collect();
    let output = ask(&lines, &[])?;
    let wrong: HashSet<usize> = errors_of_probes(&String::from_utf8_lossy(&output.stderr))
        .into_keys()
        .collect();

    let mut facts = Facts::default();
    let mut lines = Vec::new();
    let mut wanted = HashMap::new();
    for (place, probe) in probes.iter().enumerate() {
        // The compiler counts lines from 1.
        let first = place * TRIES + 1;
        let right = |line: usize| !wrong.contains(&(first + line));
        let tag = match (right(0), right(1)) {
            (true, true) => "",
            (true, false) => {
                let undefined = FactKind::Alias(Ty::Named(String::new()));
                facts.insert(probe.name.clone(), fact(undefined, compiler.arch));
                continue;
            }
            (false, _) => match ["struct ", "union "]
                .iter()
                .zip(2..)
                .find(|(_, at)| right(*at))
            {
                Some((tag, _)) => tag,
                None => continue,
            },
        };
        let wrapper = format!("winsec_p{place}");
        lines.push(format!("struct {wrapper} {{ {tag}{} it; }};", probe.name));
        wanted.insert(wrapper, probe.name.as_str());
    }
    lines.push(format!("struct {END} {{ int end; }};"));
    let output = ask(&lines, &["-Xclang", "-fdump-record-layouts-complete"])?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut ended = false;
    for (name, record) in records(&text) {
        ended |= name == END;
        let Some(name) = wanted.get(name) else {
            continue;
        };
        facts.insert(*name, fact(inside(record), compiler.arch));
    }
    if ended {
        Ok(facts)
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        let last = said.lines().last().unwrap_or("no message");
        Err(format!(
            "{} does not lay everything out: {last}",
            compiler.program
        ))
    }
}

/// How many lines find out what a name is.
const TRIES: usize = 4;

/// The lines that find out whether a name is a type, a defined one, or a tag.
fn tries(place: usize, name: &str) -> [String; TRIES] {
    [
        format!("typedef {name} winsec_d{place};"),
        format!("extern {name} winsec_e{place}; typedef char winsec_s{place}[sizeof({name})];"),
        format!("typedef char winsec_t{place}[sizeof(struct {name})];"),
        format!("typedef char winsec_u{place}[sizeof(union {name})];"),
    ]
}

fn fact(kind: FactKind, arches: Arches) -> Fact {
    Fact {
        arches,
        ..Fact::everywhere(kind)
    }
}

/// The record in the record that was made around it.
fn inside(wrapper: RecordFact) -> FactKind {
    let size_align = wrapper.size_align;
    match wrapper.fields.into_iter().next().map(|field| field.ty) {
        Some(Ty::Record(record)) => FactKind::Record(RecordFact {
            size_align,
            ..*record
        }),
        _ => FactKind::Alias(Ty::Void),
    }
}

/// The records of `-fdump-record-layouts-complete`, by name.
///
/// A record is a line for it and for each field, two columns further in for each record around it:
///
/// ```text
///          0 | struct PAIR
///          0 |   int one
///     4:0-11 |   unsigned int part
///            | [sizeof=8, align=4]
/// ```
fn records(text: &str) -> impl Iterator<Item = (&str, RecordFact)> {
    text.split("*** Dumping AST Record Layout")
        .filter_map(|dump| {
            let mut lines = dump.lines().filter_map(Line::read).peekable();
            let head = lines.next()?;
            let (_, name) = head.text.split_once(' ')?;
            let mut record = record(&head, &mut lines);
            let (_, end) = dump.split_once("[sizeof=")?;
            let (size, end) = end.split_once(", align=")?;
            let align = end.split([',', ']']).next()?;
            record.size_align = Some((size.parse().ok()?, align.trim().parse().ok()?));
            Some((name, record))
        })
}

/// A line of a dump.
#[derive(Debug)]
struct Line<'d> {
    /// Where what it is of begins, in bytes from the beginning of the dumped record.
    offset: u64,
    /// Its first and last bit from there, if it is a bit-field.
    bits: Option<(u32, u32)>,
    /// How many records it is in.
    depth: usize,
    /// Type and name.
    text: &'d str,
}

impl<'d> Line<'d> {
    fn read(line: &'d str) -> Option<Self> {
        let (place, rest) = line.split_once(" | ")?;
        let text = rest.trim_start();
        let (offset, bits) = match place.trim().split_once(':') {
            // A bit-field without a width has no bits.
            Some((offset, bits)) => {
                let (first, last) = bits.split_once('-')?;
                (offset, Some((first.parse().ok()?, last.parse().ok()?)))
            }
            None => (place.trim(), None),
        };
        Some(Self {
            offset: offset.parse().ok()?,
            bits,
            depth: (rest.len() - text.len()) / 2,
            text,
        })
    }

    /// The field's name; one without ends with its type.
    fn name(&self) -> Option<String> {
        let name = self.text.rsplit(' ').next()?;
        (!name.is_empty() && !name.ends_with(')')).then(|| name.to_owned())
    }
}

/// The record of a line and of those that are further in.
fn record<'d>(
    head: &Line<'d>,
    lines: &mut std::iter::Peekable<impl Iterator<Item = Line<'d>>>,
) -> RecordFact {
    let mut fields = Vec::new();
    while let Some(line) = lines.next_if(|line| line.depth > head.depth) {
        let inner = lines.peek().is_some_and(|next| next.depth > line.depth);
        let ty = if inner {
            Ty::Record(Box::new(record(&line, lines)))
        } else {
            Ty::Void
        };
        let bits = line.bits.map(|(first, last)| {
            vec![BitsFact {
                name: line.name().unwrap_or_default(),
                offset: first,
                width: last - first + 1,
            }]
        });
        fields.push(FieldFact {
            name: line.name(),
            ty,
            bits,
            offset_size: Some((line.offset - head.offset, 0)),
        });
    }
    RecordFact {
        union: head.text.starts_with("union "),
        packed: None,
        fields,
        size_align: None,
    }
}
