//! The management of security packages, function by function, in both forms.

mod common;

use std::ffi::CStr;
use std::mem::offset_of;
use std::ptr;

use common::{complaint, units, world, world_of};
use winsec_emulator::scenario::{Action, Claim, Fault, Package, Scenario};
use winsec_emulator::secur32::{
    AddSecurityPackageA, AddSecurityPackageW, DeleteSecurityPackageA, DeleteSecurityPackageW,
    EnumerateSecurityPackagesA, EnumerateSecurityPackagesW, FreeContextBuffer,
    QuerySecurityPackageInfoA, QuerySecurityPackageInfoW,
};
use winsec_emulator::{Call, Kind, World};
use winsec_ffi::{
    SEC_E_CANNOT_INSTALL, SEC_E_INSUFFICIENT_MEMORY, SEC_E_INVALID_HANDLE, SEC_E_INVALID_PARAMETER,
    SEC_E_OK, SEC_E_SECPKG_NOT_FOUND, SEC_E_UNSUPPORTED_FUNCTION, SECPKG_FLAG_DATAGRAM,
    SECPKG_FLAG_MUTUAL_AUTH, SECPKG_FLAGS, SECURITY_PACKAGE_OPTIONS, SECURITY_STATUS, SecPkgInfoA,
    SecPkgInfoW,
};

fn packages() -> Scenario {
    let kerberos = Package::new("Kerberos")
        .comment("Müller's")
        .capabilities(SECPKG_FLAG_MUTUAL_AUTH | SECPKG_FLAG_DATAGRAM)
        .rpc_id(16)
        .max_token(12_000);
    let odd = Package::with_units(vec![0x41, 0xD800, 0x42])
        .capabilities(SECPKG_FLAGS::from_bits_retain(0x8000_0000))
        .version(7);
    Scenario::new()
        .package(kerberos)
        .package(odd)
        .package(Package::new("Spare").not_installed())
}

fn enumerate() -> (SECURITY_STATUS, u32, *mut SecPkgInfoW) {
    let mut count = 77;
    let mut list = ptr::dangling_mut();
    // SAFETY: both can be written to.
    let status = unsafe { EnumerateSecurityPackagesW(&raw mut count, &raw mut list) };
    (status, count, list)
}

fn query(name: &str) -> (SECURITY_STATUS, *mut SecPkgInfoW) {
    let name = units(name);
    let mut info = ptr::null_mut();
    // SAFETY: the name ends with a zero, and the pointer can be written to.
    let status = unsafe { QuerySecurityPackageInfoW(name.as_ptr(), &raw mut info) };
    (status, info)
}

fn free<T>(block: *mut T) -> SECURITY_STATUS {
    // SAFETY: nothing in the block is used any more.
    unsafe { FreeContextBuffer(block.cast()) }
}

fn read<T: Copy>(list: *const T, index: usize) -> T {
    // SAFETY: the list has so many entries.
    unsafe { list.wrapping_add(index).read() }
}

fn wide(mut text: *const u16) -> Vec<u16> {
    let mut units = Vec::new();
    loop {
        match read(text, 0) {
            0 => return units,
            unit => units.push(unit),
        }
        text = text.wrapping_add(1);
    }
}

fn ansi(text: *const i8) -> Vec<u8> {
    // SAFETY: a zero ends it.
    unsafe { CStr::from_ptr(text.cast()) }.to_bytes().to_vec()
}

fn installed(world: &World) -> usize {
    let (status, count, list) = enumerate();
    assert_eq!((status, free(list)), (SEC_E_OK, SEC_E_OK));
    assert_eq!(world.outstanding(Kind::PackageBuffer), 0);
    count as usize
}

