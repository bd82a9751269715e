//! Leaves out the C start-up code: the DLL brings its own entry point.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-link-arg=-nostartfiles");
}
