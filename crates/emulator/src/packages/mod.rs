//! The security packages of a world: which there are, and the blocks that describe them.

mod block;

use std::collections::HashMap;
use std::ptr::{self, NonNull};

use winsec_ffi::{
    SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY, SEC_E_INVALID_HANDLE, SEC_E_INVALID_PARAMETER,
    SEC_E_SECPKG_NOT_FOUND, SEC_E_UNSUPPORTED_FUNCTION, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS,
};

use self::block::Block;
use crate::books::Kind;
use crate::boundary::Visit;
use crate::memory::Out;
use crate::scenario::{Action, Claim, Package};
use crate::text::Text;

/// The packages of a world.
#[derive(Debug)]
pub(crate) struct Packages {
    known: Vec<Package>,
    /// The blocks that were handed out, by address. What nobody frees stays allocated: its owner may
    /// still be reading it.
    blocks: HashMap<usize, Block>,
}

impl Packages {
    pub(crate) fn new(packages: &[Package]) -> Self {
        Self {
            known: packages.to_vec(),
            blocks: HashMap::new(),
        }
    }

    fn installed(&self) -> impl Iterator<Item = &Package> + Clone {
        self.known.iter().filter(|package| package.installed)
    }

    fn named(&mut self, name: &[u16]) -> Option<&mut Package> {
        self.known.iter_mut().find(|package| package.is_named(name))
    }
}

/// Hands out a block.
fn hand_out(visit: &mut Visit<'_>, block: Option<Block>) -> Result<NonNull<u8>, SECURITY_STATUS> {
    let block = block.ok_or(SEC_E_INSUFFICIENT_MEMORY)?;
    let at = block.address();
    let entry = visit.entry;
    visit
        .state
        .books
        .give(Kind::PackageBuffer, at.addr().get(), Some(entry));
    visit.state.packages.blocks.insert(at.addr().get(), block);
    Ok(at)
}

/// What a fault tells of the descriptions in place of the truth.
const fn claim(visit: &Visit<'_>) -> Claim {
    match visit.action {
        Some(Action::Claim(claim)) => claim,
        _ => Claim {
            count: None,
            address: None,
        },
    }
}

/// Describes every package.
pub(crate) fn enumerate<T>(
    mut visit: Visit<'_>,
    text: Text,
    count: Out<u32>,
    packages: Out<*mut T>,
) -> Result<(), SECURITY_STATUS> {
    if count.is_null() || packages.is_null() {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    if visit.action == Some(Action::Nothing) {
        count.put(0);
        packages.put(ptr::null_mut());
        return Ok(());
    }
    let claim = claim(&visit);
    let number = visit.state.packages.installed().count() as u32;
    count.put(claim.count.unwrap_or(number));
    if let Some(address) = claim.address {
        packages.put(ptr::without_provenance_mut(address));
        return Ok(());
    }
    let block = Block::new(visit.state.packages.installed(), text);
    let at = hand_out(&mut visit, block)?;
    packages.put(at.as_ptr().cast());
    Ok(())
}

/// Describes one package.
pub(crate) fn query<T>(
    mut visit: Visit<'_>,
    text: Text,
    name: Option<Vec<u16>>,
    package: Out<*mut T>,
) -> Result<(), SECURITY_STATUS> {
    if package.is_null() {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    if visit.action == Some(Action::Nothing) {
        package.put(ptr::null_mut());
        return Ok(());
    }
    if let Some(address) = claim(&visit).address {
        package.put(ptr::without_provenance_mut(address));
        return Ok(());
    }
    let name = name.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    let found = visit
        .state
        .packages
        .named(&name)
        .filter(|package| package.installed);
    let found = found.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    let block = Block::new(std::iter::once(&*found), text);
    let at = hand_out(&mut visit, block)?;
    package.put(at.as_ptr().cast());
    Ok(())
}

/// Frees a block.
pub(crate) fn free(mut visit: Visit<'_>, block: usize) -> Result<(), SECURITY_STATUS> {
    if block == 0 {
        return Ok(());
    }
    let entry = visit.entry;
    let ended = visit.state.books.end(true, block, entry, |_| true);
    ended.map_err(|_| SEC_E_INVALID_HANDLE)?;
    if let Some(block) = visit.state.packages.blocks.remove(&block) {
        block.free();
    }
    Ok(())
}

/// Adds a package that the scenario has in store.
pub(crate) fn add(
    mut visit: Visit<'_>,
    name: Option<Vec<u16>>,
    options: Option<SECURITY_PACKAGE_OPTIONS>,
) -> Result<(), SECURITY_STATUS> {
    let name = name.ok_or(SEC_E_INVALID_PARAMETER)?;
    let size = size_of::<SECURITY_PACKAGE_OPTIONS>();
    if options.is_some_and(|options| (options.Size as usize) < size) {
        return Err(SEC_E_INVALID_PARAMETER);
    }
    let package = visit
        .state
        .packages
        .named(&name)
        .ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    if package.installed {
        return Err(SEC_E_CANNOT_INSTALL);
    }
    package.installed = true;
    Ok(())
}

/// Deletes a package.
pub(crate) fn delete(mut visit: Visit<'_>, name: Option<Vec<u16>>) -> Result<(), SECURITY_STATUS> {
    let name = name.ok_or(SEC_E_INVALID_PARAMETER)?;
    let package = visit
        .state
        .packages
        .named(&name)
        .filter(|package| package.installed);
    let package = package.ok_or(SEC_E_SECPKG_NOT_FOUND)?;
    if !package.removable {
        return Err(SEC_E_UNSUPPORTED_FUNCTION);
    }
    package.installed = false;
    Ok(())
}
