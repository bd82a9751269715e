//! The harness on Windows and Wine: the emulator's `fwpuclnt.dll`, loaded before anything else asks
//! for one.
