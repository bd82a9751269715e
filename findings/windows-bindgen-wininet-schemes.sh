#!/usr/bin/env bash
# windows-bindgen 0.100.0 has lost the values of WinINet's INTERNET_SCHEME and gives WinHTTP's
# under their names.
#
# Guess before the run: <wininet.h> and <winhttp.h> both define INTERNET_SCHEME_HTTP (3 and 1), so
# that the bindings have both, one of them under another name, or neither.
#
# Seen: `InternetCrackUrlW` of wininet.dll comes with `type INTERNET_SCHEME = i32` and no values;
# asked for by name, INTERNET_SCHEME_HTTP is 1 and INTERNET_SCHEME_HTTPS 2, which are FTP and Gopher
# in what InternetCrackUrlW answers. windows-sys 0.61.2 has WinINet's values under these names, 3 and
# 4. A program that moves from one to the other compiles, and takes no URL for HTTP any more.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'END'
[package]
name = "schemes"
version = "0.1.0"
edition = "2021"
[dependencies]
windows-bindgen = "=0.100.0"
windows-sys = { version = "=0.61.2", features = ["Win32_Networking_WinInet"] }
END
cat >src/main.rs <<'END'
use windows_sys::Win32::Networking::WinInet::{INTERNET_SCHEME_HTTP, INTERNET_SCHEME_HTTPS};

fn main() {
    let arguments = [
        "--out", "out.rs", "--flat", "--sys", "--filter", "InternetCrackUrlW",
        "INTERNET_SCHEME_HTTP", "INTERNET_SCHEME_HTTPS",
    ];
    let _ = windows_bindgen::bindgen(arguments);
    for line in std::fs::read_to_string("out.rs").unwrap().lines() {
        if line.contains(" INTERNET_SCHEME") {
            println!("windows-bindgen: {line}");
        }
    }
    println!("windows-sys: HTTP {INTERNET_SCHEME_HTTP}, HTTPS {INTERNET_SCHEME_HTTPS}");
}
END
cargo run --quiet 2>/dev/null | tee seen
