//! Writes the C file that declares every probed name in a way that can be read back.

use std::fmt::Write as _;

/// A name to ask a C compiler for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probe {
    /// The name.
    pub name: String,
    /// What it is to us.
    pub kind: ProbeKind,
}

/// What a probed name is to us, which decides how it is read back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProbeKind {
    /// A struct, a union, an enumeration, an alias or a callback.
    Type,
    /// A constant of an integer type.
    Integer,
    /// A constant of a pointer type.
    Pointer,
    /// A constant with a fraction.
    Float,
    /// A text.
    Text,
    /// A GUID.
    Guid,
    /// A function.
    Function,
}

/// What a line of the file was written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// The probe, by its place in the list.
    pub(super) probe: usize,
    /// What the line finds out.
    pub(super) purpose: Purpose,
}

/// What a line finds out about a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Whether it is declared.
    Declared,
    /// Whether it is a struct's tag, where it is no name of its own.
    Tag,
    /// What it is.
    Content,
}

/// The file to which the compiler attributes the probes' lines.
pub(super) const FILE: &str = "winsec-probe";

/// How a probed type is spelt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelt {
    /// The probe.
    pub(super) probe: Probe,
    /// `struct ` for a tag, otherwise nothing.
    pub(super) tag: &'static str,
    /// Whether it is declared without being defined, so that it has no size.
    pub(super) incomplete: bool,
}

/// The one defines anew what the other has defined, so that no program can have both: wininet.h is
/// asked.
const WINHTTP: &str = "winhttp.h";
const WININET: &str = "wininet.h";

/// What comes before the probes: what the headers are asked for, and the headers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prelude(String);

/// The versions asked for; `SECURITY_WIN32` is what sspi.h wants, and `NO_STRICT` makes handles the
/// plain pointers that they are in every other language.
const ASKED: &str = "#define _WIN32_WINNT 0x0A00\n#define WINVER 0x0A00\n\
     #define NTDDI_VERSION 0x0A000000\n#define NO_STRICT\n#define SECURITY_WIN32\n";

/// winsock2.h goes before windows.h, and mstcpip.h before ws2tcpip.h, which hides the secure socket
/// functions otherwise.
const FIRST: [&str; 4] = ["winsock2.h", "mstcpip.h", "ws2tcpip.h", "windows.h"];

impl Prelude {
    /// With the values of GUIDs. Headers stay in their order, behind the first ones.
    #[must_use]
    pub fn with_guids(headers: &[String]) -> Self {
        Self::new("#define INITGUID\n", headers)
    }

    /// Without the values of GUIDs, which some headers define that others define, too.
    #[must_use]
    pub fn of_types(headers: &[String]) -> Self {
        Self::new("", headers)
    }

    fn new(more: &str, headers: &[String]) -> Self {
        let mut text = format!("{ASKED}{more}");
        let rest = headers
            .iter()
            .map(String::as_str)
            .filter(|header| !FIRST.contains(header))
            .filter(|header| *header != WINHTTP || !headers.iter().any(|other| other == WININET));
        for header in FIRST.into_iter().chain(rest) {
            let _ = write!(
                text,
                "#if __has_include(<{header}>)\n#include <{header}>\n#endif\n"
            );
        }
        let _ = writeln!(text, "#line 1 \"{FILE}\"");
        Self(text)
    }

    /// As C.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// The file that finds out which names are declared and readable, of the probes that `ask` keeps,
/// and what each line is for.
pub(super) fn check(
    probes: &[Probe],
    prelude: &Prelude,
    ask: impl Fn(&Probe) -> bool,
) -> (String, Vec<Line>) {
    let mut text = prelude.text().to_owned();
    let mut lines = Vec::new();
    let mut line = |text: &mut String, content: String, probe, purpose| {
        text.push_str(&content);
        text.push('\n');
        lines.push(Line { probe, purpose });
    };
    for (place, probe) in probes.iter().enumerate().filter(|(_, probe)| ask(probe)) {
        let name = &probe.name;
        let declared = match probe.kind {
            ProbeKind::Type => format!("typedef {name} winsec_d{place};"),
            ProbeKind::Function => format!("typedef __typeof__(&{name}) winsec_d{place};"),
            _ => format!("typedef __typeof__({name}) winsec_d{place};"),
        };
        line(&mut text, declared, place, Purpose::Declared);
        if probe.kind == ProbeKind::Type {
            let tag = format!("typedef char winsec_s{place}[sizeof(struct {name})];");
            line(&mut text, tag, place, Purpose::Tag);
        }
        let spelt = Spelt {
            probe: probe.clone(),
            tag: "",
            incomplete: false,
        };
        line(&mut text, content(place, &spelt), place, Purpose::Content);
    }
    (text, lines)
}

/// The file to be compiled and read back.
pub(super) fn build(probes: &[Spelt], prelude: &Prelude) -> String {
    let mut text = prelude.text().to_owned();
    for (place, probe) in probes.iter().enumerate() {
        text.push_str(&content(place, probe));
        text.push('\n');
    }
    text.push_str("void *volatile winsec_sink;\nvoid winsec_use(void) {\n");
    for spelt in probes
        .iter()
        .filter(|spelt| spelt.probe.kind == ProbeKind::Function)
    {
        let _ = writeln!(text, "winsec_sink = (void *)&{};", spelt.probe.name);
    }
    text.push_str("}\n");
    text
}

/// The declarations that a probe is read back from: `winsec_t` for its type, `winsec_v` for its
/// value, `winsec_n` for a value's sign, `winsec_a` for an alignment.
fn content(place: usize, spelt: &Spelt) -> String {
    let name = &spelt.probe.name;
    match spelt.probe.kind {
        ProbeKind::Type => {
            let ty = format!("{}{name}", spelt.tag);
            if spelt.incomplete {
                return format!("{ty} *winsec_t{place};");
            }
            format!(
                "{ty} *winsec_t{place}; \
                 const unsigned winsec_a{place} = _Alignof(__typeof__({ty}));"
            )
        }
        ProbeKind::Integer => format!(
            "__typeof__({name}) *winsec_t{place}; \
             const unsigned long long winsec_v{place} = (unsigned long long)({name}); \
             const unsigned char winsec_n{place} = ({name}) < 0;"
        ),
        ProbeKind::Pointer => format!(
            "__typeof__({name}) *winsec_t{place}; \
             const unsigned long long winsec_v{place} = \
             (unsigned long long)(__UINTPTR_TYPE__)({name});"
        ),
        ProbeKind::Float => {
            format!("__typeof__({name}) *winsec_t{place}; const double winsec_v{place} = ({name});")
        }
        ProbeKind::Text => format!(
            "__typeof__(*({name})) *winsec_t{place}; \
             const __typeof__(*({name})) winsec_v{place}[] = {name};"
        ),
        ProbeKind::Guid => {
            format!("__typeof__({name}) *winsec_t{place} = (__typeof__({name}) *)&{name};")
        }
        ProbeKind::Function => format!("__typeof__(&{name}) winsec_t{place};"),
    }
}
