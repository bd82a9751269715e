//! Files are written whole or not at all.

mod common;

use std::fs;
use std::path::Path;
use std::process::Output;

use common::{run, stderr};

/// The names in a folder.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_picture_replaces_the_old_one_and_leaves_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("layout.svg");
    fs::write(&file, "old").unwrap();
    let output = run(&["layout", "OVERLAPPED", "--svg", file.to_str().unwrap()]);
    assert!(output.status.success());
    let picture = fs::read_to_string(&file).unwrap();
    assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
    assert_eq!(names(folder.path()), ["layout.svg"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("missing").join("layout.svg");
    let output = run(&["layout", "OVERLAPPED", "--svg", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("cannot be written"));
    assert!(stderr(&output).contains("make the folder first"));
    assert!(
        !stderr(&output).contains(".winsec-"),
        "the file beside is not the user's"
    );
    assert!(output.stdout.is_empty(), "what failed prints no result");
}

#[test]
fn a_folder_in_the_file_s_place_stays() {
    let folder = tempfile::tempdir().unwrap();
    let taken = folder.path().join("taken");
    fs::create_dir(&taken).unwrap();
    let output = run(&["layout", "OVERLAPPED", "--svg", taken.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).contains("cannot be written"));
    assert_eq!(names(folder.path()), ["taken"]);
}

#[test]
fn standard_output_is_for_one_thing() {
    let report = if cfg!(windows) {
        ["report", "--json", "--html", "-"].as_slice()
    } else {
        &["report", "--emulate", "demo", "--json", "--html", "-"]
    };
    for arguments in [&["layout", "OVERLAPPED", "--json", "--svg", "-"], report] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2));
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let message = document["error"]["message"].as_str().unwrap();
        assert!(message.contains("standard output"), "{message}");
    }
}

#[test]
fn manual_pages_are_one_a_command() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(&["manual", folder.path().to_str().unwrap()]);
    assert!(output.status.success(), "{}", stderr(&output));
    let names = names(folder.path());
    assert!(names.contains(&"winsec.1".to_owned()), "{names:?}");
    assert!(names.contains(&"winsec-socket.1".to_owned()), "{names:?}");
    let page = fs::read_to_string(folder.path().join("winsec-socket.1")).unwrap();
    assert!(page.contains("target\\-name"), "{page}");
    assert!(
        page.contains(".SH EXAMPLES\n.nf\nwinsec socket fileserver:445"),
        "{page}"
    );
    assert!(page.contains("a requirement is not met"), "{page}");
}

#[test]
fn a_read_only_file_is_refused() {
    for (option, line) in WRITERS {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("old");
        fs::write(&file, "old").unwrap();
        let mut permissions = fs::metadata(&file).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&file, permissions.clone()).unwrap();
        let output = write(option, line, &file);
        assert_eq!(output.status.code(), Some(3), "{option}");
        assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        assert_eq!(names(folder.path()), ["old"]);
        #[expect(
            clippy::permissions_set_readonly_false,
            reason = "Windows deletes no read-only file with its folder"
        )]
        permissions.set_readonly(false);
        fs::set_permissions(&file, permissions).unwrap();
    }
}

/// The options that a file is named with, and what goes before them.
const WRITERS: [(&str, &[&str]); 2] = if cfg!(windows) {
    [
        ("--svg", &["layout", "OVERLAPPED"]),
        ("--html", &["report", "--only"]),
    ]
} else {
    [
        ("--svg", &["layout", "OVERLAPPED"]),
        ("--html", &["report", "--emulate", "demo"]),
    ]
};

/// Has a file written.
fn write(option: &str, line: &[&str], file: &Path) -> Output {
    run(&[line, &[option, file.to_str().unwrap()]].concat())
}

