//! The rules: each takes files and says which break it, and where.

use std::path::Path;

/// One text file of the repository.
pub struct File {
    /// Its path below the root, with slashes.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl File {
    fn is(&self, kinds: &[&str]) -> bool {
        let kind = Path::new(&self.path).extension();
        kind.is_some_and(|kind| kinds.iter().any(|known| kind == *known))
    }

    /// Neither written by a program nor wrong on purpose.
    fn is_by_hand(&self) -> bool {
        let marked = self
            .text
            .lines()
            .take(5)
            .any(|line| line.contains("@generated"));
        let apart = ["generated", "fixtures", "ui"];
        let mut folders = self.path.split('/');
        let data = folders.clone().any(|folder| folder == "tests") && !self.is(&["rs"]);
        !marked && !data && !folders.any(|folder| apart.contains(&folder))
    }

    fn is_module(&self) -> bool {
        self.is(&["rs"]) && self.is_by_hand()
    }

    /// What is wrong with single lines, as `path:line: what`.
    fn lines(&self, wrong: impl Fn(&str) -> Option<String>) -> Vec<String> {
        let numbered = self.text.lines().zip(1..);
        let said = numbered.filter_map(|(line, number)| Some((number, wrong(line)?)));
        said.map(|(number, what)| format!("{}:{number}: {what}", self.path))
            .collect()
    }
}

/// A module begins with `//!` and a sentence; attributes of the crate may go before.
pub fn purpose(file: &File) -> Vec<String> {
    let mut lines = file.text.lines().filter(|line| !line.starts_with("#!["));
    let said = lines.next().is_some_and(|line| line.starts_with("//! "));
    let silent = file.is_module() && !said;
    Vec::from_iter(silent.then(|| format!("{}: no `//!` at its beginning", file.path)))
}

/// No module holds work that is not done.
pub fn finished(file: &File) -> Vec<String> {
    let macros = ["todo", "unimplemented", "dbg"].map(|name| format!("{name}!("));
    let words = [("TO", "DO"), ("FIX", "ME")].map(|(half, rest)| format!("{half}{rest}"));
    if !file.is(&["rs"]) {
        return Vec::new();
    }
    file.lines(|line| {
        let mut marks = macros.iter().chain(&words);
        marks.find(|mark| line.contains(*mark)).cloned()
    })
}

/// Only tests import everything from the module around them, and modules that a macro writes, which
/// cannot know what its caller names.
pub fn imports(file: &File) -> Vec<String> {
    let glob = "use super::*;";
    let mut tests = file.path.contains("/tests/");
    let mut wrong = false;
    for line in file.text.lines().map(str::trim) {
        tests |= line.starts_with("mod tests {") || line.starts_with("macro_rules!");
        wrong |= line == glob && !tests;
    }
    let wrong = file.is_module() && wrong;
    Vec::from_iter(wrong.then(|| format!("{}: `{glob}` outside of `mod tests`", file.path)))
}

/// Text has no tabs, nothing at the end of a line, and a line break at its own end.
pub fn whitespace(file: &File) -> Vec<String> {
    let text = file.is(&["rs", "toml", "md", "rdl", "yml"]) || file.path.starts_with(".ci/");
    if !text || !file.is_by_hand() {
        return Vec::new();
    }
    let mut offences = file.lines(|line| {
        let tab = line.contains('\t').then_some("a tab");
        let end = line.ends_with(' ').then_some("a blank at the end");
        tab.or(end).map(ToOwned::to_owned)
    });
    if !file.text.is_empty() && !file.text.ends_with('\n') {
        offences.push(format!("{}: no line break at its end", file.path));
    }
    offences
}

/// Nothing names a folder that only its author's machine has.
pub fn paths(file: &File) -> Vec<String> {
    let folders = ["home", "root", "work", "Users"].map(|folder| format!("/{folder}/"));
    file.lines(|line| {
        let absolute = |folder: &String| {
            line.match_indices(folder.as_str()).any(|(at, _)| {
                // A folder of that name within a longer path is nobody's own.
                let before = line[..at].chars().next_back();
                before.is_none_or(|before| !before.is_alphanumeric() && !"._-}*".contains(before))
            })
        };
        folders.iter().any(absolute).then(|| line.trim().to_owned())
    })
}