#[test]
fn every_installed_package_is_described() {
    let (_world, _entered) = world_of(packages());
    let (status, count, list) = enumerate();
    assert_eq!((status, count), (SEC_E_OK, 2));
    let kerberos = read(list, 0);
    assert_eq!(
        wide(kerberos.Name),
        "Kerberos".encode_utf16().collect::<Vec<_>>()
    );
    assert_eq!(
        wide(kerberos.Comment),
        "Müller's".encode_utf16().collect::<Vec<_>>()
    );
    assert_eq!(kerberos.fCapabilities.bits(), 0x0001_0008);
    let numbers = (kerberos.wVersion, kerberos.wRPCID.0, kerberos.cbMaxToken);
    assert_eq!(numbers, (1, 16, 12_000));
    let odd = read(list, 1);
    assert_eq!(wide(odd.Name), [0x41, 0xD800, 0x42]);
    assert_eq!(
        (odd.wVersion, odd.wRPCID.0, odd.fCapabilities.bits()),
        (7, 0xFFFF, 0x8000_0000)
    );
    assert_eq!(free(list), SEC_E_OK);
}

#[test]
fn the_strings_stand_behind_the_structures_in_one_block() {
    let (world, _entered) = world_of(packages());
    let (_, _, list) = enumerate();
    assert_eq!(world.outstanding(Kind::PackageBuffer), 1);
    let after = list.wrapping_add(2).addr();
    let mut last = after;
    for index in 0..2 {
        let info = read(list, index);
        for text in [info.Name, info.Comment] {
            assert_eq!(text.addr(), last);
            last += (wide(text).len() + 1) * 2;
        }
    }
    assert_eq!(free(list), SEC_E_OK);
}

#[test]
fn ansi_has_question_marks_for_what_it_lacks() {
    let (_world, _entered) = world_of(packages());
    let mut count = 0;
    let mut list: *mut SecPkgInfoA = ptr::null_mut();
    // SAFETY: both can be written to.
    let status = unsafe { EnumerateSecurityPackagesA(&raw mut count, &raw mut list) };
    assert_eq!((status, count), (SEC_E_OK, 2));
    let kerberos = read(list, 0);
    assert_eq!(
        (&*ansi(kerberos.Name), &*ansi(kerberos.Comment)),
        (&b"Kerberos"[..], &b"M?ller's"[..])
    );
    assert_eq!(ansi(read(list, 1).Name), b"A?B");
    assert_eq!(free(list), SEC_E_OK);
}

#[test]
fn no_packages_are_an_empty_list_that_is_freed() {
    let (_world, _entered) = world();
    let (status, count, list) = enumerate();
    assert_eq!((status, count), (SEC_E_OK, 0));
    assert!(!list.is_null());
    assert_eq!(free(list), SEC_E_OK);
}

#[test]
fn names_are_found_in_any_case() {
    let (_world, _entered) = world_of(packages());
    for name in ["Kerberos", "KERBEROS", "kerberos"] {
        let (status, info) = query(name);
        assert_eq!(status, SEC_E_OK);
        assert_eq!(
            wide(read(info, 0).Name),
            "Kerberos".encode_utf16().collect::<Vec<_>>()
        );
        assert_eq!(free(info), SEC_E_OK);
    }
    let mut info: *mut SecPkgInfoA = ptr::null_mut();
    // SAFETY: the name ends with a zero, and the pointer can be written to.
    let status = unsafe { QuerySecurityPackageInfoA(c"kerberos".as_ptr().cast(), &raw mut info) };
    assert_eq!(status, SEC_E_OK);
    assert_eq!(read(info, 0).cbMaxToken, 12_000);
    assert_eq!(free(info), SEC_E_OK);
}

#[test]
fn unknown_names_leave_the_pointer_alone() {
    let (_world, _entered) = world_of(packages());
    for name in ["", "Kerberos ", "Kerbero", "Spare", "NTLM"] {
        let (status, info) = query(name);
        assert_eq!(status, SEC_E_SECPKG_NOT_FOUND, "{name}");
        assert!(info.is_null());
    }
    let mut info = ptr::null_mut();
    // SAFETY: the null name is what is tested.
    let status = unsafe { QuerySecurityPackageInfoW(ptr::null(), &raw mut info) };
    assert_eq!(status, SEC_E_SECPKG_NOT_FOUND);
}