/// What stands for a file, or has more than a name, where the system is a Unix.
#[cfg(unix)]
mod unix {
    use std::fs::{self, File};
    use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, chown, symlink};
    use std::path::Path;
    use std::process::{Command, Output};
    use std::thread;

    use super::common::{finish, run, stderr, stdout, winsec};
    use super::{WRITERS, names, write};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    /// Whether a file has what was asked for.
    fn is_written(path: &Path) -> bool {
        let text = fs::read_to_string(path).unwrap();
        text.ends_with("</svg>\n") || text.ends_with("</html>\n")
    }

    #[test]
    fn a_new_file_may_be_read_by_whom_the_mask_allows() {
        for (option, line) in WRITERS {
            let folder = tempfile::tempdir().unwrap();
            let file = folder.path().join("new");
            write(option, line, &file);
            let plain = folder.path().join("plain");
            fs::write(&plain, "").unwrap();
            assert_eq!(mode(&file), mode(&plain), "{option}");
        }
    }

    #[test]
    fn an_old_file_keeps_its_permissions_and_its_owner() {
        for (option, line) in WRITERS {
            for wanted in [0o600, 0o640, 0o755, 0o666] {
                let folder = tempfile::tempdir().unwrap();
                let file = folder.path().join("old");
                fs::write(&file, "old").unwrap();
                // Only root can; for everybody else, it is their own file that stays theirs.
                let _ = chown(&file, Some(12), Some(34));
                fs::set_permissions(&file, fs::Permissions::from_mode(wanted)).unwrap();
                let old = fs::metadata(&file).unwrap();
                let output = write(option, line, &file);
                assert!(output.status.success(), "{option} {}", stderr(&output));
                let new = fs::metadata(&file).unwrap();
                assert_eq!(mode(&file), wanted, "{option}");
                assert_eq!((new.uid(), new.gid()), (old.uid(), old.gid()), "{option}");
                assert_ne!(new.ino(), old.ino(), "it was not written beside");
                assert!(is_written(&file), "{option}");
            }
        }
    }

    #[test]
    fn links_stay_and_what_they_lead_to_is_replaced() {
        for (option, line) in WRITERS {
            let folder = tempfile::tempdir().unwrap();
            let below = folder.path().join("below");
            fs::create_dir(&below).unwrap();
            let target = below.join("target");
            fs::write(&target, "old").unwrap();
            fs::set_permissions(&target, fs::Permissions::from_mode(0o600)).unwrap();
            symlink("below/second", folder.path().join("first")).unwrap();
            symlink("target", below.join("second")).unwrap();
            let output = write(option, line, &folder.path().join("first"));
            assert!(output.status.success(), "{}", stderr(&output));
            assert!(is_written(&target));
            assert_eq!(mode(&target), 0o600);
            for link in [folder.path().join("first"), below.join("second")] {
                assert!(fs::symlink_metadata(link).unwrap().is_symlink());
            }
            assert_eq!(names(&below), ["second", "target"]);
            assert_eq!(names(folder.path()), ["below", "first"]);

            // One that leads to what is not there yet makes it.
            fs::remove_file(&target).unwrap();
            let output = write(option, line, &folder.path().join("first"));
            assert!(output.status.success(), "{}", stderr(&output));
            assert!(is_written(&target));
            assert_eq!(names(folder.path()), ["below", "first"]);
        }
    }

    #[test]
    fn links_that_lead_in_a_circle_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        symlink("link", &link).unwrap();
        let output = run(&["layout", "OVERLAPPED", "--svg", link.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(3));
        assert_eq!(names(folder.path()), ["link"]);
    }

    #[test]
    fn a_manual_page_follows_its_link_too() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        fs::write(&target, "old").unwrap();
        symlink("target", folder.path().join("winsec.1")).unwrap();
        let output = run(&["manual", folder.path().to_str().unwrap()]);
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(fs::read_to_string(&target).unwrap().contains("winsec"));
        let link = fs::symlink_metadata(folder.path().join("winsec.1")).unwrap();
        assert!(link.is_symlink());
    }

    #[test]
    fn a_fifo_is_written_to() {
        for (option, line) in WRITERS {
            let folder = tempfile::tempdir().unwrap();
            let fifo = folder.path().join("fifo");
            let made = Command::new("mkfifo").arg(&fifo).status().unwrap();
            assert!(made.success());
            let reader = thread::spawn({
                let fifo = fifo.clone();
                move || fs::read_to_string(fifo).unwrap()
            });
            let output = write(option, line, &fifo);
            let kind = fs::symlink_metadata(&fifo).unwrap().file_type();
            assert!(kind.is_fifo(), "{option}: it was replaced");
            assert!(output.status.success(), "{}", stderr(&output));
            let text = reader.join().unwrap();
            assert!(text.ends_with("</svg>\n") || text.ends_with("</html>\n"));
            assert_eq!(names(folder.path()), ["fifo"]);
        }
    }

    #[test]
    fn a_device_is_written_to() {
        for (option, line) in WRITERS {
            // Through a link, lest a fault here costs the machine its device.
            let folder = tempfile::tempdir().unwrap();
            let link = folder.path().join("link");
            symlink("/dev/null", &link).unwrap();
            let output = write(option, line, &link);
            assert!(output.status.success(), "{}", stderr(&output));
            assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
            let device = fs::metadata(&link).unwrap();
            assert!(device.file_type().is_char_device());

            fs::remove_file(&link).unwrap();
            symlink("/dev/full", &link).unwrap();
            let output = write(option, line, &link);
            assert_eq!(output.status.code(), Some(3), "{option}");
            assert!(stderr(&output).contains("cannot be written"));
            assert!(output.stdout.is_empty(), "what failed prints no result");
        }
    }

    /// Runs the tool where no file may become longer than a block or two: what a disk is like that fills
    /// up while a file is written.
    fn run_on_a_full_disk(line: &[&str]) -> Output {
        let tool = winsec(line);
        let script = r#"trap '' XFSZ; ulimit -f 1; exec "$@""#;
        let mut shell = Command::new("sh");
        shell.args(["-c", script, "sh"]).arg(tool.get_program());
        finish(shell.args(tool.get_args()))
    }

    #[test]
    fn on_a_full_disk_the_old_file_stays_and_no_half_of_a_new_one() {
        for (option, line) in WRITERS {
            let folder = tempfile::tempdir().unwrap();
            let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
            fs::write(&old, "old").unwrap();
            for file in [&old, &new] {
                let name = file.to_str().unwrap();
                let output = run_on_a_full_disk(&[line, &[option, name]].concat());
                assert_eq!(output.status.code(), Some(3), "{option}: {output:?}");
                let said = stderr(&output);
                assert!(
                    said.contains(&format!("{name} cannot be written")),
                    "{said}"
                );
                assert!(said.contains("free some space"), "{said}");
                assert!(output.stdout.is_empty(), "what failed prints no result");
            }
            assert_eq!(names(folder.path()), ["old"], "{option}");
            assert_eq!(fs::read_to_string(&old).unwrap(), "old");
        }
        let folder = tempfile::tempdir().unwrap();
        let output = run_on_a_full_disk(&["manual", folder.path().to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn a_folder_is_refused_by_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["", "new/", "link"] {
            symlink(folder.path(), folder.path().join("link")).unwrap();
            let file = format!("{}/{name}", folder.path().display());
            let output = run(&["layout", "OVERLAPPED", "--svg", &file]);
            assert_eq!(output.status.code(), Some(3), "{name}");
            assert!(
                stderr(&output).contains("it is a folder"),
                "{name}: {}",
                stderr(&output)
            );
            assert_eq!(names(folder.path()), ["link"]);
            fs::remove_file(folder.path().join("link")).unwrap();
        }
    }

    #[test]
    fn other_names_of_standard_output_are_standard_output() {
        let line = ["layout", "OVERLAPPED", "--svg", "/dev/stdout"];
        assert_eq!(
            stdout(&run(&line)),
            stdout(&run(&["layout", "OVERLAPPED", "--svg", "-"]))
        );
        // Redirected to a file, nothing is replaced behind the shell's back.
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("picture.svg");
        let output = finish(winsec(&line).stdout(File::create(&file).unwrap()));
        assert!(output.status.success(), "{}", stderr(&output));
        let picture = fs::read_to_string(&file).unwrap();
        assert!(picture.starts_with("<svg ") && picture.ends_with("</svg>\n"));
        let output = run(&[&line[..], &["--json"]].concat());
        assert_eq!(output.status.code(), Some(2));
    }
}
