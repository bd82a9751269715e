#!/usr/bin/env bash
# The metadata of windows-rdl and windows-bindgen 0.100.0 gives constants whose names end neither in A
# nor in W the values of their ANSI forms, where windows-sys 0.61.2 gives those of the Unicode forms.
#
# Guess before the run: windows-sys and windows-bindgen, of one repository, agree on the value of
# LVM_EDITLABEL; and where a name stands for two forms, it is the one that windows-rs uses
# throughout, Unicode.
#
# Seen: each of the 143 constants that have an A form and a W form of different values equals its A
# form, and none its W form. So `LVM_EDITLABEL` is 4119 instead of 4214 and `GCS_VERB` 0 instead of 4:
# a program that moves from windows-sys to bindings of its own compiles as before and then sends
# other messages. windows-rdl prints the metadata that windows-bindgen reads.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'END'
[package]
name = "suffixes"
version = "0.1.0"
edition = "2021"
[dependencies]
windows-rdl = "=0.100.0"
windows-sys = { version = "=0.61.2", features = ["Win32_UI_Controls", "Win32_UI_Shell"] }
END
cat >src/main.rs <<'END'
use std::collections::HashMap;
use windows_sys::Win32::UI::{Controls, Shell};

fn main() {
    windows_rdl::writer().input_default().output("out.rdl").write().unwrap();
    let text = std::fs::read_to_string("out.rdl").unwrap();
    let constants: HashMap<&str, &str> = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("const ")?.strip_suffix(';')?.split_once(" = "))
        .map(|(name, value)| (name.split_once(':').unwrap().0, value))
        .collect();
    let (mut ansi, mut unicode) = (0, 0);
    for (name, value) in &constants {
        let (a, w) = (format!("{name}A"), format!("{name}W"));
        if let (Some(a), Some(w)) = (constants.get(a.as_str()), constants.get(w.as_str())) {
            if a != w {
                ansi += u32::from(value == a);
                unicode += u32::from(value == w);
            }
        }
    }
    println!("the metadata: {ansi} as the A form, {unicode} as the W form");
    for (name, sys) in [
        ("LVM_EDITLABEL", i64::from(Controls::LVM_EDITLABEL)),
        ("HDM_GETITEM", i64::from(Controls::HDM_GETITEM)),
        ("GCS_VERB", i64::from(Shell::GCS_VERB)),
    ] {
        println!("{name}: the metadata {}, windows-sys {sys}", constants[name]);
    }
}
END
cargo run --quiet | tee seen
diff seen - <<'END'
the metadata: 143 as the A form, 0 as the W form
LVM_EDITLABEL: the metadata 4119, windows-sys 4214
HDM_GETITEM: the metadata 4611, windows-sys 4619
GCS_VERB: the metadata 0, windows-sys 4
END
