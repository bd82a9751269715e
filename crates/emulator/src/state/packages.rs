//! The security packages of a world, and the blocks that describe them.

use std::alloc::{self, Layout};
use std::collections::HashMap;
use std::ptr::NonNull;

use winsec_ffi::{SecPkgInfoA, SecPkgInfoW};

use crate::memory::Text;
use crate::scenario::Package;

/// The packages of a world.
#[derive(Debug)]
pub(crate) struct Packages {
    known: Vec<Package>,
    /// The blocks that were handed out, by address. What nobody frees stays allocated: its owner may
    /// still be reading it.
    pub(crate) blocks: HashMap<usize, Block>,
}

impl Packages {
    pub(crate) fn new(packages: &[Package]) -> Self {
        Self {
            known: packages.to_vec(),
            blocks: HashMap::new(),
        }
    }

    pub(crate) fn installed(&self) -> impl Iterator<Item = &Package> + Clone {
        self.known.iter().filter(|package| package.installed)
    }

    pub(crate) fn named(&mut self, name: &[u16]) -> Option<&mut Package> {
        self.known.iter_mut().find(|package| package.is_named(name))
    }
}

/// A block that was allocated, and how.
#[derive(Debug)]
pub(crate) struct Block {
    at: NonNull<u8>,
    layout: Layout,
}

// SAFETY: a block is memory of the process; whoever holds its address may free it on any thread.
unsafe impl Send for Block {}

const _: () = assert!(size_of::<SecPkgInfoA>() == size_of::<SecPkgInfoW>());

impl Block {
    /// Allocates a block that describes these packages; `None` if there is no memory.
    pub(crate) fn new<'p>(
        packages: impl Iterator<Item = &'p Package> + Clone,
        text: Text,
    ) -> Option<Self> {
        let mut strings = Vec::new();
        let mut places = Vec::new();
        for package in packages.clone() {
            let name = strings.len();
            strings.extend(text.encode(&package.name));
            let comment = strings.len();
            strings.extend(text.encode(&package.comment));
            places.push((name, comment));
        }
        let head = size_of::<SecPkgInfoW>() * places.len();
        // An empty list has an address, too.
        let size = (head + strings.len()).max(1);
        let layout = Layout::from_size_align(size, align_of::<SecPkgInfoW>()).ok()?;
        // SAFETY: the size is not zero.
        let at = NonNull::new(unsafe { alloc::alloc_zeroed(layout) })?;
        let block = Self { at, layout };
        for (index, (package, (name, comment))) in packages.zip(&places).enumerate() {
            block.write_structure(index, package, text, (head + name, head + comment));
        }
        block.write(head, &strings);
        Some(block)
    }

    fn write_structure(
        &self,
        index: usize,
        package: &Package,
        text: Text,
        (name, comment): (usize, usize),
    ) {
        let string = |at: usize| self.at.as_ptr().wrapping_add(at);
        match text {
            Text::Wide => {
                let info = SecPkgInfoW {
                    fCapabilities: package.capabilities,
                    wVersion: package.version,
                    wRPCID: package.rpc_identifier(),
                    cbMaxToken: package.max_token,
                    Name: string(name).cast(),
                    Comment: string(comment).cast(),
                };
                let place = self.at.as_ptr().cast::<SecPkgInfoW>().wrapping_add(index);
                // SAFETY: the block begins with one structure for each package, suitably aligned.
                unsafe { place.write(info) };
            }
            Text::Ansi => {
                let info = SecPkgInfoA {
                    fCapabilities: package.capabilities,
                    wVersion: package.version,
                    wRPCID: package.rpc_identifier(),
                    cbMaxToken: package.max_token,
                    Name: string(name).cast(),
                    Comment: string(comment).cast(),
                };
                let place = self.at.as_ptr().cast::<SecPkgInfoA>().wrapping_add(index);
                // SAFETY: as above; the two structures have one size, which is asserted.
                unsafe { place.write(info) };
            }
        }
    }

    fn write(&self, at: usize, bytes: &[u8]) {
        let to = self.at.as_ptr().wrapping_add(at);
        // SAFETY: the block was allocated for the structures and exactly these bytes behind them.
        unsafe { std::ptr::copy_nonoverlapping(bytes.as_ptr(), to, bytes.len()) };
    }

    /// The address of the first structure.
    pub(crate) const fn address(&self) -> NonNull<u8> {
        self.at
    }

    /// Gives the memory back.
    pub(crate) fn free(self) {
        // SAFETY: allocated with this layout by `new`, and owned by `self`, which ends here.
        unsafe { alloc::dealloc(self.at.as_ptr(), self.layout) };
    }
}