/// Links of documents to other files lead somewhere, those to the repository on GitHub too; `exists` says so
/// of a path below the root.
pub fn links(file: &File, exists: impl Fn(&Path) -> bool) -> Vec<String> {
    if !file.is(&["md"]) {
        return Vec::new();
    }
    let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
    let mut offences = Vec::new();
    for link in file
        .text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        let target = link.split(['#', ' ']).next().unwrap_or_default();
        let own = ["blob/main/", "tree/main/"].iter().find_map(|kind| {
            let path = target.strip_prefix("https://github.com/winsec-rs/winsec/")?;
            path.strip_prefix(kind)
        });
        let elsewhere = target.is_empty() || target.contains(':');
        if !own.map_or_else(
            || elsewhere || exists(&folder.join(target)),
            |own| exists(Path::new(own)),
        ) {
            offences.push(format!("{}: {link}", file.path));
        }
    }
    offences
}

/// What a crate that is published includes lies below its folder: nothing else is packed. `published` says
/// of the folder of a manifest whether it is such a crate's, and `None` of one without a manifest.
pub fn includes(file: &File, published: impl Fn(&Path) -> Option<bool>) -> Vec<String> {
    let folder = Path::new(&file.path).parent().unwrap_or(Path::new(""));
    let krate = folder.ancestors().find_map(|up| Some((up, published(up)?)));
    let Some((krate, true)) = krate.filter(|_| file.is(&["rs"])) else {
        return Vec::new();
    };
    file.lines(|line| {
        let marks = [
            "include!(\"",
            "include_str!(\"",
            "include_bytes!(\"",
            "path = \"",
        ];
        let path = marks
            .iter()
            .find_map(|mark| line.split(mark).nth(1))?
            .split('"')
            .next()?;
        let mut place = folder.to_owned();
        for part in path.split('/') {
            if part == ".." {
                place.pop();
            } else {
                place.push(part);
            }
        }
        (!place.starts_with(krate)).then(|| format!("outside of {}: {path}", krate.display()))
    })
}

/// A workflow's steps run this repository's own commands, or actions of one certain commit; `exists` says
/// whether a path below the root does.
pub fn workflow(file: &File, exists: impl Fn(&Path) -> bool) -> Vec<String> {
    if !file.path.starts_with(".github/workflows/") {
        return Vec::new();
    }
    file.lines(|line| {
        let line = line.trim().trim_start_matches("- ");
        if let Some(script) = line.strip_prefix("run: ") {
            let program = script.split(' ').next().unwrap_or_default();
            let own = program.starts_with(".ci/") && exists(Path::new(program));
            let fine = own || script.starts_with("cargo xtask ");
            return (!fine).then(|| format!("neither `cargo xtask` nor a script in .ci: {script}"));
        }
        let action = line.strip_prefix("uses: ")?;
        let commit = action.split(['@', ' ']).nth(1).unwrap_or_default();
        let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
        (!is_commit).then(|| format!("not of one commit: {action}"))
    })
}

/// A crate's manifest says all that a registry shows, and takes the workspace's lints. Of a crate that is
/// published, docs.rs shows what Windows has, its licences are in its folder, and its README's links lead
/// somewhere from everywhere: `read` gives a file of the folder.
pub fn manifest(
    package: &serde_json::Value,
    text: &str,
    read: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let name = &package["name"];
    let keys = [
        "description",
        "license",
        "repository",
        "readme",
        "rust_version",
    ];
    let empty = keys
        .into_iter()
        .filter(|key| package[key].as_str().is_none_or(str::is_empty));
    let mut offences: Vec<_> = empty.map(|key| format!("{name}: no {key}")).collect();
    if !text.replace('\r', "").contains("[lints]\nworkspace = true") {
        offences.push(format!("{name}: does not take the workspace's lints"));
    }
    if !package["publish"].is_null() {
        return offences;
    }
    let mut require = |met: bool, what: &str| {
        if !met {
            offences.push(format!("{name}: {what}"));
        }
    };
    for key in ["keywords", "categories"] {
        require(
            package[key].as_array().is_some_and(|list| !list.is_empty()),
            &format!("no {key}"),
        );
    }
    let targets = package["metadata"]["docs"]["rs"]["targets"].to_string();
    require(
        targets.contains("windows"),
        "docs.rs would show nothing of Windows",
    );
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        require(read(licence).is_some(), &format!("no {licence}"));
    }
    let readme = read("README.md").unwrap_or_default();
    for link in readme
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next())
    {
        let whole = link.starts_with("https://");
        require(
            whole,
            &format!("README.md links to {link}, which is not packed or not shown"),
        );
    }
    offences
}
