//! The caller's memory: every read and write of a pointer that came through the ABI goes through here.
//!
//! A constructor is where the caller's promise is taken; after that the methods are safe. A null
//! pointer is a value like any other: reading it gives `None`, writing to it does nothing.

use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

use winsec_ffi::{HANDLE, OVERLAPPED};

/// A place for one value, which the caller provides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Out<T>(*mut T);

// SAFETY: the promise made to `Out::new` holds for every thread of the process.
unsafe impl<T: Send> Send for Out<T> {}

impl<T: Copy> Out<T> {
    /// # Safety
    ///
    /// `at` is null, or valid for reads and writes of a `T` (of any alignment) for as long as the
    /// call, or the overlapped operation that it starts, is running.
    pub(crate) const unsafe fn new(at: *mut T) -> Self {
        Self(at)
    }

    pub(crate) const fn is_null(self) -> bool {
        self.0.is_null()
    }

    pub(crate) fn get(self) -> Option<T> {
        if self.0.is_null() {
            return None;
        }
        // SAFETY: not null, so valid for reads, as promised to `new`.
        Some(unsafe { self.0.read_unaligned() })
    }

    pub(crate) fn put(self, value: T) {
        if !self.0.is_null() {
            // SAFETY: not null, so valid for writes, as promised to `new`.
            unsafe { self.0.write_unaligned(value) };
        }
    }
}

/// A buffer of the caller's, to be filled.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Buffer {
    at: *mut u8,
    len: usize,
}

// SAFETY: the promise made to `Buffer::new` holds for every thread of the process.
unsafe impl Send for Buffer {}

impl Buffer {
    /// # Safety
    ///
    /// `at` is null, or valid for writes of `len` bytes for as long as the call, or the overlapped
    /// operation that it starts, is running.
    pub(crate) const unsafe fn new<T>(at: *mut T, len: usize) -> Self {
        Self {
            at: at.cast(),
            len: if at.is_null() { 0 } else { len },
        }
    }

    /// How many bytes it takes: none when it is null.
    pub(crate) const fn len(self) -> usize {
        self.len
    }

    /// Writes as much of `bytes` as there is room for, and says how much that was.
    pub(crate) fn put(self, bytes: &[u8]) -> usize {
        let count = bytes.len().min(self.len);
        if count != 0 {
            // SAFETY: `count` is at most the promised length, and `bytes` is ours, so apart from it.
            unsafe { ptr::copy_nonoverlapping(bytes.as_ptr(), self.at, count) };
        }
        count
    }

    /// Writes one value, if there is room for all of it.
    pub(crate) fn put_value<T: Copy>(self, value: T) -> bool {
        let fits = !self.at.is_null() && self.len >= size_of::<T>();
        if fits {
            // SAFETY: not null, and long enough for a `T`, as promised to `new`.
            unsafe { self.at.cast::<T>().write_unaligned(value) };
        }
        fits
    }
}

/// A buffer of the caller's, to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input {
    at: *const u8,
    len: usize,
}

// SAFETY: the promise made to `Input::new` holds for every thread of the process.
unsafe impl Send for Input {}

impl Input {
    /// # Safety
    ///
    /// `at` is null, or valid for reads of `len` bytes for as long as the call, or the overlapped
    /// operation that it starts, is running.
    pub(crate) const unsafe fn new<T>(at: *const T, len: usize) -> Self {
        Self { at: at.cast(), len }
    }

    pub(crate) const fn is_null(self) -> bool {
        self.at.is_null()
    }

    /// The length that the caller gave, which says nothing when the pointer is null.
    pub(crate) const fn len(self) -> usize {
        self.len
    }

    /// The bytes as they are now; none when it is null.
    pub(crate) fn bytes(&self) -> &[u8] {
        if self.at.is_null() || self.len == 0 {
            return &[];
        }
        // SAFETY: not null, so valid for reads of `len` bytes, as promised to `new`; the caller may
        // not write to them while it waits for us.
        unsafe { std::slice::from_raw_parts(self.at, self.len) }
    }
}

/// The caller's `OVERLAPPED`, the mailbox of one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mailbox(*mut OVERLAPPED);

// SAFETY: the promise made to `Mailbox::new` holds for every thread of the process.
unsafe impl Send for Mailbox {}

impl Mailbox {
    /// # Safety
    ///
    /// `at` is null, or an `OVERLAPPED` that is valid until the operation has completed. While the
    /// operation runs nobody else writes to it.
    pub(crate) const unsafe fn new(at: *mut OVERLAPPED) -> Self {
        Self(at)
    }

