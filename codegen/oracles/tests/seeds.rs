//! Five of Microsoft's own pages, which lie beside the project and are no part of it: each yields
//! its documented item, with every field, value and failure. Where they are not, the tests are left
//! out, and say so.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial, run};
use winsec_codegen::{
    Analysis, Options, analyse,
    diagnostic::{Style, render},
    model::{Item, ItemKind, LastError},
    options::Docs,
    source::{Source, Sources},
};
use winsec_oracles::import::docs::{Documented, File, Outcome, Request, document};

/// Where they lie, from the root of the workspace.
const SEEDS: &str = "../shared/seeds";

/// What a test does.
type Test = fn() -> Result<(), Failed>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn main() -> ExitCode {
    let tests: [(&str, Test); 6] = [
        ("a_structure_with_a_table_of_html", query_info),
        ("a_function_that_the_metadata_lost", query_socket_security),
        ("an_enumeration", protocol),
        ("a_structure_with_values_without_numbers", socket_info),
        ("a_page_about_no_item", article),
        ("all_five_together", all),
    ];
    let there = root().join(SEEDS).is_dir();
    let trials = tests.map(|(name, test)| {
        let trial = Trial::test(name, test);
        if there {
            return trial;
        }
        trial
            .with_ignored_flag(true)
            .with_kind(format!("{SEEDS} is not there"))
    });
    run(&Arguments::from_args(), Vec::from(trials)).exit_code()
}

/// The seed whose name begins with a number.
fn seed(number: &str) -> Result<File, Failed> {
    for entry in fs::read_dir(root().join(SEEDS))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(number) {
            return Ok(File {
                name: name.into_owned(),
                content: Ok(fs::read(&path)?),
            });
        }
    }
    Err(format!("there is no seed {number}").into())
}

fn specs() -> Sources {
    Sources::load([root().join("specs")]).expect("the specs are read")
}

fn import(files: Vec<File>, specs: Sources, again: bool) -> Result<Documented, Failed> {
    let request = Request { names: &[], again };
    Ok(document(files, specs, &request)?)
}

/// The written items as a spec of their own, or together with others.
fn analysed(documented: &Documented, others: Sources) -> Result<Analysis, Failed> {
    let text = format!("//! Imported.\n\n{}", documented.text);
    let others = others
        .iter()
        .map(|(_, source)| Source::new(source.name(), source.text()));
    let sources = Sources::new(others.chain([Source::new("imported.rdl", text)]));
    let options = Options {
        docs: Docs::Optional,
        ..Options::SPECS
    };
    analyse(&sources, &options)
        .map_err(|errors| Failed::from(render(&errors, &sources, Style::Plain)))
}

fn item<'a>(analysis: &'a Analysis, name: &str) -> &'a Item {
    let mut items = analysis.model.items.iter();
    items
        .find(|item| item.name.text == name)
        .unwrap_or_else(|| panic!("`{name}` is not written"))
}

/// The documentation of a field or a member.
fn docs<'a>(item: &'a Item, name: &str) -> &'a str {
    let found = match &item.kind {
        ItemKind::Record(of) => {
            let field = of.fields.iter().find(|field| field.name.text == name);
            field.map(|field| &field.docs)
        }
        ItemKind::Enum(of) => {
            let member = of.members.iter().find(|member| member.name.text == name);
            member.map(|member| &member.docs)
        }
        ItemKind::Function(of) => {
            let mut params = of.signature.params.iter();
            let param = params.find(|param| param.name.text == name);
            param.map(|param| &param.docs)
        }
        _ => None,
    };
    found.unwrap_or_else(|| panic!("`{name}` is not in `{}`", item.name.text))
}

/// An item's header, first versions and page.
fn assert_origin(item: &Item, header: &str, client: &str, server: &str, page: &str) {
    let origin = &item.origin;
    assert_eq!(origin.header.as_deref(), Some(header));
    assert_eq!(origin.client.as_deref(), Some(client));
    assert_eq!(origin.server.as_deref(), Some(server));
    let wanted = format!("{}{page}", winsec_codegen::model::Origin::PAGES);
    assert_eq!(origin.page.as_deref(), Some(wanted.as_str()));
}

fn assert_documented(item: &Item, names: &[&str]) {
    for name in names {
        assert!(!docs(item, name).is_empty(), "`{name}` has no words");
    }
}

fn query_info() -> Result<(), Failed> {
    let documented = import(vec![seed("000")?], Sources::default(), false)?;
    let outcome = Outcome::Written("SOCKET_SECURITY_QUERY_INFO".to_owned());
    assert_eq!(documented.pages[0].outcome, outcome);
    assert_eq!(documented.pages[0].notes, []);
    let analysis = analysed(&documented, Sources::default())?;
    let info = item(&analysis, "SOCKET_SECURITY_QUERY_INFO");
    assert_origin(
        info,
        "mstcpip.h",
        "Windows Vista",
        "Windows Server 2008",
        "mstcpip/ns-mstcpip-socket_security_query_info",
    );
    assert!(
        info.docs.contains("`WSAQuerySocketSecurity`"),
        "{}",
        info.docs
    );
    let fields = [
        "SecurityProtocol",
        "Flags",
        "PeerApplicationAccessTokenHandle",
        "PeerMachineAccessTokenHandle",
    ];
    assert_documented(info, &fields);
    let values = [
        "SOCKET_INFO_CONNECTION_SECURED",
        "SOCKET_INFO_CONNECTION_ENCRYPTED",
    ];
    for value in values {
        assert!(!item(&analysis, value).docs.is_empty(), "{value}");
        assert!(docs(info, "Flags").contains(value), "{value}");
    }
    Ok(())
}