#[test]
fn there_must_be_room_for_the_results_and_null_is_freed_without_harm() {
    let (_world, _entered) = world_of(packages());
    assert_eq!(free(ptr::null_mut::<u8>()), SEC_E_OK);
    let mut count = 0;
    let name = units("Kerberos");
    // SAFETY: null pointers are what is tested.
    let list = unsafe { EnumerateSecurityPackagesW(&raw mut count, ptr::null_mut()) };
    // SAFETY: null pointers are what is tested.
    let one = unsafe { QuerySecurityPackageInfoW(name.as_ptr(), ptr::null_mut()) };
    assert_eq!(
        (list, one),
        (SEC_E_INVALID_PARAMETER, SEC_E_INVALID_PARAMETER)
    );
}

#[test]
fn a_block_that_is_freed_twice_is_found_however_many_were_freed_before() {
    for before in [0, 20_000] {
        let (world, _entered) = world_of(packages());
        for _ in 0..before {
            assert_eq!(free(enumerate().2), SEC_E_OK);
        }
        let (_, _, list) = enumerate();
        assert_eq!(free(list), SEC_E_OK);
        assert_eq!(free(list), SEC_E_INVALID_HANDLE);
        let (at, calls) = (list.addr(), 2 * before);
        let expected = format!(
            "freed twice: the package buffer {at:#x}, handed out by EnumerateSecurityPackagesW (call {}), \
             freed by FreeContextBuffer (call {}), again by FreeContextBuffer (call {})",
            calls + 1,
            calls + 2,
            calls + 3
        );
        assert!(complaint(&world).contains(&expected));
    }
}

#[test]
fn an_address_in_the_middle_of_a_block_is_found_and_left_alone() {
    let (world, _entered) = world_of(packages());
    let (_, _, list) = enumerate();
    let middle = list.wrapping_add(1);
    assert_eq!(free(middle), SEC_E_INVALID_HANDLE);
    assert_eq!(free(list), SEC_E_OK);
    let expected = format!(
        "never handed out: {:#x}, passed to FreeContextBuffer",
        middle.addr()
    );
    let complaint = complaint(&world);
    assert!(complaint.contains(&expected), "{complaint}");
}

#[test]
fn a_block_that_is_not_freed_is_found() {
    let (world, _entered) = world_of(packages());
    let (_, info) = query("Kerberos");
    let complaint = complaint(&world);
    let expected = "handed out by QuerySecurityPackageInfoW (call 1), was never freed";
    assert!(complaint.contains(expected), "{complaint}");
    assert_eq!(free(info), SEC_E_OK, "reporting it does not take it away");
}

fn add(name: &str, options: Option<&SECURITY_PACKAGE_OPTIONS>) -> SECURITY_STATUS {
    let name = units(name);
    let options = options.map_or(ptr::null(), ptr::from_ref);
    // SAFETY: the name ends with a zero, and the options are null or valid.
    unsafe { AddSecurityPackageW(name.as_ptr(), options) }
}

fn delete(name: &str) -> SECURITY_STATUS {
    let name = units(name);
    // SAFETY: the name ends with a zero.
    unsafe { DeleteSecurityPackageW(name.as_ptr()) }
}

#[test]
fn packages_are_added_and_deleted() {
    let (world, _entered) = world_of(packages());
    assert_eq!(installed(&world), 2);
    assert_eq!(add("spare", None), SEC_E_OK);
    assert_eq!(installed(&world), 3);
    assert_eq!(add("spare", None), SEC_E_CANNOT_INSTALL);
    assert_eq!(delete("SPARE"), SEC_E_OK);
    assert_eq!(delete("SPARE"), SEC_E_SECPKG_NOT_FOUND);
    assert_eq!(add("nothing", None), SEC_E_SECPKG_NOT_FOUND);
    // SAFETY: the name ends with a zero.
    let added = unsafe { AddSecurityPackageA(c"spare".as_ptr().cast(), ptr::null()) };
    // SAFETY: the name ends with a zero.
    let deleted = unsafe { DeleteSecurityPackageA(c"spare".as_ptr().cast()) };
    assert_eq!((added, deleted), (SEC_E_OK, SEC_E_OK));
    assert_eq!(installed(&world), 2);
}