    pub(crate) const fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// The address, by which the ledger knows the operation.
    pub(crate) fn address(self) -> usize {
        self.0.addr()
    }

    pub(crate) const fn raw(self) -> *mut OVERLAPPED {
        self.0
    }

    /// The event to signal; null if there is none.
    pub(crate) fn event(self) -> HANDLE {
        // SAFETY: valid for reads, as promised to `new`; the address is taken, nothing is read.
        let at = unsafe { &raw const (*self.0).hEvent };
        // SAFETY: `at` points into the structure that is valid for reads.
        unsafe { at.read_unaligned() }
    }

    fn word(self, high: bool) -> Option<*mut usize> {
        let at = if high {
            // SAFETY: valid, as promised to `new`; the address is taken, nothing is read.
            unsafe { &raw mut (*self.0).InternalHigh }
        } else {
            // SAFETY: as above.
            unsafe { &raw mut (*self.0).Internal }
        };
        at.is_aligned().then_some(at)
    }

    fn load(self, high: bool) -> usize {
        let Some(at) = self.word(high) else { return 0 };
        // SAFETY: aligned, valid for reads and writes, and accessed atomically by the emulator only.
        let word = unsafe { AtomicUsize::from_ptr(at) };
        word.load(Ordering::Acquire)
    }

    fn store(self, high: bool, value: usize) {
        let Some(at) = self.word(high) else { return };
        // SAFETY: aligned, valid for reads and writes, and accessed atomically by the emulator only.
        let word = unsafe { AtomicUsize::from_ptr(at) };
        word.store(value, Ordering::Release);
    }

    /// The status: an `NTSTATUS`.
    pub(crate) fn status(self) -> i32 {
        self.load(false) as i32
    }

    /// The number of bytes that were transferred.
    pub(crate) fn transferred(self) -> u32 {
        self.load(true) as u32
    }

    /// Writes the outcome: the count first, so that whoever sees the status sees the count.
    pub(crate) fn post(self, status: i32, transferred: u32) {
        self.store(true, transferred as usize);
        self.store(false, status as u32 as usize);
    }
}

/// The zero-terminated UTF-16 text at `at`, without its terminator.
///
/// # Safety
///
/// `at` is null, or points at text that a zero ends.
pub(crate) unsafe fn wide(at: *const u16) -> Option<Vec<u16>> {
    let mut units = Vec::new();
    let mut next = at;
    if at.is_null() {
        return None;
    }
    loop {
        // SAFETY: every unit up to and including the terminator is readable.
        let unit = unsafe { next.read_unaligned() };
        if unit == 0 {
            return Some(units);
        }
        units.push(unit);
        next = next.wrapping_add(1);
    }
}

/// The zero-terminated ANSI text at `at`, each byte as one UTF-16 unit, without its terminator.
///
/// # Safety
///
/// `at` is null, or points at text that a zero ends.
pub(crate) unsafe fn narrow(at: *const i8) -> Option<Vec<u16>> {
    let mut units = Vec::new();
    let mut next = at;
    if at.is_null() {
        return None;
    }
    loop {
        // SAFETY: every byte up to and including the terminator is readable.
        let byte = unsafe { next.read() };
        if byte == 0 {
            return Some(units);
        }
        units.push(u16::from(byte as u8));
        next = next.wrapping_add(1);
    }
}

/// Which form a function's texts have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Text {
    /// One byte each; what ANSI has not becomes a question mark.
    Ansi,
    /// UTF-16.
    Wide,
}

impl Text {
    /// The bytes of a string.
    pub(crate) fn bytes(self, units: &[u16]) -> Vec<u8> {
        let units = units.iter().copied();
        match self {
            Self::Wide => units.flat_map(u16::to_ne_bytes).collect(),
            Self::Ansi => {
                let ansi = |unit: u16| u8::try_from(unit).ok().filter(u8::is_ascii);
                units.map(|unit| ansi(unit).unwrap_or(b'?')).collect()
            }
        }
    }

    /// The bytes of a string with its terminator.
    pub(crate) fn encode(self, units: &[u16]) -> Vec<u8> {
        let mut bytes = self.bytes(units);
        bytes.extend(std::iter::repeat_n(0, self.terminator()));
        bytes
    }

    /// How many bytes the terminator has.
    pub(crate) const fn terminator(self) -> usize {
        match self {
            Self::Ansi => 1,
            Self::Wide => 2,
        }
    }
}
