#!/usr/bin/env bash
# windows-rdl 0.100.0 takes numbers that their types cannot hold and stores their low bits.
#
# Guess before the run: `const A: u8 = 300;` is refused, as rustc refuses it ("literal out of range
# for `u8`"); windows-rdl does refuse a number with a fraction there ("value not valid").
#
# Seen: no error and no warning. 300 of a u8 becomes 44, 65536 of a u16 becomes 0, 200 of an i8
# becomes -56; an enumerator 256 of a `repr(u8)` becomes 0 and so equals another one. A mistyped
# digit or a type that is too small therefore changes a value in silence on the way to a `.winmd`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir src
cat >Cargo.toml <<'END'
[package]
name = "numbers"
version = "0.1.0"
edition = "2021"
[dependencies]
windows-rdl = "=0.100.0"
END
cat >src/main.rs <<'END'
fn main() {
    windows_rdl::reader().input("in.rdl").output("numbers.winmd").write().unwrap();
    windows_rdl::writer().input("numbers.winmd").output("out.rdl").write().unwrap();
}
END
cat >in.rdl <<'END'
#[win32]
mod Test {
    const A: u8 = 300;
    const B: u16 = 65536;
    const C: i8 = 200;
    #[repr(u8)]
    enum E {
        X = 256,
        Y = 0,
    }
}
END
cargo run --quiet
cat >expected.rdl <<'END'
#[win32]
mod Test {
    const A: u8 = 44;
    const B: u16 = 0;
    const C: i8 = -56;
    #[repr(u8)]
    enum E {
        X = 0,
        Y = 0,
    }
}
END
cat out.rdl
diff --ignore-all-space expected.rdl out.rdl && echo "seen again: windows-rdl 0.100.0 stores other numbers than it was given"
