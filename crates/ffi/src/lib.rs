#![no_std]
//! Typed, documented, verified bindings for the Windows network-security functions.