#[test]
fn preinstalled_packages_stay() {
    let scenario = Scenario::new().package(Package::new("NTLM").preinstalled());
    let (world, _entered) = world_of(scenario);
    assert_eq!(delete("NTLM"), SEC_E_UNSUPPORTED_FUNCTION);
    assert_eq!(installed(&world), 1);
}

#[test]
fn options_give_their_size() {
    let (_world, _entered) = world_of(packages());
    let mut options = SECURITY_PACKAGE_OPTIONS {
        Size: offset_of!(SECURITY_PACKAGE_OPTIONS, Signature) as u32,
        ..SECURITY_PACKAGE_OPTIONS::default()
    };
    assert_eq!(add("spare", Some(&options)), SEC_E_INVALID_PARAMETER);
    options.Size = size_of_val(&options) as u32;
    assert_eq!(add("spare", Some(&options)), SEC_E_OK);
    // SAFETY: the null names are what is tested.
    let results = unsafe { AddSecurityPackageW(ptr::null(), ptr::null()) };
    assert_eq!(results, SEC_E_INVALID_PARAMETER);
    // SAFETY: the null names are what is tested.
    let results = unsafe { DeleteSecurityPackageW(ptr::null()) };
    assert_eq!(results, SEC_E_INVALID_PARAMETER);
}

#[test]
fn faults_reach_the_packages() {
    let scenario = packages()
        .fault(Fault::fail(Call::EnumerateSecurityPackagesW, SEC_E_INSUFFICIENT_MEMORY).nth(1))
        .fault(Fault::new(Call::EnumerateSecurityPackagesW, Action::Nothing).nth(2))
        .fault(Fault::new(Call::QuerySecurityPackageInfoW, Action::Nothing));
    let (_world, _entered) = world_of(scenario);
    assert_eq!(enumerate().0, SEC_E_INSUFFICIENT_MEMORY);
    let (status, count, list) = enumerate();
    assert_eq!((status, count, list.is_null()), (SEC_E_OK, 0, true));
    let (status, info) = query("Kerberos");
    assert_eq!((status, info.is_null()), (SEC_E_OK, true));
}

#[test]
fn a_failing_free_has_freed() {
    let fault = Fault::fail(Call::FreeContextBuffer, SEC_E_INVALID_HANDLE);
    let (world, _entered) = world_of(packages().fault(fault));
    let (_, _, list) = enumerate();
    assert_eq!(free(list), SEC_E_INVALID_HANDLE);
    assert_eq!(world.audit(), Ok(()));
}

#[test]
fn a_fault_can_claim_what_is_not_true() {
    let claim = |claim| Fault::new(Call::EnumerateSecurityPackagesW, Action::Claim(claim));
    let scenario = packages()
        .fault(claim(Claim::default().count(u32::MAX)).nth(1))
        .fault(claim(Claim::default().count(5).address(0)).nth(2))
        .fault(claim(Claim::default().address(9)).nth(3));
    let (world, _entered) = world_of(scenario);
    let (status, count, list) = enumerate();
    assert_eq!((status, count), (SEC_E_OK, u32::MAX));
    assert_eq!(free(list), SEC_E_OK);
    let (status, count, list) = enumerate();
    assert_eq!((status, count, list.addr()), (SEC_E_OK, 5, 0));
    let (status, count, list) = enumerate();
    assert_eq!((status, count, list.addr()), (SEC_E_OK, 2, 9));
    assert_eq!(world.audit(), Ok(()), "nothing was handed out");
}