fn query_socket_security() -> Result<(), Failed> {
    let name = "WSAQuerySocketSecurity";
    let alone = import(vec![seed("001")?], Sources::default(), false)?;
    assert_eq!(alone.pages[0].outcome, Outcome::Failed);
    assert_eq!(alone.pages[0].notes[0].line, 1);
    let documented = import(vec![seed("001")?], specs(), true)?;
    assert_eq!(documented.pages[0].outcome, Outcome::Known(name.to_owned()));
    let notes = &documented.pages[0].notes;
    assert_eq!(notes.len(), 2, "{notes:#?}");
    assert!(notes[0].message.contains("WSA_IO_PENDING"), "{notes:#?}");
    // The head of the table, all of whose rows are failures.
    assert!(
        notes[1].message.contains("error code meaning"),
        "{notes:#?}"
    );
    // It takes the place of the spec's own.
    let others = specs();
    let others = others.iter().map(|(_, source)| {
        let text = source.text();
        let text = text.replace(&format!("extern fn {name}("), "extern fn OURS(");
        Source::new(source.name(), text)
    });
    let analysis = analysed(&documented, Sources::new(others))?;
    let function = item(&analysis, name);
    let parameters = [
        "Socket",
        "SecurityQueryTemplate",
        "SecurityQueryTemplateLen",
        "SecurityQueryInfo",
        "SecurityQueryInfoLen",
        "Overlapped",
        "CompletionRoutine",
    ];
    assert_documented(function, &parameters);
    let ItemKind::Function(of) = &function.kind else {
        panic!("{name} is a function");
    };
    assert_eq!(of.signature.params.len(), parameters.len());
    assert_eq!(of.last_error, Some(LastError::WsaGetLastError));
    let codes: Vec<&str> = of.errors.iter().map(|error| &*error.code.text).collect();
    let wanted = [
        "WSAEAFNOSUPPORT",
        "WSAECONNRESET",
        "WSAEFAULT",
        "WSAEINVAL",
        "WSAEMSGSIZE",
        "WSAENOTSOCK",
    ];
    assert_eq!(codes, wanted);
    assert!(of.errors.iter().all(|error| !error.cause.is_empty()));
    Ok(())
}

fn protocol() -> Result<(), Failed> {
    let documented = import(vec![seed("002")?], Sources::default(), false)?;
    let analysis = analysed(&documented, Sources::default())?;
    let protocol = item(&analysis, "SOCKET_SECURITY_PROTOCOL");
    assert_origin(
        protocol,
        "mstcpip.h",
        "Windows Vista",
        "Windows Server 2008",
        "mstcpip/ne-mstcpip-socket_security_protocol",
    );
    let members = ["DEFAULT", "IPSEC", "INVALID"];
    let members = members.map(|name| format!("SOCKET_SECURITY_PROTOCOL_{name}"));
    assert_documented(protocol, &members.each_ref().map(String::as_str));
    // The page names it and has no words for it: it waits for some.
    assert_eq!(docs(protocol, "SOCKET_SECURITY_PROTOCOL_IPSEC2"), "");
    assert_eq!((documented.items.len(), documented.waiting), (1, 1));
    Ok(())
}

fn socket_info() -> Result<(), Failed> {
    let documented = import(vec![seed("003")?], Sources::default(), false)?;
    let analysis = analysed(&documented, Sources::default())?;
    let info = item(&analysis, "INTERNET_DIAGNOSTIC_SOCKET_INFO");
    assert_origin(
        info,
        "wininet.h",
        "Windows 2000 Professional",
        "Windows 2000 Server",
        "wininet/ns-wininet-internet_diagnostic_socket_info",
    );
    assert_documented(info, &["Socket", "SourcePort", "DestPort", "Flags"]);
    for flag in ["KEEP_ALIVE", "SECURE", "PROXY", "TUNNEL"] {
        let name = format!("IDSI_FLAG_{flag}");
        assert!(!item(&analysis, &name).docs.is_empty(), "{name}");
        assert!(docs(info, "Flags").contains(&name), "{name}");
    }
    assert!(info.docs.contains("WinHTTP"), "{}", info.docs);
    assert_eq!(documented.waiting, 0, "{}", documented.text);
    Ok(())
}

fn article() -> Result<(), Failed> {
    let documented = import(vec![seed("004")?], Sources::default(), false)?;
    assert!(matches!(documented.pages[0].outcome, Outcome::Article(_)));
    assert_eq!(documented.text, "");
    Ok(())
}

fn all() -> Result<(), Failed> {
    let seeds = ["000", "001", "002", "003", "004"].map(seed);
    let seeds = seeds.into_iter().collect::<Result<Vec<_>, _>>()?;
    let documented = import(seeds, specs(), false)?;
    let known = |outcome: &Outcome| matches!(outcome, Outcome::Known(_));
    let outcomes: Vec<bool> = documented
        .pages
        .iter()
        .map(|page| known(&page.outcome))
        .collect();
    assert_eq!(outcomes, [true, true, true, true, false]);
    assert_eq!(documented.text, "");
    Ok(())
}
