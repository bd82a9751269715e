//! All packages of the machine, in one buffer.

use core::fmt;
use core::iter::FusedIterator;
use core::slice;

use winsec_core::Backend;

use crate::buffer::{ContextBuffer, Description};
use crate::{Capabilities, PackageInfo};

/// The machine's security packages, in the system's order.
///
/// It owns the one buffer that SSPI allocated and frees it on drop; what it gives out borrows from
/// that buffer. It may be sent to and shared with other threads: nothing writes to the buffer.
pub struct PackageList(pub(crate) ContextBuffer);

impl PackageList {
    /// How many packages there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.descriptions().len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The package at a place, counted from 0.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<PackageInfo<'_>> {
        self.0.descriptions().get(index).map(PackageInfo)
    }

    /// The package called `name`; as for the system, case does not matter.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<PackageInfo<'_>> {
        self.iter().find(|package| package.is_named(name))
    }

    /// All of them.
    #[must_use]
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.descriptions().iter())
    }

    /// Those that can do all of `required`.
    pub fn with(&self, required: Capabilities) -> impl Iterator<Item = PackageInfo<'_>> {
        self.iter()
            .filter(move |package| package.capabilities().contains(required))
    }

    /// Who answered: the system, or a test's scenario.
    #[must_use]
    pub fn backend(&self) -> Backend {
        winsec_core::backend()
    }
}

impl fmt::Debug for PackageList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PackageList")
            .field("packages", &self.iter())
            .finish()?;
        f.write_str(self.backend().mark())
    }
}

impl<'a> IntoIterator for &'a PackageList {
    type Item = PackageInfo<'a>;
    type IntoIter = Iter<'a>;

    fn into_iter(self) -> Iter<'a> {
        self.iter()
    }
}

/// The packages of a list, in the system's order.
#[derive(Clone)]
pub struct Iter<'a>(slice::Iter<'a, Description>);

impl<'a> Iterator for Iter<'a> {
    type Item = PackageInfo<'a>;

    fn next(&mut self) -> Option<PackageInfo<'a>> {
        self.0.next().map(PackageInfo)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(PackageInfo)
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl FusedIterator for Iter<'_> {}

impl fmt::Debug for Iter<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
