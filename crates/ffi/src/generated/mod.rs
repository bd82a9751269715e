//! Temporary.
#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn GetLastError() -> WIN32_ERROR;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn SetLastError(dwErrCode: WIN32_ERROR);
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct GUID {
    pub Data1: u32,
    pub Data2: u16,
    pub Data3: u16,
    pub Data4: [u8; 8],
}
impl Default for GUID {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn CloseHandle(hObject: HANDLE) -> BOOL;
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union IN6_ADDR_0 {
    pub Byte: [u8; 16],
    pub Word: [u16; 8],
}
impl core::fmt::Debug for IN6_ADDR_0 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("IN6_ADDR_0").finish_non_exhaustive()
    }
}
impl Default for IN6_ADDR_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IN6_ADDR {
    pub u: IN6_ADDR_0,
}
impl Default for IN6_ADDR {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IN_ADDR_0_0 {
    pub s_b1: u8,
    pub s_b2: u8,
    pub s_b3: u8,
    pub s_b4: u8,
}
impl Default for IN_ADDR_0_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IN_ADDR_0_1 {
    pub s_w1: u16,
    pub s_w2: u16,
}
impl Default for IN_ADDR_0_1 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union IN_ADDR_0 {
    pub S_un_b: IN_ADDR_0_0,
    pub S_un_w: IN_ADDR_0_1,
    pub S_addr: u32,
}
impl core::fmt::Debug for IN_ADDR_0 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("IN_ADDR_0").finish_non_exhaustive()
    }
}
impl Default for IN_ADDR_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct IN_ADDR {
    pub S_un: IN_ADDR_0,
}
impl Default for IN_ADDR {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn CancelIoEx(hFile: HANDLE, lpOverlapped: *mut OVERLAPPED) -> BOOL;
}

const DONT_RESOLVE_DLL_REFERENCES_RAW_: u32 = 0x1;

const LOAD_LIBRARY_AS_DATAFILE_RAW_: u32 = 0x2;

const LOAD_WITH_ALTERED_SEARCH_PATH_RAW_: u32 = 0x8;

const LOAD_IGNORE_CODE_AUTHZ_LEVEL_RAW_: u32 = 0x10;

const LOAD_LIBRARY_AS_IMAGE_RESOURCE_RAW_: u32 = 0x20;

const LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE_RAW_: u32 = 0x40;

const LOAD_LIBRARY_REQUIRE_SIGNED_TARGET_RAW_: u32 = 0x80;

const LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR_RAW_: u32 = 0x100;

const LOAD_LIBRARY_SEARCH_APPLICATION_DIR_RAW_: u32 = 0x200;

const LOAD_LIBRARY_SEARCH_USER_DIRS_RAW_: u32 = 0x400;

const LOAD_LIBRARY_SEARCH_SYSTEM32_RAW_: u32 = 0x800;

const LOAD_LIBRARY_SEARCH_DEFAULT_DIRS_RAW_: u32 = 0x1000;

const LOAD_LIBRARY_SAFE_CURRENT_DIRS_RAW_: u32 = 0x2000;

const LOAD_LIBRARY_SEARCH_SYSTEM32_NO_FORWARDER_RAW_: u32 = 0x4000;

const LOAD_LIBRARY_OS_INTEGRITY_CONTINUITY_RAW_: u32 = 0x8000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LOAD_LIBRARY_FLAGS: u32 {
const DONT_RESOLVE_DLL_REFERENCES = DONT_RESOLVE_DLL_REFERENCES_RAW_;
const LOAD_LIBRARY_AS_DATAFILE = LOAD_LIBRARY_AS_DATAFILE_RAW_;
const LOAD_WITH_ALTERED_SEARCH_PATH = LOAD_WITH_ALTERED_SEARCH_PATH_RAW_;
const LOAD_IGNORE_CODE_AUTHZ_LEVEL = LOAD_IGNORE_CODE_AUTHZ_LEVEL_RAW_;
const LOAD_LIBRARY_AS_IMAGE_RESOURCE = LOAD_LIBRARY_AS_IMAGE_RESOURCE_RAW_;
const LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE = LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE_RAW_;
const LOAD_LIBRARY_REQUIRE_SIGNED_TARGET = LOAD_LIBRARY_REQUIRE_SIGNED_TARGET_RAW_;
const LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR = LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR_RAW_;
const LOAD_LIBRARY_SEARCH_APPLICATION_DIR = LOAD_LIBRARY_SEARCH_APPLICATION_DIR_RAW_;
const LOAD_LIBRARY_SEARCH_USER_DIRS = LOAD_LIBRARY_SEARCH_USER_DIRS_RAW_;
const LOAD_LIBRARY_SEARCH_SYSTEM32 = LOAD_LIBRARY_SEARCH_SYSTEM32_RAW_;
const LOAD_LIBRARY_SEARCH_DEFAULT_DIRS = LOAD_LIBRARY_SEARCH_DEFAULT_DIRS_RAW_;
const LOAD_LIBRARY_SAFE_CURRENT_DIRS = LOAD_LIBRARY_SAFE_CURRENT_DIRS_RAW_;
const LOAD_LIBRARY_SEARCH_SYSTEM32_NO_FORWARDER = LOAD_LIBRARY_SEARCH_SYSTEM32_NO_FORWARDER_RAW_;
const LOAD_LIBRARY_OS_INTEGRITY_CONTINUITY = LOAD_LIBRARY_OS_INTEGRITY_CONTINUITY_RAW_;
const _ = !0;
}
}

pub const DONT_RESOLVE_DLL_REFERENCES: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::DONT_RESOLVE_DLL_REFERENCES;

pub const LOAD_LIBRARY_AS_DATAFILE: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_AS_DATAFILE;

pub const LOAD_WITH_ALTERED_SEARCH_PATH: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_WITH_ALTERED_SEARCH_PATH;

pub const LOAD_IGNORE_CODE_AUTHZ_LEVEL: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_IGNORE_CODE_AUTHZ_LEVEL;

pub const LOAD_LIBRARY_AS_IMAGE_RESOURCE: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_AS_IMAGE_RESOURCE;

pub const LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_AS_DATAFILE_EXCLUSIVE;

pub const LOAD_LIBRARY_REQUIRE_SIGNED_TARGET: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_REQUIRE_SIGNED_TARGET;

pub const LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR;

pub const LOAD_LIBRARY_SEARCH_APPLICATION_DIR: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_APPLICATION_DIR;

pub const LOAD_LIBRARY_SEARCH_USER_DIRS: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_USER_DIRS;

pub const LOAD_LIBRARY_SEARCH_SYSTEM32: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_SYSTEM32;

pub const LOAD_LIBRARY_SEARCH_DEFAULT_DIRS: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_DEFAULT_DIRS;

pub const LOAD_LIBRARY_SAFE_CURRENT_DIRS: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SAFE_CURRENT_DIRS;

pub const LOAD_LIBRARY_SEARCH_SYSTEM32_NO_FORWARDER: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_SEARCH_SYSTEM32_NO_FORWARDER;

pub const LOAD_LIBRARY_OS_INTEGRITY_CONTINUITY: LOAD_LIBRARY_FLAGS =
    LOAD_LIBRARY_FLAGS::LOAD_LIBRARY_OS_INTEGRITY_CONTINUITY;

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn GetModuleHandleW(lpModuleName: PCWSTR) -> HMODULE;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn LoadLibraryExW(
        lpLibFileName: PCWSTR,
        hFile: HANDLE,
        dwFlags: LOAD_LIBRARY_FLAGS,
    ) -> HMODULE;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn GetProcAddress(hModule: HMODULE, lpProcName: PCSTR) -> FARPROC;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn FreeLibrary(hLibModule: HMODULE) -> BOOL;
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SECURITY_ATTRIBUTES {
    pub nLength: u32,
    pub lpSecurityDescriptor: *mut core::ffi::c_void,
    pub bInheritHandle: BOOL,
}
impl Default for SECURITY_ATTRIBUTES {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct OVERLAPPED_2_0 {
    pub Offset: u32,
    pub OffsetHigh: u32,
}
impl Default for OVERLAPPED_2_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union OVERLAPPED_2 {
    pub Anonymous: OVERLAPPED_2_0,
    pub Pointer: *mut core::ffi::c_void,
}
impl core::fmt::Debug for OVERLAPPED_2 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("OVERLAPPED_2").finish_non_exhaustive()
    }
}
impl Default for OVERLAPPED_2 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct OVERLAPPED {
    pub Internal: usize,
    pub InternalHigh: usize,
    pub Anonymous: OVERLAPPED_2,
    pub hEvent: HANDLE,
}
impl Default for OVERLAPPED {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type LPOVERLAPPED = *mut OVERLAPPED;

pub type BOOL = i32;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct FILETIME {
    pub dwLowDateTime: u32,
    pub dwHighDateTime: u32,
}
impl Default for FILETIME {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type HINSTANCE = *mut core::ffi::c_void;

pub type HMODULE = HINSTANCE;

pub type HLOCAL = HANDLE;

pub type FARPROC = Option<unsafe extern "system" fn() -> isize>;

const SOCKET_SECURITY_PROTOCOL_DEFAULT_RAW_: i32 = 0;

const SOCKET_SECURITY_PROTOCOL_IPSEC_RAW_: i32 = 1;

const SOCKET_SECURITY_PROTOCOL_IPSEC2_RAW_: i32 = 2;

const SOCKET_SECURITY_PROTOCOL_INVALID_RAW_: i32 = 3;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_SECURITY_PROTOCOL(pub i32);
impl core::fmt::Debug for SOCKET_SECURITY_PROTOCOL {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SOCKET_SECURITY_PROTOCOL_DEFAULT_RAW_ => {
                f.write_str("SOCKET_SECURITY_PROTOCOL_DEFAULT")
            }
            SOCKET_SECURITY_PROTOCOL_IPSEC_RAW_ => f.write_str("SOCKET_SECURITY_PROTOCOL_IPSEC"),
            SOCKET_SECURITY_PROTOCOL_IPSEC2_RAW_ => f.write_str("SOCKET_SECURITY_PROTOCOL_IPSEC2"),
            SOCKET_SECURITY_PROTOCOL_INVALID_RAW_ => {
                f.write_str("SOCKET_SECURITY_PROTOCOL_INVALID")
            }
            other => write!(f, "SOCKET_SECURITY_PROTOCOL({other})"),
        }
    }
}
impl SOCKET_SECURITY_PROTOCOL {
    pub const SOCKET_SECURITY_PROTOCOL_DEFAULT: Self = Self(SOCKET_SECURITY_PROTOCOL_DEFAULT_RAW_);
    pub const SOCKET_SECURITY_PROTOCOL_IPSEC: Self = Self(SOCKET_SECURITY_PROTOCOL_IPSEC_RAW_);
    pub const SOCKET_SECURITY_PROTOCOL_IPSEC2: Self = Self(SOCKET_SECURITY_PROTOCOL_IPSEC2_RAW_);
    pub const SOCKET_SECURITY_PROTOCOL_INVALID: Self = Self(SOCKET_SECURITY_PROTOCOL_INVALID_RAW_);
}
impl From<SOCKET_SECURITY_PROTOCOL> for i32 {
    fn from(v: SOCKET_SECURITY_PROTOCOL) -> Self {
        v.0
    }
}
impl From<i32> for SOCKET_SECURITY_PROTOCOL {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const SOCKET_SECURITY_PROTOCOL_DEFAULT: SOCKET_SECURITY_PROTOCOL =
    SOCKET_SECURITY_PROTOCOL::SOCKET_SECURITY_PROTOCOL_DEFAULT;

pub const SOCKET_SECURITY_PROTOCOL_IPSEC: SOCKET_SECURITY_PROTOCOL =
    SOCKET_SECURITY_PROTOCOL::SOCKET_SECURITY_PROTOCOL_IPSEC;

pub const SOCKET_SECURITY_PROTOCOL_IPSEC2: SOCKET_SECURITY_PROTOCOL =
    SOCKET_SECURITY_PROTOCOL::SOCKET_SECURITY_PROTOCOL_IPSEC2;

pub const SOCKET_SECURITY_PROTOCOL_INVALID: SOCKET_SECURITY_PROTOCOL =
    SOCKET_SECURITY_PROTOCOL::SOCKET_SECURITY_PROTOCOL_INVALID;

const SOCKET_INFO_CONNECTION_SECURED_RAW_: u32 = 0x1;

const SOCKET_INFO_CONNECTION_ENCRYPTED_RAW_: u32 = 0x2;

const SOCKET_INFO_CONNECTION_IMPERSONATED_RAW_: u32 = 0x4;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_INFO_FLAGS: u32 {
const SOCKET_INFO_CONNECTION_SECURED = SOCKET_INFO_CONNECTION_SECURED_RAW_;
const SOCKET_INFO_CONNECTION_ENCRYPTED = SOCKET_INFO_CONNECTION_ENCRYPTED_RAW_;
const SOCKET_INFO_CONNECTION_IMPERSONATED = SOCKET_INFO_CONNECTION_IMPERSONATED_RAW_;
const _ = !0;
}
}

pub const SOCKET_INFO_CONNECTION_SECURED: SOCKET_INFO_FLAGS =
    SOCKET_INFO_FLAGS::SOCKET_INFO_CONNECTION_SECURED;

pub const SOCKET_INFO_CONNECTION_ENCRYPTED: SOCKET_INFO_FLAGS =
    SOCKET_INFO_FLAGS::SOCKET_INFO_CONNECTION_ENCRYPTED;

pub const SOCKET_INFO_CONNECTION_IMPERSONATED: SOCKET_INFO_FLAGS =
    SOCKET_INFO_FLAGS::SOCKET_INFO_CONNECTION_IMPERSONATED;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_QUERY_INFO {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub Flags: SOCKET_INFO_FLAGS,
    pub PeerApplicationAccessTokenHandle: u64,
    pub PeerMachineAccessTokenHandle: u64,
}
impl Default for SOCKET_SECURITY_QUERY_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_QUERY_INFO_IPSEC2 {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub Flags: SOCKET_INFO_FLAGS,
    pub PeerApplicationAccessTokenHandle: u64,
    pub PeerMachineAccessTokenHandle: u64,
    pub MmSaId: u64,
    pub QmSaId: u64,
    pub NegotiationWinerr: WIN32_ERROR,
    pub SaLookupContext: GUID,
}
impl Default for SOCKET_SECURITY_QUERY_INFO_IPSEC2 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_QUERY_TEMPLATE {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub PeerAddress: SOCKADDR_STORAGE,
    pub PeerTokenAccessMask: TOKEN_ACCESS_MASK,
}
impl Default for SOCKET_SECURITY_QUERY_TEMPLATE {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE_RAW_: u32 = 0x1;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_QUERY_IPSEC2_FLAGS: u32 {
const SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE = SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE_RAW_;
const _ = !0;
}
}

pub const SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE: SOCKET_QUERY_IPSEC2_FLAGS =
    SOCKET_QUERY_IPSEC2_FLAGS::SOCKET_QUERY_IPSEC2_ABORT_CONNECTION_ON_FIELD_CHANGE;

const SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID_RAW_: u32 = 0x1;

const SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID_RAW_: u32 = 0x2;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_QUERY_IPSEC2_FIELD_MASK: u32 {
const SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID = SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID_RAW_;
const SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID = SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID_RAW_;
const _ = !0;
}
}

pub const SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID: SOCKET_QUERY_IPSEC2_FIELD_MASK =
    SOCKET_QUERY_IPSEC2_FIELD_MASK::SOCKET_QUERY_IPSEC2_FIELD_MASK_MM_SA_ID;

pub const SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID: SOCKET_QUERY_IPSEC2_FIELD_MASK =
    SOCKET_QUERY_IPSEC2_FIELD_MASK::SOCKET_QUERY_IPSEC2_FIELD_MASK_QM_SA_ID;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub PeerAddress: SOCKADDR_STORAGE,
    pub PeerTokenAccessMask: TOKEN_ACCESS_MASK,
    pub Flags: SOCKET_QUERY_IPSEC2_FLAGS,
    pub FieldMask: SOCKET_QUERY_IPSEC2_FIELD_MASK,
}
impl Default for SOCKET_SECURITY_QUERY_TEMPLATE_IPSEC2 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SOCKET_SETTINGS_GUARANTEE_ENCRYPTION_RAW_: u32 = 0x1;

const SOCKET_SETTINGS_ALLOW_INSECURE_RAW_: u32 = 0x2;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_SETTINGS_FLAGS: u32 {
const SOCKET_SETTINGS_GUARANTEE_ENCRYPTION = SOCKET_SETTINGS_GUARANTEE_ENCRYPTION_RAW_;
const SOCKET_SETTINGS_ALLOW_INSECURE = SOCKET_SETTINGS_ALLOW_INSECURE_RAW_;
const _ = !0;
}
}

pub const SOCKET_SETTINGS_GUARANTEE_ENCRYPTION: SOCKET_SETTINGS_FLAGS =
    SOCKET_SETTINGS_FLAGS::SOCKET_SETTINGS_GUARANTEE_ENCRYPTION;

pub const SOCKET_SETTINGS_ALLOW_INSECURE: SOCKET_SETTINGS_FLAGS =
    SOCKET_SETTINGS_FLAGS::SOCKET_SETTINGS_ALLOW_INSECURE;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_SETTINGS {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub SecurityFlags: SOCKET_SETTINGS_FLAGS,
}
impl Default for SOCKET_SECURITY_SETTINGS {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION_RAW_: u32 = 0x1;

const SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION_RAW_: u32 = 0x2;

const SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED_RAW_: u32 = 0x4;

const SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT_RAW_: u32 = 0x8;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_SETTINGS_IPSEC_FLAGS: u32 {
const SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION = SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION_RAW_;
const SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION = SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION_RAW_;
const SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED = SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED_RAW_;
const SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT = SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT_RAW_;
const _ = !0;
}
}

pub const SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION: SOCKET_SETTINGS_IPSEC_FLAGS =
    SOCKET_SETTINGS_IPSEC_FLAGS::SOCKET_SETTINGS_IPSEC_SKIP_FILTER_INSTANTIATION;

pub const SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION: SOCKET_SETTINGS_IPSEC_FLAGS =
    SOCKET_SETTINGS_IPSEC_FLAGS::SOCKET_SETTINGS_IPSEC_OPTIONAL_PEER_NAME_VERIFICATION;

pub const SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED: SOCKET_SETTINGS_IPSEC_FLAGS =
    SOCKET_SETTINGS_IPSEC_FLAGS::SOCKET_SETTINGS_IPSEC_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED;

pub const SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT: SOCKET_SETTINGS_IPSEC_FLAGS =
    SOCKET_SETTINGS_IPSEC_FLAGS::SOCKET_SETTINGS_IPSEC_PEER_NAME_IS_RAW_FORMAT;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_SECURITY_SETTINGS_IPSEC {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub SecurityFlags: SOCKET_SETTINGS_FLAGS,
    pub IpsecFlags: SOCKET_SETTINGS_IPSEC_FLAGS,
    pub AuthipMMPolicyKey: GUID,
    pub AuthipQMPolicyKey: GUID,
    pub Reserved: GUID,
    pub Reserved2: u64,
    pub UserNameStringLen: u32,
    pub DomainNameStringLen: u32,
    pub PasswordStringLen: u32,
    pub AllStrings: [u16; 0],
}
impl Default for SOCKET_SECURITY_SETTINGS_IPSEC {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKET_PEER_TARGET_NAME {
    pub SecurityProtocol: SOCKET_SECURITY_PROTOCOL,
    pub PeerAddress: SOCKADDR_STORAGE,
    pub PeerTargetNameStringLen: u32,
    pub AllStrings: [u16; 0],
}
impl Default for SOCKET_PEER_TARGET_NAME {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SYSTEM_CRITICAL_SOCKET_RAW_: i32 = 1;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_USAGE_TYPE(pub i32);
impl core::fmt::Debug for SOCKET_USAGE_TYPE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SYSTEM_CRITICAL_SOCKET_RAW_ => f.write_str("SYSTEM_CRITICAL_SOCKET"),
            other => write!(f, "SOCKET_USAGE_TYPE({other})"),
        }
    }
}
impl SOCKET_USAGE_TYPE {
    pub const SYSTEM_CRITICAL_SOCKET: Self = Self(SYSTEM_CRITICAL_SOCKET_RAW_);
}
impl From<SOCKET_USAGE_TYPE> for i32 {
    fn from(v: SOCKET_USAGE_TYPE) -> Self {
        v.0
    }
}
impl From<i32> for SOCKET_USAGE_TYPE {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const SYSTEM_CRITICAL_SOCKET: SOCKET_USAGE_TYPE = SOCKET_USAGE_TYPE::SYSTEM_CRITICAL_SOCKET;

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "ADVAPI32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "ADVAPI32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn GetTokenInformation(
        TokenHandle: HANDLE,
        TokenInformationClass: TOKEN_INFORMATION_CLASS,
        TokenInformation: *mut core::ffi::c_void,
        TokenInformationLength: u32,
        ReturnLength: *mut u32,
    ) -> BOOL;
}

const WAIT_OBJECT_0_RAW_: u32 = 0;

const WAIT_ABANDONED_RAW_: u32 = 0x80;

const WAIT_ABANDONED_0_RAW_: u32 = WAIT_ABANDONED_RAW_;

const WAIT_IO_COMPLETION_RAW_: u32 = 0xC0;

const WAIT_TIMEOUT_RAW_: u32 = 258;

const WAIT_FAILED_RAW_: u32 = 0xFFFFFFFF;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WAIT_EVENT(pub u32);
impl core::fmt::Debug for WAIT_EVENT {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            WAIT_OBJECT_0_RAW_ => f.write_str("WAIT_OBJECT_0"),
            WAIT_ABANDONED_RAW_ => f.write_str("WAIT_ABANDONED"),
            WAIT_ABANDONED_0_RAW_ => f.write_str("WAIT_ABANDONED_0"),
            WAIT_IO_COMPLETION_RAW_ => f.write_str("WAIT_IO_COMPLETION"),
            WAIT_TIMEOUT_RAW_ => f.write_str("WAIT_TIMEOUT"),
            WAIT_FAILED_RAW_ => f.write_str("WAIT_FAILED"),
            other => write!(f, "WAIT_EVENT({other})"),
        }
    }
}
impl WAIT_EVENT {
    pub const WAIT_OBJECT_0: Self = Self(WAIT_OBJECT_0_RAW_);
    pub const WAIT_ABANDONED: Self = Self(WAIT_ABANDONED_RAW_);
    pub const WAIT_ABANDONED_0: Self = Self(WAIT_ABANDONED_0_RAW_);
    pub const WAIT_IO_COMPLETION: Self = Self(WAIT_IO_COMPLETION_RAW_);
    pub const WAIT_TIMEOUT: Self = Self(WAIT_TIMEOUT_RAW_);
    pub const WAIT_FAILED: Self = Self(WAIT_FAILED_RAW_);
}
impl From<WAIT_EVENT> for u32 {
    fn from(v: WAIT_EVENT) -> Self {
        v.0
    }
}
impl From<u32> for WAIT_EVENT {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const WAIT_OBJECT_0: WAIT_EVENT = WAIT_EVENT::WAIT_OBJECT_0;

pub const WAIT_ABANDONED: WAIT_EVENT = WAIT_EVENT::WAIT_ABANDONED;

pub const WAIT_ABANDONED_0: WAIT_EVENT = WAIT_EVENT::WAIT_ABANDONED_0;

pub const WAIT_IO_COMPLETION: WAIT_EVENT = WAIT_EVENT::WAIT_IO_COMPLETION;

pub const WAIT_TIMEOUT: WAIT_EVENT = WAIT_EVENT::WAIT_TIMEOUT;

pub const WAIT_FAILED: WAIT_EVENT = WAIT_EVENT::WAIT_FAILED;

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn CreateEventW(
        lpEventAttributes: *const SECURITY_ATTRIBUTES,
        bManualReset: BOOL,
        bInitialState: BOOL,
        lpName: PCWSTR,
    ) -> HANDLE;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn SetEvent(hEvent: HANDLE) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn ResetEvent(hEvent: HANDLE) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WaitForSingleObject(hHandle: HANDLE, dwMilliseconds: u32) -> WAIT_EVENT;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WaitForSingleObjectEx(
        hHandle: HANDLE,
        dwMilliseconds: u32,
        bAlertable: BOOL,
    ) -> WAIT_EVENT;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn SleepEx(dwMilliseconds: u32, bAlertable: BOOL) -> WAIT_EVENT;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn CreateThreadpoolWait(
        pfnwa: PTP_WAIT_CALLBACK,
        pv: *mut core::ffi::c_void,
        pcbe: *const TP_CALLBACK_ENVIRON_V3,
    ) -> PTP_WAIT;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn SetThreadpoolWait(pwa: PTP_WAIT, h: HANDLE, pftTimeout: *const FILETIME);
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WaitForThreadpoolWaitCallbacks(pwa: PTP_WAIT, fCancelPendingCallbacks: BOOL);
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn CloseThreadpoolWait(pwa: PTP_WAIT);
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "ADVAPI32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "ADVAPI32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn LookupAccountSidW(
        lpSystemName: PCWSTR,
        Sid: PSID,
        Name: PWSTR,
        cchName: *mut u32,
        ReferencedDomainName: PWSTR,
        cchReferencedDomainName: *mut u32,
        peUse: *mut SID_NAME_USE,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "KERNEL32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "KERNEL32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn LocalFree(hMem: HLOCAL) -> HLOCAL;
}

const ERROR_SUCCESS_RAW_: u32 = 0;

const NO_ERROR_RAW_: u32 = ERROR_SUCCESS_RAW_;

const ERROR_INVALID_FUNCTION_RAW_: u32 = 1;

const ERROR_FILE_NOT_FOUND_RAW_: u32 = 2;

const ERROR_PATH_NOT_FOUND_RAW_: u32 = 3;

const ERROR_ACCESS_DENIED_RAW_: u32 = 5;

const ERROR_INVALID_HANDLE_RAW_: u32 = 6;

const ERROR_NOT_ENOUGH_MEMORY_RAW_: u32 = 8;

const ERROR_BAD_FORMAT_RAW_: u32 = 11;

const ERROR_OUTOFMEMORY_RAW_: u32 = 14;

const ERROR_NO_MORE_FILES_RAW_: u32 = 18;

const ERROR_NOT_READY_RAW_: u32 = 21;

const ERROR_GEN_FAILURE_RAW_: u32 = 31;

const ERROR_NOT_SUPPORTED_RAW_: u32 = 50;

const ERROR_DEV_NOT_EXIST_RAW_: u32 = 55;

const ERROR_INVALID_PARAMETER_RAW_: u32 = 87;

const ERROR_CALL_NOT_IMPLEMENTED_RAW_: u32 = 120;

const ERROR_INSUFFICIENT_BUFFER_RAW_: u32 = 122;

const ERROR_INVALID_NAME_RAW_: u32 = 123;

const ERROR_MOD_NOT_FOUND_RAW_: u32 = 126;

const ERROR_PROC_NOT_FOUND_RAW_: u32 = 127;

const ERROR_BUSY_RAW_: u32 = 170;

const ERROR_ALREADY_EXISTS_RAW_: u32 = 183;

const ERROR_BAD_EXE_FORMAT_RAW_: u32 = 193;

const ERROR_MORE_DATA_RAW_: u32 = 234;

const ERROR_NO_MORE_ITEMS_RAW_: u32 = 259;

const ERROR_OPERATION_ABORTED_RAW_: u32 = 995;

const ERROR_IO_INCOMPLETE_RAW_: u32 = 996;

const ERROR_IO_PENDING_RAW_: u32 = 997;

const ERROR_NOACCESS_RAW_: u32 = 998;

const ERROR_INVALID_FLAGS_RAW_: u32 = 1004;

const ERROR_NO_TOKEN_RAW_: u32 = 1008;

const ERROR_DLL_INIT_FAILED_RAW_: u32 = 1114;

const ERROR_NOT_FOUND_RAW_: u32 = 1168;

const ERROR_CANCELLED_RAW_: u32 = 1223;

const ERROR_PRIVILEGE_NOT_HELD_RAW_: u32 = 1314;

const ERROR_NONE_MAPPED_RAW_: u32 = 1332;

const ERROR_INVALID_SID_RAW_: u32 = 1337;

const ERROR_BAD_IMPERSONATION_LEVEL_RAW_: u32 = 1346;

const ERROR_INTERNAL_ERROR_RAW_: u32 = 1359;

const ERROR_NO_SYSTEM_RESOURCES_RAW_: u32 = 1450;

const ERROR_TIMEOUT_RAW_: u32 = 1460;

const ERROR_TRUSTED_DOMAIN_FAILURE_RAW_: u32 = 1788;

const ERROR_TRUSTED_RELATIONSHIP_FAILURE_RAW_: u32 = 1789;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WIN32_ERROR(pub u32);
impl core::fmt::Debug for WIN32_ERROR {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            ERROR_SUCCESS_RAW_ => f.write_str("ERROR_SUCCESS"),
            NO_ERROR_RAW_ => f.write_str("NO_ERROR"),
            ERROR_INVALID_FUNCTION_RAW_ => f.write_str("ERROR_INVALID_FUNCTION"),
            ERROR_FILE_NOT_FOUND_RAW_ => f.write_str("ERROR_FILE_NOT_FOUND"),
            ERROR_PATH_NOT_FOUND_RAW_ => f.write_str("ERROR_PATH_NOT_FOUND"),
            ERROR_ACCESS_DENIED_RAW_ => f.write_str("ERROR_ACCESS_DENIED"),
            ERROR_INVALID_HANDLE_RAW_ => f.write_str("ERROR_INVALID_HANDLE"),
            ERROR_NOT_ENOUGH_MEMORY_RAW_ => f.write_str("ERROR_NOT_ENOUGH_MEMORY"),
            ERROR_BAD_FORMAT_RAW_ => f.write_str("ERROR_BAD_FORMAT"),
            ERROR_OUTOFMEMORY_RAW_ => f.write_str("ERROR_OUTOFMEMORY"),
            ERROR_NO_MORE_FILES_RAW_ => f.write_str("ERROR_NO_MORE_FILES"),
            ERROR_NOT_READY_RAW_ => f.write_str("ERROR_NOT_READY"),
            ERROR_GEN_FAILURE_RAW_ => f.write_str("ERROR_GEN_FAILURE"),
            ERROR_NOT_SUPPORTED_RAW_ => f.write_str("ERROR_NOT_SUPPORTED"),
            ERROR_DEV_NOT_EXIST_RAW_ => f.write_str("ERROR_DEV_NOT_EXIST"),
            ERROR_INVALID_PARAMETER_RAW_ => f.write_str("ERROR_INVALID_PARAMETER"),
            ERROR_CALL_NOT_IMPLEMENTED_RAW_ => f.write_str("ERROR_CALL_NOT_IMPLEMENTED"),
            ERROR_INSUFFICIENT_BUFFER_RAW_ => f.write_str("ERROR_INSUFFICIENT_BUFFER"),
            ERROR_INVALID_NAME_RAW_ => f.write_str("ERROR_INVALID_NAME"),
            ERROR_MOD_NOT_FOUND_RAW_ => f.write_str("ERROR_MOD_NOT_FOUND"),
            ERROR_PROC_NOT_FOUND_RAW_ => f.write_str("ERROR_PROC_NOT_FOUND"),
            ERROR_BUSY_RAW_ => f.write_str("ERROR_BUSY"),
            ERROR_ALREADY_EXISTS_RAW_ => f.write_str("ERROR_ALREADY_EXISTS"),
            ERROR_BAD_EXE_FORMAT_RAW_ => f.write_str("ERROR_BAD_EXE_FORMAT"),
            ERROR_MORE_DATA_RAW_ => f.write_str("ERROR_MORE_DATA"),
            ERROR_NO_MORE_ITEMS_RAW_ => f.write_str("ERROR_NO_MORE_ITEMS"),
            ERROR_OPERATION_ABORTED_RAW_ => f.write_str("ERROR_OPERATION_ABORTED"),
            ERROR_IO_INCOMPLETE_RAW_ => f.write_str("ERROR_IO_INCOMPLETE"),
            ERROR_IO_PENDING_RAW_ => f.write_str("ERROR_IO_PENDING"),
            ERROR_NOACCESS_RAW_ => f.write_str("ERROR_NOACCESS"),
            ERROR_INVALID_FLAGS_RAW_ => f.write_str("ERROR_INVALID_FLAGS"),
            ERROR_NO_TOKEN_RAW_ => f.write_str("ERROR_NO_TOKEN"),
            ERROR_DLL_INIT_FAILED_RAW_ => f.write_str("ERROR_DLL_INIT_FAILED"),
            ERROR_NOT_FOUND_RAW_ => f.write_str("ERROR_NOT_FOUND"),
            ERROR_CANCELLED_RAW_ => f.write_str("ERROR_CANCELLED"),
            ERROR_PRIVILEGE_NOT_HELD_RAW_ => f.write_str("ERROR_PRIVILEGE_NOT_HELD"),
            ERROR_NONE_MAPPED_RAW_ => f.write_str("ERROR_NONE_MAPPED"),
            ERROR_INVALID_SID_RAW_ => f.write_str("ERROR_INVALID_SID"),
            ERROR_BAD_IMPERSONATION_LEVEL_RAW_ => f.write_str("ERROR_BAD_IMPERSONATION_LEVEL"),
            ERROR_INTERNAL_ERROR_RAW_ => f.write_str("ERROR_INTERNAL_ERROR"),
            ERROR_NO_SYSTEM_RESOURCES_RAW_ => f.write_str("ERROR_NO_SYSTEM_RESOURCES"),
            ERROR_TIMEOUT_RAW_ => f.write_str("ERROR_TIMEOUT"),
            ERROR_TRUSTED_DOMAIN_FAILURE_RAW_ => f.write_str("ERROR_TRUSTED_DOMAIN_FAILURE"),
            ERROR_TRUSTED_RELATIONSHIP_FAILURE_RAW_ => {
                f.write_str("ERROR_TRUSTED_RELATIONSHIP_FAILURE")
            }
            other => write!(f, "WIN32_ERROR({other})"),
        }
    }
}
impl WIN32_ERROR {
    pub const ERROR_SUCCESS: Self = Self(ERROR_SUCCESS_RAW_);
    pub const NO_ERROR: Self = Self(NO_ERROR_RAW_);
    pub const ERROR_INVALID_FUNCTION: Self = Self(ERROR_INVALID_FUNCTION_RAW_);
    pub const ERROR_FILE_NOT_FOUND: Self = Self(ERROR_FILE_NOT_FOUND_RAW_);
    pub const ERROR_PATH_NOT_FOUND: Self = Self(ERROR_PATH_NOT_FOUND_RAW_);
    pub const ERROR_ACCESS_DENIED: Self = Self(ERROR_ACCESS_DENIED_RAW_);
    pub const ERROR_INVALID_HANDLE: Self = Self(ERROR_INVALID_HANDLE_RAW_);
    pub const ERROR_NOT_ENOUGH_MEMORY: Self = Self(ERROR_NOT_ENOUGH_MEMORY_RAW_);
    pub const ERROR_BAD_FORMAT: Self = Self(ERROR_BAD_FORMAT_RAW_);
    pub const ERROR_OUTOFMEMORY: Self = Self(ERROR_OUTOFMEMORY_RAW_);
    pub const ERROR_NO_MORE_FILES: Self = Self(ERROR_NO_MORE_FILES_RAW_);
    pub const ERROR_NOT_READY: Self = Self(ERROR_NOT_READY_RAW_);
    pub const ERROR_GEN_FAILURE: Self = Self(ERROR_GEN_FAILURE_RAW_);
    pub const ERROR_NOT_SUPPORTED: Self = Self(ERROR_NOT_SUPPORTED_RAW_);
    pub const ERROR_DEV_NOT_EXIST: Self = Self(ERROR_DEV_NOT_EXIST_RAW_);
    pub const ERROR_INVALID_PARAMETER: Self = Self(ERROR_INVALID_PARAMETER_RAW_);
    pub const ERROR_CALL_NOT_IMPLEMENTED: Self = Self(ERROR_CALL_NOT_IMPLEMENTED_RAW_);
    pub const ERROR_INSUFFICIENT_BUFFER: Self = Self(ERROR_INSUFFICIENT_BUFFER_RAW_);
    pub const ERROR_INVALID_NAME: Self = Self(ERROR_INVALID_NAME_RAW_);
    pub const ERROR_MOD_NOT_FOUND: Self = Self(ERROR_MOD_NOT_FOUND_RAW_);
    pub const ERROR_PROC_NOT_FOUND: Self = Self(ERROR_PROC_NOT_FOUND_RAW_);
    pub const ERROR_BUSY: Self = Self(ERROR_BUSY_RAW_);
    pub const ERROR_ALREADY_EXISTS: Self = Self(ERROR_ALREADY_EXISTS_RAW_);
    pub const ERROR_BAD_EXE_FORMAT: Self = Self(ERROR_BAD_EXE_FORMAT_RAW_);
    pub const ERROR_MORE_DATA: Self = Self(ERROR_MORE_DATA_RAW_);
    pub const ERROR_NO_MORE_ITEMS: Self = Self(ERROR_NO_MORE_ITEMS_RAW_);
    pub const ERROR_OPERATION_ABORTED: Self = Self(ERROR_OPERATION_ABORTED_RAW_);
    pub const ERROR_IO_INCOMPLETE: Self = Self(ERROR_IO_INCOMPLETE_RAW_);
    pub const ERROR_IO_PENDING: Self = Self(ERROR_IO_PENDING_RAW_);
    pub const ERROR_NOACCESS: Self = Self(ERROR_NOACCESS_RAW_);
    pub const ERROR_INVALID_FLAGS: Self = Self(ERROR_INVALID_FLAGS_RAW_);
    pub const ERROR_NO_TOKEN: Self = Self(ERROR_NO_TOKEN_RAW_);
    pub const ERROR_DLL_INIT_FAILED: Self = Self(ERROR_DLL_INIT_FAILED_RAW_);
    pub const ERROR_NOT_FOUND: Self = Self(ERROR_NOT_FOUND_RAW_);
    pub const ERROR_CANCELLED: Self = Self(ERROR_CANCELLED_RAW_);
    pub const ERROR_PRIVILEGE_NOT_HELD: Self = Self(ERROR_PRIVILEGE_NOT_HELD_RAW_);
    pub const ERROR_NONE_MAPPED: Self = Self(ERROR_NONE_MAPPED_RAW_);
    pub const ERROR_INVALID_SID: Self = Self(ERROR_INVALID_SID_RAW_);
    pub const ERROR_BAD_IMPERSONATION_LEVEL: Self = Self(ERROR_BAD_IMPERSONATION_LEVEL_RAW_);
    pub const ERROR_INTERNAL_ERROR: Self = Self(ERROR_INTERNAL_ERROR_RAW_);
    pub const ERROR_NO_SYSTEM_RESOURCES: Self = Self(ERROR_NO_SYSTEM_RESOURCES_RAW_);
    pub const ERROR_TIMEOUT: Self = Self(ERROR_TIMEOUT_RAW_);
    pub const ERROR_TRUSTED_DOMAIN_FAILURE: Self = Self(ERROR_TRUSTED_DOMAIN_FAILURE_RAW_);
    pub const ERROR_TRUSTED_RELATIONSHIP_FAILURE: Self =
        Self(ERROR_TRUSTED_RELATIONSHIP_FAILURE_RAW_);
}
impl From<WIN32_ERROR> for u32 {
    fn from(v: WIN32_ERROR) -> Self {
        v.0
    }
}
impl From<u32> for WIN32_ERROR {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const ERROR_SUCCESS: WIN32_ERROR = WIN32_ERROR::ERROR_SUCCESS;

pub const NO_ERROR: WIN32_ERROR = WIN32_ERROR::NO_ERROR;

pub const ERROR_INVALID_FUNCTION: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_FUNCTION;

pub const ERROR_FILE_NOT_FOUND: WIN32_ERROR = WIN32_ERROR::ERROR_FILE_NOT_FOUND;

pub const ERROR_PATH_NOT_FOUND: WIN32_ERROR = WIN32_ERROR::ERROR_PATH_NOT_FOUND;

pub const ERROR_ACCESS_DENIED: WIN32_ERROR = WIN32_ERROR::ERROR_ACCESS_DENIED;

pub const ERROR_INVALID_HANDLE: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_HANDLE;

pub const ERROR_NOT_ENOUGH_MEMORY: WIN32_ERROR = WIN32_ERROR::ERROR_NOT_ENOUGH_MEMORY;

pub const ERROR_BAD_FORMAT: WIN32_ERROR = WIN32_ERROR::ERROR_BAD_FORMAT;

pub const ERROR_OUTOFMEMORY: WIN32_ERROR = WIN32_ERROR::ERROR_OUTOFMEMORY;

pub const ERROR_NO_MORE_FILES: WIN32_ERROR = WIN32_ERROR::ERROR_NO_MORE_FILES;

pub const ERROR_NOT_READY: WIN32_ERROR = WIN32_ERROR::ERROR_NOT_READY;

pub const ERROR_GEN_FAILURE: WIN32_ERROR = WIN32_ERROR::ERROR_GEN_FAILURE;

pub const ERROR_NOT_SUPPORTED: WIN32_ERROR = WIN32_ERROR::ERROR_NOT_SUPPORTED;

pub const ERROR_DEV_NOT_EXIST: WIN32_ERROR = WIN32_ERROR::ERROR_DEV_NOT_EXIST;

pub const ERROR_INVALID_PARAMETER: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_PARAMETER;

pub const ERROR_CALL_NOT_IMPLEMENTED: WIN32_ERROR = WIN32_ERROR::ERROR_CALL_NOT_IMPLEMENTED;

pub const ERROR_INSUFFICIENT_BUFFER: WIN32_ERROR = WIN32_ERROR::ERROR_INSUFFICIENT_BUFFER;

pub const ERROR_INVALID_NAME: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_NAME;

pub const ERROR_MOD_NOT_FOUND: WIN32_ERROR = WIN32_ERROR::ERROR_MOD_NOT_FOUND;

pub const ERROR_PROC_NOT_FOUND: WIN32_ERROR = WIN32_ERROR::ERROR_PROC_NOT_FOUND;

pub const ERROR_BUSY: WIN32_ERROR = WIN32_ERROR::ERROR_BUSY;

pub const ERROR_ALREADY_EXISTS: WIN32_ERROR = WIN32_ERROR::ERROR_ALREADY_EXISTS;

pub const ERROR_BAD_EXE_FORMAT: WIN32_ERROR = WIN32_ERROR::ERROR_BAD_EXE_FORMAT;

pub const ERROR_MORE_DATA: WIN32_ERROR = WIN32_ERROR::ERROR_MORE_DATA;

pub const ERROR_NO_MORE_ITEMS: WIN32_ERROR = WIN32_ERROR::ERROR_NO_MORE_ITEMS;

pub const ERROR_OPERATION_ABORTED: WIN32_ERROR = WIN32_ERROR::ERROR_OPERATION_ABORTED;

pub const ERROR_IO_INCOMPLETE: WIN32_ERROR = WIN32_ERROR::ERROR_IO_INCOMPLETE;

pub const ERROR_IO_PENDING: WIN32_ERROR = WIN32_ERROR::ERROR_IO_PENDING;

pub const ERROR_NOACCESS: WIN32_ERROR = WIN32_ERROR::ERROR_NOACCESS;

pub const ERROR_INVALID_FLAGS: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_FLAGS;

pub const ERROR_NO_TOKEN: WIN32_ERROR = WIN32_ERROR::ERROR_NO_TOKEN;

pub const ERROR_DLL_INIT_FAILED: WIN32_ERROR = WIN32_ERROR::ERROR_DLL_INIT_FAILED;

pub const ERROR_NOT_FOUND: WIN32_ERROR = WIN32_ERROR::ERROR_NOT_FOUND;

pub const ERROR_CANCELLED: WIN32_ERROR = WIN32_ERROR::ERROR_CANCELLED;

pub const ERROR_PRIVILEGE_NOT_HELD: WIN32_ERROR = WIN32_ERROR::ERROR_PRIVILEGE_NOT_HELD;

pub const ERROR_NONE_MAPPED: WIN32_ERROR = WIN32_ERROR::ERROR_NONE_MAPPED;

pub const ERROR_INVALID_SID: WIN32_ERROR = WIN32_ERROR::ERROR_INVALID_SID;

pub const ERROR_BAD_IMPERSONATION_LEVEL: WIN32_ERROR = WIN32_ERROR::ERROR_BAD_IMPERSONATION_LEVEL;

pub const ERROR_INTERNAL_ERROR: WIN32_ERROR = WIN32_ERROR::ERROR_INTERNAL_ERROR;

pub const ERROR_NO_SYSTEM_RESOURCES: WIN32_ERROR = WIN32_ERROR::ERROR_NO_SYSTEM_RESOURCES;

pub const ERROR_TIMEOUT: WIN32_ERROR = WIN32_ERROR::ERROR_TIMEOUT;

pub const ERROR_TRUSTED_DOMAIN_FAILURE: WIN32_ERROR = WIN32_ERROR::ERROR_TRUSTED_DOMAIN_FAILURE;

pub const ERROR_TRUSTED_RELATIONSHIP_FAILURE: WIN32_ERROR =
    WIN32_ERROR::ERROR_TRUSTED_RELATIONSHIP_FAILURE;

pub type HANDLE = *mut core::ffi::c_void;

pub type PSTR = *mut i8;

pub type PCSTR = *const i8;

pub type PWSTR = *mut u16;

pub type PCWSTR = *const u16;

pub type NTSTATUS = i32;

pub type ACCESS_MASK = u32;

const TOKEN_ASSIGN_PRIMARY_RAW_: u32 = 0x1;

const TOKEN_DUPLICATE_RAW_: u32 = 0x2;

const TOKEN_IMPERSONATE_RAW_: u32 = 0x4;

const TOKEN_QUERY_RAW_: u32 = 0x8;

const TOKEN_QUERY_SOURCE_RAW_: u32 = 0x10;

const TOKEN_ADJUST_PRIVILEGES_RAW_: u32 = 0x20;

const TOKEN_ADJUST_GROUPS_RAW_: u32 = 0x40;

const TOKEN_ADJUST_DEFAULT_RAW_: u32 = 0x80;

const TOKEN_ADJUST_SESSIONID_RAW_: u32 = 0x100;

const TOKEN_READ_RAW_: u32 = STANDARD_RIGHTS_READ_RAW_ | TOKEN_QUERY_RAW_;

const TOKEN_WRITE_RAW_: u32 = STANDARD_RIGHTS_WRITE_RAW_
    | TOKEN_ADJUST_PRIVILEGES_RAW_
    | TOKEN_ADJUST_GROUPS_RAW_
    | TOKEN_ADJUST_DEFAULT_RAW_;

const TOKEN_EXECUTE_RAW_: u32 = STANDARD_RIGHTS_EXECUTE_RAW_;

const TOKEN_ALL_ACCESS_P_RAW_: u32 = STANDARD_RIGHTS_REQUIRED_RAW_
    | TOKEN_ASSIGN_PRIMARY_RAW_
    | TOKEN_DUPLICATE_RAW_
    | TOKEN_IMPERSONATE_RAW_
    | TOKEN_QUERY_RAW_
    | TOKEN_QUERY_SOURCE_RAW_
    | TOKEN_ADJUST_PRIVILEGES_RAW_
    | TOKEN_ADJUST_GROUPS_RAW_
    | TOKEN_ADJUST_DEFAULT_RAW_;

const TOKEN_ALL_ACCESS_RAW_: u32 = TOKEN_ALL_ACCESS_P_RAW_ | TOKEN_ADJUST_SESSIONID_RAW_;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TOKEN_ACCESS_MASK: u32 {
const TOKEN_ASSIGN_PRIMARY = TOKEN_ASSIGN_PRIMARY_RAW_;
const TOKEN_DUPLICATE = TOKEN_DUPLICATE_RAW_;
const TOKEN_IMPERSONATE = TOKEN_IMPERSONATE_RAW_;
const TOKEN_QUERY = TOKEN_QUERY_RAW_;
const TOKEN_QUERY_SOURCE = TOKEN_QUERY_SOURCE_RAW_;
const TOKEN_ADJUST_PRIVILEGES = TOKEN_ADJUST_PRIVILEGES_RAW_;
const TOKEN_ADJUST_GROUPS = TOKEN_ADJUST_GROUPS_RAW_;
const TOKEN_ADJUST_DEFAULT = TOKEN_ADJUST_DEFAULT_RAW_;
const TOKEN_ADJUST_SESSIONID = TOKEN_ADJUST_SESSIONID_RAW_;
const TOKEN_READ = TOKEN_READ_RAW_;
const TOKEN_WRITE = TOKEN_WRITE_RAW_;
const TOKEN_EXECUTE = TOKEN_EXECUTE_RAW_;
const TOKEN_ALL_ACCESS_P = TOKEN_ALL_ACCESS_P_RAW_;
const TOKEN_ALL_ACCESS = TOKEN_ALL_ACCESS_RAW_;
const _ = !0;
}
}

pub const TOKEN_ASSIGN_PRIMARY: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ASSIGN_PRIMARY;

pub const TOKEN_DUPLICATE: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_DUPLICATE;

pub const TOKEN_IMPERSONATE: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_IMPERSONATE;

pub const TOKEN_QUERY: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_QUERY;

pub const TOKEN_QUERY_SOURCE: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_QUERY_SOURCE;

pub const TOKEN_ADJUST_PRIVILEGES: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ADJUST_PRIVILEGES;

pub const TOKEN_ADJUST_GROUPS: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ADJUST_GROUPS;

pub const TOKEN_ADJUST_DEFAULT: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ADJUST_DEFAULT;

pub const TOKEN_ADJUST_SESSIONID: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ADJUST_SESSIONID;

pub const TOKEN_READ: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_READ;

pub const TOKEN_WRITE: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_WRITE;

pub const TOKEN_EXECUTE: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_EXECUTE;

pub const TOKEN_ALL_ACCESS_P: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ALL_ACCESS_P;

pub const TOKEN_ALL_ACCESS: TOKEN_ACCESS_MASK = TOKEN_ACCESS_MASK::TOKEN_ALL_ACCESS;

pub type PSID = *mut core::ffi::c_void;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SID_IDENTIFIER_AUTHORITY {
    pub Value: [u8; 6],
}
impl Default for SID_IDENTIFIER_AUTHORITY {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SID {
    pub Revision: u8,
    pub SubAuthorityCount: u8,
    pub IdentifierAuthority: SID_IDENTIFIER_AUTHORITY,
    pub SubAuthority: [u32; 1],
}
impl Default for SID {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SE_GROUP_MANDATORY_RAW_: u32 = 0x1;

const SE_GROUP_ENABLED_BY_DEFAULT_RAW_: u32 = 0x2;

const SE_GROUP_ENABLED_RAW_: u32 = 0x4;

const SE_GROUP_OWNER_RAW_: u32 = 0x8;

const SE_GROUP_USE_FOR_DENY_ONLY_RAW_: u32 = 0x10;

const SE_GROUP_INTEGRITY_RAW_: u32 = 0x20;

const SE_GROUP_INTEGRITY_ENABLED_RAW_: u32 = 0x40;

const SE_GROUP_RESOURCE_RAW_: u32 = 0x20000000;

const SE_GROUP_LOGON_ID_RAW_: u32 = 0xC0000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SE_GROUP_FLAGS: u32 {
const SE_GROUP_MANDATORY = SE_GROUP_MANDATORY_RAW_;
const SE_GROUP_ENABLED_BY_DEFAULT = SE_GROUP_ENABLED_BY_DEFAULT_RAW_;
const SE_GROUP_ENABLED = SE_GROUP_ENABLED_RAW_;
const SE_GROUP_OWNER = SE_GROUP_OWNER_RAW_;
const SE_GROUP_USE_FOR_DENY_ONLY = SE_GROUP_USE_FOR_DENY_ONLY_RAW_;
const SE_GROUP_INTEGRITY = SE_GROUP_INTEGRITY_RAW_;
const SE_GROUP_INTEGRITY_ENABLED = SE_GROUP_INTEGRITY_ENABLED_RAW_;
const SE_GROUP_RESOURCE = SE_GROUP_RESOURCE_RAW_;
const SE_GROUP_LOGON_ID = SE_GROUP_LOGON_ID_RAW_;
const _ = !0;
}
}

pub const SE_GROUP_MANDATORY: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_MANDATORY;

pub const SE_GROUP_ENABLED_BY_DEFAULT: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_ENABLED_BY_DEFAULT;

pub const SE_GROUP_ENABLED: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_ENABLED;

pub const SE_GROUP_OWNER: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_OWNER;

pub const SE_GROUP_USE_FOR_DENY_ONLY: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_USE_FOR_DENY_ONLY;

pub const SE_GROUP_INTEGRITY: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_INTEGRITY;

pub const SE_GROUP_INTEGRITY_ENABLED: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_INTEGRITY_ENABLED;

pub const SE_GROUP_RESOURCE: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_RESOURCE;

pub const SE_GROUP_LOGON_ID: SE_GROUP_FLAGS = SE_GROUP_FLAGS::SE_GROUP_LOGON_ID;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SID_AND_ATTRIBUTES {
    pub Sid: PSID,
    pub Attributes: SE_GROUP_FLAGS,
}
impl Default for SID_AND_ATTRIBUTES {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TOKEN_USER {
    pub User: SID_AND_ATTRIBUTES,
}
impl Default for TOKEN_USER {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const TokenUser_RAW_: i32 = 1;

const TokenGroups_RAW_: i32 = 2;

const TokenPrivileges_RAW_: i32 = 3;

const TokenOwner_RAW_: i32 = 4;

const TokenPrimaryGroup_RAW_: i32 = 5;

const TokenDefaultDacl_RAW_: i32 = 6;

const TokenSource_RAW_: i32 = 7;

const TokenType_RAW_: i32 = 8;

const TokenImpersonationLevel_RAW_: i32 = 9;

const TokenStatistics_RAW_: i32 = 10;

const TokenRestrictedSids_RAW_: i32 = 11;

const TokenSessionId_RAW_: i32 = 12;

const TokenGroupsAndPrivileges_RAW_: i32 = 13;

const TokenSessionReference_RAW_: i32 = 14;

const TokenSandBoxInert_RAW_: i32 = 15;

const TokenAuditPolicy_RAW_: i32 = 16;

const TokenOrigin_RAW_: i32 = 17;

const TokenElevationType_RAW_: i32 = 18;

const TokenLinkedToken_RAW_: i32 = 19;

const TokenElevation_RAW_: i32 = 20;

const TokenHasRestrictions_RAW_: i32 = 21;

const TokenAccessInformation_RAW_: i32 = 22;

const TokenVirtualizationAllowed_RAW_: i32 = 23;

const TokenVirtualizationEnabled_RAW_: i32 = 24;

const TokenIntegrityLevel_RAW_: i32 = 25;

const TokenUIAccess_RAW_: i32 = 26;

const TokenMandatoryPolicy_RAW_: i32 = 27;

const TokenLogonSid_RAW_: i32 = 28;

const TokenIsAppContainer_RAW_: i32 = 29;

const TokenCapabilities_RAW_: i32 = 30;

const TokenAppContainerSid_RAW_: i32 = 31;

const TokenAppContainerNumber_RAW_: i32 = 32;

const TokenUserClaimAttributes_RAW_: i32 = 33;

const TokenDeviceClaimAttributes_RAW_: i32 = 34;

const TokenRestrictedUserClaimAttributes_RAW_: i32 = 35;

const TokenRestrictedDeviceClaimAttributes_RAW_: i32 = 36;

const TokenDeviceGroups_RAW_: i32 = 37;

const TokenRestrictedDeviceGroups_RAW_: i32 = 38;

const TokenSecurityAttributes_RAW_: i32 = 39;

const TokenIsRestricted_RAW_: i32 = 40;

const TokenProcessTrustLevel_RAW_: i32 = 41;

const TokenPrivateNameSpace_RAW_: i32 = 42;

const TokenSingletonAttributes_RAW_: i32 = 43;

const TokenBnoIsolation_RAW_: i32 = 44;

const TokenChildProcessFlags_RAW_: i32 = 45;

const TokenIsLessPrivilegedAppContainer_RAW_: i32 = 46;

const TokenIsSandboxed_RAW_: i32 = 47;

const TokenIsAppSilo_RAW_: i32 = 48;

const TokenLoggingInformation_RAW_: i32 = 49;

const TokenLearningMode_RAW_: i32 = 50;

const TokenIsSystemManagedAdmin_RAW_: i32 = 51;

const TokenIsInstaller_RAW_: i32 = 52;

const MaxTokenInfoClass_RAW_: i32 = 53;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TOKEN_INFORMATION_CLASS(pub i32);
impl core::fmt::Debug for TOKEN_INFORMATION_CLASS {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            TokenUser_RAW_ => f.write_str("TokenUser"),
            TokenGroups_RAW_ => f.write_str("TokenGroups"),
            TokenPrivileges_RAW_ => f.write_str("TokenPrivileges"),
            TokenOwner_RAW_ => f.write_str("TokenOwner"),
            TokenPrimaryGroup_RAW_ => f.write_str("TokenPrimaryGroup"),
            TokenDefaultDacl_RAW_ => f.write_str("TokenDefaultDacl"),
            TokenSource_RAW_ => f.write_str("TokenSource"),
            TokenType_RAW_ => f.write_str("TokenType"),
            TokenImpersonationLevel_RAW_ => f.write_str("TokenImpersonationLevel"),
            TokenStatistics_RAW_ => f.write_str("TokenStatistics"),
            TokenRestrictedSids_RAW_ => f.write_str("TokenRestrictedSids"),
            TokenSessionId_RAW_ => f.write_str("TokenSessionId"),
            TokenGroupsAndPrivileges_RAW_ => f.write_str("TokenGroupsAndPrivileges"),
            TokenSessionReference_RAW_ => f.write_str("TokenSessionReference"),
            TokenSandBoxInert_RAW_ => f.write_str("TokenSandBoxInert"),
            TokenAuditPolicy_RAW_ => f.write_str("TokenAuditPolicy"),
            TokenOrigin_RAW_ => f.write_str("TokenOrigin"),
            TokenElevationType_RAW_ => f.write_str("TokenElevationType"),
            TokenLinkedToken_RAW_ => f.write_str("TokenLinkedToken"),
            TokenElevation_RAW_ => f.write_str("TokenElevation"),
            TokenHasRestrictions_RAW_ => f.write_str("TokenHasRestrictions"),
            TokenAccessInformation_RAW_ => f.write_str("TokenAccessInformation"),
            TokenVirtualizationAllowed_RAW_ => f.write_str("TokenVirtualizationAllowed"),
            TokenVirtualizationEnabled_RAW_ => f.write_str("TokenVirtualizationEnabled"),
            TokenIntegrityLevel_RAW_ => f.write_str("TokenIntegrityLevel"),
            TokenUIAccess_RAW_ => f.write_str("TokenUIAccess"),
            TokenMandatoryPolicy_RAW_ => f.write_str("TokenMandatoryPolicy"),
            TokenLogonSid_RAW_ => f.write_str("TokenLogonSid"),
            TokenIsAppContainer_RAW_ => f.write_str("TokenIsAppContainer"),
            TokenCapabilities_RAW_ => f.write_str("TokenCapabilities"),
            TokenAppContainerSid_RAW_ => f.write_str("TokenAppContainerSid"),
            TokenAppContainerNumber_RAW_ => f.write_str("TokenAppContainerNumber"),
            TokenUserClaimAttributes_RAW_ => f.write_str("TokenUserClaimAttributes"),
            TokenDeviceClaimAttributes_RAW_ => f.write_str("TokenDeviceClaimAttributes"),
            TokenRestrictedUserClaimAttributes_RAW_ => {
                f.write_str("TokenRestrictedUserClaimAttributes")
            }
            TokenRestrictedDeviceClaimAttributes_RAW_ => {
                f.write_str("TokenRestrictedDeviceClaimAttributes")
            }
            TokenDeviceGroups_RAW_ => f.write_str("TokenDeviceGroups"),
            TokenRestrictedDeviceGroups_RAW_ => f.write_str("TokenRestrictedDeviceGroups"),
            TokenSecurityAttributes_RAW_ => f.write_str("TokenSecurityAttributes"),
            TokenIsRestricted_RAW_ => f.write_str("TokenIsRestricted"),
            TokenProcessTrustLevel_RAW_ => f.write_str("TokenProcessTrustLevel"),
            TokenPrivateNameSpace_RAW_ => f.write_str("TokenPrivateNameSpace"),
            TokenSingletonAttributes_RAW_ => f.write_str("TokenSingletonAttributes"),
            TokenBnoIsolation_RAW_ => f.write_str("TokenBnoIsolation"),
            TokenChildProcessFlags_RAW_ => f.write_str("TokenChildProcessFlags"),
            TokenIsLessPrivilegedAppContainer_RAW_ => {
                f.write_str("TokenIsLessPrivilegedAppContainer")
            }
            TokenIsSandboxed_RAW_ => f.write_str("TokenIsSandboxed"),
            TokenIsAppSilo_RAW_ => f.write_str("TokenIsAppSilo"),
            TokenLoggingInformation_RAW_ => f.write_str("TokenLoggingInformation"),
            TokenLearningMode_RAW_ => f.write_str("TokenLearningMode"),
            TokenIsSystemManagedAdmin_RAW_ => f.write_str("TokenIsSystemManagedAdmin"),
            TokenIsInstaller_RAW_ => f.write_str("TokenIsInstaller"),
            MaxTokenInfoClass_RAW_ => f.write_str("MaxTokenInfoClass"),
            other => write!(f, "TOKEN_INFORMATION_CLASS({other})"),
        }
    }
}
impl TOKEN_INFORMATION_CLASS {
    pub const TokenUser: Self = Self(TokenUser_RAW_);
    pub const TokenGroups: Self = Self(TokenGroups_RAW_);
    pub const TokenPrivileges: Self = Self(TokenPrivileges_RAW_);
    pub const TokenOwner: Self = Self(TokenOwner_RAW_);
    pub const TokenPrimaryGroup: Self = Self(TokenPrimaryGroup_RAW_);
    pub const TokenDefaultDacl: Self = Self(TokenDefaultDacl_RAW_);
    pub const TokenSource: Self = Self(TokenSource_RAW_);
    pub const TokenType: Self = Self(TokenType_RAW_);
    pub const TokenImpersonationLevel: Self = Self(TokenImpersonationLevel_RAW_);
    pub const TokenStatistics: Self = Self(TokenStatistics_RAW_);
    pub const TokenRestrictedSids: Self = Self(TokenRestrictedSids_RAW_);
    pub const TokenSessionId: Self = Self(TokenSessionId_RAW_);
    pub const TokenGroupsAndPrivileges: Self = Self(TokenGroupsAndPrivileges_RAW_);
    pub const TokenSessionReference: Self = Self(TokenSessionReference_RAW_);
    pub const TokenSandBoxInert: Self = Self(TokenSandBoxInert_RAW_);
    pub const TokenAuditPolicy: Self = Self(TokenAuditPolicy_RAW_);
    pub const TokenOrigin: Self = Self(TokenOrigin_RAW_);
    pub const TokenElevationType: Self = Self(TokenElevationType_RAW_);
    pub const TokenLinkedToken: Self = Self(TokenLinkedToken_RAW_);
    pub const TokenElevation: Self = Self(TokenElevation_RAW_);
    pub const TokenHasRestrictions: Self = Self(TokenHasRestrictions_RAW_);
    pub const TokenAccessInformation: Self = Self(TokenAccessInformation_RAW_);
    pub const TokenVirtualizationAllowed: Self = Self(TokenVirtualizationAllowed_RAW_);
    pub const TokenVirtualizationEnabled: Self = Self(TokenVirtualizationEnabled_RAW_);
    pub const TokenIntegrityLevel: Self = Self(TokenIntegrityLevel_RAW_);
    pub const TokenUIAccess: Self = Self(TokenUIAccess_RAW_);
    pub const TokenMandatoryPolicy: Self = Self(TokenMandatoryPolicy_RAW_);
    pub const TokenLogonSid: Self = Self(TokenLogonSid_RAW_);
    pub const TokenIsAppContainer: Self = Self(TokenIsAppContainer_RAW_);
    pub const TokenCapabilities: Self = Self(TokenCapabilities_RAW_);
    pub const TokenAppContainerSid: Self = Self(TokenAppContainerSid_RAW_);
    pub const TokenAppContainerNumber: Self = Self(TokenAppContainerNumber_RAW_);
    pub const TokenUserClaimAttributes: Self = Self(TokenUserClaimAttributes_RAW_);
    pub const TokenDeviceClaimAttributes: Self = Self(TokenDeviceClaimAttributes_RAW_);
    pub const TokenRestrictedUserClaimAttributes: Self =
        Self(TokenRestrictedUserClaimAttributes_RAW_);
    pub const TokenRestrictedDeviceClaimAttributes: Self =
        Self(TokenRestrictedDeviceClaimAttributes_RAW_);
    pub const TokenDeviceGroups: Self = Self(TokenDeviceGroups_RAW_);
    pub const TokenRestrictedDeviceGroups: Self = Self(TokenRestrictedDeviceGroups_RAW_);
    pub const TokenSecurityAttributes: Self = Self(TokenSecurityAttributes_RAW_);
    pub const TokenIsRestricted: Self = Self(TokenIsRestricted_RAW_);
    pub const TokenProcessTrustLevel: Self = Self(TokenProcessTrustLevel_RAW_);
    pub const TokenPrivateNameSpace: Self = Self(TokenPrivateNameSpace_RAW_);
    pub const TokenSingletonAttributes: Self = Self(TokenSingletonAttributes_RAW_);
    pub const TokenBnoIsolation: Self = Self(TokenBnoIsolation_RAW_);
    pub const TokenChildProcessFlags: Self = Self(TokenChildProcessFlags_RAW_);
    pub const TokenIsLessPrivilegedAppContainer: Self =
        Self(TokenIsLessPrivilegedAppContainer_RAW_);
    pub const TokenIsSandboxed: Self = Self(TokenIsSandboxed_RAW_);
    pub const TokenIsAppSilo: Self = Self(TokenIsAppSilo_RAW_);
    pub const TokenLoggingInformation: Self = Self(TokenLoggingInformation_RAW_);
    pub const TokenLearningMode: Self = Self(TokenLearningMode_RAW_);
    pub const TokenIsSystemManagedAdmin: Self = Self(TokenIsSystemManagedAdmin_RAW_);
    pub const TokenIsInstaller: Self = Self(TokenIsInstaller_RAW_);
    pub const MaxTokenInfoClass: Self = Self(MaxTokenInfoClass_RAW_);
}
impl From<TOKEN_INFORMATION_CLASS> for i32 {
    fn from(v: TOKEN_INFORMATION_CLASS) -> Self {
        v.0
    }
}
impl From<i32> for TOKEN_INFORMATION_CLASS {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const TokenUser: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenUser;

pub const TokenGroups: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenGroups;

pub const TokenPrivileges: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenPrivileges;

pub const TokenOwner: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenOwner;

pub const TokenPrimaryGroup: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenPrimaryGroup;

pub const TokenDefaultDacl: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenDefaultDacl;

pub const TokenSource: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenSource;

pub const TokenType: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenType;

pub const TokenImpersonationLevel: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenImpersonationLevel;

pub const TokenStatistics: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenStatistics;

pub const TokenRestrictedSids: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenRestrictedSids;

pub const TokenSessionId: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenSessionId;

pub const TokenGroupsAndPrivileges: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenGroupsAndPrivileges;

pub const TokenSessionReference: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenSessionReference;

pub const TokenSandBoxInert: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenSandBoxInert;

pub const TokenAuditPolicy: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenAuditPolicy;

pub const TokenOrigin: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenOrigin;

pub const TokenElevationType: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenElevationType;

pub const TokenLinkedToken: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenLinkedToken;

pub const TokenElevation: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenElevation;

pub const TokenHasRestrictions: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenHasRestrictions;

pub const TokenAccessInformation: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenAccessInformation;

pub const TokenVirtualizationAllowed: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenVirtualizationAllowed;

pub const TokenVirtualizationEnabled: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenVirtualizationEnabled;

pub const TokenIntegrityLevel: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenIntegrityLevel;

pub const TokenUIAccess: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenUIAccess;

pub const TokenMandatoryPolicy: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenMandatoryPolicy;

pub const TokenLogonSid: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenLogonSid;

pub const TokenIsAppContainer: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenIsAppContainer;

pub const TokenCapabilities: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenCapabilities;

pub const TokenAppContainerSid: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenAppContainerSid;

pub const TokenAppContainerNumber: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenAppContainerNumber;

pub const TokenUserClaimAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenUserClaimAttributes;

pub const TokenDeviceClaimAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenDeviceClaimAttributes;

pub const TokenRestrictedUserClaimAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenRestrictedUserClaimAttributes;

pub const TokenRestrictedDeviceClaimAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenRestrictedDeviceClaimAttributes;

pub const TokenDeviceGroups: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenDeviceGroups;

pub const TokenRestrictedDeviceGroups: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenRestrictedDeviceGroups;

pub const TokenSecurityAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenSecurityAttributes;

pub const TokenIsRestricted: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenIsRestricted;

pub const TokenProcessTrustLevel: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenProcessTrustLevel;

pub const TokenPrivateNameSpace: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenPrivateNameSpace;

pub const TokenSingletonAttributes: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenSingletonAttributes;

pub const TokenBnoIsolation: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenBnoIsolation;

pub const TokenChildProcessFlags: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenChildProcessFlags;

pub const TokenIsLessPrivilegedAppContainer: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenIsLessPrivilegedAppContainer;

pub const TokenIsSandboxed: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenIsSandboxed;

pub const TokenIsAppSilo: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenIsAppSilo;

pub const TokenLoggingInformation: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenLoggingInformation;

pub const TokenLearningMode: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenLearningMode;

pub const TokenIsSystemManagedAdmin: TOKEN_INFORMATION_CLASS =
    TOKEN_INFORMATION_CLASS::TokenIsSystemManagedAdmin;

pub const TokenIsInstaller: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::TokenIsInstaller;

pub const MaxTokenInfoClass: TOKEN_INFORMATION_CLASS = TOKEN_INFORMATION_CLASS::MaxTokenInfoClass;

const SidTypeUser_RAW_: i32 = 1;

const SidTypeGroup_RAW_: i32 = 2;

const SidTypeDomain_RAW_: i32 = 3;

const SidTypeAlias_RAW_: i32 = 4;

const SidTypeWellKnownGroup_RAW_: i32 = 5;

const SidTypeDeletedAccount_RAW_: i32 = 6;

const SidTypeInvalid_RAW_: i32 = 7;

const SidTypeUnknown_RAW_: i32 = 8;

const SidTypeComputer_RAW_: i32 = 9;

const SidTypeLabel_RAW_: i32 = 10;

const SidTypeLogonSession_RAW_: i32 = 11;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SID_NAME_USE(pub i32);
impl core::fmt::Debug for SID_NAME_USE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SidTypeUser_RAW_ => f.write_str("SidTypeUser"),
            SidTypeGroup_RAW_ => f.write_str("SidTypeGroup"),
            SidTypeDomain_RAW_ => f.write_str("SidTypeDomain"),
            SidTypeAlias_RAW_ => f.write_str("SidTypeAlias"),
            SidTypeWellKnownGroup_RAW_ => f.write_str("SidTypeWellKnownGroup"),
            SidTypeDeletedAccount_RAW_ => f.write_str("SidTypeDeletedAccount"),
            SidTypeInvalid_RAW_ => f.write_str("SidTypeInvalid"),
            SidTypeUnknown_RAW_ => f.write_str("SidTypeUnknown"),
            SidTypeComputer_RAW_ => f.write_str("SidTypeComputer"),
            SidTypeLabel_RAW_ => f.write_str("SidTypeLabel"),
            SidTypeLogonSession_RAW_ => f.write_str("SidTypeLogonSession"),
            other => write!(f, "SID_NAME_USE({other})"),
        }
    }
}
impl SID_NAME_USE {
    pub const SidTypeUser: Self = Self(SidTypeUser_RAW_);
    pub const SidTypeGroup: Self = Self(SidTypeGroup_RAW_);
    pub const SidTypeDomain: Self = Self(SidTypeDomain_RAW_);
    pub const SidTypeAlias: Self = Self(SidTypeAlias_RAW_);
    pub const SidTypeWellKnownGroup: Self = Self(SidTypeWellKnownGroup_RAW_);
    pub const SidTypeDeletedAccount: Self = Self(SidTypeDeletedAccount_RAW_);
    pub const SidTypeInvalid: Self = Self(SidTypeInvalid_RAW_);
    pub const SidTypeUnknown: Self = Self(SidTypeUnknown_RAW_);
    pub const SidTypeComputer: Self = Self(SidTypeComputer_RAW_);
    pub const SidTypeLabel: Self = Self(SidTypeLabel_RAW_);
    pub const SidTypeLogonSession: Self = Self(SidTypeLogonSession_RAW_);
}
impl From<SID_NAME_USE> for i32 {
    fn from(v: SID_NAME_USE) -> Self {
        v.0
    }
}
impl From<i32> for SID_NAME_USE {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const SidTypeUser: SID_NAME_USE = SID_NAME_USE::SidTypeUser;

pub const SidTypeGroup: SID_NAME_USE = SID_NAME_USE::SidTypeGroup;

pub const SidTypeDomain: SID_NAME_USE = SID_NAME_USE::SidTypeDomain;

pub const SidTypeAlias: SID_NAME_USE = SID_NAME_USE::SidTypeAlias;

pub const SidTypeWellKnownGroup: SID_NAME_USE = SID_NAME_USE::SidTypeWellKnownGroup;

pub const SidTypeDeletedAccount: SID_NAME_USE = SID_NAME_USE::SidTypeDeletedAccount;

pub const SidTypeInvalid: SID_NAME_USE = SID_NAME_USE::SidTypeInvalid;

pub const SidTypeUnknown: SID_NAME_USE = SID_NAME_USE::SidTypeUnknown;

pub const SidTypeComputer: SID_NAME_USE = SID_NAME_USE::SidTypeComputer;

pub const SidTypeLabel: SID_NAME_USE = SID_NAME_USE::SidTypeLabel;

pub const SidTypeLogonSession: SID_NAME_USE = SID_NAME_USE::SidTypeLogonSession;

pub type TP_VERSION = u32;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_CALLBACK_INSTANCE {}
impl Default for TP_CALLBACK_INSTANCE {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type PTP_CALLBACK_INSTANCE = *mut TP_CALLBACK_INSTANCE;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_POOL {}
impl Default for TP_POOL {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type PTP_POOL = *mut TP_POOL;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_CLEANUP_GROUP {}
impl Default for TP_CLEANUP_GROUP {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type PTP_CLEANUP_GROUP = *mut TP_CLEANUP_GROUP;

pub type PTP_CLEANUP_GROUP_CANCEL_CALLBACK = Option<
    unsafe extern "system" fn(
        ObjectContext: *mut core::ffi::c_void,
        CleanupContext: *mut core::ffi::c_void,
    ),
>;

pub type PTP_SIMPLE_CALLBACK = Option<
    unsafe extern "system" fn(Instance: *mut TP_CALLBACK_INSTANCE, Context: *mut core::ffi::c_void),
>;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct _ACTIVATION_CONTEXT {}
impl Default for _ACTIVATION_CONTEXT {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const TP_CALLBACK_PRIORITY_HIGH_RAW_: i32 = 0;

const TP_CALLBACK_PRIORITY_NORMAL_RAW_: i32 = 1;

const TP_CALLBACK_PRIORITY_LOW_RAW_: i32 = 2;

const TP_CALLBACK_PRIORITY_INVALID_RAW_: i32 = 3;

const TP_CALLBACK_PRIORITY_COUNT_RAW_: i32 = TP_CALLBACK_PRIORITY_INVALID_RAW_;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TP_CALLBACK_PRIORITY(pub i32);
impl core::fmt::Debug for TP_CALLBACK_PRIORITY {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            TP_CALLBACK_PRIORITY_HIGH_RAW_ => f.write_str("TP_CALLBACK_PRIORITY_HIGH"),
            TP_CALLBACK_PRIORITY_NORMAL_RAW_ => f.write_str("TP_CALLBACK_PRIORITY_NORMAL"),
            TP_CALLBACK_PRIORITY_LOW_RAW_ => f.write_str("TP_CALLBACK_PRIORITY_LOW"),
            TP_CALLBACK_PRIORITY_INVALID_RAW_ => f.write_str("TP_CALLBACK_PRIORITY_INVALID"),
            TP_CALLBACK_PRIORITY_COUNT_RAW_ => f.write_str("TP_CALLBACK_PRIORITY_COUNT"),
            other => write!(f, "TP_CALLBACK_PRIORITY({other})"),
        }
    }
}
impl TP_CALLBACK_PRIORITY {
    pub const TP_CALLBACK_PRIORITY_HIGH: Self = Self(TP_CALLBACK_PRIORITY_HIGH_RAW_);
    pub const TP_CALLBACK_PRIORITY_NORMAL: Self = Self(TP_CALLBACK_PRIORITY_NORMAL_RAW_);
    pub const TP_CALLBACK_PRIORITY_LOW: Self = Self(TP_CALLBACK_PRIORITY_LOW_RAW_);
    pub const TP_CALLBACK_PRIORITY_INVALID: Self = Self(TP_CALLBACK_PRIORITY_INVALID_RAW_);
    pub const TP_CALLBACK_PRIORITY_COUNT: Self = Self(TP_CALLBACK_PRIORITY_COUNT_RAW_);
}
impl From<TP_CALLBACK_PRIORITY> for i32 {
    fn from(v: TP_CALLBACK_PRIORITY) -> Self {
        v.0
    }
}
impl From<i32> for TP_CALLBACK_PRIORITY {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const TP_CALLBACK_PRIORITY_HIGH: TP_CALLBACK_PRIORITY =
    TP_CALLBACK_PRIORITY::TP_CALLBACK_PRIORITY_HIGH;

pub const TP_CALLBACK_PRIORITY_NORMAL: TP_CALLBACK_PRIORITY =
    TP_CALLBACK_PRIORITY::TP_CALLBACK_PRIORITY_NORMAL;

pub const TP_CALLBACK_PRIORITY_LOW: TP_CALLBACK_PRIORITY =
    TP_CALLBACK_PRIORITY::TP_CALLBACK_PRIORITY_LOW;

pub const TP_CALLBACK_PRIORITY_INVALID: TP_CALLBACK_PRIORITY =
    TP_CALLBACK_PRIORITY::TP_CALLBACK_PRIORITY_INVALID;

pub const TP_CALLBACK_PRIORITY_COUNT: TP_CALLBACK_PRIORITY =
    TP_CALLBACK_PRIORITY::TP_CALLBACK_PRIORITY_COUNT;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_CALLBACK_ENVIRON_V3_7_1 {
    pub _bitfield: u32,
}
impl Default for TP_CALLBACK_ENVIRON_V3_7_1 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union TP_CALLBACK_ENVIRON_V3_7 {
    pub Flags: u32,
    pub s: TP_CALLBACK_ENVIRON_V3_7_1,
}
impl core::fmt::Debug for TP_CALLBACK_ENVIRON_V3_7 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("TP_CALLBACK_ENVIRON_V3_7")
            .finish_non_exhaustive()
    }
}
impl Default for TP_CALLBACK_ENVIRON_V3_7 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_CALLBACK_ENVIRON_V3 {
    pub Version: TP_VERSION,
    pub Pool: PTP_POOL,
    pub CleanupGroup: PTP_CLEANUP_GROUP,
    pub CleanupGroupCancelCallback: PTP_CLEANUP_GROUP_CANCEL_CALLBACK,
    pub RaceDll: *mut core::ffi::c_void,
    pub ActivationContext: *mut _ACTIVATION_CONTEXT,
    pub FinalizationCallback: PTP_SIMPLE_CALLBACK,
    pub u: TP_CALLBACK_ENVIRON_V3_7,
    pub CallbackPriority: TP_CALLBACK_PRIORITY,
    pub Size: u32,
}
impl Default for TP_CALLBACK_ENVIRON_V3 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type TP_CALLBACK_ENVIRON = TP_CALLBACK_ENVIRON_V3;

pub type PTP_CALLBACK_ENVIRON = *mut TP_CALLBACK_ENVIRON_V3;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct TP_WAIT {}
impl Default for TP_WAIT {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type PTP_WAIT = *mut TP_WAIT;

pub type TP_WAIT_RESULT = WAIT_EVENT;

pub type PTP_WAIT_CALLBACK = Option<
    unsafe extern "system" fn(
        Instance: *mut TP_CALLBACK_INSTANCE,
        Context: *mut core::ffi::c_void,
        Wait: *mut TP_WAIT,
        WaitResult: TP_WAIT_RESULT,
    ),
>;

const WSA_INVALID_HANDLE_RAW_: i32 = 6;

const WSA_NOT_ENOUGH_MEMORY_RAW_: i32 = 8;

const WSA_INVALID_PARAMETER_RAW_: i32 = 87;

const WSA_OPERATION_ABORTED_RAW_: i32 = 995;

const WSA_IO_INCOMPLETE_RAW_: i32 = 996;

const WSA_IO_PENDING_RAW_: i32 = 997;

const WSAEINTR_RAW_: i32 = 10004;

const WSAEBADF_RAW_: i32 = 10009;

const WSAEACCES_RAW_: i32 = 10013;

const WSAEFAULT_RAW_: i32 = 10014;

const WSAEINVAL_RAW_: i32 = 10022;

const WSAEMFILE_RAW_: i32 = 10024;

const WSAEWOULDBLOCK_RAW_: i32 = 10035;

const WSAEINPROGRESS_RAW_: i32 = 10036;

const WSAEALREADY_RAW_: i32 = 10037;

const WSAENOTSOCK_RAW_: i32 = 10038;

const WSAEDESTADDRREQ_RAW_: i32 = 10039;

const WSAEMSGSIZE_RAW_: i32 = 10040;

const WSAEPROTOTYPE_RAW_: i32 = 10041;

const WSAENOPROTOOPT_RAW_: i32 = 10042;

const WSAEPROTONOSUPPORT_RAW_: i32 = 10043;

const WSAESOCKTNOSUPPORT_RAW_: i32 = 10044;

const WSAEOPNOTSUPP_RAW_: i32 = 10045;

const WSAEPFNOSUPPORT_RAW_: i32 = 10046;

const WSAEAFNOSUPPORT_RAW_: i32 = 10047;

const WSAEADDRINUSE_RAW_: i32 = 10048;

const WSAEADDRNOTAVAIL_RAW_: i32 = 10049;

const WSAENETDOWN_RAW_: i32 = 10050;

const WSAENETUNREACH_RAW_: i32 = 10051;

const WSAENETRESET_RAW_: i32 = 10052;

const WSAECONNABORTED_RAW_: i32 = 10053;

const WSAECONNRESET_RAW_: i32 = 10054;

const WSAENOBUFS_RAW_: i32 = 10055;

const WSAEISCONN_RAW_: i32 = 10056;

const WSAENOTCONN_RAW_: i32 = 10057;

const WSAESHUTDOWN_RAW_: i32 = 10058;

const WSAETOOMANYREFS_RAW_: i32 = 10059;

const WSAETIMEDOUT_RAW_: i32 = 10060;

const WSAECONNREFUSED_RAW_: i32 = 10061;

const WSAELOOP_RAW_: i32 = 10062;

const WSAENAMETOOLONG_RAW_: i32 = 10063;

const WSAEHOSTDOWN_RAW_: i32 = 10064;

const WSAEHOSTUNREACH_RAW_: i32 = 10065;

const WSAENOTEMPTY_RAW_: i32 = 10066;

const WSAEPROCLIM_RAW_: i32 = 10067;

const WSAEUSERS_RAW_: i32 = 10068;

const WSAEDQUOT_RAW_: i32 = 10069;

const WSAESTALE_RAW_: i32 = 10070;

const WSAEREMOTE_RAW_: i32 = 10071;

const WSASYSNOTREADY_RAW_: i32 = 10091;

const WSAVERNOTSUPPORTED_RAW_: i32 = 10092;

const WSANOTINITIALISED_RAW_: i32 = 10093;

const WSAEDISCON_RAW_: i32 = 10101;

const WSAENOMORE_RAW_: i32 = 10102;

const WSAECANCELLED_RAW_: i32 = 10103;

const WSAEINVALIDPROCTABLE_RAW_: i32 = 10104;

const WSAEINVALIDPROVIDER_RAW_: i32 = 10105;

const WSAEPROVIDERFAILEDINIT_RAW_: i32 = 10106;

const WSASYSCALLFAILURE_RAW_: i32 = 10107;

const WSASERVICE_NOT_FOUND_RAW_: i32 = 10108;

const WSATYPE_NOT_FOUND_RAW_: i32 = 10109;

const WSA_E_NO_MORE_RAW_: i32 = 10110;

const WSA_E_CANCELLED_RAW_: i32 = 10111;

const WSAEREFUSED_RAW_: i32 = 10112;

const WSAHOST_NOT_FOUND_RAW_: i32 = 11001;

const WSATRY_AGAIN_RAW_: i32 = 11002;

const WSANO_RECOVERY_RAW_: i32 = 11003;

const WSANO_DATA_RAW_: i32 = 11004;

const WSA_QOS_RECEIVERS_RAW_: i32 = 11005;

const WSA_QOS_SENDERS_RAW_: i32 = 11006;

const WSA_QOS_NO_SENDERS_RAW_: i32 = 11007;

const WSA_QOS_NO_RECEIVERS_RAW_: i32 = 11008;

const WSA_QOS_REQUEST_CONFIRMED_RAW_: i32 = 11009;

const WSA_QOS_ADMISSION_FAILURE_RAW_: i32 = 11010;

const WSA_QOS_POLICY_FAILURE_RAW_: i32 = 11011;

const WSA_QOS_BAD_STYLE_RAW_: i32 = 11012;

const WSA_QOS_BAD_OBJECT_RAW_: i32 = 11013;

const WSA_QOS_TRAFFIC_CTRL_ERROR_RAW_: i32 = 11014;

const WSA_QOS_GENERIC_ERROR_RAW_: i32 = 11015;

const WSA_QOS_ESERVICETYPE_RAW_: i32 = 11016;

const WSA_QOS_EFLOWSPEC_RAW_: i32 = 11017;

const WSA_QOS_EPROVSPECBUF_RAW_: i32 = 11018;

const WSA_QOS_EFILTERSTYLE_RAW_: i32 = 11019;

const WSA_QOS_EFILTERTYPE_RAW_: i32 = 11020;

const WSA_QOS_EFILTERCOUNT_RAW_: i32 = 11021;

const WSA_QOS_EOBJLENGTH_RAW_: i32 = 11022;

const WSA_QOS_EFLOWCOUNT_RAW_: i32 = 11023;

const WSA_QOS_EUNKOWNPSOBJ_RAW_: i32 = 11024;

const WSA_QOS_EPOLICYOBJ_RAW_: i32 = 11025;

const WSA_QOS_EFLOWDESC_RAW_: i32 = 11026;

const WSA_QOS_EPSFLOWSPEC_RAW_: i32 = 11027;

const WSA_QOS_EPSFILTERSPEC_RAW_: i32 = 11028;

const WSA_QOS_ESDMODEOBJ_RAW_: i32 = 11029;

const WSA_QOS_ESHAPERATEOBJ_RAW_: i32 = 11030;

const WSA_QOS_RESERVED_PETYPE_RAW_: i32 = 11031;

const WSA_SECURE_HOST_NOT_FOUND_RAW_: i32 = 11032;

const WSA_IPSEC_NAME_POLICY_ERROR_RAW_: i32 = 11033;

const WSANO_ADDRESS_RAW_: i32 = WSANO_DATA_RAW_;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WSA_ERROR(pub i32);
impl core::fmt::Debug for WSA_ERROR {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            WSA_INVALID_HANDLE_RAW_ => f.write_str("WSA_INVALID_HANDLE"),
            WSA_NOT_ENOUGH_MEMORY_RAW_ => f.write_str("WSA_NOT_ENOUGH_MEMORY"),
            WSA_INVALID_PARAMETER_RAW_ => f.write_str("WSA_INVALID_PARAMETER"),
            WSA_OPERATION_ABORTED_RAW_ => f.write_str("WSA_OPERATION_ABORTED"),
            WSA_IO_INCOMPLETE_RAW_ => f.write_str("WSA_IO_INCOMPLETE"),
            WSA_IO_PENDING_RAW_ => f.write_str("WSA_IO_PENDING"),
            WSAEINTR_RAW_ => f.write_str("WSAEINTR"),
            WSAEBADF_RAW_ => f.write_str("WSAEBADF"),
            WSAEACCES_RAW_ => f.write_str("WSAEACCES"),
            WSAEFAULT_RAW_ => f.write_str("WSAEFAULT"),
            WSAEINVAL_RAW_ => f.write_str("WSAEINVAL"),
            WSAEMFILE_RAW_ => f.write_str("WSAEMFILE"),
            WSAEWOULDBLOCK_RAW_ => f.write_str("WSAEWOULDBLOCK"),
            WSAEINPROGRESS_RAW_ => f.write_str("WSAEINPROGRESS"),
            WSAEALREADY_RAW_ => f.write_str("WSAEALREADY"),
            WSAENOTSOCK_RAW_ => f.write_str("WSAENOTSOCK"),
            WSAEDESTADDRREQ_RAW_ => f.write_str("WSAEDESTADDRREQ"),
            WSAEMSGSIZE_RAW_ => f.write_str("WSAEMSGSIZE"),
            WSAEPROTOTYPE_RAW_ => f.write_str("WSAEPROTOTYPE"),
            WSAENOPROTOOPT_RAW_ => f.write_str("WSAENOPROTOOPT"),
            WSAEPROTONOSUPPORT_RAW_ => f.write_str("WSAEPROTONOSUPPORT"),
            WSAESOCKTNOSUPPORT_RAW_ => f.write_str("WSAESOCKTNOSUPPORT"),
            WSAEOPNOTSUPP_RAW_ => f.write_str("WSAEOPNOTSUPP"),
            WSAEPFNOSUPPORT_RAW_ => f.write_str("WSAEPFNOSUPPORT"),
            WSAEAFNOSUPPORT_RAW_ => f.write_str("WSAEAFNOSUPPORT"),
            WSAEADDRINUSE_RAW_ => f.write_str("WSAEADDRINUSE"),
            WSAEADDRNOTAVAIL_RAW_ => f.write_str("WSAEADDRNOTAVAIL"),
            WSAENETDOWN_RAW_ => f.write_str("WSAENETDOWN"),
            WSAENETUNREACH_RAW_ => f.write_str("WSAENETUNREACH"),
            WSAENETRESET_RAW_ => f.write_str("WSAENETRESET"),
            WSAECONNABORTED_RAW_ => f.write_str("WSAECONNABORTED"),
            WSAECONNRESET_RAW_ => f.write_str("WSAECONNRESET"),
            WSAENOBUFS_RAW_ => f.write_str("WSAENOBUFS"),
            WSAEISCONN_RAW_ => f.write_str("WSAEISCONN"),
            WSAENOTCONN_RAW_ => f.write_str("WSAENOTCONN"),
            WSAESHUTDOWN_RAW_ => f.write_str("WSAESHUTDOWN"),
            WSAETOOMANYREFS_RAW_ => f.write_str("WSAETOOMANYREFS"),
            WSAETIMEDOUT_RAW_ => f.write_str("WSAETIMEDOUT"),
            WSAECONNREFUSED_RAW_ => f.write_str("WSAECONNREFUSED"),
            WSAELOOP_RAW_ => f.write_str("WSAELOOP"),
            WSAENAMETOOLONG_RAW_ => f.write_str("WSAENAMETOOLONG"),
            WSAEHOSTDOWN_RAW_ => f.write_str("WSAEHOSTDOWN"),
            WSAEHOSTUNREACH_RAW_ => f.write_str("WSAEHOSTUNREACH"),
            WSAENOTEMPTY_RAW_ => f.write_str("WSAENOTEMPTY"),
            WSAEPROCLIM_RAW_ => f.write_str("WSAEPROCLIM"),
            WSAEUSERS_RAW_ => f.write_str("WSAEUSERS"),
            WSAEDQUOT_RAW_ => f.write_str("WSAEDQUOT"),
            WSAESTALE_RAW_ => f.write_str("WSAESTALE"),
            WSAEREMOTE_RAW_ => f.write_str("WSAEREMOTE"),
            WSASYSNOTREADY_RAW_ => f.write_str("WSASYSNOTREADY"),
            WSAVERNOTSUPPORTED_RAW_ => f.write_str("WSAVERNOTSUPPORTED"),
            WSANOTINITIALISED_RAW_ => f.write_str("WSANOTINITIALISED"),
            WSAEDISCON_RAW_ => f.write_str("WSAEDISCON"),
            WSAENOMORE_RAW_ => f.write_str("WSAENOMORE"),
            WSAECANCELLED_RAW_ => f.write_str("WSAECANCELLED"),
            WSAEINVALIDPROCTABLE_RAW_ => f.write_str("WSAEINVALIDPROCTABLE"),
            WSAEINVALIDPROVIDER_RAW_ => f.write_str("WSAEINVALIDPROVIDER"),
            WSAEPROVIDERFAILEDINIT_RAW_ => f.write_str("WSAEPROVIDERFAILEDINIT"),
            WSASYSCALLFAILURE_RAW_ => f.write_str("WSASYSCALLFAILURE"),
            WSASERVICE_NOT_FOUND_RAW_ => f.write_str("WSASERVICE_NOT_FOUND"),
            WSATYPE_NOT_FOUND_RAW_ => f.write_str("WSATYPE_NOT_FOUND"),
            WSA_E_NO_MORE_RAW_ => f.write_str("WSA_E_NO_MORE"),
            WSA_E_CANCELLED_RAW_ => f.write_str("WSA_E_CANCELLED"),
            WSAEREFUSED_RAW_ => f.write_str("WSAEREFUSED"),
            WSAHOST_NOT_FOUND_RAW_ => f.write_str("WSAHOST_NOT_FOUND"),
            WSATRY_AGAIN_RAW_ => f.write_str("WSATRY_AGAIN"),
            WSANO_RECOVERY_RAW_ => f.write_str("WSANO_RECOVERY"),
            WSANO_DATA_RAW_ => f.write_str("WSANO_DATA"),
            WSA_QOS_RECEIVERS_RAW_ => f.write_str("WSA_QOS_RECEIVERS"),
            WSA_QOS_SENDERS_RAW_ => f.write_str("WSA_QOS_SENDERS"),
            WSA_QOS_NO_SENDERS_RAW_ => f.write_str("WSA_QOS_NO_SENDERS"),
            WSA_QOS_NO_RECEIVERS_RAW_ => f.write_str("WSA_QOS_NO_RECEIVERS"),
            WSA_QOS_REQUEST_CONFIRMED_RAW_ => f.write_str("WSA_QOS_REQUEST_CONFIRMED"),
            WSA_QOS_ADMISSION_FAILURE_RAW_ => f.write_str("WSA_QOS_ADMISSION_FAILURE"),
            WSA_QOS_POLICY_FAILURE_RAW_ => f.write_str("WSA_QOS_POLICY_FAILURE"),
            WSA_QOS_BAD_STYLE_RAW_ => f.write_str("WSA_QOS_BAD_STYLE"),
            WSA_QOS_BAD_OBJECT_RAW_ => f.write_str("WSA_QOS_BAD_OBJECT"),
            WSA_QOS_TRAFFIC_CTRL_ERROR_RAW_ => f.write_str("WSA_QOS_TRAFFIC_CTRL_ERROR"),
            WSA_QOS_GENERIC_ERROR_RAW_ => f.write_str("WSA_QOS_GENERIC_ERROR"),
            WSA_QOS_ESERVICETYPE_RAW_ => f.write_str("WSA_QOS_ESERVICETYPE"),
            WSA_QOS_EFLOWSPEC_RAW_ => f.write_str("WSA_QOS_EFLOWSPEC"),
            WSA_QOS_EPROVSPECBUF_RAW_ => f.write_str("WSA_QOS_EPROVSPECBUF"),
            WSA_QOS_EFILTERSTYLE_RAW_ => f.write_str("WSA_QOS_EFILTERSTYLE"),
            WSA_QOS_EFILTERTYPE_RAW_ => f.write_str("WSA_QOS_EFILTERTYPE"),
            WSA_QOS_EFILTERCOUNT_RAW_ => f.write_str("WSA_QOS_EFILTERCOUNT"),
            WSA_QOS_EOBJLENGTH_RAW_ => f.write_str("WSA_QOS_EOBJLENGTH"),
            WSA_QOS_EFLOWCOUNT_RAW_ => f.write_str("WSA_QOS_EFLOWCOUNT"),
            WSA_QOS_EUNKOWNPSOBJ_RAW_ => f.write_str("WSA_QOS_EUNKOWNPSOBJ"),
            WSA_QOS_EPOLICYOBJ_RAW_ => f.write_str("WSA_QOS_EPOLICYOBJ"),
            WSA_QOS_EFLOWDESC_RAW_ => f.write_str("WSA_QOS_EFLOWDESC"),
            WSA_QOS_EPSFLOWSPEC_RAW_ => f.write_str("WSA_QOS_EPSFLOWSPEC"),
            WSA_QOS_EPSFILTERSPEC_RAW_ => f.write_str("WSA_QOS_EPSFILTERSPEC"),
            WSA_QOS_ESDMODEOBJ_RAW_ => f.write_str("WSA_QOS_ESDMODEOBJ"),
            WSA_QOS_ESHAPERATEOBJ_RAW_ => f.write_str("WSA_QOS_ESHAPERATEOBJ"),
            WSA_QOS_RESERVED_PETYPE_RAW_ => f.write_str("WSA_QOS_RESERVED_PETYPE"),
            WSA_SECURE_HOST_NOT_FOUND_RAW_ => f.write_str("WSA_SECURE_HOST_NOT_FOUND"),
            WSA_IPSEC_NAME_POLICY_ERROR_RAW_ => f.write_str("WSA_IPSEC_NAME_POLICY_ERROR"),
            WSANO_ADDRESS_RAW_ => f.write_str("WSANO_ADDRESS"),
            other => write!(f, "WSA_ERROR({other})"),
        }
    }
}
impl WSA_ERROR {
    pub const WSA_INVALID_HANDLE: Self = Self(WSA_INVALID_HANDLE_RAW_);
    pub const WSA_NOT_ENOUGH_MEMORY: Self = Self(WSA_NOT_ENOUGH_MEMORY_RAW_);
    pub const WSA_INVALID_PARAMETER: Self = Self(WSA_INVALID_PARAMETER_RAW_);
    pub const WSA_OPERATION_ABORTED: Self = Self(WSA_OPERATION_ABORTED_RAW_);
    pub const WSA_IO_INCOMPLETE: Self = Self(WSA_IO_INCOMPLETE_RAW_);
    pub const WSA_IO_PENDING: Self = Self(WSA_IO_PENDING_RAW_);
    pub const WSAEINTR: Self = Self(WSAEINTR_RAW_);
    pub const WSAEBADF: Self = Self(WSAEBADF_RAW_);
    pub const WSAEACCES: Self = Self(WSAEACCES_RAW_);
    pub const WSAEFAULT: Self = Self(WSAEFAULT_RAW_);
    pub const WSAEINVAL: Self = Self(WSAEINVAL_RAW_);
    pub const WSAEMFILE: Self = Self(WSAEMFILE_RAW_);
    pub const WSAEWOULDBLOCK: Self = Self(WSAEWOULDBLOCK_RAW_);
    pub const WSAEINPROGRESS: Self = Self(WSAEINPROGRESS_RAW_);
    pub const WSAEALREADY: Self = Self(WSAEALREADY_RAW_);
    pub const WSAENOTSOCK: Self = Self(WSAENOTSOCK_RAW_);
    pub const WSAEDESTADDRREQ: Self = Self(WSAEDESTADDRREQ_RAW_);
    pub const WSAEMSGSIZE: Self = Self(WSAEMSGSIZE_RAW_);
    pub const WSAEPROTOTYPE: Self = Self(WSAEPROTOTYPE_RAW_);
    pub const WSAENOPROTOOPT: Self = Self(WSAENOPROTOOPT_RAW_);
    pub const WSAEPROTONOSUPPORT: Self = Self(WSAEPROTONOSUPPORT_RAW_);
    pub const WSAESOCKTNOSUPPORT: Self = Self(WSAESOCKTNOSUPPORT_RAW_);
    pub const WSAEOPNOTSUPP: Self = Self(WSAEOPNOTSUPP_RAW_);
    pub const WSAEPFNOSUPPORT: Self = Self(WSAEPFNOSUPPORT_RAW_);
    pub const WSAEAFNOSUPPORT: Self = Self(WSAEAFNOSUPPORT_RAW_);
    pub const WSAEADDRINUSE: Self = Self(WSAEADDRINUSE_RAW_);
    pub const WSAEADDRNOTAVAIL: Self = Self(WSAEADDRNOTAVAIL_RAW_);
    pub const WSAENETDOWN: Self = Self(WSAENETDOWN_RAW_);
    pub const WSAENETUNREACH: Self = Self(WSAENETUNREACH_RAW_);
    pub const WSAENETRESET: Self = Self(WSAENETRESET_RAW_);
    pub const WSAECONNABORTED: Self = Self(WSAECONNABORTED_RAW_);
    pub const WSAECONNRESET: Self = Self(WSAECONNRESET_RAW_);
    pub const WSAENOBUFS: Self = Self(WSAENOBUFS_RAW_);
    pub const WSAEISCONN: Self = Self(WSAEISCONN_RAW_);
    pub const WSAENOTCONN: Self = Self(WSAENOTCONN_RAW_);
    pub const WSAESHUTDOWN: Self = Self(WSAESHUTDOWN_RAW_);
    pub const WSAETOOMANYREFS: Self = Self(WSAETOOMANYREFS_RAW_);
    pub const WSAETIMEDOUT: Self = Self(WSAETIMEDOUT_RAW_);
    pub const WSAECONNREFUSED: Self = Self(WSAECONNREFUSED_RAW_);
    pub const WSAELOOP: Self = Self(WSAELOOP_RAW_);
    pub const WSAENAMETOOLONG: Self = Self(WSAENAMETOOLONG_RAW_);
    pub const WSAEHOSTDOWN: Self = Self(WSAEHOSTDOWN_RAW_);
    pub const WSAEHOSTUNREACH: Self = Self(WSAEHOSTUNREACH_RAW_);
    pub const WSAENOTEMPTY: Self = Self(WSAENOTEMPTY_RAW_);
    pub const WSAEPROCLIM: Self = Self(WSAEPROCLIM_RAW_);
    pub const WSAEUSERS: Self = Self(WSAEUSERS_RAW_);
    pub const WSAEDQUOT: Self = Self(WSAEDQUOT_RAW_);
    pub const WSAESTALE: Self = Self(WSAESTALE_RAW_);
    pub const WSAEREMOTE: Self = Self(WSAEREMOTE_RAW_);
    pub const WSASYSNOTREADY: Self = Self(WSASYSNOTREADY_RAW_);
    pub const WSAVERNOTSUPPORTED: Self = Self(WSAVERNOTSUPPORTED_RAW_);
    pub const WSANOTINITIALISED: Self = Self(WSANOTINITIALISED_RAW_);
    pub const WSAEDISCON: Self = Self(WSAEDISCON_RAW_);
    pub const WSAENOMORE: Self = Self(WSAENOMORE_RAW_);
    pub const WSAECANCELLED: Self = Self(WSAECANCELLED_RAW_);
    pub const WSAEINVALIDPROCTABLE: Self = Self(WSAEINVALIDPROCTABLE_RAW_);
    pub const WSAEINVALIDPROVIDER: Self = Self(WSAEINVALIDPROVIDER_RAW_);
    pub const WSAEPROVIDERFAILEDINIT: Self = Self(WSAEPROVIDERFAILEDINIT_RAW_);
    pub const WSASYSCALLFAILURE: Self = Self(WSASYSCALLFAILURE_RAW_);
    pub const WSASERVICE_NOT_FOUND: Self = Self(WSASERVICE_NOT_FOUND_RAW_);
    pub const WSATYPE_NOT_FOUND: Self = Self(WSATYPE_NOT_FOUND_RAW_);
    pub const WSA_E_NO_MORE: Self = Self(WSA_E_NO_MORE_RAW_);
    pub const WSA_E_CANCELLED: Self = Self(WSA_E_CANCELLED_RAW_);
    pub const WSAEREFUSED: Self = Self(WSAEREFUSED_RAW_);
    pub const WSAHOST_NOT_FOUND: Self = Self(WSAHOST_NOT_FOUND_RAW_);
    pub const WSATRY_AGAIN: Self = Self(WSATRY_AGAIN_RAW_);
    pub const WSANO_RECOVERY: Self = Self(WSANO_RECOVERY_RAW_);
    pub const WSANO_DATA: Self = Self(WSANO_DATA_RAW_);
    pub const WSA_QOS_RECEIVERS: Self = Self(WSA_QOS_RECEIVERS_RAW_);
    pub const WSA_QOS_SENDERS: Self = Self(WSA_QOS_SENDERS_RAW_);
    pub const WSA_QOS_NO_SENDERS: Self = Self(WSA_QOS_NO_SENDERS_RAW_);
    pub const WSA_QOS_NO_RECEIVERS: Self = Self(WSA_QOS_NO_RECEIVERS_RAW_);
    pub const WSA_QOS_REQUEST_CONFIRMED: Self = Self(WSA_QOS_REQUEST_CONFIRMED_RAW_);
    pub const WSA_QOS_ADMISSION_FAILURE: Self = Self(WSA_QOS_ADMISSION_FAILURE_RAW_);
    pub const WSA_QOS_POLICY_FAILURE: Self = Self(WSA_QOS_POLICY_FAILURE_RAW_);
    pub const WSA_QOS_BAD_STYLE: Self = Self(WSA_QOS_BAD_STYLE_RAW_);
    pub const WSA_QOS_BAD_OBJECT: Self = Self(WSA_QOS_BAD_OBJECT_RAW_);
    pub const WSA_QOS_TRAFFIC_CTRL_ERROR: Self = Self(WSA_QOS_TRAFFIC_CTRL_ERROR_RAW_);
    pub const WSA_QOS_GENERIC_ERROR: Self = Self(WSA_QOS_GENERIC_ERROR_RAW_);
    pub const WSA_QOS_ESERVICETYPE: Self = Self(WSA_QOS_ESERVICETYPE_RAW_);
    pub const WSA_QOS_EFLOWSPEC: Self = Self(WSA_QOS_EFLOWSPEC_RAW_);
    pub const WSA_QOS_EPROVSPECBUF: Self = Self(WSA_QOS_EPROVSPECBUF_RAW_);
    pub const WSA_QOS_EFILTERSTYLE: Self = Self(WSA_QOS_EFILTERSTYLE_RAW_);
    pub const WSA_QOS_EFILTERTYPE: Self = Self(WSA_QOS_EFILTERTYPE_RAW_);
    pub const WSA_QOS_EFILTERCOUNT: Self = Self(WSA_QOS_EFILTERCOUNT_RAW_);
    pub const WSA_QOS_EOBJLENGTH: Self = Self(WSA_QOS_EOBJLENGTH_RAW_);
    pub const WSA_QOS_EFLOWCOUNT: Self = Self(WSA_QOS_EFLOWCOUNT_RAW_);
    pub const WSA_QOS_EUNKOWNPSOBJ: Self = Self(WSA_QOS_EUNKOWNPSOBJ_RAW_);
    pub const WSA_QOS_EPOLICYOBJ: Self = Self(WSA_QOS_EPOLICYOBJ_RAW_);
    pub const WSA_QOS_EFLOWDESC: Self = Self(WSA_QOS_EFLOWDESC_RAW_);
    pub const WSA_QOS_EPSFLOWSPEC: Self = Self(WSA_QOS_EPSFLOWSPEC_RAW_);
    pub const WSA_QOS_EPSFILTERSPEC: Self = Self(WSA_QOS_EPSFILTERSPEC_RAW_);
    pub const WSA_QOS_ESDMODEOBJ: Self = Self(WSA_QOS_ESDMODEOBJ_RAW_);
    pub const WSA_QOS_ESHAPERATEOBJ: Self = Self(WSA_QOS_ESHAPERATEOBJ_RAW_);
    pub const WSA_QOS_RESERVED_PETYPE: Self = Self(WSA_QOS_RESERVED_PETYPE_RAW_);
    pub const WSA_SECURE_HOST_NOT_FOUND: Self = Self(WSA_SECURE_HOST_NOT_FOUND_RAW_);
    pub const WSA_IPSEC_NAME_POLICY_ERROR: Self = Self(WSA_IPSEC_NAME_POLICY_ERROR_RAW_);
    pub const WSANO_ADDRESS: Self = Self(WSANO_ADDRESS_RAW_);
}
impl From<WSA_ERROR> for i32 {
    fn from(v: WSA_ERROR) -> Self {
        v.0
    }
}
impl From<i32> for WSA_ERROR {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const WSA_INVALID_HANDLE: WSA_ERROR = WSA_ERROR::WSA_INVALID_HANDLE;

pub const WSA_NOT_ENOUGH_MEMORY: WSA_ERROR = WSA_ERROR::WSA_NOT_ENOUGH_MEMORY;

pub const WSA_INVALID_PARAMETER: WSA_ERROR = WSA_ERROR::WSA_INVALID_PARAMETER;

pub const WSA_OPERATION_ABORTED: WSA_ERROR = WSA_ERROR::WSA_OPERATION_ABORTED;

pub const WSA_IO_INCOMPLETE: WSA_ERROR = WSA_ERROR::WSA_IO_INCOMPLETE;

pub const WSA_IO_PENDING: WSA_ERROR = WSA_ERROR::WSA_IO_PENDING;

pub const WSAEINTR: WSA_ERROR = WSA_ERROR::WSAEINTR;

pub const WSAEBADF: WSA_ERROR = WSA_ERROR::WSAEBADF;

pub const WSAEACCES: WSA_ERROR = WSA_ERROR::WSAEACCES;

pub const WSAEFAULT: WSA_ERROR = WSA_ERROR::WSAEFAULT;

pub const WSAEINVAL: WSA_ERROR = WSA_ERROR::WSAEINVAL;

pub const WSAEMFILE: WSA_ERROR = WSA_ERROR::WSAEMFILE;

pub const WSAEWOULDBLOCK: WSA_ERROR = WSA_ERROR::WSAEWOULDBLOCK;

pub const WSAEINPROGRESS: WSA_ERROR = WSA_ERROR::WSAEINPROGRESS;

pub const WSAEALREADY: WSA_ERROR = WSA_ERROR::WSAEALREADY;

pub const WSAENOTSOCK: WSA_ERROR = WSA_ERROR::WSAENOTSOCK;

pub const WSAEDESTADDRREQ: WSA_ERROR = WSA_ERROR::WSAEDESTADDRREQ;

pub const WSAEMSGSIZE: WSA_ERROR = WSA_ERROR::WSAEMSGSIZE;

pub const WSAEPROTOTYPE: WSA_ERROR = WSA_ERROR::WSAEPROTOTYPE;

pub const WSAENOPROTOOPT: WSA_ERROR = WSA_ERROR::WSAENOPROTOOPT;

pub const WSAEPROTONOSUPPORT: WSA_ERROR = WSA_ERROR::WSAEPROTONOSUPPORT;

pub const WSAESOCKTNOSUPPORT: WSA_ERROR = WSA_ERROR::WSAESOCKTNOSUPPORT;

pub const WSAEOPNOTSUPP: WSA_ERROR = WSA_ERROR::WSAEOPNOTSUPP;

pub const WSAEPFNOSUPPORT: WSA_ERROR = WSA_ERROR::WSAEPFNOSUPPORT;

pub const WSAEAFNOSUPPORT: WSA_ERROR = WSA_ERROR::WSAEAFNOSUPPORT;

pub const WSAEADDRINUSE: WSA_ERROR = WSA_ERROR::WSAEADDRINUSE;

pub const WSAEADDRNOTAVAIL: WSA_ERROR = WSA_ERROR::WSAEADDRNOTAVAIL;

pub const WSAENETDOWN: WSA_ERROR = WSA_ERROR::WSAENETDOWN;

pub const WSAENETUNREACH: WSA_ERROR = WSA_ERROR::WSAENETUNREACH;

pub const WSAENETRESET: WSA_ERROR = WSA_ERROR::WSAENETRESET;

pub const WSAECONNABORTED: WSA_ERROR = WSA_ERROR::WSAECONNABORTED;

pub const WSAECONNRESET: WSA_ERROR = WSA_ERROR::WSAECONNRESET;

pub const WSAENOBUFS: WSA_ERROR = WSA_ERROR::WSAENOBUFS;

pub const WSAEISCONN: WSA_ERROR = WSA_ERROR::WSAEISCONN;

pub const WSAENOTCONN: WSA_ERROR = WSA_ERROR::WSAENOTCONN;

pub const WSAESHUTDOWN: WSA_ERROR = WSA_ERROR::WSAESHUTDOWN;

pub const WSAETOOMANYREFS: WSA_ERROR = WSA_ERROR::WSAETOOMANYREFS;

pub const WSAETIMEDOUT: WSA_ERROR = WSA_ERROR::WSAETIMEDOUT;

pub const WSAECONNREFUSED: WSA_ERROR = WSA_ERROR::WSAECONNREFUSED;

pub const WSAELOOP: WSA_ERROR = WSA_ERROR::WSAELOOP;

pub const WSAENAMETOOLONG: WSA_ERROR = WSA_ERROR::WSAENAMETOOLONG;

pub const WSAEHOSTDOWN: WSA_ERROR = WSA_ERROR::WSAEHOSTDOWN;

pub const WSAEHOSTUNREACH: WSA_ERROR = WSA_ERROR::WSAEHOSTUNREACH;

pub const WSAENOTEMPTY: WSA_ERROR = WSA_ERROR::WSAENOTEMPTY;

pub const WSAEPROCLIM: WSA_ERROR = WSA_ERROR::WSAEPROCLIM;

pub const WSAEUSERS: WSA_ERROR = WSA_ERROR::WSAEUSERS;

pub const WSAEDQUOT: WSA_ERROR = WSA_ERROR::WSAEDQUOT;

pub const WSAESTALE: WSA_ERROR = WSA_ERROR::WSAESTALE;

pub const WSAEREMOTE: WSA_ERROR = WSA_ERROR::WSAEREMOTE;

pub const WSASYSNOTREADY: WSA_ERROR = WSA_ERROR::WSASYSNOTREADY;

pub const WSAVERNOTSUPPORTED: WSA_ERROR = WSA_ERROR::WSAVERNOTSUPPORTED;

pub const WSANOTINITIALISED: WSA_ERROR = WSA_ERROR::WSANOTINITIALISED;

pub const WSAEDISCON: WSA_ERROR = WSA_ERROR::WSAEDISCON;

pub const WSAENOMORE: WSA_ERROR = WSA_ERROR::WSAENOMORE;

pub const WSAECANCELLED: WSA_ERROR = WSA_ERROR::WSAECANCELLED;

pub const WSAEINVALIDPROCTABLE: WSA_ERROR = WSA_ERROR::WSAEINVALIDPROCTABLE;

pub const WSAEINVALIDPROVIDER: WSA_ERROR = WSA_ERROR::WSAEINVALIDPROVIDER;

pub const WSAEPROVIDERFAILEDINIT: WSA_ERROR = WSA_ERROR::WSAEPROVIDERFAILEDINIT;

pub const WSASYSCALLFAILURE: WSA_ERROR = WSA_ERROR::WSASYSCALLFAILURE;

pub const WSASERVICE_NOT_FOUND: WSA_ERROR = WSA_ERROR::WSASERVICE_NOT_FOUND;

pub const WSATYPE_NOT_FOUND: WSA_ERROR = WSA_ERROR::WSATYPE_NOT_FOUND;

pub const WSA_E_NO_MORE: WSA_ERROR = WSA_ERROR::WSA_E_NO_MORE;

pub const WSA_E_CANCELLED: WSA_ERROR = WSA_ERROR::WSA_E_CANCELLED;

pub const WSAEREFUSED: WSA_ERROR = WSA_ERROR::WSAEREFUSED;

pub const WSAHOST_NOT_FOUND: WSA_ERROR = WSA_ERROR::WSAHOST_NOT_FOUND;

pub const WSATRY_AGAIN: WSA_ERROR = WSA_ERROR::WSATRY_AGAIN;

pub const WSANO_RECOVERY: WSA_ERROR = WSA_ERROR::WSANO_RECOVERY;

pub const WSANO_DATA: WSA_ERROR = WSA_ERROR::WSANO_DATA;

pub const WSA_QOS_RECEIVERS: WSA_ERROR = WSA_ERROR::WSA_QOS_RECEIVERS;

pub const WSA_QOS_SENDERS: WSA_ERROR = WSA_ERROR::WSA_QOS_SENDERS;

pub const WSA_QOS_NO_SENDERS: WSA_ERROR = WSA_ERROR::WSA_QOS_NO_SENDERS;

pub const WSA_QOS_NO_RECEIVERS: WSA_ERROR = WSA_ERROR::WSA_QOS_NO_RECEIVERS;

pub const WSA_QOS_REQUEST_CONFIRMED: WSA_ERROR = WSA_ERROR::WSA_QOS_REQUEST_CONFIRMED;

pub const WSA_QOS_ADMISSION_FAILURE: WSA_ERROR = WSA_ERROR::WSA_QOS_ADMISSION_FAILURE;

pub const WSA_QOS_POLICY_FAILURE: WSA_ERROR = WSA_ERROR::WSA_QOS_POLICY_FAILURE;

pub const WSA_QOS_BAD_STYLE: WSA_ERROR = WSA_ERROR::WSA_QOS_BAD_STYLE;

pub const WSA_QOS_BAD_OBJECT: WSA_ERROR = WSA_ERROR::WSA_QOS_BAD_OBJECT;

pub const WSA_QOS_TRAFFIC_CTRL_ERROR: WSA_ERROR = WSA_ERROR::WSA_QOS_TRAFFIC_CTRL_ERROR;

pub const WSA_QOS_GENERIC_ERROR: WSA_ERROR = WSA_ERROR::WSA_QOS_GENERIC_ERROR;

pub const WSA_QOS_ESERVICETYPE: WSA_ERROR = WSA_ERROR::WSA_QOS_ESERVICETYPE;

pub const WSA_QOS_EFLOWSPEC: WSA_ERROR = WSA_ERROR::WSA_QOS_EFLOWSPEC;

pub const WSA_QOS_EPROVSPECBUF: WSA_ERROR = WSA_ERROR::WSA_QOS_EPROVSPECBUF;

pub const WSA_QOS_EFILTERSTYLE: WSA_ERROR = WSA_ERROR::WSA_QOS_EFILTERSTYLE;

pub const WSA_QOS_EFILTERTYPE: WSA_ERROR = WSA_ERROR::WSA_QOS_EFILTERTYPE;

pub const WSA_QOS_EFILTERCOUNT: WSA_ERROR = WSA_ERROR::WSA_QOS_EFILTERCOUNT;

pub const WSA_QOS_EOBJLENGTH: WSA_ERROR = WSA_ERROR::WSA_QOS_EOBJLENGTH;

pub const WSA_QOS_EFLOWCOUNT: WSA_ERROR = WSA_ERROR::WSA_QOS_EFLOWCOUNT;

pub const WSA_QOS_EUNKOWNPSOBJ: WSA_ERROR = WSA_ERROR::WSA_QOS_EUNKOWNPSOBJ;

pub const WSA_QOS_EPOLICYOBJ: WSA_ERROR = WSA_ERROR::WSA_QOS_EPOLICYOBJ;

pub const WSA_QOS_EFLOWDESC: WSA_ERROR = WSA_ERROR::WSA_QOS_EFLOWDESC;

pub const WSA_QOS_EPSFLOWSPEC: WSA_ERROR = WSA_ERROR::WSA_QOS_EPSFLOWSPEC;

pub const WSA_QOS_EPSFILTERSPEC: WSA_ERROR = WSA_ERROR::WSA_QOS_EPSFILTERSPEC;

pub const WSA_QOS_ESDMODEOBJ: WSA_ERROR = WSA_ERROR::WSA_QOS_ESDMODEOBJ;

pub const WSA_QOS_ESHAPERATEOBJ: WSA_ERROR = WSA_ERROR::WSA_QOS_ESHAPERATEOBJ;

pub const WSA_QOS_RESERVED_PETYPE: WSA_ERROR = WSA_ERROR::WSA_QOS_RESERVED_PETYPE;

pub const WSA_SECURE_HOST_NOT_FOUND: WSA_ERROR = WSA_ERROR::WSA_SECURE_HOST_NOT_FOUND;

pub const WSA_IPSEC_NAME_POLICY_ERROR: WSA_ERROR = WSA_ERROR::WSA_IPSEC_NAME_POLICY_ERROR;

pub const WSANO_ADDRESS: WSA_ERROR = WSA_ERROR::WSANO_ADDRESS;

pub type SOCKET = usize;

#[cfg(not(target_arch = "x86"))]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WSADATA {
    pub wVersion: u16,
    pub wHighVersion: u16,
    pub iMaxSockets: u16,
    pub iMaxUdpDg: u16,
    pub lpVendorInfo: *mut i8,
    pub szDescription: [i8; 257],
    pub szSystemStatus: [i8; 129],
}
#[cfg(not(target_arch = "x86"))]
impl Default for WSADATA {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[cfg(target_arch = "x86")]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WSADATA {
    pub wVersion: u16,
    pub wHighVersion: u16,
    pub szDescription: [i8; 257],
    pub szSystemStatus: [i8; 129],
    pub iMaxSockets: u16,
    pub iMaxUdpDg: u16,
    pub lpVendorInfo: *mut i8,
}
#[cfg(target_arch = "x86")]
impl Default for WSADATA {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type WSAEVENT = HANDLE;

pub type WSAOVERLAPPED = OVERLAPPED;

pub type LPWSAOVERLAPPED = *mut OVERLAPPED;

pub type LPWSAOVERLAPPED_COMPLETION_ROUTINE = Option<
    unsafe extern "system" fn(
        dwError: WSA_ERROR,
        cbTransferred: u32,
        lpOverlapped: *mut OVERLAPPED,
        dwFlags: u32,
    ),
>;

pub type GROUP = u32;

const WSA_FLAG_OVERLAPPED_RAW_: u32 = 0x1;

const WSA_FLAG_MULTIPOINT_C_ROOT_RAW_: u32 = 0x2;

const WSA_FLAG_MULTIPOINT_C_LEAF_RAW_: u32 = 0x4;

const WSA_FLAG_MULTIPOINT_D_ROOT_RAW_: u32 = 0x8;

const WSA_FLAG_MULTIPOINT_D_LEAF_RAW_: u32 = 0x10;

const WSA_FLAG_ACCESS_SYSTEM_SECURITY_RAW_: u32 = 0x40;

const WSA_FLAG_NO_HANDLE_INHERIT_RAW_: u32 = 0x80;

const WSA_FLAG_REGISTERED_IO_RAW_: u32 = 0x100;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WSA_FLAGS: u32 {
const WSA_FLAG_OVERLAPPED = WSA_FLAG_OVERLAPPED_RAW_;
const WSA_FLAG_MULTIPOINT_C_ROOT = WSA_FLAG_MULTIPOINT_C_ROOT_RAW_;
const WSA_FLAG_MULTIPOINT_C_LEAF = WSA_FLAG_MULTIPOINT_C_LEAF_RAW_;
const WSA_FLAG_MULTIPOINT_D_ROOT = WSA_FLAG_MULTIPOINT_D_ROOT_RAW_;
const WSA_FLAG_MULTIPOINT_D_LEAF = WSA_FLAG_MULTIPOINT_D_LEAF_RAW_;
const WSA_FLAG_ACCESS_SYSTEM_SECURITY = WSA_FLAG_ACCESS_SYSTEM_SECURITY_RAW_;
const WSA_FLAG_NO_HANDLE_INHERIT = WSA_FLAG_NO_HANDLE_INHERIT_RAW_;
const WSA_FLAG_REGISTERED_IO = WSA_FLAG_REGISTERED_IO_RAW_;
const _ = !0;
}
}

pub const WSA_FLAG_OVERLAPPED: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_OVERLAPPED;

pub const WSA_FLAG_MULTIPOINT_C_ROOT: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_MULTIPOINT_C_ROOT;

pub const WSA_FLAG_MULTIPOINT_C_LEAF: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_MULTIPOINT_C_LEAF;

pub const WSA_FLAG_MULTIPOINT_D_ROOT: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_MULTIPOINT_D_ROOT;

pub const WSA_FLAG_MULTIPOINT_D_LEAF: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_MULTIPOINT_D_LEAF;

pub const WSA_FLAG_ACCESS_SYSTEM_SECURITY: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_ACCESS_SYSTEM_SECURITY;

pub const WSA_FLAG_NO_HANDLE_INHERIT: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_NO_HANDLE_INHERIT;

pub const WSA_FLAG_REGISTERED_IO: WSA_FLAGS = WSA_FLAGS::WSA_FLAG_REGISTERED_IO;

const XP1_CONNECTIONLESS_RAW_: u32 = 0x1;

const XP1_GUARANTEED_DELIVERY_RAW_: u32 = 0x2;

const XP1_GUARANTEED_ORDER_RAW_: u32 = 0x4;

const XP1_MESSAGE_ORIENTED_RAW_: u32 = 0x8;

const XP1_PSEUDO_STREAM_RAW_: u32 = 0x10;

const XP1_GRACEFUL_CLOSE_RAW_: u32 = 0x20;

const XP1_EXPEDITED_DATA_RAW_: u32 = 0x40;

const XP1_CONNECT_DATA_RAW_: u32 = 0x80;

const XP1_DISCONNECT_DATA_RAW_: u32 = 0x100;

const XP1_SUPPORT_BROADCAST_RAW_: u32 = 0x200;

const XP1_SUPPORT_MULTIPOINT_RAW_: u32 = 0x400;

const XP1_MULTIPOINT_CONTROL_PLANE_RAW_: u32 = 0x800;

const XP1_MULTIPOINT_DATA_PLANE_RAW_: u32 = 0x1000;

const XP1_QOS_SUPPORTED_RAW_: u32 = 0x2000;

const XP1_INTERRUPT_RAW_: u32 = 0x4000;

const XP1_UNI_SEND_RAW_: u32 = 0x8000;

const XP1_UNI_RECV_RAW_: u32 = 0x10000;

const XP1_IFS_HANDLES_RAW_: u32 = 0x20000;

const XP1_PARTIAL_MESSAGE_RAW_: u32 = 0x40000;

const XP1_SAN_SUPPORT_SDP_RAW_: u32 = 0x80000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct XP1_FLAGS: u32 {
const XP1_CONNECTIONLESS = XP1_CONNECTIONLESS_RAW_;
const XP1_GUARANTEED_DELIVERY = XP1_GUARANTEED_DELIVERY_RAW_;
const XP1_GUARANTEED_ORDER = XP1_GUARANTEED_ORDER_RAW_;
const XP1_MESSAGE_ORIENTED = XP1_MESSAGE_ORIENTED_RAW_;
const XP1_PSEUDO_STREAM = XP1_PSEUDO_STREAM_RAW_;
const XP1_GRACEFUL_CLOSE = XP1_GRACEFUL_CLOSE_RAW_;
const XP1_EXPEDITED_DATA = XP1_EXPEDITED_DATA_RAW_;
const XP1_CONNECT_DATA = XP1_CONNECT_DATA_RAW_;
const XP1_DISCONNECT_DATA = XP1_DISCONNECT_DATA_RAW_;
const XP1_SUPPORT_BROADCAST = XP1_SUPPORT_BROADCAST_RAW_;
const XP1_SUPPORT_MULTIPOINT = XP1_SUPPORT_MULTIPOINT_RAW_;
const XP1_MULTIPOINT_CONTROL_PLANE = XP1_MULTIPOINT_CONTROL_PLANE_RAW_;
const XP1_MULTIPOINT_DATA_PLANE = XP1_MULTIPOINT_DATA_PLANE_RAW_;
const XP1_QOS_SUPPORTED = XP1_QOS_SUPPORTED_RAW_;
const XP1_INTERRUPT = XP1_INTERRUPT_RAW_;
const XP1_UNI_SEND = XP1_UNI_SEND_RAW_;
const XP1_UNI_RECV = XP1_UNI_RECV_RAW_;
const XP1_IFS_HANDLES = XP1_IFS_HANDLES_RAW_;
const XP1_PARTIAL_MESSAGE = XP1_PARTIAL_MESSAGE_RAW_;
const XP1_SAN_SUPPORT_SDP = XP1_SAN_SUPPORT_SDP_RAW_;
const _ = !0;
}
}

pub const XP1_CONNECTIONLESS: XP1_FLAGS = XP1_FLAGS::XP1_CONNECTIONLESS;

pub const XP1_GUARANTEED_DELIVERY: XP1_FLAGS = XP1_FLAGS::XP1_GUARANTEED_DELIVERY;

pub const XP1_GUARANTEED_ORDER: XP1_FLAGS = XP1_FLAGS::XP1_GUARANTEED_ORDER;

pub const XP1_MESSAGE_ORIENTED: XP1_FLAGS = XP1_FLAGS::XP1_MESSAGE_ORIENTED;

pub const XP1_PSEUDO_STREAM: XP1_FLAGS = XP1_FLAGS::XP1_PSEUDO_STREAM;

pub const XP1_GRACEFUL_CLOSE: XP1_FLAGS = XP1_FLAGS::XP1_GRACEFUL_CLOSE;

pub const XP1_EXPEDITED_DATA: XP1_FLAGS = XP1_FLAGS::XP1_EXPEDITED_DATA;

pub const XP1_CONNECT_DATA: XP1_FLAGS = XP1_FLAGS::XP1_CONNECT_DATA;

pub const XP1_DISCONNECT_DATA: XP1_FLAGS = XP1_FLAGS::XP1_DISCONNECT_DATA;

pub const XP1_SUPPORT_BROADCAST: XP1_FLAGS = XP1_FLAGS::XP1_SUPPORT_BROADCAST;

pub const XP1_SUPPORT_MULTIPOINT: XP1_FLAGS = XP1_FLAGS::XP1_SUPPORT_MULTIPOINT;

pub const XP1_MULTIPOINT_CONTROL_PLANE: XP1_FLAGS = XP1_FLAGS::XP1_MULTIPOINT_CONTROL_PLANE;

pub const XP1_MULTIPOINT_DATA_PLANE: XP1_FLAGS = XP1_FLAGS::XP1_MULTIPOINT_DATA_PLANE;

pub const XP1_QOS_SUPPORTED: XP1_FLAGS = XP1_FLAGS::XP1_QOS_SUPPORTED;

pub const XP1_INTERRUPT: XP1_FLAGS = XP1_FLAGS::XP1_INTERRUPT;

pub const XP1_UNI_SEND: XP1_FLAGS = XP1_FLAGS::XP1_UNI_SEND;

pub const XP1_UNI_RECV: XP1_FLAGS = XP1_FLAGS::XP1_UNI_RECV;

pub const XP1_IFS_HANDLES: XP1_FLAGS = XP1_FLAGS::XP1_IFS_HANDLES;

pub const XP1_PARTIAL_MESSAGE: XP1_FLAGS = XP1_FLAGS::XP1_PARTIAL_MESSAGE;

pub const XP1_SAN_SUPPORT_SDP: XP1_FLAGS = XP1_FLAGS::XP1_SAN_SUPPORT_SDP;

const PFL_MULTIPLE_PROTO_ENTRIES_RAW_: u32 = 0x1;

const PFL_RECOMMENDED_PROTO_ENTRY_RAW_: u32 = 0x2;

const PFL_HIDDEN_RAW_: u32 = 0x4;

const PFL_MATCHES_PROTOCOL_ZERO_RAW_: u32 = 0x8;

const PFL_NETWORKDIRECT_PROVIDER_RAW_: u32 = 0x10;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PFL_FLAGS: u32 {
const PFL_MULTIPLE_PROTO_ENTRIES = PFL_MULTIPLE_PROTO_ENTRIES_RAW_;
const PFL_RECOMMENDED_PROTO_ENTRY = PFL_RECOMMENDED_PROTO_ENTRY_RAW_;
const PFL_HIDDEN = PFL_HIDDEN_RAW_;
const PFL_MATCHES_PROTOCOL_ZERO = PFL_MATCHES_PROTOCOL_ZERO_RAW_;
const PFL_NETWORKDIRECT_PROVIDER = PFL_NETWORKDIRECT_PROVIDER_RAW_;
const _ = !0;
}
}

pub const PFL_MULTIPLE_PROTO_ENTRIES: PFL_FLAGS = PFL_FLAGS::PFL_MULTIPLE_PROTO_ENTRIES;

pub const PFL_RECOMMENDED_PROTO_ENTRY: PFL_FLAGS = PFL_FLAGS::PFL_RECOMMENDED_PROTO_ENTRY;

pub const PFL_HIDDEN: PFL_FLAGS = PFL_FLAGS::PFL_HIDDEN;

pub const PFL_MATCHES_PROTOCOL_ZERO: PFL_FLAGS = PFL_FLAGS::PFL_MATCHES_PROTOCOL_ZERO;

pub const PFL_NETWORKDIRECT_PROVIDER: PFL_FLAGS = PFL_FLAGS::PFL_NETWORKDIRECT_PROVIDER;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WSAPROTOCOLCHAIN {
    pub ChainLen: i32,
    pub ChainEntries: [u32; 7],
}
impl Default for WSAPROTOCOLCHAIN {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WSAPROTOCOL_INFOW {
    pub dwServiceFlags1: XP1_FLAGS,
    pub dwServiceFlags2: u32,
    pub dwServiceFlags3: u32,
    pub dwServiceFlags4: u32,
    pub dwProviderFlags: PFL_FLAGS,
    pub ProviderId: GUID,
    pub dwCatalogEntryId: u32,
    pub ProtocolChain: WSAPROTOCOLCHAIN,
    pub iVersion: i32,
    pub iAddressFamily: i32,
    pub iMaxSockAddr: i32,
    pub iMinSockAddr: i32,
    pub iSocketType: SOCKET_TYPE,
    pub iProtocol: IPPROTO,
    pub iProtocolMaxOffset: i32,
    pub iNetworkByteOrder: i32,
    pub iSecurityScheme: i32,
    pub dwMessageSize: u32,
    pub dwProviderReserved: u32,
    pub szProtocol: [u16; 256],
}
impl Default for WSAPROTOCOL_INFOW {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAStartup(wVersionRequested: u16, lpWSAData: *mut WSADATA) -> WSA_ERROR;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSACleanup() -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAGetLastError() -> WSA_ERROR;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSASetLastError(iError: WSA_ERROR);
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSASocketW(
        af: i32,
        r#type: SOCKET_TYPE,
        protocol: IPPROTO,
        lpProtocolInfo: *const WSAPROTOCOL_INFOW,
        g: GROUP,
        dwFlags: WSA_FLAGS,
    ) -> SOCKET;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAIoctl(
        s: SOCKET,
        dwIoControlCode: u32,
        lpvInBuffer: *const core::ffi::c_void,
        cbInBuffer: u32,
        lpvOutBuffer: *mut core::ffi::c_void,
        cbOutBuffer: u32,
        lpcbBytesReturned: *mut u32,
        lpOverlapped: *mut OVERLAPPED,
        lpCompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAGetOverlappedResult(
        s: SOCKET,
        lpOverlapped: *mut OVERLAPPED,
        lpcbTransfer: *mut u32,
        fWait: BOOL,
        lpdwFlags: *mut u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn closesocket(s: SOCKET) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn getsockopt(
        s: SOCKET,
        level: i32,
        optname: i32,
        optval: *mut i8,
        optlen: *mut i32,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn setsockopt(s: SOCKET, level: i32, optname: i32, optval: *const i8, optlen: i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn getpeername(s: SOCKET, name: *mut SOCKADDR, namelen: *mut i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn getsockname(s: SOCKET, name: *mut SOCKADDR, namelen: *mut i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn bind(s: SOCKET, name: *const SOCKADDR, namelen: i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn connect(s: SOCKET, name: *const SOCKADDR, namelen: i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn listen(s: SOCKET, backlog: i32) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSACreateEvent() -> WSAEVENT;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSACloseEvent(hEvent: WSAEVENT) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSASetEvent(hEvent: WSAEVENT) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAResetEvent(hEvent: WSAEVENT) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "WS2_32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "WS2_32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAWaitForMultipleEvents(
        cEvents: u32,
        lphEvents: *const WSAEVENT,
        fWaitAll: BOOL,
        dwTimeout: u32,
        fAlertable: BOOL,
    ) -> WAIT_EVENT;
}

const AF_UNSPEC_RAW_: u16 = 0;

const AF_UNIX_RAW_: u16 = 1;

const AF_INET_RAW_: u16 = 2;

const AF_IMPLINK_RAW_: u16 = 3;

const AF_PUP_RAW_: u16 = 4;

const AF_CHAOS_RAW_: u16 = 5;

const AF_NS_RAW_: u16 = 6;

const AF_IPX_RAW_: u16 = AF_NS_RAW_;

const AF_ISO_RAW_: u16 = 7;

const AF_OSI_RAW_: u16 = AF_ISO_RAW_;

const AF_ECMA_RAW_: u16 = 8;

const AF_DATAKIT_RAW_: u16 = 9;

const AF_CCITT_RAW_: u16 = 10;

const AF_SNA_RAW_: u16 = 11;

const AF_DECnet_RAW_: u16 = 12;

const AF_DLI_RAW_: u16 = 13;

const AF_LAT_RAW_: u16 = 14;

const AF_HYLINK_RAW_: u16 = 15;

const AF_APPLETALK_RAW_: u16 = 16;

const AF_NETBIOS_RAW_: u16 = 17;

const AF_VOICEVIEW_RAW_: u16 = 18;

const AF_FIREFOX_RAW_: u16 = 19;

const AF_UNKNOWN1_RAW_: u16 = 20;

const AF_BAN_RAW_: u16 = 21;

const AF_ATM_RAW_: u16 = 22;

const AF_INET6_RAW_: u16 = 23;

const AF_CLUSTER_RAW_: u16 = 24;

const AF_12844_RAW_: u16 = 25;

const AF_IRDA_RAW_: u16 = 26;

const AF_NETDES_RAW_: u16 = 28;

const AF_TCNPROCESS_RAW_: u16 = 29;

const AF_TCNMESSAGE_RAW_: u16 = 30;

const AF_ICLFXBM_RAW_: u16 = 31;

const AF_BTH_RAW_: u16 = 32;

const AF_LINK_RAW_: u16 = 33;

const AF_HYPERV_RAW_: u16 = 34;

const AF_MAX_RAW_: u16 = 35;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ADDRESS_FAMILY(pub u16);
impl core::fmt::Debug for ADDRESS_FAMILY {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            AF_UNSPEC_RAW_ => f.write_str("AF_UNSPEC"),
            AF_UNIX_RAW_ => f.write_str("AF_UNIX"),
            AF_INET_RAW_ => f.write_str("AF_INET"),
            AF_IMPLINK_RAW_ => f.write_str("AF_IMPLINK"),
            AF_PUP_RAW_ => f.write_str("AF_PUP"),
            AF_CHAOS_RAW_ => f.write_str("AF_CHAOS"),
            AF_NS_RAW_ => f.write_str("AF_NS"),
            AF_IPX_RAW_ => f.write_str("AF_IPX"),
            AF_ISO_RAW_ => f.write_str("AF_ISO"),
            AF_OSI_RAW_ => f.write_str("AF_OSI"),
            AF_ECMA_RAW_ => f.write_str("AF_ECMA"),
            AF_DATAKIT_RAW_ => f.write_str("AF_DATAKIT"),
            AF_CCITT_RAW_ => f.write_str("AF_CCITT"),
            AF_SNA_RAW_ => f.write_str("AF_SNA"),
            AF_DECnet_RAW_ => f.write_str("AF_DECnet"),
            AF_DLI_RAW_ => f.write_str("AF_DLI"),
            AF_LAT_RAW_ => f.write_str("AF_LAT"),
            AF_HYLINK_RAW_ => f.write_str("AF_HYLINK"),
            AF_APPLETALK_RAW_ => f.write_str("AF_APPLETALK"),
            AF_NETBIOS_RAW_ => f.write_str("AF_NETBIOS"),
            AF_VOICEVIEW_RAW_ => f.write_str("AF_VOICEVIEW"),
            AF_FIREFOX_RAW_ => f.write_str("AF_FIREFOX"),
            AF_UNKNOWN1_RAW_ => f.write_str("AF_UNKNOWN1"),
            AF_BAN_RAW_ => f.write_str("AF_BAN"),
            AF_ATM_RAW_ => f.write_str("AF_ATM"),
            AF_INET6_RAW_ => f.write_str("AF_INET6"),
            AF_CLUSTER_RAW_ => f.write_str("AF_CLUSTER"),
            AF_12844_RAW_ => f.write_str("AF_12844"),
            AF_IRDA_RAW_ => f.write_str("AF_IRDA"),
            AF_NETDES_RAW_ => f.write_str("AF_NETDES"),
            AF_TCNPROCESS_RAW_ => f.write_str("AF_TCNPROCESS"),
            AF_TCNMESSAGE_RAW_ => f.write_str("AF_TCNMESSAGE"),
            AF_ICLFXBM_RAW_ => f.write_str("AF_ICLFXBM"),
            AF_BTH_RAW_ => f.write_str("AF_BTH"),
            AF_LINK_RAW_ => f.write_str("AF_LINK"),
            AF_HYPERV_RAW_ => f.write_str("AF_HYPERV"),
            AF_MAX_RAW_ => f.write_str("AF_MAX"),
            other => write!(f, "ADDRESS_FAMILY({other})"),
        }
    }
}
impl ADDRESS_FAMILY {
    pub const AF_UNSPEC: Self = Self(AF_UNSPEC_RAW_);
    pub const AF_UNIX: Self = Self(AF_UNIX_RAW_);
    pub const AF_INET: Self = Self(AF_INET_RAW_);
    pub const AF_IMPLINK: Self = Self(AF_IMPLINK_RAW_);
    pub const AF_PUP: Self = Self(AF_PUP_RAW_);
    pub const AF_CHAOS: Self = Self(AF_CHAOS_RAW_);
    pub const AF_NS: Self = Self(AF_NS_RAW_);
    pub const AF_IPX: Self = Self(AF_IPX_RAW_);
    pub const AF_ISO: Self = Self(AF_ISO_RAW_);
    pub const AF_OSI: Self = Self(AF_OSI_RAW_);
    pub const AF_ECMA: Self = Self(AF_ECMA_RAW_);
    pub const AF_DATAKIT: Self = Self(AF_DATAKIT_RAW_);
    pub const AF_CCITT: Self = Self(AF_CCITT_RAW_);
    pub const AF_SNA: Self = Self(AF_SNA_RAW_);
    pub const AF_DECnet: Self = Self(AF_DECnet_RAW_);
    pub const AF_DLI: Self = Self(AF_DLI_RAW_);
    pub const AF_LAT: Self = Self(AF_LAT_RAW_);
    pub const AF_HYLINK: Self = Self(AF_HYLINK_RAW_);
    pub const AF_APPLETALK: Self = Self(AF_APPLETALK_RAW_);
    pub const AF_NETBIOS: Self = Self(AF_NETBIOS_RAW_);
    pub const AF_VOICEVIEW: Self = Self(AF_VOICEVIEW_RAW_);
    pub const AF_FIREFOX: Self = Self(AF_FIREFOX_RAW_);
    pub const AF_UNKNOWN1: Self = Self(AF_UNKNOWN1_RAW_);
    pub const AF_BAN: Self = Self(AF_BAN_RAW_);
    pub const AF_ATM: Self = Self(AF_ATM_RAW_);
    pub const AF_INET6: Self = Self(AF_INET6_RAW_);
    pub const AF_CLUSTER: Self = Self(AF_CLUSTER_RAW_);
    pub const AF_12844: Self = Self(AF_12844_RAW_);
    pub const AF_IRDA: Self = Self(AF_IRDA_RAW_);
    pub const AF_NETDES: Self = Self(AF_NETDES_RAW_);
    pub const AF_TCNPROCESS: Self = Self(AF_TCNPROCESS_RAW_);
    pub const AF_TCNMESSAGE: Self = Self(AF_TCNMESSAGE_RAW_);
    pub const AF_ICLFXBM: Self = Self(AF_ICLFXBM_RAW_);
    pub const AF_BTH: Self = Self(AF_BTH_RAW_);
    pub const AF_LINK: Self = Self(AF_LINK_RAW_);
    pub const AF_HYPERV: Self = Self(AF_HYPERV_RAW_);
    pub const AF_MAX: Self = Self(AF_MAX_RAW_);
}
impl From<ADDRESS_FAMILY> for u16 {
    fn from(v: ADDRESS_FAMILY) -> Self {
        v.0
    }
}
impl From<u16> for ADDRESS_FAMILY {
    fn from(v: u16) -> Self {
        Self(v)
    }
}

pub const AF_UNSPEC: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_UNSPEC;

pub const AF_UNIX: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_UNIX;

pub const AF_INET: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_INET;

pub const AF_IMPLINK: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_IMPLINK;

pub const AF_PUP: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_PUP;

pub const AF_CHAOS: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_CHAOS;

pub const AF_NS: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_NS;

pub const AF_IPX: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_IPX;

pub const AF_ISO: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_ISO;

pub const AF_OSI: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_OSI;

pub const AF_ECMA: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_ECMA;

pub const AF_DATAKIT: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_DATAKIT;

pub const AF_CCITT: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_CCITT;

pub const AF_SNA: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_SNA;

pub const AF_DECnet: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_DECnet;

pub const AF_DLI: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_DLI;

pub const AF_LAT: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_LAT;

pub const AF_HYLINK: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_HYLINK;

pub const AF_APPLETALK: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_APPLETALK;

pub const AF_NETBIOS: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_NETBIOS;

pub const AF_VOICEVIEW: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_VOICEVIEW;

pub const AF_FIREFOX: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_FIREFOX;

pub const AF_UNKNOWN1: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_UNKNOWN1;

pub const AF_BAN: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_BAN;

pub const AF_ATM: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_ATM;

pub const AF_INET6: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_INET6;

pub const AF_CLUSTER: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_CLUSTER;

pub const AF_12844: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_12844;

pub const AF_IRDA: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_IRDA;

pub const AF_NETDES: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_NETDES;

pub const AF_TCNPROCESS: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_TCNPROCESS;

pub const AF_TCNMESSAGE: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_TCNMESSAGE;

pub const AF_ICLFXBM: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_ICLFXBM;

pub const AF_BTH: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_BTH;

pub const AF_LINK: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_LINK;

pub const AF_HYPERV: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_HYPERV;

pub const AF_MAX: ADDRESS_FAMILY = ADDRESS_FAMILY::AF_MAX;

const SOCK_STREAM_RAW_: i32 = 1;

const SOCK_DGRAM_RAW_: i32 = 2;

const SOCK_RAW_RAW_: i32 = 3;

const SOCK_RDM_RAW_: i32 = 4;

const SOCK_SEQPACKET_RAW_: i32 = 5;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SOCKET_TYPE(pub i32);
impl core::fmt::Debug for SOCKET_TYPE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SOCK_STREAM_RAW_ => f.write_str("SOCK_STREAM"),
            SOCK_DGRAM_RAW_ => f.write_str("SOCK_DGRAM"),
            SOCK_RAW_RAW_ => f.write_str("SOCK_RAW"),
            SOCK_RDM_RAW_ => f.write_str("SOCK_RDM"),
            SOCK_SEQPACKET_RAW_ => f.write_str("SOCK_SEQPACKET"),
            other => write!(f, "SOCKET_TYPE({other})"),
        }
    }
}
impl SOCKET_TYPE {
    pub const SOCK_STREAM: Self = Self(SOCK_STREAM_RAW_);
    pub const SOCK_DGRAM: Self = Self(SOCK_DGRAM_RAW_);
    pub const SOCK_RAW: Self = Self(SOCK_RAW_RAW_);
    pub const SOCK_RDM: Self = Self(SOCK_RDM_RAW_);
    pub const SOCK_SEQPACKET: Self = Self(SOCK_SEQPACKET_RAW_);
}
impl From<SOCKET_TYPE> for i32 {
    fn from(v: SOCKET_TYPE) -> Self {
        v.0
    }
}
impl From<i32> for SOCKET_TYPE {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const SOCK_STREAM: SOCKET_TYPE = SOCKET_TYPE::SOCK_STREAM;

pub const SOCK_DGRAM: SOCKET_TYPE = SOCKET_TYPE::SOCK_DGRAM;

pub const SOCK_RAW: SOCKET_TYPE = SOCKET_TYPE::SOCK_RAW;

pub const SOCK_RDM: SOCKET_TYPE = SOCKET_TYPE::SOCK_RDM;

pub const SOCK_SEQPACKET: SOCKET_TYPE = SOCKET_TYPE::SOCK_SEQPACKET;

const IPPROTO_HOPOPTS_RAW_: i32 = 0;

const IPPROTO_ICMP_RAW_: i32 = 1;

const IPPROTO_IGMP_RAW_: i32 = 2;

const IPPROTO_GGP_RAW_: i32 = 3;

const IPPROTO_IPV4_RAW_: i32 = 4;

const IPPROTO_ST_RAW_: i32 = 5;

const IPPROTO_TCP_RAW_: i32 = 6;

const IPPROTO_CBT_RAW_: i32 = 7;

const IPPROTO_EGP_RAW_: i32 = 8;

const IPPROTO_IGP_RAW_: i32 = 9;

const IPPROTO_PUP_RAW_: i32 = 12;

const IPPROTO_UDP_RAW_: i32 = 17;

const IPPROTO_IDP_RAW_: i32 = 22;

const IPPROTO_RDP_RAW_: i32 = 27;

const IPPROTO_IPV6_RAW_: i32 = 41;

const IPPROTO_ROUTING_RAW_: i32 = 43;

const IPPROTO_FRAGMENT_RAW_: i32 = 44;

const IPPROTO_ESP_RAW_: i32 = 50;

const IPPROTO_AH_RAW_: i32 = 51;

const IPPROTO_ICMPV6_RAW_: i32 = 58;

const IPPROTO_NONE_RAW_: i32 = 59;

const IPPROTO_DSTOPTS_RAW_: i32 = 60;

const IPPROTO_ND_RAW_: i32 = 77;

const IPPROTO_ICLFXBM_RAW_: i32 = 78;

const IPPROTO_PIM_RAW_: i32 = 103;

const IPPROTO_PGM_RAW_: i32 = 113;

const IPPROTO_L2TP_RAW_: i32 = 115;

const IPPROTO_SCTP_RAW_: i32 = 132;

const IPPROTO_RAW_RAW_: i32 = 255;

const IPPROTO_MAX_RAW_: i32 = 256;

const IPPROTO_RESERVED_RAW_RAW_: i32 = 257;

const IPPROTO_RESERVED_IPSEC_RAW_: i32 = 258;

const IPPROTO_RESERVED_IPSECOFFLOAD_RAW_: i32 = 259;

const IPPROTO_RESERVED_WNV_RAW_: i32 = 260;

const IPPROTO_RESERVED_MAX_RAW_: i32 = 261;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IPPROTO(pub i32);
impl core::fmt::Debug for IPPROTO {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            IPPROTO_HOPOPTS_RAW_ => f.write_str("IPPROTO_HOPOPTS"),
            IPPROTO_ICMP_RAW_ => f.write_str("IPPROTO_ICMP"),
            IPPROTO_IGMP_RAW_ => f.write_str("IPPROTO_IGMP"),
            IPPROTO_GGP_RAW_ => f.write_str("IPPROTO_GGP"),
            IPPROTO_IPV4_RAW_ => f.write_str("IPPROTO_IPV4"),
            IPPROTO_ST_RAW_ => f.write_str("IPPROTO_ST"),
            IPPROTO_TCP_RAW_ => f.write_str("IPPROTO_TCP"),
            IPPROTO_CBT_RAW_ => f.write_str("IPPROTO_CBT"),
            IPPROTO_EGP_RAW_ => f.write_str("IPPROTO_EGP"),
            IPPROTO_IGP_RAW_ => f.write_str("IPPROTO_IGP"),
            IPPROTO_PUP_RAW_ => f.write_str("IPPROTO_PUP"),
            IPPROTO_UDP_RAW_ => f.write_str("IPPROTO_UDP"),
            IPPROTO_IDP_RAW_ => f.write_str("IPPROTO_IDP"),
            IPPROTO_RDP_RAW_ => f.write_str("IPPROTO_RDP"),
            IPPROTO_IPV6_RAW_ => f.write_str("IPPROTO_IPV6"),
            IPPROTO_ROUTING_RAW_ => f.write_str("IPPROTO_ROUTING"),
            IPPROTO_FRAGMENT_RAW_ => f.write_str("IPPROTO_FRAGMENT"),
            IPPROTO_ESP_RAW_ => f.write_str("IPPROTO_ESP"),
            IPPROTO_AH_RAW_ => f.write_str("IPPROTO_AH"),
            IPPROTO_ICMPV6_RAW_ => f.write_str("IPPROTO_ICMPV6"),
            IPPROTO_NONE_RAW_ => f.write_str("IPPROTO_NONE"),
            IPPROTO_DSTOPTS_RAW_ => f.write_str("IPPROTO_DSTOPTS"),
            IPPROTO_ND_RAW_ => f.write_str("IPPROTO_ND"),
            IPPROTO_ICLFXBM_RAW_ => f.write_str("IPPROTO_ICLFXBM"),
            IPPROTO_PIM_RAW_ => f.write_str("IPPROTO_PIM"),
            IPPROTO_PGM_RAW_ => f.write_str("IPPROTO_PGM"),
            IPPROTO_L2TP_RAW_ => f.write_str("IPPROTO_L2TP"),
            IPPROTO_SCTP_RAW_ => f.write_str("IPPROTO_SCTP"),
            IPPROTO_RAW_RAW_ => f.write_str("IPPROTO_RAW"),
            IPPROTO_MAX_RAW_ => f.write_str("IPPROTO_MAX"),
            IPPROTO_RESERVED_RAW_RAW_ => f.write_str("IPPROTO_RESERVED_RAW"),
            IPPROTO_RESERVED_IPSEC_RAW_ => f.write_str("IPPROTO_RESERVED_IPSEC"),
            IPPROTO_RESERVED_IPSECOFFLOAD_RAW_ => f.write_str("IPPROTO_RESERVED_IPSECOFFLOAD"),
            IPPROTO_RESERVED_WNV_RAW_ => f.write_str("IPPROTO_RESERVED_WNV"),
            IPPROTO_RESERVED_MAX_RAW_ => f.write_str("IPPROTO_RESERVED_MAX"),
            other => write!(f, "IPPROTO({other})"),
        }
    }
}
impl IPPROTO {
    pub const IPPROTO_HOPOPTS: Self = Self(IPPROTO_HOPOPTS_RAW_);
    pub const IPPROTO_ICMP: Self = Self(IPPROTO_ICMP_RAW_);
    pub const IPPROTO_IGMP: Self = Self(IPPROTO_IGMP_RAW_);
    pub const IPPROTO_GGP: Self = Self(IPPROTO_GGP_RAW_);
    pub const IPPROTO_IPV4: Self = Self(IPPROTO_IPV4_RAW_);
    pub const IPPROTO_ST: Self = Self(IPPROTO_ST_RAW_);
    pub const IPPROTO_TCP: Self = Self(IPPROTO_TCP_RAW_);
    pub const IPPROTO_CBT: Self = Self(IPPROTO_CBT_RAW_);
    pub const IPPROTO_EGP: Self = Self(IPPROTO_EGP_RAW_);
    pub const IPPROTO_IGP: Self = Self(IPPROTO_IGP_RAW_);
    pub const IPPROTO_PUP: Self = Self(IPPROTO_PUP_RAW_);
    pub const IPPROTO_UDP: Self = Self(IPPROTO_UDP_RAW_);
    pub const IPPROTO_IDP: Self = Self(IPPROTO_IDP_RAW_);
    pub const IPPROTO_RDP: Self = Self(IPPROTO_RDP_RAW_);
    pub const IPPROTO_IPV6: Self = Self(IPPROTO_IPV6_RAW_);
    pub const IPPROTO_ROUTING: Self = Self(IPPROTO_ROUTING_RAW_);
    pub const IPPROTO_FRAGMENT: Self = Self(IPPROTO_FRAGMENT_RAW_);
    pub const IPPROTO_ESP: Self = Self(IPPROTO_ESP_RAW_);
    pub const IPPROTO_AH: Self = Self(IPPROTO_AH_RAW_);
    pub const IPPROTO_ICMPV6: Self = Self(IPPROTO_ICMPV6_RAW_);
    pub const IPPROTO_NONE: Self = Self(IPPROTO_NONE_RAW_);
    pub const IPPROTO_DSTOPTS: Self = Self(IPPROTO_DSTOPTS_RAW_);
    pub const IPPROTO_ND: Self = Self(IPPROTO_ND_RAW_);
    pub const IPPROTO_ICLFXBM: Self = Self(IPPROTO_ICLFXBM_RAW_);
    pub const IPPROTO_PIM: Self = Self(IPPROTO_PIM_RAW_);
    pub const IPPROTO_PGM: Self = Self(IPPROTO_PGM_RAW_);
    pub const IPPROTO_L2TP: Self = Self(IPPROTO_L2TP_RAW_);
    pub const IPPROTO_SCTP: Self = Self(IPPROTO_SCTP_RAW_);
    pub const IPPROTO_RAW: Self = Self(IPPROTO_RAW_RAW_);
    pub const IPPROTO_MAX: Self = Self(IPPROTO_MAX_RAW_);
    pub const IPPROTO_RESERVED_RAW: Self = Self(IPPROTO_RESERVED_RAW_RAW_);
    pub const IPPROTO_RESERVED_IPSEC: Self = Self(IPPROTO_RESERVED_IPSEC_RAW_);
    pub const IPPROTO_RESERVED_IPSECOFFLOAD: Self = Self(IPPROTO_RESERVED_IPSECOFFLOAD_RAW_);
    pub const IPPROTO_RESERVED_WNV: Self = Self(IPPROTO_RESERVED_WNV_RAW_);
    pub const IPPROTO_RESERVED_MAX: Self = Self(IPPROTO_RESERVED_MAX_RAW_);
}
impl From<IPPROTO> for i32 {
    fn from(v: IPPROTO) -> Self {
        v.0
    }
}
impl From<i32> for IPPROTO {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const IPPROTO_HOPOPTS: IPPROTO = IPPROTO::IPPROTO_HOPOPTS;

pub const IPPROTO_ICMP: IPPROTO = IPPROTO::IPPROTO_ICMP;

pub const IPPROTO_IGMP: IPPROTO = IPPROTO::IPPROTO_IGMP;

pub const IPPROTO_GGP: IPPROTO = IPPROTO::IPPROTO_GGP;

pub const IPPROTO_IPV4: IPPROTO = IPPROTO::IPPROTO_IPV4;

pub const IPPROTO_ST: IPPROTO = IPPROTO::IPPROTO_ST;

pub const IPPROTO_TCP: IPPROTO = IPPROTO::IPPROTO_TCP;

pub const IPPROTO_CBT: IPPROTO = IPPROTO::IPPROTO_CBT;

pub const IPPROTO_EGP: IPPROTO = IPPROTO::IPPROTO_EGP;

pub const IPPROTO_IGP: IPPROTO = IPPROTO::IPPROTO_IGP;

pub const IPPROTO_PUP: IPPROTO = IPPROTO::IPPROTO_PUP;

pub const IPPROTO_UDP: IPPROTO = IPPROTO::IPPROTO_UDP;

pub const IPPROTO_IDP: IPPROTO = IPPROTO::IPPROTO_IDP;

pub const IPPROTO_RDP: IPPROTO = IPPROTO::IPPROTO_RDP;

pub const IPPROTO_IPV6: IPPROTO = IPPROTO::IPPROTO_IPV6;

pub const IPPROTO_ROUTING: IPPROTO = IPPROTO::IPPROTO_ROUTING;

pub const IPPROTO_FRAGMENT: IPPROTO = IPPROTO::IPPROTO_FRAGMENT;

pub const IPPROTO_ESP: IPPROTO = IPPROTO::IPPROTO_ESP;

pub const IPPROTO_AH: IPPROTO = IPPROTO::IPPROTO_AH;

pub const IPPROTO_ICMPV6: IPPROTO = IPPROTO::IPPROTO_ICMPV6;

pub const IPPROTO_NONE: IPPROTO = IPPROTO::IPPROTO_NONE;

pub const IPPROTO_DSTOPTS: IPPROTO = IPPROTO::IPPROTO_DSTOPTS;

pub const IPPROTO_ND: IPPROTO = IPPROTO::IPPROTO_ND;

pub const IPPROTO_ICLFXBM: IPPROTO = IPPROTO::IPPROTO_ICLFXBM;

pub const IPPROTO_PIM: IPPROTO = IPPROTO::IPPROTO_PIM;

pub const IPPROTO_PGM: IPPROTO = IPPROTO::IPPROTO_PGM;

pub const IPPROTO_L2TP: IPPROTO = IPPROTO::IPPROTO_L2TP;

pub const IPPROTO_SCTP: IPPROTO = IPPROTO::IPPROTO_SCTP;

pub const IPPROTO_RAW: IPPROTO = IPPROTO::IPPROTO_RAW;

pub const IPPROTO_MAX: IPPROTO = IPPROTO::IPPROTO_MAX;

pub const IPPROTO_RESERVED_RAW: IPPROTO = IPPROTO::IPPROTO_RESERVED_RAW;

pub const IPPROTO_RESERVED_IPSEC: IPPROTO = IPPROTO::IPPROTO_RESERVED_IPSEC;

pub const IPPROTO_RESERVED_IPSECOFFLOAD: IPPROTO = IPPROTO::IPPROTO_RESERVED_IPSECOFFLOAD;

pub const IPPROTO_RESERVED_WNV: IPPROTO = IPPROTO::IPPROTO_RESERVED_WNV;

pub const IPPROTO_RESERVED_MAX: IPPROTO = IPPROTO::IPPROTO_RESERVED_MAX;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKADDR {
    pub sa_family: ADDRESS_FAMILY,
    pub sa_data: [i8; 14],
}
impl Default for SOCKADDR {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKADDR_IN {
    pub sin_family: ADDRESS_FAMILY,
    pub sin_port: u16,
    pub sin_addr: IN_ADDR,
    pub sin_zero: [i8; 8],
}
impl Default for SOCKADDR_IN {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKADDR_STORAGE_LH {
    pub ss_family: ADDRESS_FAMILY,
    pub __ss_pad1: [i8; 6],
    pub __ss_align: i64,
    pub __ss_pad2: [i8; 112],
}
impl Default for SOCKADDR_STORAGE_LH {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type SOCKADDR_STORAGE = SOCKADDR_STORAGE_LH;

const ScopeLevelInterface_RAW_: i32 = 1;

const ScopeLevelLink_RAW_: i32 = 2;

const ScopeLevelSubnet_RAW_: i32 = 3;

const ScopeLevelAdmin_RAW_: i32 = 4;

const ScopeLevelSite_RAW_: i32 = 5;

const ScopeLevelOrganization_RAW_: i32 = 8;

const ScopeLevelGlobal_RAW_: i32 = 14;

const ScopeLevelCount_RAW_: i32 = 16;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SCOPE_LEVEL(pub i32);
impl core::fmt::Debug for SCOPE_LEVEL {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            ScopeLevelInterface_RAW_ => f.write_str("ScopeLevelInterface"),
            ScopeLevelLink_RAW_ => f.write_str("ScopeLevelLink"),
            ScopeLevelSubnet_RAW_ => f.write_str("ScopeLevelSubnet"),
            ScopeLevelAdmin_RAW_ => f.write_str("ScopeLevelAdmin"),
            ScopeLevelSite_RAW_ => f.write_str("ScopeLevelSite"),
            ScopeLevelOrganization_RAW_ => f.write_str("ScopeLevelOrganization"),
            ScopeLevelGlobal_RAW_ => f.write_str("ScopeLevelGlobal"),
            ScopeLevelCount_RAW_ => f.write_str("ScopeLevelCount"),
            other => write!(f, "SCOPE_LEVEL({other})"),
        }
    }
}
impl SCOPE_LEVEL {
    pub const ScopeLevelInterface: Self = Self(ScopeLevelInterface_RAW_);
    pub const ScopeLevelLink: Self = Self(ScopeLevelLink_RAW_);
    pub const ScopeLevelSubnet: Self = Self(ScopeLevelSubnet_RAW_);
    pub const ScopeLevelAdmin: Self = Self(ScopeLevelAdmin_RAW_);
    pub const ScopeLevelSite: Self = Self(ScopeLevelSite_RAW_);
    pub const ScopeLevelOrganization: Self = Self(ScopeLevelOrganization_RAW_);
    pub const ScopeLevelGlobal: Self = Self(ScopeLevelGlobal_RAW_);
    pub const ScopeLevelCount: Self = Self(ScopeLevelCount_RAW_);
}
impl From<SCOPE_LEVEL> for i32 {
    fn from(v: SCOPE_LEVEL) -> Self {
        v.0
    }
}
impl From<i32> for SCOPE_LEVEL {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const ScopeLevelInterface: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelInterface;

pub const ScopeLevelLink: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelLink;

pub const ScopeLevelSubnet: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelSubnet;

pub const ScopeLevelAdmin: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelAdmin;

pub const ScopeLevelSite: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelSite;

pub const ScopeLevelOrganization: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelOrganization;

pub const ScopeLevelGlobal: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelGlobal;

pub const ScopeLevelCount: SCOPE_LEVEL = SCOPE_LEVEL::ScopeLevelCount;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SCOPE_ID_0_0 {
    pub _bitfield: u32,
}
impl Default for SCOPE_ID_0_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union SCOPE_ID_0 {
    pub Anonymous: SCOPE_ID_0_0,
    pub Value: u32,
}
impl core::fmt::Debug for SCOPE_ID_0 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SCOPE_ID_0").finish_non_exhaustive()
    }
}
impl Default for SCOPE_ID_0 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SCOPE_ID {
    pub Anonymous: SCOPE_ID_0,
}
impl Default for SCOPE_ID {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct WSABUF {
    pub len: u32,
    pub buf: *mut i8,
}
impl Default for WSABUF {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy)]
pub union SOCKADDR_IN6_LH_4 {
    pub sin6_scope_id: u32,
    pub sin6_scope_struct: SCOPE_ID,
}
impl core::fmt::Debug for SOCKADDR_IN6_LH_4 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("SOCKADDR_IN6_LH_4").finish_non_exhaustive()
    }
}
impl Default for SOCKADDR_IN6_LH_4 {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SOCKADDR_IN6_LH {
    pub sin6_family: ADDRESS_FAMILY,
    pub sin6_port: u16,
    pub sin6_flowinfo: u32,
    pub sin6_addr: IN6_ADDR,
    pub Anonymous: SOCKADDR_IN6_LH_4,
}
impl Default for SOCKADDR_IN6_LH {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type SOCKADDR_IN6 = SOCKADDR_IN6_LH;

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAQuerySocketSecurity(
        Socket: SOCKET,
        SecurityQueryTemplate: *const SOCKET_SECURITY_QUERY_TEMPLATE,
        SecurityQueryTemplateLen: u32,
        SecurityQueryInfo: *mut SOCKET_SECURITY_QUERY_INFO,
        SecurityQueryInfoLen: *mut u32,
        Overlapped: *mut OVERLAPPED,
        CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSASetSocketSecurity(
        Socket: SOCKET,
        SecuritySettings: *const SOCKET_SECURITY_SETTINGS,
        SecuritySettingsLen: u32,
        Overlapped: *mut OVERLAPPED,
        CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSASetSocketPeerTargetName(
        Socket: SOCKET,
        PeerTargetName: *const SOCKET_PEER_TARGET_NAME,
        PeerTargetNameLen: u32,
        Overlapped: *mut OVERLAPPED,
        CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSADeleteSocketPeerTargetName(
        Socket: SOCKET,
        PeerAddr: *const SOCKADDR,
        PeerAddrLen: u32,
        Overlapped: *mut OVERLAPPED,
        CompletionRoutine: LPWSAOVERLAPPED_COMPLETION_ROUTINE,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSAImpersonateSocketPeer(
        Socket: SOCKET,
        PeerAddr: *const SOCKADDR,
        PeerAddrLen: u32,
    ) -> i32;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "fwpuclnt.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "fwpuclnt.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn WSARevertImpersonation() -> i32;
}

const SP_PROT_PCT1_SERVER_RAW_: u32 = 0x00000001;

const SP_PROT_PCT1_CLIENT_RAW_: u32 = 0x00000002;

const SP_PROT_SSL2_SERVER_RAW_: u32 = 0x00000004;

const SP_PROT_SSL2_CLIENT_RAW_: u32 = 0x00000008;

const SP_PROT_SSL3_SERVER_RAW_: u32 = 0x00000010;

const SP_PROT_SSL3_CLIENT_RAW_: u32 = 0x00000020;

const SP_PROT_TLS1_SERVER_RAW_: u32 = 0x00000040;

const SP_PROT_TLS1_CLIENT_RAW_: u32 = 0x00000080;

const SP_PROT_TLS1_0_SERVER_RAW_: u32 = SP_PROT_TLS1_SERVER_RAW_;

const SP_PROT_TLS1_0_CLIENT_RAW_: u32 = SP_PROT_TLS1_CLIENT_RAW_;

const SP_PROT_TLS1_1_SERVER_RAW_: u32 = 0x00000100;

const SP_PROT_TLS1_1_CLIENT_RAW_: u32 = 0x00000200;

const SP_PROT_TLS1_2_SERVER_RAW_: u32 = 0x00000400;

const SP_PROT_TLS1_2_CLIENT_RAW_: u32 = 0x00000800;

const SP_PROT_TLS1_3_SERVER_RAW_: u32 = 0x00001000;

const SP_PROT_TLS1_3_CLIENT_RAW_: u32 = 0x00002000;

const SP_PROT_DTLS1_0_SERVER_RAW_: u32 = 0x00010000;

const SP_PROT_DTLS1_0_CLIENT_RAW_: u32 = 0x00020000;

const SP_PROT_DTLS1_2_SERVER_RAW_: u32 = 0x00040000;

const SP_PROT_DTLS1_2_CLIENT_RAW_: u32 = 0x00080000;

const SP_PROT_UNI_SERVER_RAW_: u32 = 0x40000000;

const SP_PROT_UNI_CLIENT_RAW_: u32 = 0x80000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SP_PROT: u32 {
const SP_PROT_PCT1_SERVER = SP_PROT_PCT1_SERVER_RAW_;
const SP_PROT_PCT1_CLIENT = SP_PROT_PCT1_CLIENT_RAW_;
const SP_PROT_SSL2_SERVER = SP_PROT_SSL2_SERVER_RAW_;
const SP_PROT_SSL2_CLIENT = SP_PROT_SSL2_CLIENT_RAW_;
const SP_PROT_SSL3_SERVER = SP_PROT_SSL3_SERVER_RAW_;
const SP_PROT_SSL3_CLIENT = SP_PROT_SSL3_CLIENT_RAW_;
const SP_PROT_TLS1_SERVER = SP_PROT_TLS1_SERVER_RAW_;
const SP_PROT_TLS1_CLIENT = SP_PROT_TLS1_CLIENT_RAW_;
const SP_PROT_TLS1_0_SERVER = SP_PROT_TLS1_0_SERVER_RAW_;
const SP_PROT_TLS1_0_CLIENT = SP_PROT_TLS1_0_CLIENT_RAW_;
const SP_PROT_TLS1_1_SERVER = SP_PROT_TLS1_1_SERVER_RAW_;
const SP_PROT_TLS1_1_CLIENT = SP_PROT_TLS1_1_CLIENT_RAW_;
const SP_PROT_TLS1_2_SERVER = SP_PROT_TLS1_2_SERVER_RAW_;
const SP_PROT_TLS1_2_CLIENT = SP_PROT_TLS1_2_CLIENT_RAW_;
const SP_PROT_TLS1_3_SERVER = SP_PROT_TLS1_3_SERVER_RAW_;
const SP_PROT_TLS1_3_CLIENT = SP_PROT_TLS1_3_CLIENT_RAW_;
const SP_PROT_DTLS1_0_SERVER = SP_PROT_DTLS1_0_SERVER_RAW_;
const SP_PROT_DTLS1_0_CLIENT = SP_PROT_DTLS1_0_CLIENT_RAW_;
const SP_PROT_DTLS1_2_SERVER = SP_PROT_DTLS1_2_SERVER_RAW_;
const SP_PROT_DTLS1_2_CLIENT = SP_PROT_DTLS1_2_CLIENT_RAW_;
const SP_PROT_UNI_SERVER = SP_PROT_UNI_SERVER_RAW_;
const SP_PROT_UNI_CLIENT = SP_PROT_UNI_CLIENT_RAW_;
const _ = !0;
}
}

pub const SP_PROT_PCT1_SERVER: SP_PROT = SP_PROT::SP_PROT_PCT1_SERVER;

pub const SP_PROT_PCT1_CLIENT: SP_PROT = SP_PROT::SP_PROT_PCT1_CLIENT;

pub const SP_PROT_SSL2_SERVER: SP_PROT = SP_PROT::SP_PROT_SSL2_SERVER;

pub const SP_PROT_SSL2_CLIENT: SP_PROT = SP_PROT::SP_PROT_SSL2_CLIENT;

pub const SP_PROT_SSL3_SERVER: SP_PROT = SP_PROT::SP_PROT_SSL3_SERVER;

pub const SP_PROT_SSL3_CLIENT: SP_PROT = SP_PROT::SP_PROT_SSL3_CLIENT;

pub const SP_PROT_TLS1_SERVER: SP_PROT = SP_PROT::SP_PROT_TLS1_SERVER;

pub const SP_PROT_TLS1_CLIENT: SP_PROT = SP_PROT::SP_PROT_TLS1_CLIENT;

pub const SP_PROT_TLS1_0_SERVER: SP_PROT = SP_PROT::SP_PROT_TLS1_0_SERVER;

pub const SP_PROT_TLS1_0_CLIENT: SP_PROT = SP_PROT::SP_PROT_TLS1_0_CLIENT;

pub const SP_PROT_TLS1_1_SERVER: SP_PROT = SP_PROT::SP_PROT_TLS1_1_SERVER;

pub const SP_PROT_TLS1_1_CLIENT: SP_PROT = SP_PROT::SP_PROT_TLS1_1_CLIENT;

pub const SP_PROT_TLS1_2_SERVER: SP_PROT = SP_PROT::SP_PROT_TLS1_2_SERVER;

pub const SP_PROT_TLS1_2_CLIENT: SP_PROT = SP_PROT::SP_PROT_TLS1_2_CLIENT;

pub const SP_PROT_TLS1_3_SERVER: SP_PROT = SP_PROT::SP_PROT_TLS1_3_SERVER;

pub const SP_PROT_TLS1_3_CLIENT: SP_PROT = SP_PROT::SP_PROT_TLS1_3_CLIENT;

pub const SP_PROT_DTLS1_0_SERVER: SP_PROT = SP_PROT::SP_PROT_DTLS1_0_SERVER;

pub const SP_PROT_DTLS1_0_CLIENT: SP_PROT = SP_PROT::SP_PROT_DTLS1_0_CLIENT;

pub const SP_PROT_DTLS1_2_SERVER: SP_PROT = SP_PROT::SP_PROT_DTLS1_2_SERVER;

pub const SP_PROT_DTLS1_2_CLIENT: SP_PROT = SP_PROT::SP_PROT_DTLS1_2_CLIENT;

pub const SP_PROT_UNI_SERVER: SP_PROT = SP_PROT::SP_PROT_UNI_SERVER;

pub const SP_PROT_UNI_CLIENT: SP_PROT = SP_PROT::SP_PROT_UNI_CLIENT;

pub type ALG_ID = u32;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SecPkgContext_ConnectionInfo {
    pub dwProtocol: SP_PROT,
    pub aiCipher: ALG_ID,
    pub dwCipherStrength: u32,
    pub aiHash: ALG_ID,
    pub dwHashStrength: u32,
    pub aiExch: ALG_ID,
    pub dwExchStrength: u32,
}
impl Default for SecPkgContext_ConnectionInfo {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SecPkgContext_CipherInfo {
    pub dwVersion: u32,
    pub dwProtocol: u32,
    pub dwCipherSuite: u32,
    pub dwBaseCipherSuite: u32,
    pub szCipherSuite: [u16; 64],
    pub szCipher: [u16; 64],
    pub dwCipherLen: u32,
    pub dwCipherBlockLen: u32,
    pub szHash: [u16; 64],
    pub dwHashLen: u32,
    pub szExchange: [u16; 64],
    pub dwMinExchangeLen: u32,
    pub dwMaxExchangeLen: u32,
    pub szCertificate: [u16; 64],
    pub dwKeyType: u32,
}
impl Default for SecPkgContext_CipherInfo {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const SEC_E_OK_RAW_: i32 = 0;

const SEC_E_INSUFFICIENT_MEMORY_RAW_: i32 = -2146893056;

const SEC_E_INVALID_HANDLE_RAW_: i32 = -2146893055;

const SEC_E_UNSUPPORTED_FUNCTION_RAW_: i32 = -2146893054;

const SEC_E_NOT_SUPPORTED_RAW_: i32 = SEC_E_UNSUPPORTED_FUNCTION_RAW_;

const SEC_E_TARGET_UNKNOWN_RAW_: i32 = -2146893053;

const SEC_E_INTERNAL_ERROR_RAW_: i32 = -2146893052;

const SEC_E_NO_SPM_RAW_: i32 = SEC_E_INTERNAL_ERROR_RAW_;

const SEC_E_SECPKG_NOT_FOUND_RAW_: i32 = -2146893051;

const SEC_E_NOT_OWNER_RAW_: i32 = -2146893050;

const SEC_E_CANNOT_INSTALL_RAW_: i32 = -2146893049;

const SEC_E_INVALID_TOKEN_RAW_: i32 = -2146893048;

const SEC_E_CANNOT_PACK_RAW_: i32 = -2146893047;

const SEC_E_QOP_NOT_SUPPORTED_RAW_: i32 = -2146893046;

const SEC_E_NO_IMPERSONATION_RAW_: i32 = -2146893045;

const SEC_E_LOGON_DENIED_RAW_: i32 = -2146893044;

const SEC_E_UNKNOWN_CREDENTIALS_RAW_: i32 = -2146893043;

const SEC_E_NO_CREDENTIALS_RAW_: i32 = -2146893042;

const SEC_E_MESSAGE_ALTERED_RAW_: i32 = -2146893041;

const SEC_E_OUT_OF_SEQUENCE_RAW_: i32 = -2146893040;

const SEC_E_NO_AUTHENTICATING_AUTHORITY_RAW_: i32 = -2146893039;

const SEC_E_BAD_PKGID_RAW_: i32 = -2146893034;

const SEC_E_CONTEXT_EXPIRED_RAW_: i32 = -2146893033;

const SEC_E_INCOMPLETE_MESSAGE_RAW_: i32 = -2146893032;

const SEC_E_INCOMPLETE_CREDENTIALS_RAW_: i32 = -2146893024;

const SEC_E_BUFFER_TOO_SMALL_RAW_: i32 = -2146893023;

const SEC_E_WRONG_PRINCIPAL_RAW_: i32 = -2146893022;

const SEC_E_TIME_SKEW_RAW_: i32 = -2146893020;

const SEC_E_UNTRUSTED_ROOT_RAW_: i32 = -2146893019;

const SEC_E_ILLEGAL_MESSAGE_RAW_: i32 = -2146893018;

const SEC_E_CERT_UNKNOWN_RAW_: i32 = -2146893017;

const SEC_E_CERT_EXPIRED_RAW_: i32 = -2146893016;

const SEC_E_ENCRYPT_FAILURE_RAW_: i32 = -2146893015;

const SEC_E_DECRYPT_FAILURE_RAW_: i32 = -2146893008;

const SEC_E_ALGORITHM_MISMATCH_RAW_: i32 = -2146893007;

const SEC_E_SECURITY_QOS_FAILED_RAW_: i32 = -2146893006;

const SEC_E_UNFINISHED_CONTEXT_DELETED_RAW_: i32 = -2146893005;

const SEC_E_NO_TGT_REPLY_RAW_: i32 = -2146893004;

const SEC_E_NO_IP_ADDRESSES_RAW_: i32 = -2146893003;

const SEC_E_WRONG_CREDENTIAL_HANDLE_RAW_: i32 = -2146893002;

const SEC_E_CRYPTO_SYSTEM_INVALID_RAW_: i32 = -2146893001;

const SEC_E_MAX_REFERRALS_EXCEEDED_RAW_: i32 = -2146893000;

const SEC_E_MUST_BE_KDC_RAW_: i32 = -2146892999;

const SEC_E_STRONG_CRYPTO_NOT_SUPPORTED_RAW_: i32 = -2146892998;

const SEC_E_TOO_MANY_PRINCIPALS_RAW_: i32 = -2146892997;

const SEC_E_NO_PA_DATA_RAW_: i32 = -2146892996;

const SEC_E_PKINIT_NAME_MISMATCH_RAW_: i32 = -2146892995;

const SEC_E_SMARTCARD_LOGON_REQUIRED_RAW_: i32 = -2146892994;

const SEC_E_SHUTDOWN_IN_PROGRESS_RAW_: i32 = -2146892993;

const SEC_E_KDC_INVALID_REQUEST_RAW_: i32 = -2146892992;

const SEC_E_KDC_UNABLE_TO_REFER_RAW_: i32 = -2146892991;

const SEC_E_KDC_UNKNOWN_ETYPE_RAW_: i32 = -2146892990;

const SEC_E_UNSUPPORTED_PREAUTH_RAW_: i32 = -2146892989;

const SEC_E_DELEGATION_REQUIRED_RAW_: i32 = -2146892987;

const SEC_E_BAD_BINDINGS_RAW_: i32 = -2146892986;

const SEC_E_MULTIPLE_ACCOUNTS_RAW_: i32 = -2146892985;

const SEC_E_NO_KERB_KEY_RAW_: i32 = -2146892984;

const SEC_E_CERT_WRONG_USAGE_RAW_: i32 = -2146892983;

const SEC_E_DOWNGRADE_DETECTED_RAW_: i32 = -2146892976;

const SEC_E_SMARTCARD_CERT_REVOKED_RAW_: i32 = -2146892975;

const SEC_E_ISSUING_CA_UNTRUSTED_RAW_: i32 = -2146892974;

const SEC_E_REVOCATION_OFFLINE_C_RAW_: i32 = -2146892973;

const SEC_E_PKINIT_CLIENT_FAILURE_RAW_: i32 = -2146892972;

const SEC_E_SMARTCARD_CERT_EXPIRED_RAW_: i32 = -2146892971;

const SEC_E_NO_S4U_PROT_SUPPORT_RAW_: i32 = -2146892970;

const SEC_E_CROSSREALM_DELEGATION_FAILURE_RAW_: i32 = -2146892969;

const SEC_E_REVOCATION_OFFLINE_KDC_RAW_: i32 = -2146892968;

const SEC_E_ISSUING_CA_UNTRUSTED_KDC_RAW_: i32 = -2146892967;

const SEC_E_KDC_CERT_EXPIRED_RAW_: i32 = -2146892966;

const SEC_E_KDC_CERT_REVOKED_RAW_: i32 = -2146892965;

const SEC_E_INVALID_PARAMETER_RAW_: i32 = -2146892963;

const SEC_E_DELEGATION_POLICY_RAW_: i32 = -2146892962;

const SEC_E_POLICY_NLTM_ONLY_RAW_: i32 = -2146892961;

const SEC_E_NO_CONTEXT_RAW_: i32 = -2146892959;

const SEC_E_PKU2U_CERT_FAILURE_RAW_: i32 = -2146892958;

const SEC_E_MUTUAL_AUTH_FAILED_RAW_: i32 = -2146892957;

const SEC_E_ONLY_HTTPS_ALLOWED_RAW_: i32 = -2146892955;

const SEC_E_APPLICATION_PROTOCOL_MISMATCH_RAW_: i32 = -2146892953;

const SEC_E_INVALID_UPN_NAME_RAW_: i32 = -2146892951;

const SEC_E_EXT_BUFFER_TOO_SMALL_RAW_: i32 = -2146892950;

const SEC_E_INSUFFICIENT_BUFFERS_RAW_: i32 = -2146892949;

const SEC_I_CONTINUE_NEEDED_RAW_: i32 = 590610;

const SEC_I_COMPLETE_NEEDED_RAW_: i32 = 590611;

const SEC_I_COMPLETE_AND_CONTINUE_RAW_: i32 = 590612;

const SEC_I_LOCAL_LOGON_RAW_: i32 = 590613;

const SEC_I_GENERIC_EXTENSION_RECEIVED_RAW_: i32 = 590614;

const SEC_I_CONTEXT_EXPIRED_RAW_: i32 = 590615;

const SEC_I_INCOMPLETE_CREDENTIALS_RAW_: i32 = 590624;

const SEC_I_RENEGOTIATE_RAW_: i32 = 590625;

const SEC_I_NO_LSA_CONTEXT_RAW_: i32 = 590627;

const SEC_I_SIGNATURE_NEEDED_RAW_: i32 = 590684;

const SEC_I_NO_RENEGOTIATION_RAW_: i32 = 590688;

const SEC_I_MESSAGE_FRAGMENT_RAW_: i32 = 590692;

const SEC_I_CONTINUE_NEEDED_MESSAGE_OK_RAW_: i32 = 590694;

const SEC_I_ASYNC_CALL_PENDING_RAW_: i32 = 590696;

const SEC_I_INVALID_SESSION_STATE_RAW_: i32 = -2146892948;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECURITY_STATUS(pub i32);
impl core::fmt::Debug for SECURITY_STATUS {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SEC_E_OK_RAW_ => f.write_str("SEC_E_OK"),
            SEC_E_INSUFFICIENT_MEMORY_RAW_ => f.write_str("SEC_E_INSUFFICIENT_MEMORY"),
            SEC_E_INVALID_HANDLE_RAW_ => f.write_str("SEC_E_INVALID_HANDLE"),
            SEC_E_UNSUPPORTED_FUNCTION_RAW_ => f.write_str("SEC_E_UNSUPPORTED_FUNCTION"),
            SEC_E_NOT_SUPPORTED_RAW_ => f.write_str("SEC_E_NOT_SUPPORTED"),
            SEC_E_TARGET_UNKNOWN_RAW_ => f.write_str("SEC_E_TARGET_UNKNOWN"),
            SEC_E_INTERNAL_ERROR_RAW_ => f.write_str("SEC_E_INTERNAL_ERROR"),
            SEC_E_NO_SPM_RAW_ => f.write_str("SEC_E_NO_SPM"),
            SEC_E_SECPKG_NOT_FOUND_RAW_ => f.write_str("SEC_E_SECPKG_NOT_FOUND"),
            SEC_E_NOT_OWNER_RAW_ => f.write_str("SEC_E_NOT_OWNER"),
            SEC_E_CANNOT_INSTALL_RAW_ => f.write_str("SEC_E_CANNOT_INSTALL"),
            SEC_E_INVALID_TOKEN_RAW_ => f.write_str("SEC_E_INVALID_TOKEN"),
            SEC_E_CANNOT_PACK_RAW_ => f.write_str("SEC_E_CANNOT_PACK"),
            SEC_E_QOP_NOT_SUPPORTED_RAW_ => f.write_str("SEC_E_QOP_NOT_SUPPORTED"),
            SEC_E_NO_IMPERSONATION_RAW_ => f.write_str("SEC_E_NO_IMPERSONATION"),
            SEC_E_LOGON_DENIED_RAW_ => f.write_str("SEC_E_LOGON_DENIED"),
            SEC_E_UNKNOWN_CREDENTIALS_RAW_ => f.write_str("SEC_E_UNKNOWN_CREDENTIALS"),
            SEC_E_NO_CREDENTIALS_RAW_ => f.write_str("SEC_E_NO_CREDENTIALS"),
            SEC_E_MESSAGE_ALTERED_RAW_ => f.write_str("SEC_E_MESSAGE_ALTERED"),
            SEC_E_OUT_OF_SEQUENCE_RAW_ => f.write_str("SEC_E_OUT_OF_SEQUENCE"),
            SEC_E_NO_AUTHENTICATING_AUTHORITY_RAW_ => {
                f.write_str("SEC_E_NO_AUTHENTICATING_AUTHORITY")
            }
            SEC_E_BAD_PKGID_RAW_ => f.write_str("SEC_E_BAD_PKGID"),
            SEC_E_CONTEXT_EXPIRED_RAW_ => f.write_str("SEC_E_CONTEXT_EXPIRED"),
            SEC_E_INCOMPLETE_MESSAGE_RAW_ => f.write_str("SEC_E_INCOMPLETE_MESSAGE"),
            SEC_E_INCOMPLETE_CREDENTIALS_RAW_ => f.write_str("SEC_E_INCOMPLETE_CREDENTIALS"),
            SEC_E_BUFFER_TOO_SMALL_RAW_ => f.write_str("SEC_E_BUFFER_TOO_SMALL"),
            SEC_E_WRONG_PRINCIPAL_RAW_ => f.write_str("SEC_E_WRONG_PRINCIPAL"),
            SEC_E_TIME_SKEW_RAW_ => f.write_str("SEC_E_TIME_SKEW"),
            SEC_E_UNTRUSTED_ROOT_RAW_ => f.write_str("SEC_E_UNTRUSTED_ROOT"),
            SEC_E_ILLEGAL_MESSAGE_RAW_ => f.write_str("SEC_E_ILLEGAL_MESSAGE"),
            SEC_E_CERT_UNKNOWN_RAW_ => f.write_str("SEC_E_CERT_UNKNOWN"),
            SEC_E_CERT_EXPIRED_RAW_ => f.write_str("SEC_E_CERT_EXPIRED"),
            SEC_E_ENCRYPT_FAILURE_RAW_ => f.write_str("SEC_E_ENCRYPT_FAILURE"),
            SEC_E_DECRYPT_FAILURE_RAW_ => f.write_str("SEC_E_DECRYPT_FAILURE"),
            SEC_E_ALGORITHM_MISMATCH_RAW_ => f.write_str("SEC_E_ALGORITHM_MISMATCH"),
            SEC_E_SECURITY_QOS_FAILED_RAW_ => f.write_str("SEC_E_SECURITY_QOS_FAILED"),
            SEC_E_UNFINISHED_CONTEXT_DELETED_RAW_ => {
                f.write_str("SEC_E_UNFINISHED_CONTEXT_DELETED")
            }
            SEC_E_NO_TGT_REPLY_RAW_ => f.write_str("SEC_E_NO_TGT_REPLY"),
            SEC_E_NO_IP_ADDRESSES_RAW_ => f.write_str("SEC_E_NO_IP_ADDRESSES"),
            SEC_E_WRONG_CREDENTIAL_HANDLE_RAW_ => f.write_str("SEC_E_WRONG_CREDENTIAL_HANDLE"),
            SEC_E_CRYPTO_SYSTEM_INVALID_RAW_ => f.write_str("SEC_E_CRYPTO_SYSTEM_INVALID"),
            SEC_E_MAX_REFERRALS_EXCEEDED_RAW_ => f.write_str("SEC_E_MAX_REFERRALS_EXCEEDED"),
            SEC_E_MUST_BE_KDC_RAW_ => f.write_str("SEC_E_MUST_BE_KDC"),
            SEC_E_STRONG_CRYPTO_NOT_SUPPORTED_RAW_ => {
                f.write_str("SEC_E_STRONG_CRYPTO_NOT_SUPPORTED")
            }
            SEC_E_TOO_MANY_PRINCIPALS_RAW_ => f.write_str("SEC_E_TOO_MANY_PRINCIPALS"),
            SEC_E_NO_PA_DATA_RAW_ => f.write_str("SEC_E_NO_PA_DATA"),
            SEC_E_PKINIT_NAME_MISMATCH_RAW_ => f.write_str("SEC_E_PKINIT_NAME_MISMATCH"),
            SEC_E_SMARTCARD_LOGON_REQUIRED_RAW_ => f.write_str("SEC_E_SMARTCARD_LOGON_REQUIRED"),
            SEC_E_SHUTDOWN_IN_PROGRESS_RAW_ => f.write_str("SEC_E_SHUTDOWN_IN_PROGRESS"),
            SEC_E_KDC_INVALID_REQUEST_RAW_ => f.write_str("SEC_E_KDC_INVALID_REQUEST"),
            SEC_E_KDC_UNABLE_TO_REFER_RAW_ => f.write_str("SEC_E_KDC_UNABLE_TO_REFER"),
            SEC_E_KDC_UNKNOWN_ETYPE_RAW_ => f.write_str("SEC_E_KDC_UNKNOWN_ETYPE"),
            SEC_E_UNSUPPORTED_PREAUTH_RAW_ => f.write_str("SEC_E_UNSUPPORTED_PREAUTH"),
            SEC_E_DELEGATION_REQUIRED_RAW_ => f.write_str("SEC_E_DELEGATION_REQUIRED"),
            SEC_E_BAD_BINDINGS_RAW_ => f.write_str("SEC_E_BAD_BINDINGS"),
            SEC_E_MULTIPLE_ACCOUNTS_RAW_ => f.write_str("SEC_E_MULTIPLE_ACCOUNTS"),
            SEC_E_NO_KERB_KEY_RAW_ => f.write_str("SEC_E_NO_KERB_KEY"),
            SEC_E_CERT_WRONG_USAGE_RAW_ => f.write_str("SEC_E_CERT_WRONG_USAGE"),
            SEC_E_DOWNGRADE_DETECTED_RAW_ => f.write_str("SEC_E_DOWNGRADE_DETECTED"),
            SEC_E_SMARTCARD_CERT_REVOKED_RAW_ => f.write_str("SEC_E_SMARTCARD_CERT_REVOKED"),
            SEC_E_ISSUING_CA_UNTRUSTED_RAW_ => f.write_str("SEC_E_ISSUING_CA_UNTRUSTED"),
            SEC_E_REVOCATION_OFFLINE_C_RAW_ => f.write_str("SEC_E_REVOCATION_OFFLINE_C"),
            SEC_E_PKINIT_CLIENT_FAILURE_RAW_ => f.write_str("SEC_E_PKINIT_CLIENT_FAILURE"),
            SEC_E_SMARTCARD_CERT_EXPIRED_RAW_ => f.write_str("SEC_E_SMARTCARD_CERT_EXPIRED"),
            SEC_E_NO_S4U_PROT_SUPPORT_RAW_ => f.write_str("SEC_E_NO_S4U_PROT_SUPPORT"),
            SEC_E_CROSSREALM_DELEGATION_FAILURE_RAW_ => {
                f.write_str("SEC_E_CROSSREALM_DELEGATION_FAILURE")
            }
            SEC_E_REVOCATION_OFFLINE_KDC_RAW_ => f.write_str("SEC_E_REVOCATION_OFFLINE_KDC"),
            SEC_E_ISSUING_CA_UNTRUSTED_KDC_RAW_ => f.write_str("SEC_E_ISSUING_CA_UNTRUSTED_KDC"),
            SEC_E_KDC_CERT_EXPIRED_RAW_ => f.write_str("SEC_E_KDC_CERT_EXPIRED"),
            SEC_E_KDC_CERT_REVOKED_RAW_ => f.write_str("SEC_E_KDC_CERT_REVOKED"),
            SEC_E_INVALID_PARAMETER_RAW_ => f.write_str("SEC_E_INVALID_PARAMETER"),
            SEC_E_DELEGATION_POLICY_RAW_ => f.write_str("SEC_E_DELEGATION_POLICY"),
            SEC_E_POLICY_NLTM_ONLY_RAW_ => f.write_str("SEC_E_POLICY_NLTM_ONLY"),
            SEC_E_NO_CONTEXT_RAW_ => f.write_str("SEC_E_NO_CONTEXT"),
            SEC_E_PKU2U_CERT_FAILURE_RAW_ => f.write_str("SEC_E_PKU2U_CERT_FAILURE"),
            SEC_E_MUTUAL_AUTH_FAILED_RAW_ => f.write_str("SEC_E_MUTUAL_AUTH_FAILED"),
            SEC_E_ONLY_HTTPS_ALLOWED_RAW_ => f.write_str("SEC_E_ONLY_HTTPS_ALLOWED"),
            SEC_E_APPLICATION_PROTOCOL_MISMATCH_RAW_ => {
                f.write_str("SEC_E_APPLICATION_PROTOCOL_MISMATCH")
            }
            SEC_E_INVALID_UPN_NAME_RAW_ => f.write_str("SEC_E_INVALID_UPN_NAME"),
            SEC_E_EXT_BUFFER_TOO_SMALL_RAW_ => f.write_str("SEC_E_EXT_BUFFER_TOO_SMALL"),
            SEC_E_INSUFFICIENT_BUFFERS_RAW_ => f.write_str("SEC_E_INSUFFICIENT_BUFFERS"),
            SEC_I_CONTINUE_NEEDED_RAW_ => f.write_str("SEC_I_CONTINUE_NEEDED"),
            SEC_I_COMPLETE_NEEDED_RAW_ => f.write_str("SEC_I_COMPLETE_NEEDED"),
            SEC_I_COMPLETE_AND_CONTINUE_RAW_ => f.write_str("SEC_I_COMPLETE_AND_CONTINUE"),
            SEC_I_LOCAL_LOGON_RAW_ => f.write_str("SEC_I_LOCAL_LOGON"),
            SEC_I_GENERIC_EXTENSION_RECEIVED_RAW_ => {
                f.write_str("SEC_I_GENERIC_EXTENSION_RECEIVED")
            }
            SEC_I_CONTEXT_EXPIRED_RAW_ => f.write_str("SEC_I_CONTEXT_EXPIRED"),
            SEC_I_INCOMPLETE_CREDENTIALS_RAW_ => f.write_str("SEC_I_INCOMPLETE_CREDENTIALS"),
            SEC_I_RENEGOTIATE_RAW_ => f.write_str("SEC_I_RENEGOTIATE"),
            SEC_I_NO_LSA_CONTEXT_RAW_ => f.write_str("SEC_I_NO_LSA_CONTEXT"),
            SEC_I_SIGNATURE_NEEDED_RAW_ => f.write_str("SEC_I_SIGNATURE_NEEDED"),
            SEC_I_NO_RENEGOTIATION_RAW_ => f.write_str("SEC_I_NO_RENEGOTIATION"),
            SEC_I_MESSAGE_FRAGMENT_RAW_ => f.write_str("SEC_I_MESSAGE_FRAGMENT"),
            SEC_I_CONTINUE_NEEDED_MESSAGE_OK_RAW_ => {
                f.write_str("SEC_I_CONTINUE_NEEDED_MESSAGE_OK")
            }
            SEC_I_ASYNC_CALL_PENDING_RAW_ => f.write_str("SEC_I_ASYNC_CALL_PENDING"),
            SEC_I_INVALID_SESSION_STATE_RAW_ => f.write_str("SEC_I_INVALID_SESSION_STATE"),
            other => write!(f, "SECURITY_STATUS({other})"),
        }
    }
}
impl SECURITY_STATUS {
    pub const SEC_E_OK: Self = Self(SEC_E_OK_RAW_);
    pub const SEC_E_INSUFFICIENT_MEMORY: Self = Self(SEC_E_INSUFFICIENT_MEMORY_RAW_);
    pub const SEC_E_INVALID_HANDLE: Self = Self(SEC_E_INVALID_HANDLE_RAW_);
    pub const SEC_E_UNSUPPORTED_FUNCTION: Self = Self(SEC_E_UNSUPPORTED_FUNCTION_RAW_);
    pub const SEC_E_NOT_SUPPORTED: Self = Self(SEC_E_NOT_SUPPORTED_RAW_);
    pub const SEC_E_TARGET_UNKNOWN: Self = Self(SEC_E_TARGET_UNKNOWN_RAW_);
    pub const SEC_E_INTERNAL_ERROR: Self = Self(SEC_E_INTERNAL_ERROR_RAW_);
    pub const SEC_E_NO_SPM: Self = Self(SEC_E_NO_SPM_RAW_);
    pub const SEC_E_SECPKG_NOT_FOUND: Self = Self(SEC_E_SECPKG_NOT_FOUND_RAW_);
    pub const SEC_E_NOT_OWNER: Self = Self(SEC_E_NOT_OWNER_RAW_);
    pub const SEC_E_CANNOT_INSTALL: Self = Self(SEC_E_CANNOT_INSTALL_RAW_);
    pub const SEC_E_INVALID_TOKEN: Self = Self(SEC_E_INVALID_TOKEN_RAW_);
    pub const SEC_E_CANNOT_PACK: Self = Self(SEC_E_CANNOT_PACK_RAW_);
    pub const SEC_E_QOP_NOT_SUPPORTED: Self = Self(SEC_E_QOP_NOT_SUPPORTED_RAW_);
    pub const SEC_E_NO_IMPERSONATION: Self = Self(SEC_E_NO_IMPERSONATION_RAW_);
    pub const SEC_E_LOGON_DENIED: Self = Self(SEC_E_LOGON_DENIED_RAW_);
    pub const SEC_E_UNKNOWN_CREDENTIALS: Self = Self(SEC_E_UNKNOWN_CREDENTIALS_RAW_);
    pub const SEC_E_NO_CREDENTIALS: Self = Self(SEC_E_NO_CREDENTIALS_RAW_);
    pub const SEC_E_MESSAGE_ALTERED: Self = Self(SEC_E_MESSAGE_ALTERED_RAW_);
    pub const SEC_E_OUT_OF_SEQUENCE: Self = Self(SEC_E_OUT_OF_SEQUENCE_RAW_);
    pub const SEC_E_NO_AUTHENTICATING_AUTHORITY: Self =
        Self(SEC_E_NO_AUTHENTICATING_AUTHORITY_RAW_);
    pub const SEC_E_BAD_PKGID: Self = Self(SEC_E_BAD_PKGID_RAW_);
    pub const SEC_E_CONTEXT_EXPIRED: Self = Self(SEC_E_CONTEXT_EXPIRED_RAW_);
    pub const SEC_E_INCOMPLETE_MESSAGE: Self = Self(SEC_E_INCOMPLETE_MESSAGE_RAW_);
    pub const SEC_E_INCOMPLETE_CREDENTIALS: Self = Self(SEC_E_INCOMPLETE_CREDENTIALS_RAW_);
    pub const SEC_E_BUFFER_TOO_SMALL: Self = Self(SEC_E_BUFFER_TOO_SMALL_RAW_);
    pub const SEC_E_WRONG_PRINCIPAL: Self = Self(SEC_E_WRONG_PRINCIPAL_RAW_);
    pub const SEC_E_TIME_SKEW: Self = Self(SEC_E_TIME_SKEW_RAW_);
    pub const SEC_E_UNTRUSTED_ROOT: Self = Self(SEC_E_UNTRUSTED_ROOT_RAW_);
    pub const SEC_E_ILLEGAL_MESSAGE: Self = Self(SEC_E_ILLEGAL_MESSAGE_RAW_);
    pub const SEC_E_CERT_UNKNOWN: Self = Self(SEC_E_CERT_UNKNOWN_RAW_);
    pub const SEC_E_CERT_EXPIRED: Self = Self(SEC_E_CERT_EXPIRED_RAW_);
    pub const SEC_E_ENCRYPT_FAILURE: Self = Self(SEC_E_ENCRYPT_FAILURE_RAW_);
    pub const SEC_E_DECRYPT_FAILURE: Self = Self(SEC_E_DECRYPT_FAILURE_RAW_);
    pub const SEC_E_ALGORITHM_MISMATCH: Self = Self(SEC_E_ALGORITHM_MISMATCH_RAW_);
    pub const SEC_E_SECURITY_QOS_FAILED: Self = Self(SEC_E_SECURITY_QOS_FAILED_RAW_);
    pub const SEC_E_UNFINISHED_CONTEXT_DELETED: Self = Self(SEC_E_UNFINISHED_CONTEXT_DELETED_RAW_);
    pub const SEC_E_NO_TGT_REPLY: Self = Self(SEC_E_NO_TGT_REPLY_RAW_);
    pub const SEC_E_NO_IP_ADDRESSES: Self = Self(SEC_E_NO_IP_ADDRESSES_RAW_);
    pub const SEC_E_WRONG_CREDENTIAL_HANDLE: Self = Self(SEC_E_WRONG_CREDENTIAL_HANDLE_RAW_);
    pub const SEC_E_CRYPTO_SYSTEM_INVALID: Self = Self(SEC_E_CRYPTO_SYSTEM_INVALID_RAW_);
    pub const SEC_E_MAX_REFERRALS_EXCEEDED: Self = Self(SEC_E_MAX_REFERRALS_EXCEEDED_RAW_);
    pub const SEC_E_MUST_BE_KDC: Self = Self(SEC_E_MUST_BE_KDC_RAW_);
    pub const SEC_E_STRONG_CRYPTO_NOT_SUPPORTED: Self =
        Self(SEC_E_STRONG_CRYPTO_NOT_SUPPORTED_RAW_);
    pub const SEC_E_TOO_MANY_PRINCIPALS: Self = Self(SEC_E_TOO_MANY_PRINCIPALS_RAW_);
    pub const SEC_E_NO_PA_DATA: Self = Self(SEC_E_NO_PA_DATA_RAW_);
    pub const SEC_E_PKINIT_NAME_MISMATCH: Self = Self(SEC_E_PKINIT_NAME_MISMATCH_RAW_);
    pub const SEC_E_SMARTCARD_LOGON_REQUIRED: Self = Self(SEC_E_SMARTCARD_LOGON_REQUIRED_RAW_);
    pub const SEC_E_SHUTDOWN_IN_PROGRESS: Self = Self(SEC_E_SHUTDOWN_IN_PROGRESS_RAW_);
    pub const SEC_E_KDC_INVALID_REQUEST: Self = Self(SEC_E_KDC_INVALID_REQUEST_RAW_);
    pub const SEC_E_KDC_UNABLE_TO_REFER: Self = Self(SEC_E_KDC_UNABLE_TO_REFER_RAW_);
    pub const SEC_E_KDC_UNKNOWN_ETYPE: Self = Self(SEC_E_KDC_UNKNOWN_ETYPE_RAW_);
    pub const SEC_E_UNSUPPORTED_PREAUTH: Self = Self(SEC_E_UNSUPPORTED_PREAUTH_RAW_);
    pub const SEC_E_DELEGATION_REQUIRED: Self = Self(SEC_E_DELEGATION_REQUIRED_RAW_);
    pub const SEC_E_BAD_BINDINGS: Self = Self(SEC_E_BAD_BINDINGS_RAW_);
    pub const SEC_E_MULTIPLE_ACCOUNTS: Self = Self(SEC_E_MULTIPLE_ACCOUNTS_RAW_);
    pub const SEC_E_NO_KERB_KEY: Self = Self(SEC_E_NO_KERB_KEY_RAW_);
    pub const SEC_E_CERT_WRONG_USAGE: Self = Self(SEC_E_CERT_WRONG_USAGE_RAW_);
    pub const SEC_E_DOWNGRADE_DETECTED: Self = Self(SEC_E_DOWNGRADE_DETECTED_RAW_);
    pub const SEC_E_SMARTCARD_CERT_REVOKED: Self = Self(SEC_E_SMARTCARD_CERT_REVOKED_RAW_);
    pub const SEC_E_ISSUING_CA_UNTRUSTED: Self = Self(SEC_E_ISSUING_CA_UNTRUSTED_RAW_);
    pub const SEC_E_REVOCATION_OFFLINE_C: Self = Self(SEC_E_REVOCATION_OFFLINE_C_RAW_);
    pub const SEC_E_PKINIT_CLIENT_FAILURE: Self = Self(SEC_E_PKINIT_CLIENT_FAILURE_RAW_);
    pub const SEC_E_SMARTCARD_CERT_EXPIRED: Self = Self(SEC_E_SMARTCARD_CERT_EXPIRED_RAW_);
    pub const SEC_E_NO_S4U_PROT_SUPPORT: Self = Self(SEC_E_NO_S4U_PROT_SUPPORT_RAW_);
    pub const SEC_E_CROSSREALM_DELEGATION_FAILURE: Self =
        Self(SEC_E_CROSSREALM_DELEGATION_FAILURE_RAW_);
    pub const SEC_E_REVOCATION_OFFLINE_KDC: Self = Self(SEC_E_REVOCATION_OFFLINE_KDC_RAW_);
    pub const SEC_E_ISSUING_CA_UNTRUSTED_KDC: Self = Self(SEC_E_ISSUING_CA_UNTRUSTED_KDC_RAW_);
    pub const SEC_E_KDC_CERT_EXPIRED: Self = Self(SEC_E_KDC_CERT_EXPIRED_RAW_);
    pub const SEC_E_KDC_CERT_REVOKED: Self = Self(SEC_E_KDC_CERT_REVOKED_RAW_);
    pub const SEC_E_INVALID_PARAMETER: Self = Self(SEC_E_INVALID_PARAMETER_RAW_);
    pub const SEC_E_DELEGATION_POLICY: Self = Self(SEC_E_DELEGATION_POLICY_RAW_);
    pub const SEC_E_POLICY_NLTM_ONLY: Self = Self(SEC_E_POLICY_NLTM_ONLY_RAW_);
    pub const SEC_E_NO_CONTEXT: Self = Self(SEC_E_NO_CONTEXT_RAW_);
    pub const SEC_E_PKU2U_CERT_FAILURE: Self = Self(SEC_E_PKU2U_CERT_FAILURE_RAW_);
    pub const SEC_E_MUTUAL_AUTH_FAILED: Self = Self(SEC_E_MUTUAL_AUTH_FAILED_RAW_);
    pub const SEC_E_ONLY_HTTPS_ALLOWED: Self = Self(SEC_E_ONLY_HTTPS_ALLOWED_RAW_);
    pub const SEC_E_APPLICATION_PROTOCOL_MISMATCH: Self =
        Self(SEC_E_APPLICATION_PROTOCOL_MISMATCH_RAW_);
    pub const SEC_E_INVALID_UPN_NAME: Self = Self(SEC_E_INVALID_UPN_NAME_RAW_);
    pub const SEC_E_EXT_BUFFER_TOO_SMALL: Self = Self(SEC_E_EXT_BUFFER_TOO_SMALL_RAW_);
    pub const SEC_E_INSUFFICIENT_BUFFERS: Self = Self(SEC_E_INSUFFICIENT_BUFFERS_RAW_);
    pub const SEC_I_CONTINUE_NEEDED: Self = Self(SEC_I_CONTINUE_NEEDED_RAW_);
    pub const SEC_I_COMPLETE_NEEDED: Self = Self(SEC_I_COMPLETE_NEEDED_RAW_);
    pub const SEC_I_COMPLETE_AND_CONTINUE: Self = Self(SEC_I_COMPLETE_AND_CONTINUE_RAW_);
    pub const SEC_I_LOCAL_LOGON: Self = Self(SEC_I_LOCAL_LOGON_RAW_);
    pub const SEC_I_GENERIC_EXTENSION_RECEIVED: Self = Self(SEC_I_GENERIC_EXTENSION_RECEIVED_RAW_);
    pub const SEC_I_CONTEXT_EXPIRED: Self = Self(SEC_I_CONTEXT_EXPIRED_RAW_);
    pub const SEC_I_INCOMPLETE_CREDENTIALS: Self = Self(SEC_I_INCOMPLETE_CREDENTIALS_RAW_);
    pub const SEC_I_RENEGOTIATE: Self = Self(SEC_I_RENEGOTIATE_RAW_);
    pub const SEC_I_NO_LSA_CONTEXT: Self = Self(SEC_I_NO_LSA_CONTEXT_RAW_);
    pub const SEC_I_SIGNATURE_NEEDED: Self = Self(SEC_I_SIGNATURE_NEEDED_RAW_);
    pub const SEC_I_NO_RENEGOTIATION: Self = Self(SEC_I_NO_RENEGOTIATION_RAW_);
    pub const SEC_I_MESSAGE_FRAGMENT: Self = Self(SEC_I_MESSAGE_FRAGMENT_RAW_);
    pub const SEC_I_CONTINUE_NEEDED_MESSAGE_OK: Self = Self(SEC_I_CONTINUE_NEEDED_MESSAGE_OK_RAW_);
    pub const SEC_I_ASYNC_CALL_PENDING: Self = Self(SEC_I_ASYNC_CALL_PENDING_RAW_);
    pub const SEC_I_INVALID_SESSION_STATE: Self = Self(SEC_I_INVALID_SESSION_STATE_RAW_);
}
impl From<SECURITY_STATUS> for i32 {
    fn from(v: SECURITY_STATUS) -> Self {
        v.0
    }
}
impl From<i32> for SECURITY_STATUS {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const SEC_E_OK: SECURITY_STATUS = SECURITY_STATUS::SEC_E_OK;

pub const SEC_E_INSUFFICIENT_MEMORY: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INSUFFICIENT_MEMORY;

pub const SEC_E_INVALID_HANDLE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INVALID_HANDLE;

pub const SEC_E_UNSUPPORTED_FUNCTION: SECURITY_STATUS = SECURITY_STATUS::SEC_E_UNSUPPORTED_FUNCTION;

pub const SEC_E_NOT_SUPPORTED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NOT_SUPPORTED;

pub const SEC_E_TARGET_UNKNOWN: SECURITY_STATUS = SECURITY_STATUS::SEC_E_TARGET_UNKNOWN;

pub const SEC_E_INTERNAL_ERROR: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INTERNAL_ERROR;

pub const SEC_E_NO_SPM: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_SPM;

pub const SEC_E_SECPKG_NOT_FOUND: SECURITY_STATUS = SECURITY_STATUS::SEC_E_SECPKG_NOT_FOUND;

pub const SEC_E_NOT_OWNER: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NOT_OWNER;

pub const SEC_E_CANNOT_INSTALL: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CANNOT_INSTALL;

pub const SEC_E_INVALID_TOKEN: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INVALID_TOKEN;

pub const SEC_E_CANNOT_PACK: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CANNOT_PACK;

pub const SEC_E_QOP_NOT_SUPPORTED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_QOP_NOT_SUPPORTED;

pub const SEC_E_NO_IMPERSONATION: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_IMPERSONATION;

pub const SEC_E_LOGON_DENIED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_LOGON_DENIED;

pub const SEC_E_UNKNOWN_CREDENTIALS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_UNKNOWN_CREDENTIALS;

pub const SEC_E_NO_CREDENTIALS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_CREDENTIALS;

pub const SEC_E_MESSAGE_ALTERED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_MESSAGE_ALTERED;

pub const SEC_E_OUT_OF_SEQUENCE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_OUT_OF_SEQUENCE;

pub const SEC_E_NO_AUTHENTICATING_AUTHORITY: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_NO_AUTHENTICATING_AUTHORITY;

pub const SEC_E_BAD_PKGID: SECURITY_STATUS = SECURITY_STATUS::SEC_E_BAD_PKGID;

pub const SEC_E_CONTEXT_EXPIRED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CONTEXT_EXPIRED;

pub const SEC_E_INCOMPLETE_MESSAGE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INCOMPLETE_MESSAGE;

pub const SEC_E_INCOMPLETE_CREDENTIALS: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_INCOMPLETE_CREDENTIALS;

pub const SEC_E_BUFFER_TOO_SMALL: SECURITY_STATUS = SECURITY_STATUS::SEC_E_BUFFER_TOO_SMALL;

pub const SEC_E_WRONG_PRINCIPAL: SECURITY_STATUS = SECURITY_STATUS::SEC_E_WRONG_PRINCIPAL;

pub const SEC_E_TIME_SKEW: SECURITY_STATUS = SECURITY_STATUS::SEC_E_TIME_SKEW;

pub const SEC_E_UNTRUSTED_ROOT: SECURITY_STATUS = SECURITY_STATUS::SEC_E_UNTRUSTED_ROOT;

pub const SEC_E_ILLEGAL_MESSAGE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_ILLEGAL_MESSAGE;

pub const SEC_E_CERT_UNKNOWN: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CERT_UNKNOWN;

pub const SEC_E_CERT_EXPIRED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CERT_EXPIRED;

pub const SEC_E_ENCRYPT_FAILURE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_ENCRYPT_FAILURE;

pub const SEC_E_DECRYPT_FAILURE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_DECRYPT_FAILURE;

pub const SEC_E_ALGORITHM_MISMATCH: SECURITY_STATUS = SECURITY_STATUS::SEC_E_ALGORITHM_MISMATCH;

pub const SEC_E_SECURITY_QOS_FAILED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_SECURITY_QOS_FAILED;

pub const SEC_E_UNFINISHED_CONTEXT_DELETED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_UNFINISHED_CONTEXT_DELETED;

pub const SEC_E_NO_TGT_REPLY: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_TGT_REPLY;

pub const SEC_E_NO_IP_ADDRESSES: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_IP_ADDRESSES;

pub const SEC_E_WRONG_CREDENTIAL_HANDLE: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_WRONG_CREDENTIAL_HANDLE;

pub const SEC_E_CRYPTO_SYSTEM_INVALID: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_CRYPTO_SYSTEM_INVALID;

pub const SEC_E_MAX_REFERRALS_EXCEEDED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_MAX_REFERRALS_EXCEEDED;

pub const SEC_E_MUST_BE_KDC: SECURITY_STATUS = SECURITY_STATUS::SEC_E_MUST_BE_KDC;

pub const SEC_E_STRONG_CRYPTO_NOT_SUPPORTED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_STRONG_CRYPTO_NOT_SUPPORTED;

pub const SEC_E_TOO_MANY_PRINCIPALS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_TOO_MANY_PRINCIPALS;

pub const SEC_E_NO_PA_DATA: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_PA_DATA;

pub const SEC_E_PKINIT_NAME_MISMATCH: SECURITY_STATUS = SECURITY_STATUS::SEC_E_PKINIT_NAME_MISMATCH;

pub const SEC_E_SMARTCARD_LOGON_REQUIRED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_SMARTCARD_LOGON_REQUIRED;

pub const SEC_E_SHUTDOWN_IN_PROGRESS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_SHUTDOWN_IN_PROGRESS;

pub const SEC_E_KDC_INVALID_REQUEST: SECURITY_STATUS = SECURITY_STATUS::SEC_E_KDC_INVALID_REQUEST;

pub const SEC_E_KDC_UNABLE_TO_REFER: SECURITY_STATUS = SECURITY_STATUS::SEC_E_KDC_UNABLE_TO_REFER;

pub const SEC_E_KDC_UNKNOWN_ETYPE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_KDC_UNKNOWN_ETYPE;

pub const SEC_E_UNSUPPORTED_PREAUTH: SECURITY_STATUS = SECURITY_STATUS::SEC_E_UNSUPPORTED_PREAUTH;

pub const SEC_E_DELEGATION_REQUIRED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_DELEGATION_REQUIRED;

pub const SEC_E_BAD_BINDINGS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_BAD_BINDINGS;

pub const SEC_E_MULTIPLE_ACCOUNTS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_MULTIPLE_ACCOUNTS;

pub const SEC_E_NO_KERB_KEY: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_KERB_KEY;

pub const SEC_E_CERT_WRONG_USAGE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_CERT_WRONG_USAGE;

pub const SEC_E_DOWNGRADE_DETECTED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_DOWNGRADE_DETECTED;

pub const SEC_E_SMARTCARD_CERT_REVOKED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_SMARTCARD_CERT_REVOKED;

pub const SEC_E_ISSUING_CA_UNTRUSTED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_ISSUING_CA_UNTRUSTED;

pub const SEC_E_REVOCATION_OFFLINE_C: SECURITY_STATUS = SECURITY_STATUS::SEC_E_REVOCATION_OFFLINE_C;

pub const SEC_E_PKINIT_CLIENT_FAILURE: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_PKINIT_CLIENT_FAILURE;

pub const SEC_E_SMARTCARD_CERT_EXPIRED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_SMARTCARD_CERT_EXPIRED;

pub const SEC_E_NO_S4U_PROT_SUPPORT: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_S4U_PROT_SUPPORT;

pub const SEC_E_CROSSREALM_DELEGATION_FAILURE: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_CROSSREALM_DELEGATION_FAILURE;

pub const SEC_E_REVOCATION_OFFLINE_KDC: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_REVOCATION_OFFLINE_KDC;

pub const SEC_E_ISSUING_CA_UNTRUSTED_KDC: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_ISSUING_CA_UNTRUSTED_KDC;

pub const SEC_E_KDC_CERT_EXPIRED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_KDC_CERT_EXPIRED;

pub const SEC_E_KDC_CERT_REVOKED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_KDC_CERT_REVOKED;

pub const SEC_E_INVALID_PARAMETER: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INVALID_PARAMETER;

pub const SEC_E_DELEGATION_POLICY: SECURITY_STATUS = SECURITY_STATUS::SEC_E_DELEGATION_POLICY;

pub const SEC_E_POLICY_NLTM_ONLY: SECURITY_STATUS = SECURITY_STATUS::SEC_E_POLICY_NLTM_ONLY;

pub const SEC_E_NO_CONTEXT: SECURITY_STATUS = SECURITY_STATUS::SEC_E_NO_CONTEXT;

pub const SEC_E_PKU2U_CERT_FAILURE: SECURITY_STATUS = SECURITY_STATUS::SEC_E_PKU2U_CERT_FAILURE;

pub const SEC_E_MUTUAL_AUTH_FAILED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_MUTUAL_AUTH_FAILED;

pub const SEC_E_ONLY_HTTPS_ALLOWED: SECURITY_STATUS = SECURITY_STATUS::SEC_E_ONLY_HTTPS_ALLOWED;

pub const SEC_E_APPLICATION_PROTOCOL_MISMATCH: SECURITY_STATUS =
    SECURITY_STATUS::SEC_E_APPLICATION_PROTOCOL_MISMATCH;

pub const SEC_E_INVALID_UPN_NAME: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INVALID_UPN_NAME;

pub const SEC_E_EXT_BUFFER_TOO_SMALL: SECURITY_STATUS = SECURITY_STATUS::SEC_E_EXT_BUFFER_TOO_SMALL;

pub const SEC_E_INSUFFICIENT_BUFFERS: SECURITY_STATUS = SECURITY_STATUS::SEC_E_INSUFFICIENT_BUFFERS;

pub const SEC_I_CONTINUE_NEEDED: SECURITY_STATUS = SECURITY_STATUS::SEC_I_CONTINUE_NEEDED;

pub const SEC_I_COMPLETE_NEEDED: SECURITY_STATUS = SECURITY_STATUS::SEC_I_COMPLETE_NEEDED;

pub const SEC_I_COMPLETE_AND_CONTINUE: SECURITY_STATUS =
    SECURITY_STATUS::SEC_I_COMPLETE_AND_CONTINUE;

pub const SEC_I_LOCAL_LOGON: SECURITY_STATUS = SECURITY_STATUS::SEC_I_LOCAL_LOGON;

pub const SEC_I_GENERIC_EXTENSION_RECEIVED: SECURITY_STATUS =
    SECURITY_STATUS::SEC_I_GENERIC_EXTENSION_RECEIVED;

pub const SEC_I_CONTEXT_EXPIRED: SECURITY_STATUS = SECURITY_STATUS::SEC_I_CONTEXT_EXPIRED;

pub const SEC_I_INCOMPLETE_CREDENTIALS: SECURITY_STATUS =
    SECURITY_STATUS::SEC_I_INCOMPLETE_CREDENTIALS;

pub const SEC_I_RENEGOTIATE: SECURITY_STATUS = SECURITY_STATUS::SEC_I_RENEGOTIATE;

pub const SEC_I_NO_LSA_CONTEXT: SECURITY_STATUS = SECURITY_STATUS::SEC_I_NO_LSA_CONTEXT;

pub const SEC_I_SIGNATURE_NEEDED: SECURITY_STATUS = SECURITY_STATUS::SEC_I_SIGNATURE_NEEDED;

pub const SEC_I_NO_RENEGOTIATION: SECURITY_STATUS = SECURITY_STATUS::SEC_I_NO_RENEGOTIATION;

pub const SEC_I_MESSAGE_FRAGMENT: SECURITY_STATUS = SECURITY_STATUS::SEC_I_MESSAGE_FRAGMENT;

pub const SEC_I_CONTINUE_NEEDED_MESSAGE_OK: SECURITY_STATUS =
    SECURITY_STATUS::SEC_I_CONTINUE_NEEDED_MESSAGE_OK;

pub const SEC_I_ASYNC_CALL_PENDING: SECURITY_STATUS = SECURITY_STATUS::SEC_I_ASYNC_CALL_PENDING;

pub const SEC_I_INVALID_SESSION_STATE: SECURITY_STATUS =
    SECURITY_STATUS::SEC_I_INVALID_SESSION_STATE;

pub type SEC_CHAR = i8;

pub type SEC_WCHAR = u16;

const SECPKG_FLAG_INTEGRITY_RAW_: u32 = 0x00000001;

const SECPKG_FLAG_PRIVACY_RAW_: u32 = 0x00000002;

const SECPKG_FLAG_TOKEN_ONLY_RAW_: u32 = 0x00000004;

const SECPKG_FLAG_DATAGRAM_RAW_: u32 = 0x00000008;

const SECPKG_FLAG_CONNECTION_RAW_: u32 = 0x00000010;

const SECPKG_FLAG_MULTI_REQUIRED_RAW_: u32 = 0x00000020;

const SECPKG_FLAG_CLIENT_ONLY_RAW_: u32 = 0x00000040;

const SECPKG_FLAG_EXTENDED_ERROR_RAW_: u32 = 0x00000080;

const SECPKG_FLAG_IMPERSONATION_RAW_: u32 = 0x00000100;

const SECPKG_FLAG_ACCEPT_WIN32_NAME_RAW_: u32 = 0x00000200;

const SECPKG_FLAG_STREAM_RAW_: u32 = 0x00000400;

const SECPKG_FLAG_NEGOTIABLE_RAW_: u32 = 0x00000800;

const SECPKG_FLAG_GSS_COMPATIBLE_RAW_: u32 = 0x00001000;

const SECPKG_FLAG_LOGON_RAW_: u32 = 0x00002000;

const SECPKG_FLAG_ASCII_BUFFERS_RAW_: u32 = 0x00004000;

const SECPKG_FLAG_FRAGMENT_RAW_: u32 = 0x00008000;

const SECPKG_FLAG_MUTUAL_AUTH_RAW_: u32 = 0x00010000;

const SECPKG_FLAG_DELEGATION_RAW_: u32 = 0x00020000;

const SECPKG_FLAG_READONLY_WITH_CHECKSUM_RAW_: u32 = 0x00040000;

const SECPKG_FLAG_RESTRICTED_TOKENS_RAW_: u32 = 0x00080000;

const SECPKG_FLAG_NEGO_EXTENDER_RAW_: u32 = 0x00100000;

const SECPKG_FLAG_NEGOTIABLE2_RAW_: u32 = 0x00200000;

const SECPKG_FLAG_APPCONTAINER_PASSTHROUGH_RAW_: u32 = 0x00400000;

const SECPKG_FLAG_APPCONTAINER_CHECKS_RAW_: u32 = 0x00800000;

const SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED_RAW_: u32 = 0x01000000;

const SECPKG_FLAG_APPLY_LOOPBACK_RAW_: u32 = 0x02000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECPKG_FLAGS: u32 {
const SECPKG_FLAG_INTEGRITY = SECPKG_FLAG_INTEGRITY_RAW_;
const SECPKG_FLAG_PRIVACY = SECPKG_FLAG_PRIVACY_RAW_;
const SECPKG_FLAG_TOKEN_ONLY = SECPKG_FLAG_TOKEN_ONLY_RAW_;
const SECPKG_FLAG_DATAGRAM = SECPKG_FLAG_DATAGRAM_RAW_;
const SECPKG_FLAG_CONNECTION = SECPKG_FLAG_CONNECTION_RAW_;
const SECPKG_FLAG_MULTI_REQUIRED = SECPKG_FLAG_MULTI_REQUIRED_RAW_;
const SECPKG_FLAG_CLIENT_ONLY = SECPKG_FLAG_CLIENT_ONLY_RAW_;
const SECPKG_FLAG_EXTENDED_ERROR = SECPKG_FLAG_EXTENDED_ERROR_RAW_;
const SECPKG_FLAG_IMPERSONATION = SECPKG_FLAG_IMPERSONATION_RAW_;
const SECPKG_FLAG_ACCEPT_WIN32_NAME = SECPKG_FLAG_ACCEPT_WIN32_NAME_RAW_;
const SECPKG_FLAG_STREAM = SECPKG_FLAG_STREAM_RAW_;
const SECPKG_FLAG_NEGOTIABLE = SECPKG_FLAG_NEGOTIABLE_RAW_;
const SECPKG_FLAG_GSS_COMPATIBLE = SECPKG_FLAG_GSS_COMPATIBLE_RAW_;
const SECPKG_FLAG_LOGON = SECPKG_FLAG_LOGON_RAW_;
const SECPKG_FLAG_ASCII_BUFFERS = SECPKG_FLAG_ASCII_BUFFERS_RAW_;
const SECPKG_FLAG_FRAGMENT = SECPKG_FLAG_FRAGMENT_RAW_;
const SECPKG_FLAG_MUTUAL_AUTH = SECPKG_FLAG_MUTUAL_AUTH_RAW_;
const SECPKG_FLAG_DELEGATION = SECPKG_FLAG_DELEGATION_RAW_;
const SECPKG_FLAG_READONLY_WITH_CHECKSUM = SECPKG_FLAG_READONLY_WITH_CHECKSUM_RAW_;
const SECPKG_FLAG_RESTRICTED_TOKENS = SECPKG_FLAG_RESTRICTED_TOKENS_RAW_;
const SECPKG_FLAG_NEGO_EXTENDER = SECPKG_FLAG_NEGO_EXTENDER_RAW_;
const SECPKG_FLAG_NEGOTIABLE2 = SECPKG_FLAG_NEGOTIABLE2_RAW_;
const SECPKG_FLAG_APPCONTAINER_PASSTHROUGH = SECPKG_FLAG_APPCONTAINER_PASSTHROUGH_RAW_;
const SECPKG_FLAG_APPCONTAINER_CHECKS = SECPKG_FLAG_APPCONTAINER_CHECKS_RAW_;
const SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED = SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED_RAW_;
const SECPKG_FLAG_APPLY_LOOPBACK = SECPKG_FLAG_APPLY_LOOPBACK_RAW_;
const _ = !0;
}
}

pub const SECPKG_FLAG_INTEGRITY: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_INTEGRITY;

pub const SECPKG_FLAG_PRIVACY: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_PRIVACY;

pub const SECPKG_FLAG_TOKEN_ONLY: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_TOKEN_ONLY;

pub const SECPKG_FLAG_DATAGRAM: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_DATAGRAM;

pub const SECPKG_FLAG_CONNECTION: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_CONNECTION;

pub const SECPKG_FLAG_MULTI_REQUIRED: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_MULTI_REQUIRED;

pub const SECPKG_FLAG_CLIENT_ONLY: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_CLIENT_ONLY;

pub const SECPKG_FLAG_EXTENDED_ERROR: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_EXTENDED_ERROR;

pub const SECPKG_FLAG_IMPERSONATION: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_IMPERSONATION;

pub const SECPKG_FLAG_ACCEPT_WIN32_NAME: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_ACCEPT_WIN32_NAME;

pub const SECPKG_FLAG_STREAM: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_STREAM;

pub const SECPKG_FLAG_NEGOTIABLE: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_NEGOTIABLE;

pub const SECPKG_FLAG_GSS_COMPATIBLE: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_GSS_COMPATIBLE;

pub const SECPKG_FLAG_LOGON: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_LOGON;

pub const SECPKG_FLAG_ASCII_BUFFERS: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_ASCII_BUFFERS;

pub const SECPKG_FLAG_FRAGMENT: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_FRAGMENT;

pub const SECPKG_FLAG_MUTUAL_AUTH: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_MUTUAL_AUTH;

pub const SECPKG_FLAG_DELEGATION: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_DELEGATION;

pub const SECPKG_FLAG_READONLY_WITH_CHECKSUM: SECPKG_FLAGS =
    SECPKG_FLAGS::SECPKG_FLAG_READONLY_WITH_CHECKSUM;

pub const SECPKG_FLAG_RESTRICTED_TOKENS: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_RESTRICTED_TOKENS;

pub const SECPKG_FLAG_NEGO_EXTENDER: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_NEGO_EXTENDER;

pub const SECPKG_FLAG_NEGOTIABLE2: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_NEGOTIABLE2;

pub const SECPKG_FLAG_APPCONTAINER_PASSTHROUGH: SECPKG_FLAGS =
    SECPKG_FLAGS::SECPKG_FLAG_APPCONTAINER_PASSTHROUGH;

pub const SECPKG_FLAG_APPCONTAINER_CHECKS: SECPKG_FLAGS =
    SECPKG_FLAGS::SECPKG_FLAG_APPCONTAINER_CHECKS;

pub const SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED: SECPKG_FLAGS =
    SECPKG_FLAGS::SECPKG_FLAG_CREDENTIAL_ISOLATION_ENABLED;

pub const SECPKG_FLAG_APPLY_LOOPBACK: SECPKG_FLAGS = SECPKG_FLAGS::SECPKG_FLAG_APPLY_LOOPBACK;

const SECPKG_CALLFLAGS_APPCONTAINER_RAW_: u32 = 0x1;

const SECPKG_CALLFLAGS_APPCONTAINER_AUTHCAPABLE_RAW_: u32 = 0x2;

const SECPKG_CALLFLAGS_FORCE_SUPPLIED_RAW_: u32 = 0x4;

const SECPKG_CALLFLAGS_APPCONTAINER_UPNCAPABLE_RAW_: u32 = 0x8;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECPKG_CALLFLAGS: u32 {
const SECPKG_CALLFLAGS_APPCONTAINER = SECPKG_CALLFLAGS_APPCONTAINER_RAW_;
const SECPKG_CALLFLAGS_APPCONTAINER_AUTHCAPABLE = SECPKG_CALLFLAGS_APPCONTAINER_AUTHCAPABLE_RAW_;
const SECPKG_CALLFLAGS_FORCE_SUPPLIED = SECPKG_CALLFLAGS_FORCE_SUPPLIED_RAW_;
const SECPKG_CALLFLAGS_APPCONTAINER_UPNCAPABLE = SECPKG_CALLFLAGS_APPCONTAINER_UPNCAPABLE_RAW_;
const _ = !0;
}
}

pub const SECPKG_CALLFLAGS_APPCONTAINER: SECPKG_CALLFLAGS =
    SECPKG_CALLFLAGS::SECPKG_CALLFLAGS_APPCONTAINER;

pub const SECPKG_CALLFLAGS_APPCONTAINER_AUTHCAPABLE: SECPKG_CALLFLAGS =
    SECPKG_CALLFLAGS::SECPKG_CALLFLAGS_APPCONTAINER_AUTHCAPABLE;

pub const SECPKG_CALLFLAGS_FORCE_SUPPLIED: SECPKG_CALLFLAGS =
    SECPKG_CALLFLAGS::SECPKG_CALLFLAGS_FORCE_SUPPLIED;

pub const SECPKG_CALLFLAGS_APPCONTAINER_UPNCAPABLE: SECPKG_CALLFLAGS =
    SECPKG_CALLFLAGS::SECPKG_CALLFLAGS_APPCONTAINER_UPNCAPABLE;

const SECPKG_ID_NONE_RAW_: u16 = 0xFFFF;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECPKG_ID(pub u16);
impl core::fmt::Debug for SECPKG_ID {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SECPKG_ID_NONE_RAW_ => f.write_str("SECPKG_ID_NONE"),
            other => write!(f, "SECPKG_ID({other})"),
        }
    }
}
impl SECPKG_ID {
    pub const SECPKG_ID_NONE: Self = Self(SECPKG_ID_NONE_RAW_);
}
impl From<SECPKG_ID> for u16 {
    fn from(v: SECPKG_ID) -> Self {
        v.0
    }
}
impl From<u16> for SECPKG_ID {
    fn from(v: u16) -> Self {
        Self(v)
    }
}

pub const SECPKG_ID_NONE: SECPKG_ID = SECPKG_ID::SECPKG_ID_NONE;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SecPkgInfoA {
    pub fCapabilities: SECPKG_FLAGS,
    pub wVersion: u16,
    pub wRPCID: SECPKG_ID,
    pub cbMaxToken: u32,
    pub Name: *mut SEC_CHAR,
    pub Comment: *mut SEC_CHAR,
}
impl Default for SecPkgInfoA {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SecPkgInfoW {
    pub fCapabilities: SECPKG_FLAGS,
    pub wVersion: u16,
    pub wRPCID: SECPKG_ID,
    pub cbMaxToken: u32,
    pub Name: *mut SEC_WCHAR,
    pub Comment: *mut SEC_WCHAR,
}
impl Default for SecPkgInfoW {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type PSecPkgInfoA = *mut SecPkgInfoA;

pub type PSecPkgInfoW = *mut SecPkgInfoW;

const SECPKG_OPTIONS_TYPE_UNKNOWN_RAW_: u32 = 0;

const SECPKG_OPTIONS_TYPE_LSA_RAW_: u32 = 1;

const SECPKG_OPTIONS_TYPE_SSPI_RAW_: u32 = 2;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECURITY_PACKAGE_OPTIONS_TYPE(pub u32);
impl core::fmt::Debug for SECURITY_PACKAGE_OPTIONS_TYPE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            SECPKG_OPTIONS_TYPE_UNKNOWN_RAW_ => f.write_str("SECPKG_OPTIONS_TYPE_UNKNOWN"),
            SECPKG_OPTIONS_TYPE_LSA_RAW_ => f.write_str("SECPKG_OPTIONS_TYPE_LSA"),
            SECPKG_OPTIONS_TYPE_SSPI_RAW_ => f.write_str("SECPKG_OPTIONS_TYPE_SSPI"),
            other => write!(f, "SECURITY_PACKAGE_OPTIONS_TYPE({other})"),
        }
    }
}
impl SECURITY_PACKAGE_OPTIONS_TYPE {
    pub const SECPKG_OPTIONS_TYPE_UNKNOWN: Self = Self(SECPKG_OPTIONS_TYPE_UNKNOWN_RAW_);
    pub const SECPKG_OPTIONS_TYPE_LSA: Self = Self(SECPKG_OPTIONS_TYPE_LSA_RAW_);
    pub const SECPKG_OPTIONS_TYPE_SSPI: Self = Self(SECPKG_OPTIONS_TYPE_SSPI_RAW_);
}
impl From<SECURITY_PACKAGE_OPTIONS_TYPE> for u32 {
    fn from(v: SECURITY_PACKAGE_OPTIONS_TYPE) -> Self {
        v.0
    }
}
impl From<u32> for SECURITY_PACKAGE_OPTIONS_TYPE {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const SECPKG_OPTIONS_TYPE_UNKNOWN: SECURITY_PACKAGE_OPTIONS_TYPE =
    SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_UNKNOWN;

pub const SECPKG_OPTIONS_TYPE_LSA: SECURITY_PACKAGE_OPTIONS_TYPE =
    SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_LSA;

pub const SECPKG_OPTIONS_TYPE_SSPI: SECURITY_PACKAGE_OPTIONS_TYPE =
    SECURITY_PACKAGE_OPTIONS_TYPE::SECPKG_OPTIONS_TYPE_SSPI;

const SECPKG_OPTIONS_PERMANENT_RAW_: u32 = 0x1;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECPKG_OPTIONS: u32 {
const SECPKG_OPTIONS_PERMANENT = SECPKG_OPTIONS_PERMANENT_RAW_;
const _ = !0;
}
}

pub const SECPKG_OPTIONS_PERMANENT: SECPKG_OPTIONS = SECPKG_OPTIONS::SECPKG_OPTIONS_PERMANENT;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct SECURITY_PACKAGE_OPTIONS {
    pub Size: u32,
    pub Type: SECURITY_PACKAGE_OPTIONS_TYPE,
    pub Flags: SECPKG_OPTIONS,
    pub SignatureSize: u32,
    pub Signature: *mut core::ffi::c_void,
}
impl Default for SECURITY_PACKAGE_OPTIONS {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn EnumerateSecurityPackagesA(
        pcPackages: *mut u32,
        ppPackageInfo: *mut PSecPkgInfoA,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn EnumerateSecurityPackagesW(
        pcPackages: *mut u32,
        ppPackageInfo: *mut PSecPkgInfoW,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn QuerySecurityPackageInfoA(
        pszPackageName: PCSTR,
        ppPackageInfo: *mut PSecPkgInfoA,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn QuerySecurityPackageInfoW(
        pszPackageName: PCWSTR,
        ppPackageInfo: *mut PSecPkgInfoW,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn FreeContextBuffer(pvContextBuffer: *mut core::ffi::c_void) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn AddSecurityPackageA(
        pszPackageName: PCSTR,
        pOptions: *const SECURITY_PACKAGE_OPTIONS,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn AddSecurityPackageW(
        pszPackageName: PCWSTR,
        pOptions: *const SECURITY_PACKAGE_OPTIONS,
    ) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn DeleteSecurityPackageA(pszPackageName: PCSTR) -> SECURITY_STATUS;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Secur32.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Secur32.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn DeleteSecurityPackageW(pszPackageName: PCWSTR) -> SECURITY_STATUS;
}

pub type HINTERNET = *mut core::ffi::c_void;

pub type INTERNET_PORT = u16;

const INTERNET_OPEN_TYPE_PRECONFIG_RAW_: u32 = 0;

const INTERNET_OPEN_TYPE_DIRECT_RAW_: u32 = 1;

const INTERNET_OPEN_TYPE_PROXY_RAW_: u32 = 3;

const INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY_RAW_: u32 = 4;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_ACCESS_TYPE(pub u32);
impl core::fmt::Debug for INTERNET_ACCESS_TYPE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            INTERNET_OPEN_TYPE_PRECONFIG_RAW_ => f.write_str("INTERNET_OPEN_TYPE_PRECONFIG"),
            INTERNET_OPEN_TYPE_DIRECT_RAW_ => f.write_str("INTERNET_OPEN_TYPE_DIRECT"),
            INTERNET_OPEN_TYPE_PROXY_RAW_ => f.write_str("INTERNET_OPEN_TYPE_PROXY"),
            INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY_RAW_ => {
                f.write_str("INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY")
            }
            other => write!(f, "INTERNET_ACCESS_TYPE({other})"),
        }
    }
}
impl INTERNET_ACCESS_TYPE {
    pub const INTERNET_OPEN_TYPE_PRECONFIG: Self = Self(INTERNET_OPEN_TYPE_PRECONFIG_RAW_);
    pub const INTERNET_OPEN_TYPE_DIRECT: Self = Self(INTERNET_OPEN_TYPE_DIRECT_RAW_);
    pub const INTERNET_OPEN_TYPE_PROXY: Self = Self(INTERNET_OPEN_TYPE_PROXY_RAW_);
    pub const INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY: Self =
        Self(INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY_RAW_);
}
impl From<INTERNET_ACCESS_TYPE> for u32 {
    fn from(v: INTERNET_ACCESS_TYPE) -> Self {
        v.0
    }
}
impl From<u32> for INTERNET_ACCESS_TYPE {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const INTERNET_OPEN_TYPE_PRECONFIG: INTERNET_ACCESS_TYPE =
    INTERNET_ACCESS_TYPE::INTERNET_OPEN_TYPE_PRECONFIG;

pub const INTERNET_OPEN_TYPE_DIRECT: INTERNET_ACCESS_TYPE =
    INTERNET_ACCESS_TYPE::INTERNET_OPEN_TYPE_DIRECT;

pub const INTERNET_OPEN_TYPE_PROXY: INTERNET_ACCESS_TYPE =
    INTERNET_ACCESS_TYPE::INTERNET_OPEN_TYPE_PROXY;

pub const INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY: INTERNET_ACCESS_TYPE =
    INTERNET_ACCESS_TYPE::INTERNET_OPEN_TYPE_PRECONFIG_WITH_NO_AUTOPROXY;

const INTERNET_SERVICE_FTP_RAW_: u32 = 1;

const INTERNET_SERVICE_GOPHER_RAW_: u32 = 2;

const INTERNET_SERVICE_HTTP_RAW_: u32 = 3;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_SERVICE(pub u32);
impl core::fmt::Debug for INTERNET_SERVICE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            INTERNET_SERVICE_FTP_RAW_ => f.write_str("INTERNET_SERVICE_FTP"),
            INTERNET_SERVICE_GOPHER_RAW_ => f.write_str("INTERNET_SERVICE_GOPHER"),
            INTERNET_SERVICE_HTTP_RAW_ => f.write_str("INTERNET_SERVICE_HTTP"),
            other => write!(f, "INTERNET_SERVICE({other})"),
        }
    }
}
impl INTERNET_SERVICE {
    pub const INTERNET_SERVICE_FTP: Self = Self(INTERNET_SERVICE_FTP_RAW_);
    pub const INTERNET_SERVICE_GOPHER: Self = Self(INTERNET_SERVICE_GOPHER_RAW_);
    pub const INTERNET_SERVICE_HTTP: Self = Self(INTERNET_SERVICE_HTTP_RAW_);
}
impl From<INTERNET_SERVICE> for u32 {
    fn from(v: INTERNET_SERVICE) -> Self {
        v.0
    }
}
impl From<u32> for INTERNET_SERVICE {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const INTERNET_SERVICE_FTP: INTERNET_SERVICE = INTERNET_SERVICE::INTERNET_SERVICE_FTP;

pub const INTERNET_SERVICE_GOPHER: INTERNET_SERVICE = INTERNET_SERVICE::INTERNET_SERVICE_GOPHER;

pub const INTERNET_SERVICE_HTTP: INTERNET_SERVICE = INTERNET_SERVICE::INTERNET_SERVICE_HTTP;

const INTERNET_FLAG_IDN_DIRECT_RAW_: u32 = 0x00000001;

const INTERNET_FLAG_IDN_PROXY_RAW_: u32 = 0x00000002;

const INTERNET_FLAG_TRANSFER_ASCII_RAW_: u32 = INTERNET_FLAG_IDN_DIRECT_RAW_;

const INTERNET_FLAG_TRANSFER_BINARY_RAW_: u32 = INTERNET_FLAG_IDN_PROXY_RAW_;

const INTERNET_FLAG_NEED_FILE_RAW_: u32 = 0x00000010;

const INTERNET_FLAG_MUST_CACHE_REQUEST_RAW_: u32 = INTERNET_FLAG_NEED_FILE_RAW_;

const INTERNET_FLAG_FWD_BACK_RAW_: u32 = 0x00000020;

const INTERNET_FLAG_FORMS_SUBMIT_RAW_: u32 = 0x00000040;

const INTERNET_FLAG_CACHE_ASYNC_RAW_: u32 = 0x00000080;

const INTERNET_FLAG_PRAGMA_NOCACHE_RAW_: u32 = 0x00000100;

const INTERNET_FLAG_NO_UI_RAW_: u32 = 0x00000200;

const INTERNET_FLAG_HYPERLINK_RAW_: u32 = 0x00000400;

const INTERNET_FLAG_RESYNCHRONIZE_RAW_: u32 = 0x00000800;

const INTERNET_FLAG_IGNORE_CERT_CN_INVALID_RAW_: u32 = 0x00001000;

const INTERNET_FLAG_IGNORE_CERT_DATE_INVALID_RAW_: u32 = 0x00002000;

const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS_RAW_: u32 = 0x00004000;

const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP_RAW_: u32 = 0x00008000;

const INTERNET_FLAG_CACHE_IF_NET_FAIL_RAW_: u32 = 0x00010000;

const INTERNET_FLAG_RESTRICTED_ZONE_RAW_: u32 = 0x00020000;

const INTERNET_FLAG_NO_AUTH_RAW_: u32 = 0x00040000;

const INTERNET_FLAG_NO_COOKIES_RAW_: u32 = 0x00080000;

const INTERNET_FLAG_READ_PREFETCH_RAW_: u32 = 0x00100000;

const INTERNET_FLAG_NO_AUTO_REDIRECT_RAW_: u32 = 0x00200000;

const INTERNET_FLAG_KEEP_CONNECTION_RAW_: u32 = 0x00400000;

const INTERNET_FLAG_SECURE_RAW_: u32 = 0x00800000;

const INTERNET_FLAG_FROM_CACHE_RAW_: u32 = 0x01000000;

const INTERNET_FLAG_OFFLINE_RAW_: u32 = INTERNET_FLAG_FROM_CACHE_RAW_;

const INTERNET_FLAG_MAKE_PERSISTENT_RAW_: u32 = 0x02000000;

const INTERNET_FLAG_NO_CACHE_WRITE_RAW_: u32 = 0x04000000;

const INTERNET_FLAG_DONT_CACHE_RAW_: u32 = INTERNET_FLAG_NO_CACHE_WRITE_RAW_;

const INTERNET_FLAG_PASSIVE_RAW_: u32 = 0x08000000;

const INTERNET_FLAG_ASYNC_RAW_: u32 = 0x10000000;

const INTERNET_FLAG_EXISTING_CONNECT_RAW_: u32 = 0x20000000;

const INTERNET_FLAG_RAW_DATA_RAW_: u32 = 0x40000000;

const INTERNET_FLAG_RELOAD_RAW_: u32 = 0x80000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_FLAGS: u32 {
const INTERNET_FLAG_IDN_DIRECT = INTERNET_FLAG_IDN_DIRECT_RAW_;
const INTERNET_FLAG_IDN_PROXY = INTERNET_FLAG_IDN_PROXY_RAW_;
const INTERNET_FLAG_TRANSFER_ASCII = INTERNET_FLAG_TRANSFER_ASCII_RAW_;
const INTERNET_FLAG_TRANSFER_BINARY = INTERNET_FLAG_TRANSFER_BINARY_RAW_;
const INTERNET_FLAG_NEED_FILE = INTERNET_FLAG_NEED_FILE_RAW_;
const INTERNET_FLAG_MUST_CACHE_REQUEST = INTERNET_FLAG_MUST_CACHE_REQUEST_RAW_;
const INTERNET_FLAG_FWD_BACK = INTERNET_FLAG_FWD_BACK_RAW_;
const INTERNET_FLAG_FORMS_SUBMIT = INTERNET_FLAG_FORMS_SUBMIT_RAW_;
const INTERNET_FLAG_CACHE_ASYNC = INTERNET_FLAG_CACHE_ASYNC_RAW_;
const INTERNET_FLAG_PRAGMA_NOCACHE = INTERNET_FLAG_PRAGMA_NOCACHE_RAW_;
const INTERNET_FLAG_NO_UI = INTERNET_FLAG_NO_UI_RAW_;
const INTERNET_FLAG_HYPERLINK = INTERNET_FLAG_HYPERLINK_RAW_;
const INTERNET_FLAG_RESYNCHRONIZE = INTERNET_FLAG_RESYNCHRONIZE_RAW_;
const INTERNET_FLAG_IGNORE_CERT_CN_INVALID = INTERNET_FLAG_IGNORE_CERT_CN_INVALID_RAW_;
const INTERNET_FLAG_IGNORE_CERT_DATE_INVALID = INTERNET_FLAG_IGNORE_CERT_DATE_INVALID_RAW_;
const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS = INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS_RAW_;
const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP = INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP_RAW_;
const INTERNET_FLAG_CACHE_IF_NET_FAIL = INTERNET_FLAG_CACHE_IF_NET_FAIL_RAW_;
const INTERNET_FLAG_RESTRICTED_ZONE = INTERNET_FLAG_RESTRICTED_ZONE_RAW_;
const INTERNET_FLAG_NO_AUTH = INTERNET_FLAG_NO_AUTH_RAW_;
const INTERNET_FLAG_NO_COOKIES = INTERNET_FLAG_NO_COOKIES_RAW_;
const INTERNET_FLAG_READ_PREFETCH = INTERNET_FLAG_READ_PREFETCH_RAW_;
const INTERNET_FLAG_NO_AUTO_REDIRECT = INTERNET_FLAG_NO_AUTO_REDIRECT_RAW_;
const INTERNET_FLAG_KEEP_CONNECTION = INTERNET_FLAG_KEEP_CONNECTION_RAW_;
const INTERNET_FLAG_SECURE = INTERNET_FLAG_SECURE_RAW_;
const INTERNET_FLAG_FROM_CACHE = INTERNET_FLAG_FROM_CACHE_RAW_;
const INTERNET_FLAG_OFFLINE = INTERNET_FLAG_OFFLINE_RAW_;
const INTERNET_FLAG_MAKE_PERSISTENT = INTERNET_FLAG_MAKE_PERSISTENT_RAW_;
const INTERNET_FLAG_NO_CACHE_WRITE = INTERNET_FLAG_NO_CACHE_WRITE_RAW_;
const INTERNET_FLAG_DONT_CACHE = INTERNET_FLAG_DONT_CACHE_RAW_;
const INTERNET_FLAG_PASSIVE = INTERNET_FLAG_PASSIVE_RAW_;
const INTERNET_FLAG_ASYNC = INTERNET_FLAG_ASYNC_RAW_;
const INTERNET_FLAG_EXISTING_CONNECT = INTERNET_FLAG_EXISTING_CONNECT_RAW_;
const INTERNET_FLAG_RAW_DATA = INTERNET_FLAG_RAW_DATA_RAW_;
const INTERNET_FLAG_RELOAD = INTERNET_FLAG_RELOAD_RAW_;
const _ = !0;
}
}

pub const INTERNET_FLAG_IDN_DIRECT: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_IDN_DIRECT;

pub const INTERNET_FLAG_IDN_PROXY: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_IDN_PROXY;

pub const INTERNET_FLAG_TRANSFER_ASCII: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_TRANSFER_ASCII;

pub const INTERNET_FLAG_TRANSFER_BINARY: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_TRANSFER_BINARY;

pub const INTERNET_FLAG_NEED_FILE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_NEED_FILE;

pub const INTERNET_FLAG_MUST_CACHE_REQUEST: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_MUST_CACHE_REQUEST;

pub const INTERNET_FLAG_FWD_BACK: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_FWD_BACK;

pub const INTERNET_FLAG_FORMS_SUBMIT: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_FORMS_SUBMIT;

pub const INTERNET_FLAG_CACHE_ASYNC: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_CACHE_ASYNC;

pub const INTERNET_FLAG_PRAGMA_NOCACHE: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_PRAGMA_NOCACHE;

pub const INTERNET_FLAG_NO_UI: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_NO_UI;

pub const INTERNET_FLAG_HYPERLINK: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_HYPERLINK;

pub const INTERNET_FLAG_RESYNCHRONIZE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_RESYNCHRONIZE;

pub const INTERNET_FLAG_IGNORE_CERT_CN_INVALID: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_IGNORE_CERT_CN_INVALID;

pub const INTERNET_FLAG_IGNORE_CERT_DATE_INVALID: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_IGNORE_CERT_DATE_INVALID;

pub const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS;

pub const INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP;

pub const INTERNET_FLAG_CACHE_IF_NET_FAIL: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_CACHE_IF_NET_FAIL;

pub const INTERNET_FLAG_RESTRICTED_ZONE: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_RESTRICTED_ZONE;

pub const INTERNET_FLAG_NO_AUTH: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_NO_AUTH;

pub const INTERNET_FLAG_NO_COOKIES: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_NO_COOKIES;

pub const INTERNET_FLAG_READ_PREFETCH: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_READ_PREFETCH;

pub const INTERNET_FLAG_NO_AUTO_REDIRECT: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_NO_AUTO_REDIRECT;

pub const INTERNET_FLAG_KEEP_CONNECTION: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_KEEP_CONNECTION;

pub const INTERNET_FLAG_SECURE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_SECURE;

pub const INTERNET_FLAG_FROM_CACHE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_FROM_CACHE;

pub const INTERNET_FLAG_OFFLINE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_OFFLINE;

pub const INTERNET_FLAG_MAKE_PERSISTENT: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_MAKE_PERSISTENT;

pub const INTERNET_FLAG_NO_CACHE_WRITE: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_NO_CACHE_WRITE;

pub const INTERNET_FLAG_DONT_CACHE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_DONT_CACHE;

pub const INTERNET_FLAG_PASSIVE: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_PASSIVE;

pub const INTERNET_FLAG_ASYNC: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_ASYNC;

pub const INTERNET_FLAG_EXISTING_CONNECT: INTERNET_FLAGS =
    INTERNET_FLAGS::INTERNET_FLAG_EXISTING_CONNECT;

pub const INTERNET_FLAG_RAW_DATA: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_RAW_DATA;

pub const INTERNET_FLAG_RELOAD: INTERNET_FLAGS = INTERNET_FLAGS::INTERNET_FLAG_RELOAD;

const INTERNET_HANDLE_TYPE_INTERNET_RAW_: u32 = 1;

const INTERNET_HANDLE_TYPE_CONNECT_FTP_RAW_: u32 = 2;

const INTERNET_HANDLE_TYPE_CONNECT_GOPHER_RAW_: u32 = 3;

const INTERNET_HANDLE_TYPE_CONNECT_HTTP_RAW_: u32 = 4;

const INTERNET_HANDLE_TYPE_FTP_FIND_RAW_: u32 = 5;

const INTERNET_HANDLE_TYPE_FTP_FIND_HTML_RAW_: u32 = 6;

const INTERNET_HANDLE_TYPE_FTP_FILE_RAW_: u32 = 7;

const INTERNET_HANDLE_TYPE_FTP_FILE_HTML_RAW_: u32 = 8;

const INTERNET_HANDLE_TYPE_GOPHER_FIND_RAW_: u32 = 9;

const INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML_RAW_: u32 = 10;

const INTERNET_HANDLE_TYPE_GOPHER_FILE_RAW_: u32 = 11;

const INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML_RAW_: u32 = 12;

const INTERNET_HANDLE_TYPE_HTTP_REQUEST_RAW_: u32 = 13;

const INTERNET_HANDLE_TYPE_FILE_REQUEST_RAW_: u32 = 14;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_HANDLE_TYPE(pub u32);
impl core::fmt::Debug for INTERNET_HANDLE_TYPE {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            INTERNET_HANDLE_TYPE_INTERNET_RAW_ => f.write_str("INTERNET_HANDLE_TYPE_INTERNET"),
            INTERNET_HANDLE_TYPE_CONNECT_FTP_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_CONNECT_FTP")
            }
            INTERNET_HANDLE_TYPE_CONNECT_GOPHER_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_CONNECT_GOPHER")
            }
            INTERNET_HANDLE_TYPE_CONNECT_HTTP_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_CONNECT_HTTP")
            }
            INTERNET_HANDLE_TYPE_FTP_FIND_RAW_ => f.write_str("INTERNET_HANDLE_TYPE_FTP_FIND"),
            INTERNET_HANDLE_TYPE_FTP_FIND_HTML_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_FTP_FIND_HTML")
            }
            INTERNET_HANDLE_TYPE_FTP_FILE_RAW_ => f.write_str("INTERNET_HANDLE_TYPE_FTP_FILE"),
            INTERNET_HANDLE_TYPE_FTP_FILE_HTML_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_FTP_FILE_HTML")
            }
            INTERNET_HANDLE_TYPE_GOPHER_FIND_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_GOPHER_FIND")
            }
            INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML")
            }
            INTERNET_HANDLE_TYPE_GOPHER_FILE_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_GOPHER_FILE")
            }
            INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML")
            }
            INTERNET_HANDLE_TYPE_HTTP_REQUEST_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_HTTP_REQUEST")
            }
            INTERNET_HANDLE_TYPE_FILE_REQUEST_RAW_ => {
                f.write_str("INTERNET_HANDLE_TYPE_FILE_REQUEST")
            }
            other => write!(f, "INTERNET_HANDLE_TYPE({other})"),
        }
    }
}
impl INTERNET_HANDLE_TYPE {
    pub const INTERNET_HANDLE_TYPE_INTERNET: Self = Self(INTERNET_HANDLE_TYPE_INTERNET_RAW_);
    pub const INTERNET_HANDLE_TYPE_CONNECT_FTP: Self = Self(INTERNET_HANDLE_TYPE_CONNECT_FTP_RAW_);
    pub const INTERNET_HANDLE_TYPE_CONNECT_GOPHER: Self =
        Self(INTERNET_HANDLE_TYPE_CONNECT_GOPHER_RAW_);
    pub const INTERNET_HANDLE_TYPE_CONNECT_HTTP: Self =
        Self(INTERNET_HANDLE_TYPE_CONNECT_HTTP_RAW_);
    pub const INTERNET_HANDLE_TYPE_FTP_FIND: Self = Self(INTERNET_HANDLE_TYPE_FTP_FIND_RAW_);
    pub const INTERNET_HANDLE_TYPE_FTP_FIND_HTML: Self =
        Self(INTERNET_HANDLE_TYPE_FTP_FIND_HTML_RAW_);
    pub const INTERNET_HANDLE_TYPE_FTP_FILE: Self = Self(INTERNET_HANDLE_TYPE_FTP_FILE_RAW_);
    pub const INTERNET_HANDLE_TYPE_FTP_FILE_HTML: Self =
        Self(INTERNET_HANDLE_TYPE_FTP_FILE_HTML_RAW_);
    pub const INTERNET_HANDLE_TYPE_GOPHER_FIND: Self = Self(INTERNET_HANDLE_TYPE_GOPHER_FIND_RAW_);
    pub const INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML: Self =
        Self(INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML_RAW_);
    pub const INTERNET_HANDLE_TYPE_GOPHER_FILE: Self = Self(INTERNET_HANDLE_TYPE_GOPHER_FILE_RAW_);
    pub const INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML: Self =
        Self(INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML_RAW_);
    pub const INTERNET_HANDLE_TYPE_HTTP_REQUEST: Self =
        Self(INTERNET_HANDLE_TYPE_HTTP_REQUEST_RAW_);
    pub const INTERNET_HANDLE_TYPE_FILE_REQUEST: Self =
        Self(INTERNET_HANDLE_TYPE_FILE_REQUEST_RAW_);
}
impl From<INTERNET_HANDLE_TYPE> for u32 {
    fn from(v: INTERNET_HANDLE_TYPE) -> Self {
        v.0
    }
}
impl From<u32> for INTERNET_HANDLE_TYPE {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const INTERNET_HANDLE_TYPE_INTERNET: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_INTERNET;

pub const INTERNET_HANDLE_TYPE_CONNECT_FTP: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_CONNECT_FTP;

pub const INTERNET_HANDLE_TYPE_CONNECT_GOPHER: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_CONNECT_GOPHER;

pub const INTERNET_HANDLE_TYPE_CONNECT_HTTP: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_CONNECT_HTTP;

pub const INTERNET_HANDLE_TYPE_FTP_FIND: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_FTP_FIND;

pub const INTERNET_HANDLE_TYPE_FTP_FIND_HTML: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_FTP_FIND_HTML;

pub const INTERNET_HANDLE_TYPE_FTP_FILE: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_FTP_FILE;

pub const INTERNET_HANDLE_TYPE_FTP_FILE_HTML: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_FTP_FILE_HTML;

pub const INTERNET_HANDLE_TYPE_GOPHER_FIND: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_GOPHER_FIND;

pub const INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_GOPHER_FIND_HTML;

pub const INTERNET_HANDLE_TYPE_GOPHER_FILE: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_GOPHER_FILE;

pub const INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_GOPHER_FILE_HTML;

pub const INTERNET_HANDLE_TYPE_HTTP_REQUEST: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_HTTP_REQUEST;

pub const INTERNET_HANDLE_TYPE_FILE_REQUEST: INTERNET_HANDLE_TYPE =
    INTERNET_HANDLE_TYPE::INTERNET_HANDLE_TYPE_FILE_REQUEST;

const INTERNET_REQFLAG_FROM_CACHE_RAW_: u32 = 0x00000001;

const INTERNET_REQFLAG_ASYNC_RAW_: u32 = 0x00000002;

const INTERNET_REQFLAG_VIA_PROXY_RAW_: u32 = 0x00000004;

const INTERNET_REQFLAG_NO_HEADERS_RAW_: u32 = 0x00000008;

const INTERNET_REQFLAG_PASSIVE_RAW_: u32 = 0x00000010;

const INTERNET_REQFLAG_CACHE_WRITE_DISABLED_RAW_: u32 = 0x00000040;

const INTERNET_REQFLAG_NET_TIMEOUT_RAW_: u32 = 0x00000080;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_REQFLAGS: u32 {
const INTERNET_REQFLAG_FROM_CACHE = INTERNET_REQFLAG_FROM_CACHE_RAW_;
const INTERNET_REQFLAG_ASYNC = INTERNET_REQFLAG_ASYNC_RAW_;
const INTERNET_REQFLAG_VIA_PROXY = INTERNET_REQFLAG_VIA_PROXY_RAW_;
const INTERNET_REQFLAG_NO_HEADERS = INTERNET_REQFLAG_NO_HEADERS_RAW_;
const INTERNET_REQFLAG_PASSIVE = INTERNET_REQFLAG_PASSIVE_RAW_;
const INTERNET_REQFLAG_CACHE_WRITE_DISABLED = INTERNET_REQFLAG_CACHE_WRITE_DISABLED_RAW_;
const INTERNET_REQFLAG_NET_TIMEOUT = INTERNET_REQFLAG_NET_TIMEOUT_RAW_;
const _ = !0;
}
}

pub const INTERNET_REQFLAG_FROM_CACHE: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::INTERNET_REQFLAG_FROM_CACHE;

pub const INTERNET_REQFLAG_ASYNC: INTERNET_REQFLAGS = INTERNET_REQFLAGS::INTERNET_REQFLAG_ASYNC;

pub const INTERNET_REQFLAG_VIA_PROXY: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::INTERNET_REQFLAG_VIA_PROXY;

pub const INTERNET_REQFLAG_NO_HEADERS: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::INTERNET_REQFLAG_NO_HEADERS;

pub const INTERNET_REQFLAG_PASSIVE: INTERNET_REQFLAGS = INTERNET_REQFLAGS::INTERNET_REQFLAG_PASSIVE;

pub const INTERNET_REQFLAG_CACHE_WRITE_DISABLED: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::INTERNET_REQFLAG_CACHE_WRITE_DISABLED;

pub const INTERNET_REQFLAG_NET_TIMEOUT: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::INTERNET_REQFLAG_NET_TIMEOUT;

const SECURITY_FLAG_SECURE_RAW_: u32 = 0x00000001;

const SECURITY_FLAG_SSL_RAW_: u32 = 0x00000002;

const SECURITY_FLAG_SSL3_RAW_: u32 = 0x00000004;

const SECURITY_FLAG_PCT_RAW_: u32 = 0x00000008;

const SECURITY_FLAG_PCT4_RAW_: u32 = 0x00000010;

const SECURITY_FLAG_IETFSSL4_RAW_: u32 = 0x00000020;

const SECURITY_FLAG_IGNORE_REVOCATION_RAW_: u32 = 0x00000080;

const SECURITY_FLAG_IGNORE_UNKNOWN_CA_RAW_: u32 = 0x00000100;

const SECURITY_FLAG_IGNORE_WRONG_USAGE_RAW_: u32 = 0x00000200;

const SECURITY_FLAG_IGNORE_CERT_CN_INVALID_RAW_: u32 = 0x00001000;

const SECURITY_FLAG_IGNORE_CERT_DATE_INVALID_RAW_: u32 = 0x00002000;

const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS_RAW_: u32 = 0x00004000;

const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP_RAW_: u32 = 0x00008000;

const SECURITY_FLAG_IGNORE_WEAK_SIGNATURE_RAW_: u32 = 0x00010000;

const SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE_RAW_: u32 = 0x00020000;

const SECURITY_FLAG_FORTEZZA_RAW_: u32 = 0x08000000;

const SECURITY_FLAG_STRENGTH_WEAK_RAW_: u32 = 0x10000000;

const SECURITY_FLAG_NORMALBITNESS_RAW_: u32 = SECURITY_FLAG_STRENGTH_WEAK_RAW_;

const SECURITY_FLAG_40BIT_RAW_: u32 = SECURITY_FLAG_STRENGTH_WEAK_RAW_;

const SECURITY_FLAG_STRENGTH_STRONG_RAW_: u32 = 0x20000000;

const SECURITY_FLAG_128BIT_RAW_: u32 = SECURITY_FLAG_STRENGTH_STRONG_RAW_;

const SECURITY_FLAG_STRENGTH_MEDIUM_RAW_: u32 = 0x40000000;

const SECURITY_FLAG_56BIT_RAW_: u32 = SECURITY_FLAG_STRENGTH_MEDIUM_RAW_;

const SECURITY_FLAG_UNKNOWNBIT_RAW_: u32 = 0x80000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SECURITY_FLAGS: u32 {
const SECURITY_FLAG_SECURE = SECURITY_FLAG_SECURE_RAW_;
const SECURITY_FLAG_SSL = SECURITY_FLAG_SSL_RAW_;
const SECURITY_FLAG_SSL3 = SECURITY_FLAG_SSL3_RAW_;
const SECURITY_FLAG_PCT = SECURITY_FLAG_PCT_RAW_;
const SECURITY_FLAG_PCT4 = SECURITY_FLAG_PCT4_RAW_;
const SECURITY_FLAG_IETFSSL4 = SECURITY_FLAG_IETFSSL4_RAW_;
const SECURITY_FLAG_IGNORE_REVOCATION = SECURITY_FLAG_IGNORE_REVOCATION_RAW_;
const SECURITY_FLAG_IGNORE_UNKNOWN_CA = SECURITY_FLAG_IGNORE_UNKNOWN_CA_RAW_;
const SECURITY_FLAG_IGNORE_WRONG_USAGE = SECURITY_FLAG_IGNORE_WRONG_USAGE_RAW_;
const SECURITY_FLAG_IGNORE_CERT_CN_INVALID = SECURITY_FLAG_IGNORE_CERT_CN_INVALID_RAW_;
const SECURITY_FLAG_IGNORE_CERT_DATE_INVALID = SECURITY_FLAG_IGNORE_CERT_DATE_INVALID_RAW_;
const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS = SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS_RAW_;
const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP = SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP_RAW_;
const SECURITY_FLAG_IGNORE_WEAK_SIGNATURE = SECURITY_FLAG_IGNORE_WEAK_SIGNATURE_RAW_;
const SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE = SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE_RAW_;
const SECURITY_FLAG_FORTEZZA = SECURITY_FLAG_FORTEZZA_RAW_;
const SECURITY_FLAG_STRENGTH_WEAK = SECURITY_FLAG_STRENGTH_WEAK_RAW_;
const SECURITY_FLAG_NORMALBITNESS = SECURITY_FLAG_NORMALBITNESS_RAW_;
const SECURITY_FLAG_40BIT = SECURITY_FLAG_40BIT_RAW_;
const SECURITY_FLAG_STRENGTH_STRONG = SECURITY_FLAG_STRENGTH_STRONG_RAW_;
const SECURITY_FLAG_128BIT = SECURITY_FLAG_128BIT_RAW_;
const SECURITY_FLAG_STRENGTH_MEDIUM = SECURITY_FLAG_STRENGTH_MEDIUM_RAW_;
const SECURITY_FLAG_56BIT = SECURITY_FLAG_56BIT_RAW_;
const SECURITY_FLAG_UNKNOWNBIT = SECURITY_FLAG_UNKNOWNBIT_RAW_;
const _ = !0;
}
}

pub const SECURITY_FLAG_SECURE: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_SECURE;

pub const SECURITY_FLAG_SSL: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_SSL;

pub const SECURITY_FLAG_SSL3: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_SSL3;

pub const SECURITY_FLAG_PCT: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_PCT;

pub const SECURITY_FLAG_PCT4: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_PCT4;

pub const SECURITY_FLAG_IETFSSL4: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_IETFSSL4;

pub const SECURITY_FLAG_IGNORE_REVOCATION: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_REVOCATION;

pub const SECURITY_FLAG_IGNORE_UNKNOWN_CA: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_UNKNOWN_CA;

pub const SECURITY_FLAG_IGNORE_WRONG_USAGE: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_WRONG_USAGE;

pub const SECURITY_FLAG_IGNORE_CERT_CN_INVALID: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_CERT_CN_INVALID;

pub const SECURITY_FLAG_IGNORE_CERT_DATE_INVALID: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_CERT_DATE_INVALID;

pub const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTPS;

pub const SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_REDIRECT_TO_HTTP;

pub const SECURITY_FLAG_IGNORE_WEAK_SIGNATURE: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_IGNORE_WEAK_SIGNATURE;

pub const SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE;

pub const SECURITY_FLAG_FORTEZZA: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_FORTEZZA;

pub const SECURITY_FLAG_STRENGTH_WEAK: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_STRENGTH_WEAK;

pub const SECURITY_FLAG_NORMALBITNESS: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_NORMALBITNESS;

pub const SECURITY_FLAG_40BIT: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_40BIT;

pub const SECURITY_FLAG_STRENGTH_STRONG: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_STRENGTH_STRONG;

pub const SECURITY_FLAG_128BIT: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_128BIT;

pub const SECURITY_FLAG_STRENGTH_MEDIUM: SECURITY_FLAGS =
    SECURITY_FLAGS::SECURITY_FLAG_STRENGTH_MEDIUM;

pub const SECURITY_FLAG_56BIT: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_56BIT;

pub const SECURITY_FLAG_UNKNOWNBIT: SECURITY_FLAGS = SECURITY_FLAGS::SECURITY_FLAG_UNKNOWNBIT;

const INTERNET_ERROR_MASK_INSERT_CDROM_RAW_: u32 = 0x00000001;

const INTERNET_ERROR_MASK_COMBINED_SEC_CERT_RAW_: u32 = 0x00000002;

const INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG_RAW_: u32 = 0x00000004;

const INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY_RAW_: u32 = 0x00000008;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_ERROR_MASK: u32 {
const INTERNET_ERROR_MASK_INSERT_CDROM = INTERNET_ERROR_MASK_INSERT_CDROM_RAW_;
const INTERNET_ERROR_MASK_COMBINED_SEC_CERT = INTERNET_ERROR_MASK_COMBINED_SEC_CERT_RAW_;
const INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG = INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG_RAW_;
const INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY = INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY_RAW_;
const _ = !0;
}
}

pub const INTERNET_ERROR_MASK_INSERT_CDROM: INTERNET_ERROR_MASK =
    INTERNET_ERROR_MASK::INTERNET_ERROR_MASK_INSERT_CDROM;

pub const INTERNET_ERROR_MASK_COMBINED_SEC_CERT: INTERNET_ERROR_MASK =
    INTERNET_ERROR_MASK::INTERNET_ERROR_MASK_COMBINED_SEC_CERT;

pub const INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG: INTERNET_ERROR_MASK =
    INTERNET_ERROR_MASK::INTERNET_ERROR_MASK_NEED_MSN_SSPI_PKG;

pub const INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY: INTERNET_ERROR_MASK =
    INTERNET_ERROR_MASK::INTERNET_ERROR_MASK_LOGIN_FAILURE_DISPLAY_ENTITY_BODY;

const HTTP_PROTOCOL_FLAG_HTTP2_RAW_: u32 = 0x00000002;

const HTTP_PROTOCOL_MASK_RAW_: u32 = HTTP_PROTOCOL_FLAG_HTTP2_RAW_;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HTTP_PROTOCOL_FLAGS: u32 {
const HTTP_PROTOCOL_FLAG_HTTP2 = HTTP_PROTOCOL_FLAG_HTTP2_RAW_;
const HTTP_PROTOCOL_MASK = HTTP_PROTOCOL_MASK_RAW_;
const _ = !0;
}
}

pub const HTTP_PROTOCOL_FLAG_HTTP2: HTTP_PROTOCOL_FLAGS =
    HTTP_PROTOCOL_FLAGS::HTTP_PROTOCOL_FLAG_HTTP2;

pub const HTTP_PROTOCOL_MASK: HTTP_PROTOCOL_FLAGS = HTTP_PROTOCOL_FLAGS::HTTP_PROTOCOL_MASK;

const INTERNET_OPTION_CALLBACK_RAW_: u32 = 1;

const INTERNET_FIRST_OPTION_RAW_: u32 = INTERNET_OPTION_CALLBACK_RAW_;

const INTERNET_OPTION_CONNECT_TIMEOUT_RAW_: u32 = 2;

const INTERNET_OPTION_CONNECT_RETRIES_RAW_: u32 = 3;

const INTERNET_OPTION_CONNECT_BACKOFF_RAW_: u32 = 4;

const INTERNET_OPTION_SEND_TIMEOUT_RAW_: u32 = 5;

const INTERNET_OPTION_CONTROL_SEND_TIMEOUT_RAW_: u32 = INTERNET_OPTION_SEND_TIMEOUT_RAW_;

const INTERNET_OPTION_RECEIVE_TIMEOUT_RAW_: u32 = 6;

const INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT_RAW_: u32 = INTERNET_OPTION_RECEIVE_TIMEOUT_RAW_;

const INTERNET_OPTION_DATA_SEND_TIMEOUT_RAW_: u32 = 7;

const INTERNET_OPTION_DATA_RECEIVE_TIMEOUT_RAW_: u32 = 8;

const INTERNET_OPTION_HANDLE_TYPE_RAW_: u32 = 9;

const INTERNET_OPTION_PARENT_HANDLE_RAW_: u32 = 21;

const INTERNET_OPTION_REQUEST_FLAGS_RAW_: u32 = 23;

const INTERNET_OPTION_EXTENDED_ERROR_RAW_: u32 = 24;

const INTERNET_OPTION_USERNAME_RAW_: u32 = 28;

const INTERNET_OPTION_PASSWORD_RAW_: u32 = 29;

const INTERNET_OPTION_SECURITY_FLAGS_RAW_: u32 = 31;

const INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT_RAW_: u32 = 32;

const INTERNET_OPTION_URL_RAW_: u32 = 34;

const INTERNET_OPTION_SECURITY_CERTIFICATE_RAW_: u32 = 35;

const INTERNET_OPTION_SECURITY_KEY_BITNESS_RAW_: u32 = 36;

const INTERNET_OPTION_REFRESH_RAW_: u32 = 37;

const INTERNET_OPTION_PROXY_RAW_: u32 = 38;

const INTERNET_OPTION_SETTINGS_CHANGED_RAW_: u32 = 39;

const INTERNET_OPTION_VERSION_RAW_: u32 = 40;

const INTERNET_OPTION_USER_AGENT_RAW_: u32 = 41;

const INTERNET_OPTION_PROXY_USERNAME_RAW_: u32 = 43;

const INTERNET_OPTION_PROXY_PASSWORD_RAW_: u32 = 44;

const INTERNET_OPTION_CONTEXT_VALUE_RAW_: u32 = 45;

const INTERNET_OPTION_CONNECTED_STATE_RAW_: u32 = 50;

const INTERNET_OPTION_HTTP_VERSION_RAW_: u32 = 59;

const INTERNET_OPTION_ERROR_MASK_RAW_: u32 = 62;

const INTERNET_OPTION_HTTP_DECODING_RAW_: u32 = 65;

const INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO_RAW_: u32 = 67;

const INTERNET_OPTION_MAX_CONNS_PER_SERVER_RAW_: u32 = 73;

const INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER_RAW_: u32 = 74;

const INTERNET_OPTION_IGNORE_OFFLINE_RAW_: u32 = 77;

const INTERNET_OPTION_CLIENT_CERT_CONTEXT_RAW_: u32 = 84;

const INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH_RAW_: u32 = 94;

const INTERNET_OPTION_IDN_RAW_: u32 = 102;

const INTERNET_OPTION_MAX_CONNS_PER_PROXY_RAW_: u32 = 103;

const INTERNET_OPTION_SUPPRESS_SERVER_AUTH_RAW_: u32 = 104;

const INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT_RAW_: u32 = 105;

const INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ_RAW_: u32 = 122;

const INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH_RAW_: u32 = 147;

const INTERNET_OPTION_ENABLE_HTTP_PROTOCOL_RAW_: u32 = 148;

const INTERNET_OPTION_HTTP_PROTOCOL_USED_RAW_: u32 = 149;

const INTERNET_OPTION_HSTS_RAW_: u32 = 157;

const INTERNET_OPTION_REQUEST_ANNOTATION_RAW_: u32 = 193;

const INTERNET_LAST_OPTION_RAW_: u32 = INTERNET_OPTION_REQUEST_ANNOTATION_RAW_;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_OPTION(pub u32);
impl core::fmt::Debug for INTERNET_OPTION {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            INTERNET_OPTION_CALLBACK_RAW_ => f.write_str("INTERNET_OPTION_CALLBACK"),
            INTERNET_FIRST_OPTION_RAW_ => f.write_str("INTERNET_FIRST_OPTION"),
            INTERNET_OPTION_CONNECT_TIMEOUT_RAW_ => f.write_str("INTERNET_OPTION_CONNECT_TIMEOUT"),
            INTERNET_OPTION_CONNECT_RETRIES_RAW_ => f.write_str("INTERNET_OPTION_CONNECT_RETRIES"),
            INTERNET_OPTION_CONNECT_BACKOFF_RAW_ => f.write_str("INTERNET_OPTION_CONNECT_BACKOFF"),
            INTERNET_OPTION_SEND_TIMEOUT_RAW_ => f.write_str("INTERNET_OPTION_SEND_TIMEOUT"),
            INTERNET_OPTION_CONTROL_SEND_TIMEOUT_RAW_ => {
                f.write_str("INTERNET_OPTION_CONTROL_SEND_TIMEOUT")
            }
            INTERNET_OPTION_RECEIVE_TIMEOUT_RAW_ => f.write_str("INTERNET_OPTION_RECEIVE_TIMEOUT"),
            INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT_RAW_ => {
                f.write_str("INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT")
            }
            INTERNET_OPTION_DATA_SEND_TIMEOUT_RAW_ => {
                f.write_str("INTERNET_OPTION_DATA_SEND_TIMEOUT")
            }
            INTERNET_OPTION_DATA_RECEIVE_TIMEOUT_RAW_ => {
                f.write_str("INTERNET_OPTION_DATA_RECEIVE_TIMEOUT")
            }
            INTERNET_OPTION_HANDLE_TYPE_RAW_ => f.write_str("INTERNET_OPTION_HANDLE_TYPE"),
            INTERNET_OPTION_PARENT_HANDLE_RAW_ => f.write_str("INTERNET_OPTION_PARENT_HANDLE"),
            INTERNET_OPTION_REQUEST_FLAGS_RAW_ => f.write_str("INTERNET_OPTION_REQUEST_FLAGS"),
            INTERNET_OPTION_EXTENDED_ERROR_RAW_ => f.write_str("INTERNET_OPTION_EXTENDED_ERROR"),
            INTERNET_OPTION_USERNAME_RAW_ => f.write_str("INTERNET_OPTION_USERNAME"),
            INTERNET_OPTION_PASSWORD_RAW_ => f.write_str("INTERNET_OPTION_PASSWORD"),
            INTERNET_OPTION_SECURITY_FLAGS_RAW_ => f.write_str("INTERNET_OPTION_SECURITY_FLAGS"),
            INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT_RAW_ => {
                f.write_str("INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT")
            }
            INTERNET_OPTION_URL_RAW_ => f.write_str("INTERNET_OPTION_URL"),
            INTERNET_OPTION_SECURITY_CERTIFICATE_RAW_ => {
                f.write_str("INTERNET_OPTION_SECURITY_CERTIFICATE")
            }
            INTERNET_OPTION_SECURITY_KEY_BITNESS_RAW_ => {
                f.write_str("INTERNET_OPTION_SECURITY_KEY_BITNESS")
            }
            INTERNET_OPTION_REFRESH_RAW_ => f.write_str("INTERNET_OPTION_REFRESH"),
            INTERNET_OPTION_PROXY_RAW_ => f.write_str("INTERNET_OPTION_PROXY"),
            INTERNET_OPTION_SETTINGS_CHANGED_RAW_ => {
                f.write_str("INTERNET_OPTION_SETTINGS_CHANGED")
            }
            INTERNET_OPTION_VERSION_RAW_ => f.write_str("INTERNET_OPTION_VERSION"),
            INTERNET_OPTION_USER_AGENT_RAW_ => f.write_str("INTERNET_OPTION_USER_AGENT"),
            INTERNET_OPTION_PROXY_USERNAME_RAW_ => f.write_str("INTERNET_OPTION_PROXY_USERNAME"),
            INTERNET_OPTION_PROXY_PASSWORD_RAW_ => f.write_str("INTERNET_OPTION_PROXY_PASSWORD"),
            INTERNET_OPTION_CONTEXT_VALUE_RAW_ => f.write_str("INTERNET_OPTION_CONTEXT_VALUE"),
            INTERNET_OPTION_CONNECTED_STATE_RAW_ => f.write_str("INTERNET_OPTION_CONNECTED_STATE"),
            INTERNET_OPTION_HTTP_VERSION_RAW_ => f.write_str("INTERNET_OPTION_HTTP_VERSION"),
            INTERNET_OPTION_ERROR_MASK_RAW_ => f.write_str("INTERNET_OPTION_ERROR_MASK"),
            INTERNET_OPTION_HTTP_DECODING_RAW_ => f.write_str("INTERNET_OPTION_HTTP_DECODING"),
            INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO_RAW_ => {
                f.write_str("INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO")
            }
            INTERNET_OPTION_MAX_CONNS_PER_SERVER_RAW_ => {
                f.write_str("INTERNET_OPTION_MAX_CONNS_PER_SERVER")
            }
            INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER_RAW_ => {
                f.write_str("INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER")
            }
            INTERNET_OPTION_IGNORE_OFFLINE_RAW_ => f.write_str("INTERNET_OPTION_IGNORE_OFFLINE"),
            INTERNET_OPTION_CLIENT_CERT_CONTEXT_RAW_ => {
                f.write_str("INTERNET_OPTION_CLIENT_CERT_CONTEXT")
            }
            INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH_RAW_ => {
                f.write_str("INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH")
            }
            INTERNET_OPTION_IDN_RAW_ => f.write_str("INTERNET_OPTION_IDN"),
            INTERNET_OPTION_MAX_CONNS_PER_PROXY_RAW_ => {
                f.write_str("INTERNET_OPTION_MAX_CONNS_PER_PROXY")
            }
            INTERNET_OPTION_SUPPRESS_SERVER_AUTH_RAW_ => {
                f.write_str("INTERNET_OPTION_SUPPRESS_SERVER_AUTH")
            }
            INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT_RAW_ => {
                f.write_str("INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT")
            }
            INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ_RAW_ => {
                f.write_str("INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ")
            }
            INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH_RAW_ => {
                f.write_str("INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH")
            }
            INTERNET_OPTION_ENABLE_HTTP_PROTOCOL_RAW_ => {
                f.write_str("INTERNET_OPTION_ENABLE_HTTP_PROTOCOL")
            }
            INTERNET_OPTION_HTTP_PROTOCOL_USED_RAW_ => {
                f.write_str("INTERNET_OPTION_HTTP_PROTOCOL_USED")
            }
            INTERNET_OPTION_HSTS_RAW_ => f.write_str("INTERNET_OPTION_HSTS"),
            INTERNET_OPTION_REQUEST_ANNOTATION_RAW_ => {
                f.write_str("INTERNET_OPTION_REQUEST_ANNOTATION")
            }
            INTERNET_LAST_OPTION_RAW_ => f.write_str("INTERNET_LAST_OPTION"),
            other => write!(f, "INTERNET_OPTION({other})"),
        }
    }
}
impl INTERNET_OPTION {
    pub const INTERNET_OPTION_CALLBACK: Self = Self(INTERNET_OPTION_CALLBACK_RAW_);
    pub const INTERNET_FIRST_OPTION: Self = Self(INTERNET_FIRST_OPTION_RAW_);
    pub const INTERNET_OPTION_CONNECT_TIMEOUT: Self = Self(INTERNET_OPTION_CONNECT_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_CONNECT_RETRIES: Self = Self(INTERNET_OPTION_CONNECT_RETRIES_RAW_);
    pub const INTERNET_OPTION_CONNECT_BACKOFF: Self = Self(INTERNET_OPTION_CONNECT_BACKOFF_RAW_);
    pub const INTERNET_OPTION_SEND_TIMEOUT: Self = Self(INTERNET_OPTION_SEND_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_CONTROL_SEND_TIMEOUT: Self =
        Self(INTERNET_OPTION_CONTROL_SEND_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_RECEIVE_TIMEOUT: Self = Self(INTERNET_OPTION_RECEIVE_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT: Self =
        Self(INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_DATA_SEND_TIMEOUT: Self =
        Self(INTERNET_OPTION_DATA_SEND_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_DATA_RECEIVE_TIMEOUT: Self =
        Self(INTERNET_OPTION_DATA_RECEIVE_TIMEOUT_RAW_);
    pub const INTERNET_OPTION_HANDLE_TYPE: Self = Self(INTERNET_OPTION_HANDLE_TYPE_RAW_);
    pub const INTERNET_OPTION_PARENT_HANDLE: Self = Self(INTERNET_OPTION_PARENT_HANDLE_RAW_);
    pub const INTERNET_OPTION_REQUEST_FLAGS: Self = Self(INTERNET_OPTION_REQUEST_FLAGS_RAW_);
    pub const INTERNET_OPTION_EXTENDED_ERROR: Self = Self(INTERNET_OPTION_EXTENDED_ERROR_RAW_);
    pub const INTERNET_OPTION_USERNAME: Self = Self(INTERNET_OPTION_USERNAME_RAW_);
    pub const INTERNET_OPTION_PASSWORD: Self = Self(INTERNET_OPTION_PASSWORD_RAW_);
    pub const INTERNET_OPTION_SECURITY_FLAGS: Self = Self(INTERNET_OPTION_SECURITY_FLAGS_RAW_);
    pub const INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT: Self =
        Self(INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT_RAW_);
    pub const INTERNET_OPTION_URL: Self = Self(INTERNET_OPTION_URL_RAW_);
    pub const INTERNET_OPTION_SECURITY_CERTIFICATE: Self =
        Self(INTERNET_OPTION_SECURITY_CERTIFICATE_RAW_);
    pub const INTERNET_OPTION_SECURITY_KEY_BITNESS: Self =
        Self(INTERNET_OPTION_SECURITY_KEY_BITNESS_RAW_);
    pub const INTERNET_OPTION_REFRESH: Self = Self(INTERNET_OPTION_REFRESH_RAW_);
    pub const INTERNET_OPTION_PROXY: Self = Self(INTERNET_OPTION_PROXY_RAW_);
    pub const INTERNET_OPTION_SETTINGS_CHANGED: Self = Self(INTERNET_OPTION_SETTINGS_CHANGED_RAW_);
    pub const INTERNET_OPTION_VERSION: Self = Self(INTERNET_OPTION_VERSION_RAW_);
    pub const INTERNET_OPTION_USER_AGENT: Self = Self(INTERNET_OPTION_USER_AGENT_RAW_);
    pub const INTERNET_OPTION_PROXY_USERNAME: Self = Self(INTERNET_OPTION_PROXY_USERNAME_RAW_);
    pub const INTERNET_OPTION_PROXY_PASSWORD: Self = Self(INTERNET_OPTION_PROXY_PASSWORD_RAW_);
    pub const INTERNET_OPTION_CONTEXT_VALUE: Self = Self(INTERNET_OPTION_CONTEXT_VALUE_RAW_);
    pub const INTERNET_OPTION_CONNECTED_STATE: Self = Self(INTERNET_OPTION_CONNECTED_STATE_RAW_);
    pub const INTERNET_OPTION_HTTP_VERSION: Self = Self(INTERNET_OPTION_HTTP_VERSION_RAW_);
    pub const INTERNET_OPTION_ERROR_MASK: Self = Self(INTERNET_OPTION_ERROR_MASK_RAW_);
    pub const INTERNET_OPTION_HTTP_DECODING: Self = Self(INTERNET_OPTION_HTTP_DECODING_RAW_);
    pub const INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO: Self =
        Self(INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO_RAW_);
    pub const INTERNET_OPTION_MAX_CONNS_PER_SERVER: Self =
        Self(INTERNET_OPTION_MAX_CONNS_PER_SERVER_RAW_);
    pub const INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER: Self =
        Self(INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER_RAW_);
    pub const INTERNET_OPTION_IGNORE_OFFLINE: Self = Self(INTERNET_OPTION_IGNORE_OFFLINE_RAW_);
    pub const INTERNET_OPTION_CLIENT_CERT_CONTEXT: Self =
        Self(INTERNET_OPTION_CLIENT_CERT_CONTEXT_RAW_);
    pub const INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH: Self =
        Self(INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH_RAW_);
    pub const INTERNET_OPTION_IDN: Self = Self(INTERNET_OPTION_IDN_RAW_);
    pub const INTERNET_OPTION_MAX_CONNS_PER_PROXY: Self =
        Self(INTERNET_OPTION_MAX_CONNS_PER_PROXY_RAW_);
    pub const INTERNET_OPTION_SUPPRESS_SERVER_AUTH: Self =
        Self(INTERNET_OPTION_SUPPRESS_SERVER_AUTH_RAW_);
    pub const INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT: Self =
        Self(INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT_RAW_);
    pub const INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ: Self =
        Self(INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ_RAW_);
    pub const INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH: Self =
        Self(INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH_RAW_);
    pub const INTERNET_OPTION_ENABLE_HTTP_PROTOCOL: Self =
        Self(INTERNET_OPTION_ENABLE_HTTP_PROTOCOL_RAW_);
    pub const INTERNET_OPTION_HTTP_PROTOCOL_USED: Self =
        Self(INTERNET_OPTION_HTTP_PROTOCOL_USED_RAW_);
    pub const INTERNET_OPTION_HSTS: Self = Self(INTERNET_OPTION_HSTS_RAW_);
    pub const INTERNET_OPTION_REQUEST_ANNOTATION: Self =
        Self(INTERNET_OPTION_REQUEST_ANNOTATION_RAW_);
    pub const INTERNET_LAST_OPTION: Self = Self(INTERNET_LAST_OPTION_RAW_);
}
impl From<INTERNET_OPTION> for u32 {
    fn from(v: INTERNET_OPTION) -> Self {
        v.0
    }
}
impl From<u32> for INTERNET_OPTION {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const INTERNET_OPTION_CALLBACK: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_CALLBACK;

pub const INTERNET_FIRST_OPTION: INTERNET_OPTION = INTERNET_OPTION::INTERNET_FIRST_OPTION;

pub const INTERNET_OPTION_CONNECT_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONNECT_TIMEOUT;

pub const INTERNET_OPTION_CONNECT_RETRIES: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONNECT_RETRIES;

pub const INTERNET_OPTION_CONNECT_BACKOFF: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONNECT_BACKOFF;

pub const INTERNET_OPTION_SEND_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SEND_TIMEOUT;

pub const INTERNET_OPTION_CONTROL_SEND_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONTROL_SEND_TIMEOUT;

pub const INTERNET_OPTION_RECEIVE_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_RECEIVE_TIMEOUT;

pub const INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONTROL_RECEIVE_TIMEOUT;

pub const INTERNET_OPTION_DATA_SEND_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_DATA_SEND_TIMEOUT;

pub const INTERNET_OPTION_DATA_RECEIVE_TIMEOUT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_DATA_RECEIVE_TIMEOUT;

pub const INTERNET_OPTION_HANDLE_TYPE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_HANDLE_TYPE;

pub const INTERNET_OPTION_PARENT_HANDLE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_PARENT_HANDLE;

pub const INTERNET_OPTION_REQUEST_FLAGS: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_REQUEST_FLAGS;

pub const INTERNET_OPTION_EXTENDED_ERROR: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_EXTENDED_ERROR;

pub const INTERNET_OPTION_USERNAME: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_USERNAME;

pub const INTERNET_OPTION_PASSWORD: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_PASSWORD;

pub const INTERNET_OPTION_SECURITY_FLAGS: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SECURITY_FLAGS;

pub const INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT;

pub const INTERNET_OPTION_URL: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_URL;

pub const INTERNET_OPTION_SECURITY_CERTIFICATE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SECURITY_CERTIFICATE;

pub const INTERNET_OPTION_SECURITY_KEY_BITNESS: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SECURITY_KEY_BITNESS;

pub const INTERNET_OPTION_REFRESH: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_REFRESH;

pub const INTERNET_OPTION_PROXY: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_PROXY;

pub const INTERNET_OPTION_SETTINGS_CHANGED: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SETTINGS_CHANGED;

pub const INTERNET_OPTION_VERSION: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_VERSION;

pub const INTERNET_OPTION_USER_AGENT: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_USER_AGENT;

pub const INTERNET_OPTION_PROXY_USERNAME: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_PROXY_USERNAME;

pub const INTERNET_OPTION_PROXY_PASSWORD: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_PROXY_PASSWORD;

pub const INTERNET_OPTION_CONTEXT_VALUE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONTEXT_VALUE;

pub const INTERNET_OPTION_CONNECTED_STATE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CONNECTED_STATE;

pub const INTERNET_OPTION_HTTP_VERSION: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_HTTP_VERSION;

pub const INTERNET_OPTION_ERROR_MASK: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_ERROR_MASK;

pub const INTERNET_OPTION_HTTP_DECODING: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_HTTP_DECODING;

pub const INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_DIAGNOSTIC_SOCKET_INFO;

pub const INTERNET_OPTION_MAX_CONNS_PER_SERVER: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_MAX_CONNS_PER_SERVER;

pub const INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_MAX_CONNS_PER_1_0_SERVER;

pub const INTERNET_OPTION_IGNORE_OFFLINE: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_IGNORE_OFFLINE;

pub const INTERNET_OPTION_CLIENT_CERT_CONTEXT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_CLIENT_CERT_CONTEXT;

pub const INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SOCKET_SEND_BUFFER_LENGTH;

pub const INTERNET_OPTION_IDN: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_IDN;

pub const INTERNET_OPTION_MAX_CONNS_PER_PROXY: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_MAX_CONNS_PER_PROXY;

pub const INTERNET_OPTION_SUPPRESS_SERVER_AUTH: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SUPPRESS_SERVER_AUTH;

pub const INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT;

pub const INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_ENABLE_REDIRECT_CACHE_READ;

pub const INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_COMPRESSED_CONTENT_LENGTH;

pub const INTERNET_OPTION_ENABLE_HTTP_PROTOCOL: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_ENABLE_HTTP_PROTOCOL;

pub const INTERNET_OPTION_HTTP_PROTOCOL_USED: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_HTTP_PROTOCOL_USED;

pub const INTERNET_OPTION_HSTS: INTERNET_OPTION = INTERNET_OPTION::INTERNET_OPTION_HSTS;

pub const INTERNET_OPTION_REQUEST_ANNOTATION: INTERNET_OPTION =
    INTERNET_OPTION::INTERNET_OPTION_REQUEST_ANNOTATION;

pub const INTERNET_LAST_OPTION: INTERNET_OPTION = INTERNET_OPTION::INTERNET_LAST_OPTION;

const IDSI_FLAG_KEEP_ALIVE_RAW_: u32 = 0x00000001;

const IDSI_FLAG_SECURE_RAW_: u32 = 0x00000002;

const IDSI_FLAG_PROXY_RAW_: u32 = 0x00000004;

const IDSI_FLAG_TUNNEL_RAW_: u32 = 0x00000008;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IDSI_FLAGS: u32 {
const IDSI_FLAG_KEEP_ALIVE = IDSI_FLAG_KEEP_ALIVE_RAW_;
const IDSI_FLAG_SECURE = IDSI_FLAG_SECURE_RAW_;
const IDSI_FLAG_PROXY = IDSI_FLAG_PROXY_RAW_;
const IDSI_FLAG_TUNNEL = IDSI_FLAG_TUNNEL_RAW_;
const _ = !0;
}
}

pub const IDSI_FLAG_KEEP_ALIVE: IDSI_FLAGS = IDSI_FLAGS::IDSI_FLAG_KEEP_ALIVE;

pub const IDSI_FLAG_SECURE: IDSI_FLAGS = IDSI_FLAGS::IDSI_FLAG_SECURE;

pub const IDSI_FLAG_PROXY: IDSI_FLAGS = IDSI_FLAGS::IDSI_FLAG_PROXY;

pub const IDSI_FLAG_TUNNEL: IDSI_FLAGS = IDSI_FLAGS::IDSI_FLAG_TUNNEL;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_DIAGNOSTIC_SOCKET_INFO {
    pub Socket: usize,
    pub SourcePort: u32,
    pub DestPort: u32,
    pub Flags: IDSI_FLAGS,
}
impl Default for INTERNET_DIAGNOSTIC_SOCKET_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_PROXY_INFO {
    pub dwAccessType: INTERNET_ACCESS_TYPE,
    pub lpszProxy: PCSTR,
    pub lpszProxyBypass: PCSTR,
}
impl Default for INTERNET_PROXY_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_CERTIFICATE_INFO {
    pub ftExpiry: FILETIME,
    pub ftStart: FILETIME,
    pub lpszSubjectInfo: PSTR,
    pub lpszIssuerInfo: PSTR,
    pub lpszProtocolName: PSTR,
    pub lpszSignatureAlgName: PSTR,
    pub lpszEncryptionAlgName: PSTR,
    pub dwKeySize: u32,
}
impl Default for INTERNET_CERTIFICATE_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_VERSION_INFO {
    pub dwMajorVersion: u32,
    pub dwMinorVersion: u32,
}
impl Default for INTERNET_VERSION_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct HTTP_VERSION_INFO {
    pub dwMajorVersion: u32,
    pub dwMinorVersion: u32,
}
impl Default for HTTP_VERSION_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

const INTERNET_SCHEME_PARTIAL_RAW_: i32 = -2;

const INTERNET_SCHEME_UNKNOWN_RAW_: i32 = -1;

const INTERNET_SCHEME_DEFAULT_RAW_: i32 = 0;

const INTERNET_SCHEME_FTP_RAW_: i32 = 1;

const INTERNET_SCHEME_GOPHER_RAW_: i32 = 2;

const INTERNET_SCHEME_HTTP_RAW_: i32 = 3;

const INTERNET_SCHEME_HTTPS_RAW_: i32 = 4;

const INTERNET_SCHEME_FILE_RAW_: i32 = 5;

const INTERNET_SCHEME_NEWS_RAW_: i32 = 6;

const INTERNET_SCHEME_MAILTO_RAW_: i32 = 7;

const INTERNET_SCHEME_SOCKS_RAW_: i32 = 8;

const INTERNET_SCHEME_JAVASCRIPT_RAW_: i32 = 9;

const INTERNET_SCHEME_VBSCRIPT_RAW_: i32 = 10;

const INTERNET_SCHEME_RES_RAW_: i32 = 11;

const INTERNET_SCHEME_FIRST_RAW_: i32 = INTERNET_SCHEME_FTP_RAW_;

const INTERNET_SCHEME_LAST_RAW_: i32 = INTERNET_SCHEME_RES_RAW_;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct INTERNET_SCHEME(pub i32);
impl core::fmt::Debug for INTERNET_SCHEME {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            INTERNET_SCHEME_PARTIAL_RAW_ => f.write_str("INTERNET_SCHEME_PARTIAL"),
            INTERNET_SCHEME_UNKNOWN_RAW_ => f.write_str("INTERNET_SCHEME_UNKNOWN"),
            INTERNET_SCHEME_DEFAULT_RAW_ => f.write_str("INTERNET_SCHEME_DEFAULT"),
            INTERNET_SCHEME_FTP_RAW_ => f.write_str("INTERNET_SCHEME_FTP"),
            INTERNET_SCHEME_GOPHER_RAW_ => f.write_str("INTERNET_SCHEME_GOPHER"),
            INTERNET_SCHEME_HTTP_RAW_ => f.write_str("INTERNET_SCHEME_HTTP"),
            INTERNET_SCHEME_HTTPS_RAW_ => f.write_str("INTERNET_SCHEME_HTTPS"),
            INTERNET_SCHEME_FILE_RAW_ => f.write_str("INTERNET_SCHEME_FILE"),
            INTERNET_SCHEME_NEWS_RAW_ => f.write_str("INTERNET_SCHEME_NEWS"),
            INTERNET_SCHEME_MAILTO_RAW_ => f.write_str("INTERNET_SCHEME_MAILTO"),
            INTERNET_SCHEME_SOCKS_RAW_ => f.write_str("INTERNET_SCHEME_SOCKS"),
            INTERNET_SCHEME_JAVASCRIPT_RAW_ => f.write_str("INTERNET_SCHEME_JAVASCRIPT"),
            INTERNET_SCHEME_VBSCRIPT_RAW_ => f.write_str("INTERNET_SCHEME_VBSCRIPT"),
            INTERNET_SCHEME_RES_RAW_ => f.write_str("INTERNET_SCHEME_RES"),
            INTERNET_SCHEME_FIRST_RAW_ => f.write_str("INTERNET_SCHEME_FIRST"),
            INTERNET_SCHEME_LAST_RAW_ => f.write_str("INTERNET_SCHEME_LAST"),
            other => write!(f, "INTERNET_SCHEME({other})"),
        }
    }
}
impl INTERNET_SCHEME {
    pub const INTERNET_SCHEME_PARTIAL: Self = Self(INTERNET_SCHEME_PARTIAL_RAW_);
    pub const INTERNET_SCHEME_UNKNOWN: Self = Self(INTERNET_SCHEME_UNKNOWN_RAW_);
    pub const INTERNET_SCHEME_DEFAULT: Self = Self(INTERNET_SCHEME_DEFAULT_RAW_);
    pub const INTERNET_SCHEME_FTP: Self = Self(INTERNET_SCHEME_FTP_RAW_);
    pub const INTERNET_SCHEME_GOPHER: Self = Self(INTERNET_SCHEME_GOPHER_RAW_);
    pub const INTERNET_SCHEME_HTTP: Self = Self(INTERNET_SCHEME_HTTP_RAW_);
    pub const INTERNET_SCHEME_HTTPS: Self = Self(INTERNET_SCHEME_HTTPS_RAW_);
    pub const INTERNET_SCHEME_FILE: Self = Self(INTERNET_SCHEME_FILE_RAW_);
    pub const INTERNET_SCHEME_NEWS: Self = Self(INTERNET_SCHEME_NEWS_RAW_);
    pub const INTERNET_SCHEME_MAILTO: Self = Self(INTERNET_SCHEME_MAILTO_RAW_);
    pub const INTERNET_SCHEME_SOCKS: Self = Self(INTERNET_SCHEME_SOCKS_RAW_);
    pub const INTERNET_SCHEME_JAVASCRIPT: Self = Self(INTERNET_SCHEME_JAVASCRIPT_RAW_);
    pub const INTERNET_SCHEME_VBSCRIPT: Self = Self(INTERNET_SCHEME_VBSCRIPT_RAW_);
    pub const INTERNET_SCHEME_RES: Self = Self(INTERNET_SCHEME_RES_RAW_);
    pub const INTERNET_SCHEME_FIRST: Self = Self(INTERNET_SCHEME_FIRST_RAW_);
    pub const INTERNET_SCHEME_LAST: Self = Self(INTERNET_SCHEME_LAST_RAW_);
}
impl From<INTERNET_SCHEME> for i32 {
    fn from(v: INTERNET_SCHEME) -> Self {
        v.0
    }
}
impl From<i32> for INTERNET_SCHEME {
    fn from(v: i32) -> Self {
        Self(v)
    }
}

pub const INTERNET_SCHEME_PARTIAL: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_PARTIAL;

pub const INTERNET_SCHEME_UNKNOWN: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_UNKNOWN;

pub const INTERNET_SCHEME_DEFAULT: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_DEFAULT;

pub const INTERNET_SCHEME_FTP: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_FTP;

pub const INTERNET_SCHEME_GOPHER: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_GOPHER;

pub const INTERNET_SCHEME_HTTP: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_HTTP;

pub const INTERNET_SCHEME_HTTPS: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_HTTPS;

pub const INTERNET_SCHEME_FILE: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_FILE;

pub const INTERNET_SCHEME_NEWS: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_NEWS;

pub const INTERNET_SCHEME_MAILTO: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_MAILTO;

pub const INTERNET_SCHEME_SOCKS: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_SOCKS;

pub const INTERNET_SCHEME_JAVASCRIPT: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_JAVASCRIPT;

pub const INTERNET_SCHEME_VBSCRIPT: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_VBSCRIPT;

pub const INTERNET_SCHEME_RES: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_RES;

pub const INTERNET_SCHEME_FIRST: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_FIRST;

pub const INTERNET_SCHEME_LAST: INTERNET_SCHEME = INTERNET_SCHEME::INTERNET_SCHEME_LAST;

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct URL_COMPONENTSA {
    pub dwStructSize: u32,
    pub lpszScheme: PSTR,
    pub dwSchemeLength: u32,
    pub nScheme: INTERNET_SCHEME,
    pub lpszHostName: PSTR,
    pub dwHostNameLength: u32,
    pub nPort: INTERNET_PORT,
    pub lpszUserName: PSTR,
    pub dwUserNameLength: u32,
    pub lpszPassword: PSTR,
    pub dwPasswordLength: u32,
    pub lpszUrlPath: PSTR,
    pub dwUrlPathLength: u32,
    pub lpszExtraInfo: PSTR,
    pub dwExtraInfoLength: u32,
}
impl Default for URL_COMPONENTSA {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct URL_COMPONENTSW {
    pub dwStructSize: u32,
    pub lpszScheme: PWSTR,
    pub dwSchemeLength: u32,
    pub nScheme: INTERNET_SCHEME,
    pub lpszHostName: PWSTR,
    pub dwHostNameLength: u32,
    pub nPort: INTERNET_PORT,
    pub lpszUserName: PWSTR,
    pub dwUserNameLength: u32,
    pub lpszPassword: PWSTR,
    pub dwPasswordLength: u32,
    pub lpszUrlPath: PWSTR,
    pub dwUrlPathLength: u32,
    pub lpszExtraInfo: PWSTR,
    pub dwExtraInfoLength: u32,
}
impl Default for URL_COMPONENTSW {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub type LPURL_COMPONENTSW = *mut URL_COMPONENTSW;

const ICU_ENCODE_PERCENT_RAW_: u32 = 0x00001000;

const ICU_BROWSER_MODE_RAW_: u32 = 0x02000000;

const ICU_ENCODE_SPACES_ONLY_RAW_: u32 = 0x04000000;

const ICU_NO_META_RAW_: u32 = 0x08000000;

const ICU_DECODE_RAW_: u32 = 0x10000000;

const ICU_NO_ENCODE_RAW_: u32 = 0x20000000;

const ICU_USERNAME_RAW_: u32 = 0x40000000;

const ICU_ESCAPE_RAW_: u32 = 0x80000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ICU_FLAGS: u32 {
const ICU_ENCODE_PERCENT = ICU_ENCODE_PERCENT_RAW_;
const ICU_BROWSER_MODE = ICU_BROWSER_MODE_RAW_;
const ICU_ENCODE_SPACES_ONLY = ICU_ENCODE_SPACES_ONLY_RAW_;
const ICU_NO_META = ICU_NO_META_RAW_;
const ICU_DECODE = ICU_DECODE_RAW_;
const ICU_NO_ENCODE = ICU_NO_ENCODE_RAW_;
const ICU_USERNAME = ICU_USERNAME_RAW_;
const ICU_ESCAPE = ICU_ESCAPE_RAW_;
const _ = !0;
}
}

pub const ICU_ENCODE_PERCENT: ICU_FLAGS = ICU_FLAGS::ICU_ENCODE_PERCENT;

pub const ICU_BROWSER_MODE: ICU_FLAGS = ICU_FLAGS::ICU_BROWSER_MODE;

pub const ICU_ENCODE_SPACES_ONLY: ICU_FLAGS = ICU_FLAGS::ICU_ENCODE_SPACES_ONLY;

pub const ICU_NO_META: ICU_FLAGS = ICU_FLAGS::ICU_NO_META;

pub const ICU_DECODE: ICU_FLAGS = ICU_FLAGS::ICU_DECODE;

pub const ICU_NO_ENCODE: ICU_FLAGS = ICU_FLAGS::ICU_NO_ENCODE;

pub const ICU_USERNAME: ICU_FLAGS = ICU_FLAGS::ICU_USERNAME;

pub const ICU_ESCAPE: ICU_FLAGS = ICU_FLAGS::ICU_ESCAPE;

const HTTP_QUERY_MIME_VERSION_RAW_: u32 = 0;

const HTTP_QUERY_CONTENT_TYPE_RAW_: u32 = 1;

const HTTP_QUERY_CONTENT_LENGTH_RAW_: u32 = 5;

const HTTP_QUERY_DATE_RAW_: u32 = 9;

const HTTP_QUERY_EXPIRES_RAW_: u32 = 10;

const HTTP_QUERY_LAST_MODIFIED_RAW_: u32 = 11;

const HTTP_QUERY_VERSION_RAW_: u32 = 18;

const HTTP_QUERY_STATUS_CODE_RAW_: u32 = 19;

const HTTP_QUERY_STATUS_TEXT_RAW_: u32 = 20;

const HTTP_QUERY_RAW_HEADERS_RAW_: u32 = 21;

const HTTP_QUERY_RAW_HEADERS_CRLF_RAW_: u32 = 22;

const HTTP_QUERY_CONNECTION_RAW_: u32 = 23;

const HTTP_QUERY_ACCEPT_RAW_: u32 = 24;

const HTTP_QUERY_ACCEPT_ENCODING_RAW_: u32 = 26;

const HTTP_QUERY_AUTHORIZATION_RAW_: u32 = 28;

const HTTP_QUERY_CONTENT_ENCODING_RAW_: u32 = 29;

const HTTP_QUERY_LOCATION_RAW_: u32 = 33;

const HTTP_QUERY_RETRY_AFTER_RAW_: u32 = 36;

const HTTP_QUERY_SERVER_RAW_: u32 = 37;

const HTTP_QUERY_USER_AGENT_RAW_: u32 = 39;

const HTTP_QUERY_WWW_AUTHENTICATE_RAW_: u32 = 40;

const HTTP_QUERY_PROXY_AUTHENTICATE_RAW_: u32 = 41;

const HTTP_QUERY_REQUEST_METHOD_RAW_: u32 = 45;

const HTTP_QUERY_AGE_RAW_: u32 = 48;

const HTTP_QUERY_CACHE_CONTROL_RAW_: u32 = 49;

const HTTP_QUERY_ETAG_RAW_: u32 = 54;

const HTTP_QUERY_HOST_RAW_: u32 = 55;

const HTTP_QUERY_PROXY_AUTHORIZATION_RAW_: u32 = 61;

const HTTP_QUERY_TRANSFER_ENCODING_RAW_: u32 = 63;

const HTTP_QUERY_UPGRADE_RAW_: u32 = 64;

const HTTP_QUERY_VIA_RAW_: u32 = 66;

const HTTP_QUERY_PROXY_CONNECTION_RAW_: u32 = 69;

const HTTP_QUERY_PROXY_SUPPORT_RAW_: u32 = 75;

const HTTP_QUERY_KEEP_ALIVE_RAW_: u32 = 89;

const HTTP_QUERY_STRICT_TRANSPORT_SECURITY_RAW_: u32 = 91;

const HTTP_QUERY_CUSTOM_RAW_: u32 = 65535;

#[repr(transparent)]
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HTTP_QUERY(pub u32);
impl core::fmt::Debug for HTTP_QUERY {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            HTTP_QUERY_MIME_VERSION_RAW_ => f.write_str("HTTP_QUERY_MIME_VERSION"),
            HTTP_QUERY_CONTENT_TYPE_RAW_ => f.write_str("HTTP_QUERY_CONTENT_TYPE"),
            HTTP_QUERY_CONTENT_LENGTH_RAW_ => f.write_str("HTTP_QUERY_CONTENT_LENGTH"),
            HTTP_QUERY_DATE_RAW_ => f.write_str("HTTP_QUERY_DATE"),
            HTTP_QUERY_EXPIRES_RAW_ => f.write_str("HTTP_QUERY_EXPIRES"),
            HTTP_QUERY_LAST_MODIFIED_RAW_ => f.write_str("HTTP_QUERY_LAST_MODIFIED"),
            HTTP_QUERY_VERSION_RAW_ => f.write_str("HTTP_QUERY_VERSION"),
            HTTP_QUERY_STATUS_CODE_RAW_ => f.write_str("HTTP_QUERY_STATUS_CODE"),
            HTTP_QUERY_STATUS_TEXT_RAW_ => f.write_str("HTTP_QUERY_STATUS_TEXT"),
            HTTP_QUERY_RAW_HEADERS_RAW_ => f.write_str("HTTP_QUERY_RAW_HEADERS"),
            HTTP_QUERY_RAW_HEADERS_CRLF_RAW_ => f.write_str("HTTP_QUERY_RAW_HEADERS_CRLF"),
            HTTP_QUERY_CONNECTION_RAW_ => f.write_str("HTTP_QUERY_CONNECTION"),
            HTTP_QUERY_ACCEPT_RAW_ => f.write_str("HTTP_QUERY_ACCEPT"),
            HTTP_QUERY_ACCEPT_ENCODING_RAW_ => f.write_str("HTTP_QUERY_ACCEPT_ENCODING"),
            HTTP_QUERY_AUTHORIZATION_RAW_ => f.write_str("HTTP_QUERY_AUTHORIZATION"),
            HTTP_QUERY_CONTENT_ENCODING_RAW_ => f.write_str("HTTP_QUERY_CONTENT_ENCODING"),
            HTTP_QUERY_LOCATION_RAW_ => f.write_str("HTTP_QUERY_LOCATION"),
            HTTP_QUERY_RETRY_AFTER_RAW_ => f.write_str("HTTP_QUERY_RETRY_AFTER"),
            HTTP_QUERY_SERVER_RAW_ => f.write_str("HTTP_QUERY_SERVER"),
            HTTP_QUERY_USER_AGENT_RAW_ => f.write_str("HTTP_QUERY_USER_AGENT"),
            HTTP_QUERY_WWW_AUTHENTICATE_RAW_ => f.write_str("HTTP_QUERY_WWW_AUTHENTICATE"),
            HTTP_QUERY_PROXY_AUTHENTICATE_RAW_ => f.write_str("HTTP_QUERY_PROXY_AUTHENTICATE"),
            HTTP_QUERY_REQUEST_METHOD_RAW_ => f.write_str("HTTP_QUERY_REQUEST_METHOD"),
            HTTP_QUERY_AGE_RAW_ => f.write_str("HTTP_QUERY_AGE"),
            HTTP_QUERY_CACHE_CONTROL_RAW_ => f.write_str("HTTP_QUERY_CACHE_CONTROL"),
            HTTP_QUERY_ETAG_RAW_ => f.write_str("HTTP_QUERY_ETAG"),
            HTTP_QUERY_HOST_RAW_ => f.write_str("HTTP_QUERY_HOST"),
            HTTP_QUERY_PROXY_AUTHORIZATION_RAW_ => f.write_str("HTTP_QUERY_PROXY_AUTHORIZATION"),
            HTTP_QUERY_TRANSFER_ENCODING_RAW_ => f.write_str("HTTP_QUERY_TRANSFER_ENCODING"),
            HTTP_QUERY_UPGRADE_RAW_ => f.write_str("HTTP_QUERY_UPGRADE"),
            HTTP_QUERY_VIA_RAW_ => f.write_str("HTTP_QUERY_VIA"),
            HTTP_QUERY_PROXY_CONNECTION_RAW_ => f.write_str("HTTP_QUERY_PROXY_CONNECTION"),
            HTTP_QUERY_PROXY_SUPPORT_RAW_ => f.write_str("HTTP_QUERY_PROXY_SUPPORT"),
            HTTP_QUERY_KEEP_ALIVE_RAW_ => f.write_str("HTTP_QUERY_KEEP_ALIVE"),
            HTTP_QUERY_STRICT_TRANSPORT_SECURITY_RAW_ => {
                f.write_str("HTTP_QUERY_STRICT_TRANSPORT_SECURITY")
            }
            HTTP_QUERY_CUSTOM_RAW_ => f.write_str("HTTP_QUERY_CUSTOM"),
            other => write!(f, "HTTP_QUERY({other})"),
        }
    }
}
impl HTTP_QUERY {
    pub const HTTP_QUERY_MIME_VERSION: Self = Self(HTTP_QUERY_MIME_VERSION_RAW_);
    pub const HTTP_QUERY_CONTENT_TYPE: Self = Self(HTTP_QUERY_CONTENT_TYPE_RAW_);
    pub const HTTP_QUERY_CONTENT_LENGTH: Self = Self(HTTP_QUERY_CONTENT_LENGTH_RAW_);
    pub const HTTP_QUERY_DATE: Self = Self(HTTP_QUERY_DATE_RAW_);
    pub const HTTP_QUERY_EXPIRES: Self = Self(HTTP_QUERY_EXPIRES_RAW_);
    pub const HTTP_QUERY_LAST_MODIFIED: Self = Self(HTTP_QUERY_LAST_MODIFIED_RAW_);
    pub const HTTP_QUERY_VERSION: Self = Self(HTTP_QUERY_VERSION_RAW_);
    pub const HTTP_QUERY_STATUS_CODE: Self = Self(HTTP_QUERY_STATUS_CODE_RAW_);
    pub const HTTP_QUERY_STATUS_TEXT: Self = Self(HTTP_QUERY_STATUS_TEXT_RAW_);
    pub const HTTP_QUERY_RAW_HEADERS: Self = Self(HTTP_QUERY_RAW_HEADERS_RAW_);
    pub const HTTP_QUERY_RAW_HEADERS_CRLF: Self = Self(HTTP_QUERY_RAW_HEADERS_CRLF_RAW_);
    pub const HTTP_QUERY_CONNECTION: Self = Self(HTTP_QUERY_CONNECTION_RAW_);
    pub const HTTP_QUERY_ACCEPT: Self = Self(HTTP_QUERY_ACCEPT_RAW_);
    pub const HTTP_QUERY_ACCEPT_ENCODING: Self = Self(HTTP_QUERY_ACCEPT_ENCODING_RAW_);
    pub const HTTP_QUERY_AUTHORIZATION: Self = Self(HTTP_QUERY_AUTHORIZATION_RAW_);
    pub const HTTP_QUERY_CONTENT_ENCODING: Self = Self(HTTP_QUERY_CONTENT_ENCODING_RAW_);
    pub const HTTP_QUERY_LOCATION: Self = Self(HTTP_QUERY_LOCATION_RAW_);
    pub const HTTP_QUERY_RETRY_AFTER: Self = Self(HTTP_QUERY_RETRY_AFTER_RAW_);
    pub const HTTP_QUERY_SERVER: Self = Self(HTTP_QUERY_SERVER_RAW_);
    pub const HTTP_QUERY_USER_AGENT: Self = Self(HTTP_QUERY_USER_AGENT_RAW_);
    pub const HTTP_QUERY_WWW_AUTHENTICATE: Self = Self(HTTP_QUERY_WWW_AUTHENTICATE_RAW_);
    pub const HTTP_QUERY_PROXY_AUTHENTICATE: Self = Self(HTTP_QUERY_PROXY_AUTHENTICATE_RAW_);
    pub const HTTP_QUERY_REQUEST_METHOD: Self = Self(HTTP_QUERY_REQUEST_METHOD_RAW_);
    pub const HTTP_QUERY_AGE: Self = Self(HTTP_QUERY_AGE_RAW_);
    pub const HTTP_QUERY_CACHE_CONTROL: Self = Self(HTTP_QUERY_CACHE_CONTROL_RAW_);
    pub const HTTP_QUERY_ETAG: Self = Self(HTTP_QUERY_ETAG_RAW_);
    pub const HTTP_QUERY_HOST: Self = Self(HTTP_QUERY_HOST_RAW_);
    pub const HTTP_QUERY_PROXY_AUTHORIZATION: Self = Self(HTTP_QUERY_PROXY_AUTHORIZATION_RAW_);
    pub const HTTP_QUERY_TRANSFER_ENCODING: Self = Self(HTTP_QUERY_TRANSFER_ENCODING_RAW_);
    pub const HTTP_QUERY_UPGRADE: Self = Self(HTTP_QUERY_UPGRADE_RAW_);
    pub const HTTP_QUERY_VIA: Self = Self(HTTP_QUERY_VIA_RAW_);
    pub const HTTP_QUERY_PROXY_CONNECTION: Self = Self(HTTP_QUERY_PROXY_CONNECTION_RAW_);
    pub const HTTP_QUERY_PROXY_SUPPORT: Self = Self(HTTP_QUERY_PROXY_SUPPORT_RAW_);
    pub const HTTP_QUERY_KEEP_ALIVE: Self = Self(HTTP_QUERY_KEEP_ALIVE_RAW_);
    pub const HTTP_QUERY_STRICT_TRANSPORT_SECURITY: Self =
        Self(HTTP_QUERY_STRICT_TRANSPORT_SECURITY_RAW_);
    pub const HTTP_QUERY_CUSTOM: Self = Self(HTTP_QUERY_CUSTOM_RAW_);
}
impl From<HTTP_QUERY> for u32 {
    fn from(v: HTTP_QUERY) -> Self {
        v.0
    }
}
impl From<u32> for HTTP_QUERY {
    fn from(v: u32) -> Self {
        Self(v)
    }
}

pub const HTTP_QUERY_MIME_VERSION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_MIME_VERSION;

pub const HTTP_QUERY_CONTENT_TYPE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CONTENT_TYPE;

pub const HTTP_QUERY_CONTENT_LENGTH: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CONTENT_LENGTH;

pub const HTTP_QUERY_DATE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_DATE;

pub const HTTP_QUERY_EXPIRES: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_EXPIRES;

pub const HTTP_QUERY_LAST_MODIFIED: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_LAST_MODIFIED;

pub const HTTP_QUERY_VERSION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_VERSION;

pub const HTTP_QUERY_STATUS_CODE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_STATUS_CODE;

pub const HTTP_QUERY_STATUS_TEXT: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_STATUS_TEXT;

pub const HTTP_QUERY_RAW_HEADERS: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_RAW_HEADERS;

pub const HTTP_QUERY_RAW_HEADERS_CRLF: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_RAW_HEADERS_CRLF;

pub const HTTP_QUERY_CONNECTION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CONNECTION;

pub const HTTP_QUERY_ACCEPT: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_ACCEPT;

pub const HTTP_QUERY_ACCEPT_ENCODING: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_ACCEPT_ENCODING;

pub const HTTP_QUERY_AUTHORIZATION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_AUTHORIZATION;

pub const HTTP_QUERY_CONTENT_ENCODING: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CONTENT_ENCODING;

pub const HTTP_QUERY_LOCATION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_LOCATION;

pub const HTTP_QUERY_RETRY_AFTER: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_RETRY_AFTER;

pub const HTTP_QUERY_SERVER: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_SERVER;

pub const HTTP_QUERY_USER_AGENT: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_USER_AGENT;

pub const HTTP_QUERY_WWW_AUTHENTICATE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_WWW_AUTHENTICATE;

pub const HTTP_QUERY_PROXY_AUTHENTICATE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_PROXY_AUTHENTICATE;

pub const HTTP_QUERY_REQUEST_METHOD: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_REQUEST_METHOD;

pub const HTTP_QUERY_AGE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_AGE;

pub const HTTP_QUERY_CACHE_CONTROL: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CACHE_CONTROL;

pub const HTTP_QUERY_ETAG: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_ETAG;

pub const HTTP_QUERY_HOST: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_HOST;

pub const HTTP_QUERY_PROXY_AUTHORIZATION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_PROXY_AUTHORIZATION;

pub const HTTP_QUERY_TRANSFER_ENCODING: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_TRANSFER_ENCODING;

pub const HTTP_QUERY_UPGRADE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_UPGRADE;

pub const HTTP_QUERY_VIA: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_VIA;

pub const HTTP_QUERY_PROXY_CONNECTION: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_PROXY_CONNECTION;

pub const HTTP_QUERY_PROXY_SUPPORT: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_PROXY_SUPPORT;

pub const HTTP_QUERY_KEEP_ALIVE: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_KEEP_ALIVE;

pub const HTTP_QUERY_STRICT_TRANSPORT_SECURITY: HTTP_QUERY =
    HTTP_QUERY::HTTP_QUERY_STRICT_TRANSPORT_SECURITY;

pub const HTTP_QUERY_CUSTOM: HTTP_QUERY = HTTP_QUERY::HTTP_QUERY_CUSTOM;

const HTTP_QUERY_FLAG_COALESCE_WITH_COMMA_RAW_: u32 = 0x04000000;

const HTTP_QUERY_FLAG_NUMBER64_RAW_: u32 = 0x08000000;

const HTTP_QUERY_FLAG_COALESCE_RAW_: u32 = 0x10000000;

const HTTP_QUERY_FLAG_NUMBER_RAW_: u32 = 0x20000000;

const HTTP_QUERY_FLAG_SYSTEMTIME_RAW_: u32 = 0x40000000;

const HTTP_QUERY_FLAG_REQUEST_HEADERS_RAW_: u32 = 0x80000000;

bitflags::bitflags! {
#[repr(transparent)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HTTP_QUERY_FLAGS: u32 {
const HTTP_QUERY_FLAG_COALESCE_WITH_COMMA = HTTP_QUERY_FLAG_COALESCE_WITH_COMMA_RAW_;
const HTTP_QUERY_FLAG_NUMBER64 = HTTP_QUERY_FLAG_NUMBER64_RAW_;
const HTTP_QUERY_FLAG_COALESCE = HTTP_QUERY_FLAG_COALESCE_RAW_;
const HTTP_QUERY_FLAG_NUMBER = HTTP_QUERY_FLAG_NUMBER_RAW_;
const HTTP_QUERY_FLAG_SYSTEMTIME = HTTP_QUERY_FLAG_SYSTEMTIME_RAW_;
const HTTP_QUERY_FLAG_REQUEST_HEADERS = HTTP_QUERY_FLAG_REQUEST_HEADERS_RAW_;
const _ = !0;
}
}

pub const HTTP_QUERY_FLAG_COALESCE_WITH_COMMA: HTTP_QUERY_FLAGS =
    HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_COALESCE_WITH_COMMA;

pub const HTTP_QUERY_FLAG_NUMBER64: HTTP_QUERY_FLAGS = HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_NUMBER64;

pub const HTTP_QUERY_FLAG_COALESCE: HTTP_QUERY_FLAGS = HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_COALESCE;

pub const HTTP_QUERY_FLAG_NUMBER: HTTP_QUERY_FLAGS = HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_NUMBER;

pub const HTTP_QUERY_FLAG_SYSTEMTIME: HTTP_QUERY_FLAGS =
    HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_SYSTEMTIME;

pub const HTTP_QUERY_FLAG_REQUEST_HEADERS: HTTP_QUERY_FLAGS =
    HTTP_QUERY_FLAGS::HTTP_QUERY_FLAG_REQUEST_HEADERS;

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetOpenW(
        lpszAgent: PCWSTR,
        dwAccessType: INTERNET_ACCESS_TYPE,
        lpszProxy: PCWSTR,
        lpszProxyBypass: PCWSTR,
        dwFlags: INTERNET_FLAGS,
    ) -> HINTERNET;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetConnectW(
        hInternet: HINTERNET,
        lpszServerName: PCWSTR,
        nServerPort: INTERNET_PORT,
        lpszUserName: PCWSTR,
        lpszPassword: PCWSTR,
        dwService: INTERNET_SERVICE,
        dwFlags: INTERNET_FLAGS,
        dwContext: usize,
    ) -> HINTERNET;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn HttpOpenRequestW(
        hConnect: HINTERNET,
        lpszVerb: PCWSTR,
        lpszObjectName: PCWSTR,
        lpszVersion: PCWSTR,
        lpszReferrer: PCWSTR,
        lplpszAcceptTypes: *const PCWSTR,
        dwFlags: INTERNET_FLAGS,
        dwContext: usize,
    ) -> HINTERNET;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn HttpSendRequestW(
        hRequest: HINTERNET,
        lpszHeaders: PCWSTR,
        dwHeadersLength: u32,
        lpOptional: *const core::ffi::c_void,
        dwOptionalLength: u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn HttpQueryInfoW(
        hRequest: HINTERNET,
        dwInfoLevel: HTTP_QUERY,
        lpBuffer: *mut core::ffi::c_void,
        lpdwBufferLength: *mut u32,
        lpdwIndex: *mut u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetReadFile(
        hFile: HINTERNET,
        lpBuffer: *mut core::ffi::c_void,
        dwNumberOfBytesToRead: u32,
        lpdwNumberOfBytesRead: *mut u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetCloseHandle(hInternet: HINTERNET) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetCrackUrlW(
        lpszUrl: PCWSTR,
        dwUrlLength: u32,
        dwFlags: ICU_FLAGS,
        lpUrlComponents: LPURL_COMPONENTSW,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetQueryOptionA(
        hInternet: HINTERNET,
        dwOption: INTERNET_OPTION,
        lpBuffer: *mut core::ffi::c_void,
        lpdwBufferLength: *mut u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetQueryOptionW(
        hInternet: HINTERNET,
        dwOption: INTERNET_OPTION,
        lpBuffer: *mut core::ffi::c_void,
        lpdwBufferLength: *mut u32,
    ) -> BOOL;
}

#[cfg(windows)]
#[cfg_attr(
    target_arch = "x86",
    link(
        name = "Wininet.dll",
        kind = "raw-dylib",
        modifiers = "+verbatim",
        import_name_type = "undecorated"
    )
)]
#[cfg_attr(
    not(target_arch = "x86"),
    link(name = "Wininet.dll", kind = "raw-dylib", modifiers = "+verbatim")
)]
unsafe extern "system" {
    pub fn InternetSetOptionW(
        hInternet: HINTERNET,
        dwOption: INTERNET_OPTION,
        lpBuffer: *const core::ffi::c_void,
        dwBufferLength: u32,
    ) -> BOOL;
}

#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct INTERNET_SECURITY_CONNECTION_INFO {
    pub dwSize: u32,
    pub fSecure: BOOL,
    pub connectionInfo: SecPkgContext_ConnectionInfo,
    pub cipherInfo: SecPkgContext_CipherInfo,
}
impl Default for INTERNET_SECURITY_CONNECTION_INFO {
    fn default() -> Self {
        unsafe { core::mem::zeroed() }
    }
}

pub const INVALID_HANDLE_VALUE: HANDLE = !0usize as HANDLE;

pub const FALSE: BOOL = 0;

pub const TRUE: BOOL = 1;

pub const SOCKET_DEFAULT2_QM_POLICY: GUID = GUID {
    Data1: 0xaec2ef9c,
    Data2: 0x3a4d,
    Data3: 0x4d3e,
    Data4: [0x88, 0x42, 0x23, 0x99, 0x42, 0xe3, 0x9a, 0x47],
};

pub const SIO_SET_SECURITY: u32 = 0x980000C8;
const SIO_SET_SECURITY_RAW_: u32 = SIO_SET_SECURITY as u32;

pub const SIO_QUERY_SECURITY: u32 = 0xD80000C9;
const SIO_QUERY_SECURITY_RAW_: u32 = SIO_QUERY_SECURITY as u32;

pub const SIO_SET_PEER_TARGET_NAME: u32 = 0x980000CA;
const SIO_SET_PEER_TARGET_NAME_RAW_: u32 = SIO_SET_PEER_TARGET_NAME as u32;

pub const SIO_DELETE_PEER_TARGET_NAME: u32 = 0x980000CB;
const SIO_DELETE_PEER_TARGET_NAME_RAW_: u32 = SIO_DELETE_PEER_TARGET_NAME as u32;

pub const SIO_SOCKET_USAGE_NOTIFICATION: u32 = 0x980000CC;
const SIO_SOCKET_USAGE_NOTIFICATION_RAW_: u32 = SIO_SOCKET_USAGE_NOTIFICATION as u32;

pub const SIO_QUERY_WFP_ALE_ENDPOINT_HANDLE: u32 = 0x580000CD;
const SIO_QUERY_WFP_ALE_ENDPOINT_HANDLE_RAW_: u32 = SIO_QUERY_WFP_ALE_ENDPOINT_HANDLE as u32;

pub const SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS: u32 = 0x980000DC;
const SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS_RAW_: u32 =
    SIO_QUERY_WFP_CONNECTION_REDIRECT_RECORDS as u32;

pub const SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT: u32 = 0x980000DD;
const SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT_RAW_: u32 =
    SIO_QUERY_WFP_CONNECTION_REDIRECT_CONTEXT as u32;

pub const SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS: u32 = 0x980000DE;
const SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS_RAW_: u32 =
    SIO_SET_WFP_CONNECTION_REDIRECT_RECORDS as u32;

pub const INFINITE: u32 = 0xFFFFFFFF;
const INFINITE_RAW_: u32 = INFINITE as u32;

pub const MAXIMUM_WAIT_OBJECTS: u32 = 64;
const MAXIMUM_WAIT_OBJECTS_RAW_: u32 = MAXIMUM_WAIT_OBJECTS as u32;

pub const STATUS_PENDING: NTSTATUS = 0x103;

pub const DELETE: ACCESS_MASK = 0x10000;
const DELETE_RAW_: u32 = DELETE as u32;

pub const READ_CONTROL: ACCESS_MASK = 0x20000;
const READ_CONTROL_RAW_: u32 = READ_CONTROL as u32;

pub const WRITE_DAC: ACCESS_MASK = 0x40000;
const WRITE_DAC_RAW_: u32 = WRITE_DAC as u32;

pub const WRITE_OWNER: ACCESS_MASK = 0x80000;
const WRITE_OWNER_RAW_: u32 = WRITE_OWNER as u32;

pub const SYNCHRONIZE: ACCESS_MASK = 0x100000;
const SYNCHRONIZE_RAW_: u32 = SYNCHRONIZE as u32;

pub const STANDARD_RIGHTS_REQUIRED: ACCESS_MASK = DELETE | READ_CONTROL | WRITE_DAC | WRITE_OWNER;
const STANDARD_RIGHTS_REQUIRED_RAW_: u32 = STANDARD_RIGHTS_REQUIRED as u32;

pub const STANDARD_RIGHTS_READ: ACCESS_MASK = READ_CONTROL;
const STANDARD_RIGHTS_READ_RAW_: u32 = STANDARD_RIGHTS_READ as u32;

pub const STANDARD_RIGHTS_WRITE: ACCESS_MASK = READ_CONTROL;
const STANDARD_RIGHTS_WRITE_RAW_: u32 = STANDARD_RIGHTS_WRITE as u32;

pub const STANDARD_RIGHTS_EXECUTE: ACCESS_MASK = READ_CONTROL;
const STANDARD_RIGHTS_EXECUTE_RAW_: u32 = STANDARD_RIGHTS_EXECUTE as u32;

pub const INVALID_SOCKET: SOCKET = !0;

pub const SOCKET_ERROR: i32 = -1;

pub const WSADESCRIPTION_LEN: u32 = 256;
const WSADESCRIPTION_LEN_RAW_: u32 = WSADESCRIPTION_LEN as u32;

pub const WSASYS_STATUS_LEN: u32 = 128;
const WSASYS_STATUS_LEN_RAW_: u32 = WSASYS_STATUS_LEN as u32;

pub const SG_UNCONSTRAINED_GROUP: GROUP = 1;

pub const SG_CONSTRAINED_GROUP: GROUP = 2;

pub const MAX_PROTOCOL_CHAIN: i32 = 7;

pub const BASE_PROTOCOL: i32 = 1;

pub const LAYERED_PROTOCOL: i32 = 0;

pub const WSAPROTOCOL_LEN: i32 = 255;

pub const BIGENDIAN: i32 = 0;

pub const LITTLEENDIAN: i32 = 1;

pub const SECURITY_PROTOCOL_NONE: i32 = 0;

pub const FROM_PROTOCOL_INFO: i32 = -1;

pub const SO_PROTOCOL_INFOW: i32 = 8197;

pub const SOMAXCONN: i32 = 2147483647;

pub const WSA_INFINITE: u32 = 4294967295;
const WSA_INFINITE_RAW_: u32 = WSA_INFINITE as u32;

pub const WSA_MAXIMUM_WAIT_EVENTS: u32 = 64;
const WSA_MAXIMUM_WAIT_EVENTS_RAW_: u32 = WSA_MAXIMUM_WAIT_EVENTS as u32;

pub const WSA_WAIT_EVENT_0: WAIT_EVENT = WAIT_EVENT(WAIT_OBJECT_0.0);

pub const WSA_WAIT_IO_COMPLETION: WAIT_EVENT = WAIT_EVENT(WAIT_IO_COMPLETION.0);

pub const WSA_WAIT_TIMEOUT: WAIT_EVENT = WAIT_EVENT(WAIT_TIMEOUT.0);

pub const WSA_WAIT_FAILED: WAIT_EVENT = WAIT_EVENT(WAIT_FAILED.0);

pub const IPPROTO_IP: IPPROTO = IPPROTO(0);

pub const IPPROTO_RM: IPPROTO = IPPROTO(IPPROTO_PGM.0);

pub const SOL_SOCKET: i32 = 0xFFFF;

pub const SO_DEBUG: i32 = 0x1;

pub const SO_ACCEPTCONN: i32 = 0x2;

pub const SO_REUSEADDR: i32 = 0x4;

pub const SO_KEEPALIVE: i32 = 0x8;

pub const SO_DONTROUTE: i32 = 0x10;

pub const SO_BROADCAST: i32 = 0x20;

pub const SO_USELOOPBACK: i32 = 0x40;

pub const SO_LINGER: i32 = 0x80;

pub const SO_OOBINLINE: i32 = 0x100;

pub const SO_DONTLINGER: i32 = -129;

pub const SO_EXCLUSIVEADDRUSE: i32 = -5;

pub const SO_SNDBUF: i32 = 0x1001;

pub const SO_RCVBUF: i32 = 0x1002;

pub const SO_SNDLOWAT: i32 = 0x1003;

pub const SO_RCVLOWAT: i32 = 0x1004;

pub const SO_SNDTIMEO: i32 = 0x1005;

pub const SO_RCVTIMEO: i32 = 0x1006;

pub const SO_ERROR: i32 = 0x1007;

pub const SO_TYPE: i32 = 0x1008;

pub const SO_BSP_STATE: i32 = 0x1009;

pub const SO_GROUP_ID: i32 = 0x2001;

pub const SO_GROUP_PRIORITY: i32 = 0x2002;

pub const SO_MAX_MSG_SIZE: i32 = 0x2003;

pub const SO_CONDITIONAL_ACCEPT: i32 = 0x3002;

pub const SO_PAUSE_ACCEPT: i32 = 0x3003;

pub const SO_COMPARTMENT_ID: i32 = 0x3004;

pub const SO_RANDOMIZE_PORT: i32 = 0x3005;

pub const SO_PORT_SCALABILITY: i32 = 0x3006;

pub const SO_REUSE_UNICASTPORT: i32 = 0x3007;

pub const SO_REUSE_MULTICASTPORT: i32 = 0x3008;

pub const IOC_UNIX: u32 = 0x00000000;
const IOC_UNIX_RAW_: u32 = IOC_UNIX as u32;

pub const IOC_WS2: u32 = 0x08000000;
const IOC_WS2_RAW_: u32 = IOC_WS2 as u32;

pub const IOC_PROTOCOL: u32 = 0x10000000;
const IOC_PROTOCOL_RAW_: u32 = IOC_PROTOCOL as u32;

pub const IOC_VENDOR: u32 = 0x18000000;
const IOC_VENDOR_RAW_: u32 = IOC_VENDOR as u32;

pub const IOC_VOID: u32 = 0x20000000;
const IOC_VOID_RAW_: u32 = IOC_VOID as u32;

pub const IOC_OUT: u32 = 0x40000000;
const IOC_OUT_RAW_: u32 = IOC_OUT as u32;

pub const IOC_IN: u32 = 0x80000000;
const IOC_IN_RAW_: u32 = IOC_IN as u32;

pub const IOC_INOUT: u32 = IOC_IN | IOC_OUT;
const IOC_INOUT_RAW_: u32 = IOC_INOUT as u32;

pub const CREDSSP_NAME: PCWSTR = {
    const W: &[u16] = &[67, 82, 69, 68, 83, 83, 80, 0];
    W.as_ptr()
};

pub const TS_SSP_NAME_A: PCSTR = c"TSSSP".as_ptr().cast();

pub const TS_SSP_NAME: PCWSTR = {
    const W: &[u16] = &[84, 83, 83, 83, 80, 0];
    W.as_ptr()
};

pub const PKU2U_PACKAGE_NAME_A: PCSTR = c"pku2u".as_ptr().cast();

pub const PKU2U_PACKAGE_NAME: PCWSTR = {
    const W: &[u16] = &[112, 107, 117, 50, 117, 0];
    W.as_ptr()
};

pub const PKU2U_PACKAGE_NAME_W: PCWSTR = {
    const W: &[u16] = &[112, 107, 117, 50, 117, 0];
    W.as_ptr()
};

pub const RPC_C_AUTHN_NONE: SECPKG_ID = SECPKG_ID(0);

pub const RPC_C_AUTHN_DCE_PRIVATE: SECPKG_ID = SECPKG_ID(1);

pub const RPC_C_AUTHN_DCE_PUBLIC: SECPKG_ID = SECPKG_ID(2);

pub const RPC_C_AUTHN_DEC_PUBLIC: SECPKG_ID = SECPKG_ID(4);

pub const RPC_C_AUTHN_GSS_NEGOTIATE: SECPKG_ID = SECPKG_ID(9);

pub const RPC_C_AUTHN_WINNT: SECPKG_ID = SECPKG_ID(10);

pub const RPC_C_AUTHN_GSS_SCHANNEL: SECPKG_ID = SECPKG_ID(14);

pub const RPC_C_AUTHN_GSS_KERBEROS: SECPKG_ID = SECPKG_ID(16);

pub const RPC_C_AUTHN_DPA: SECPKG_ID = SECPKG_ID(17);

pub const RPC_C_AUTHN_MSN: SECPKG_ID = SECPKG_ID(18);

pub const RPC_C_AUTHN_KERNEL: SECPKG_ID = SECPKG_ID(20);

pub const RPC_C_AUTHN_DIGEST: SECPKG_ID = SECPKG_ID(21);

pub const RPC_C_AUTHN_NEGO_EXTENDER: SECPKG_ID = SECPKG_ID(30);

pub const RPC_C_AUTHN_PKU2U: SECPKG_ID = SECPKG_ID(31);

pub const RPC_C_AUTHN_LIVE_SSP: SECPKG_ID = SECPKG_ID(32);

pub const RPC_C_AUTHN_LIVEXP_SSP: SECPKG_ID = SECPKG_ID(35);

pub const RPC_C_AUTHN_CLOUD_AP: SECPKG_ID = SECPKG_ID(36);

pub const RPC_C_AUTHN_MSONLINE: SECPKG_ID = SECPKG_ID(82);

pub const RPC_C_AUTHN_MQ: SECPKG_ID = SECPKG_ID(100);

pub const UNISP_NAME_A: PCSTR = c"Microsoft Unified Security Protocol Provider"
    .as_ptr()
    .cast();

pub const UNISP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        77, 105, 99, 114, 111, 115, 111, 102, 116, 32, 85, 110, 105, 102, 105, 101, 100, 32, 83,
        101, 99, 117, 114, 105, 116, 121, 32, 80, 114, 111, 116, 111, 99, 111, 108, 32, 80, 114,
        111, 118, 105, 100, 101, 114, 0,
    ];
    W.as_ptr()
};

pub const SCHANNEL_NAME_A: PCSTR = c"Schannel".as_ptr().cast();

pub const SCHANNEL_NAME_W: PCWSTR = {
    const W: &[u16] = &[83, 99, 104, 97, 110, 110, 101, 108, 0];
    W.as_ptr()
};

pub const DEFAULT_TLS_SSP_NAME_A: PCSTR = c"Default TLS SSP".as_ptr().cast();

pub const DEFAULT_TLS_SSP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        68, 101, 102, 97, 117, 108, 116, 32, 84, 76, 83, 32, 83, 83, 80, 0,
    ];
    W.as_ptr()
};

pub const SSL2SP_NAME_A: PCSTR = c"Microsoft SSL 2.0".as_ptr().cast();

pub const SSL2SP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        77, 105, 99, 114, 111, 115, 111, 102, 116, 32, 83, 83, 76, 32, 50, 46, 48, 0,
    ];
    W.as_ptr()
};

pub const SSL3SP_NAME_A: PCSTR = c"Microsoft SSL 3.0".as_ptr().cast();

pub const SSL3SP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        77, 105, 99, 114, 111, 115, 111, 102, 116, 32, 83, 83, 76, 32, 51, 46, 48, 0,
    ];
    W.as_ptr()
};

pub const TLS1SP_NAME_A: PCSTR = c"Microsoft TLS 1.0".as_ptr().cast();

pub const TLS1SP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        77, 105, 99, 114, 111, 115, 111, 102, 116, 32, 84, 76, 83, 32, 49, 46, 48, 0,
    ];
    W.as_ptr()
};

pub const PCT1SP_NAME_A: PCSTR = c"Microsoft PCT 1.0".as_ptr().cast();

pub const PCT1SP_NAME_W: PCWSTR = {
    const W: &[u16] = &[
        77, 105, 99, 114, 111, 115, 111, 102, 116, 32, 80, 67, 84, 32, 49, 46, 48, 0,
    ];
    W.as_ptr()
};

pub const UNISP_RPC_ID: SECPKG_ID = SECPKG_ID(14);

pub const NEGOSSP_NAME_A: PCSTR = c"Negotiate".as_ptr().cast();

pub const NEGOSSP_NAME_W: PCWSTR = {
    const W: &[u16] = &[78, 101, 103, 111, 116, 105, 97, 116, 101, 0];
    W.as_ptr()
};

pub const NTLMSP_NAME_A: PCSTR = c"NTLM".as_ptr().cast();

pub const NTLMSP_NAME: PCWSTR = {
    const W: &[u16] = &[78, 84, 76, 77, 0];
    W.as_ptr()
};

pub const MICROSOFT_KERBEROS_NAME_A: PCSTR = c"Kerberos".as_ptr().cast();

pub const MICROSOFT_KERBEROS_NAME_W: PCWSTR = {
    const W: &[u16] = &[75, 101, 114, 98, 101, 114, 111, 115, 0];
    W.as_ptr()
};

pub const CLOUDAP_NAME_W: PCWSTR = {
    const W: &[u16] = &[67, 108, 111, 117, 100, 65, 80, 0];
    W.as_ptr()
};

pub const WDIGEST_SP_NAME_A: PCSTR = c"WDigest".as_ptr().cast();

pub const WDIGEST_SP_NAME_W: PCWSTR = {
    const W: &[u16] = &[87, 68, 105, 103, 101, 115, 116, 0];
    W.as_ptr()
};

pub const INTERNET_INVALID_PORT_NUMBER: INTERNET_PORT = 0;

pub const INTERNET_DEFAULT_FTP_PORT: INTERNET_PORT = 21;

pub const INTERNET_DEFAULT_GOPHER_PORT: INTERNET_PORT = 70;

pub const INTERNET_DEFAULT_HTTP_PORT: INTERNET_PORT = 80;

pub const INTERNET_DEFAULT_HTTPS_PORT: INTERNET_PORT = 443;

pub const INTERNET_DEFAULT_SOCKS_PORT: INTERNET_PORT = 1080;

pub const INTERNET_ERROR_BASE: WIN32_ERROR = WIN32_ERROR(12000);

pub const ERROR_INTERNET_OUT_OF_HANDLES: WIN32_ERROR = WIN32_ERROR(12001);

pub const ERROR_INTERNET_TIMEOUT: WIN32_ERROR = WIN32_ERROR(12002);

pub const ERROR_INTERNET_EXTENDED_ERROR: WIN32_ERROR = WIN32_ERROR(12003);

pub const ERROR_INTERNET_INTERNAL_ERROR: WIN32_ERROR = WIN32_ERROR(12004);

pub const ERROR_INTERNET_INVALID_URL: WIN32_ERROR = WIN32_ERROR(12005);

pub const ERROR_INTERNET_UNRECOGNIZED_SCHEME: WIN32_ERROR = WIN32_ERROR(12006);

pub const ERROR_INTERNET_NAME_NOT_RESOLVED: WIN32_ERROR = WIN32_ERROR(12007);

pub const ERROR_INTERNET_PROTOCOL_NOT_FOUND: WIN32_ERROR = WIN32_ERROR(12008);

pub const ERROR_INTERNET_INVALID_OPTION: WIN32_ERROR = WIN32_ERROR(12009);

pub const ERROR_INTERNET_BAD_OPTION_LENGTH: WIN32_ERROR = WIN32_ERROR(12010);

pub const ERROR_INTERNET_OPTION_NOT_SETTABLE: WIN32_ERROR = WIN32_ERROR(12011);

pub const ERROR_INTERNET_SHUTDOWN: WIN32_ERROR = WIN32_ERROR(12012);

pub const ERROR_INTERNET_INCORRECT_USER_NAME: WIN32_ERROR = WIN32_ERROR(12013);

pub const ERROR_INTERNET_INCORRECT_PASSWORD: WIN32_ERROR = WIN32_ERROR(12014);

pub const ERROR_INTERNET_LOGIN_FAILURE: WIN32_ERROR = WIN32_ERROR(12015);

pub const ERROR_INTERNET_INVALID_OPERATION: WIN32_ERROR = WIN32_ERROR(12016);

pub const ERROR_INTERNET_OPERATION_CANCELLED: WIN32_ERROR = WIN32_ERROR(12017);

pub const ERROR_INTERNET_INCORRECT_HANDLE_TYPE: WIN32_ERROR = WIN32_ERROR(12018);

pub const ERROR_INTERNET_INCORRECT_HANDLE_STATE: WIN32_ERROR = WIN32_ERROR(12019);

pub const ERROR_INTERNET_NOT_PROXY_REQUEST: WIN32_ERROR = WIN32_ERROR(12020);

pub const ERROR_INTERNET_REGISTRY_VALUE_NOT_FOUND: WIN32_ERROR = WIN32_ERROR(12021);

pub const ERROR_INTERNET_BAD_REGISTRY_PARAMETER: WIN32_ERROR = WIN32_ERROR(12022);

pub const ERROR_INTERNET_NO_DIRECT_ACCESS: WIN32_ERROR = WIN32_ERROR(12023);

pub const ERROR_INTERNET_NO_CONTEXT: WIN32_ERROR = WIN32_ERROR(12024);

pub const ERROR_INTERNET_NO_CALLBACK: WIN32_ERROR = WIN32_ERROR(12025);

pub const ERROR_INTERNET_REQUEST_PENDING: WIN32_ERROR = WIN32_ERROR(12026);

pub const ERROR_INTERNET_INCORRECT_FORMAT: WIN32_ERROR = WIN32_ERROR(12027);

pub const ERROR_INTERNET_ITEM_NOT_FOUND: WIN32_ERROR = WIN32_ERROR(12028);

pub const ERROR_INTERNET_CANNOT_CONNECT: WIN32_ERROR = WIN32_ERROR(12029);

pub const ERROR_INTERNET_CONNECTION_ABORTED: WIN32_ERROR = WIN32_ERROR(12030);

pub const ERROR_INTERNET_CONNECTION_RESET: WIN32_ERROR = WIN32_ERROR(12031);

pub const ERROR_INTERNET_FORCE_RETRY: WIN32_ERROR = WIN32_ERROR(12032);

pub const ERROR_INTERNET_INVALID_PROXY_REQUEST: WIN32_ERROR = WIN32_ERROR(12033);

pub const ERROR_INTERNET_NEED_UI: WIN32_ERROR = WIN32_ERROR(12034);

pub const ERROR_INTERNET_HANDLE_EXISTS: WIN32_ERROR = WIN32_ERROR(12036);

pub const ERROR_INTERNET_SEC_CERT_DATE_INVALID: WIN32_ERROR = WIN32_ERROR(12037);

pub const ERROR_INTERNET_SEC_CERT_CN_INVALID: WIN32_ERROR = WIN32_ERROR(12038);

pub const ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR: WIN32_ERROR = WIN32_ERROR(12039);

pub const ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR: WIN32_ERROR = WIN32_ERROR(12040);

pub const ERROR_INTERNET_MIXED_SECURITY: WIN32_ERROR = WIN32_ERROR(12041);

pub const ERROR_INTERNET_CHG_POST_IS_NON_SECURE: WIN32_ERROR = WIN32_ERROR(12042);

pub const ERROR_INTERNET_POST_IS_NON_SECURE: WIN32_ERROR = WIN32_ERROR(12043);

pub const ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED: WIN32_ERROR = WIN32_ERROR(12044);

pub const ERROR_INTERNET_INVALID_CA: WIN32_ERROR = WIN32_ERROR(12045);

pub const ERROR_INTERNET_CLIENT_AUTH_NOT_SETUP: WIN32_ERROR = WIN32_ERROR(12046);

pub const ERROR_INTERNET_ASYNC_THREAD_FAILED: WIN32_ERROR = WIN32_ERROR(12047);

pub const ERROR_INTERNET_REDIRECT_SCHEME_CHANGE: WIN32_ERROR = WIN32_ERROR(12048);

pub const ERROR_INTERNET_DIALOG_PENDING: WIN32_ERROR = WIN32_ERROR(12049);

pub const ERROR_INTERNET_RETRY_DIALOG: WIN32_ERROR = WIN32_ERROR(12050);

pub const ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR: WIN32_ERROR = WIN32_ERROR(12052);

pub const ERROR_INTERNET_INSERT_CDROM: WIN32_ERROR = WIN32_ERROR(12053);

pub const ERROR_INTERNET_FORTEZZA_LOGIN_NEEDED: WIN32_ERROR = WIN32_ERROR(12054);

pub const ERROR_INTERNET_SEC_CERT_ERRORS: WIN32_ERROR = WIN32_ERROR(12055);

pub const ERROR_INTERNET_SEC_CERT_NO_REV: WIN32_ERROR = WIN32_ERROR(12056);

pub const ERROR_INTERNET_SEC_CERT_REV_FAILED: WIN32_ERROR = WIN32_ERROR(12057);

pub const ERROR_HTTP_HSTS_REDIRECT_REQUIRED: WIN32_ERROR = WIN32_ERROR(12060);

pub const ERROR_INTERNET_SEC_CERT_WEAK_SIGNATURE: WIN32_ERROR = WIN32_ERROR(12062);

pub const ERROR_FTP_TRANSFER_IN_PROGRESS: WIN32_ERROR = WIN32_ERROR(12110);

pub const ERROR_FTP_DROPPED: WIN32_ERROR = WIN32_ERROR(12111);

pub const ERROR_FTP_NO_PASSIVE_MODE: WIN32_ERROR = WIN32_ERROR(12112);

pub const ERROR_GOPHER_PROTOCOL_ERROR: WIN32_ERROR = WIN32_ERROR(12130);

pub const ERROR_GOPHER_NOT_FILE: WIN32_ERROR = WIN32_ERROR(12131);

pub const ERROR_GOPHER_DATA_ERROR: WIN32_ERROR = WIN32_ERROR(12132);

pub const ERROR_GOPHER_END_OF_DATA: WIN32_ERROR = WIN32_ERROR(12133);

pub const ERROR_GOPHER_INVALID_LOCATOR: WIN32_ERROR = WIN32_ERROR(12134);

pub const ERROR_GOPHER_INCORRECT_LOCATOR_TYPE: WIN32_ERROR = WIN32_ERROR(12135);

pub const ERROR_GOPHER_NOT_GOPHER_PLUS: WIN32_ERROR = WIN32_ERROR(12136);

pub const ERROR_GOPHER_ATTRIBUTE_NOT_FOUND: WIN32_ERROR = WIN32_ERROR(12137);

pub const ERROR_GOPHER_UNKNOWN_LOCATOR: WIN32_ERROR = WIN32_ERROR(12138);

pub const ERROR_HTTP_HEADER_NOT_FOUND: WIN32_ERROR = WIN32_ERROR(12150);

pub const ERROR_HTTP_DOWNLEVEL_SERVER: WIN32_ERROR = WIN32_ERROR(12151);

pub const ERROR_HTTP_INVALID_SERVER_RESPONSE: WIN32_ERROR = WIN32_ERROR(12152);

pub const ERROR_HTTP_INVALID_HEADER: WIN32_ERROR = WIN32_ERROR(12153);

pub const ERROR_HTTP_INVALID_QUERY_REQUEST: WIN32_ERROR = WIN32_ERROR(12154);

pub const ERROR_HTTP_HEADER_ALREADY_EXISTS: WIN32_ERROR = WIN32_ERROR(12155);

pub const ERROR_HTTP_REDIRECT_FAILED: WIN32_ERROR = WIN32_ERROR(12156);

pub const ERROR_INTERNET_SECURITY_CHANNEL_ERROR: WIN32_ERROR = WIN32_ERROR(12157);

pub const ERROR_INTERNET_UNABLE_TO_CACHE_FILE: WIN32_ERROR = WIN32_ERROR(12158);

pub const ERROR_INTERNET_TCPIP_NOT_INSTALLED: WIN32_ERROR = WIN32_ERROR(12159);

pub const ERROR_HTTP_NOT_REDIRECTED: WIN32_ERROR = WIN32_ERROR(12160);

pub const ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION: WIN32_ERROR = WIN32_ERROR(12161);

pub const ERROR_HTTP_COOKIE_DECLINED: WIN32_ERROR = WIN32_ERROR(12162);

pub const ERROR_INTERNET_DISCONNECTED: WIN32_ERROR = WIN32_ERROR(12163);

pub const ERROR_INTERNET_SERVER_UNREACHABLE: WIN32_ERROR = WIN32_ERROR(12164);

pub const ERROR_INTERNET_PROXY_SERVER_UNREACHABLE: WIN32_ERROR = WIN32_ERROR(12165);

pub const ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT: WIN32_ERROR = WIN32_ERROR(12166);

pub const ERROR_INTERNET_UNABLE_TO_DOWNLOAD_SCRIPT: WIN32_ERROR = WIN32_ERROR(12167);

pub const ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION: WIN32_ERROR = WIN32_ERROR(12168);

pub const ERROR_INTERNET_SEC_INVALID_CERT: WIN32_ERROR = WIN32_ERROR(12169);

pub const ERROR_INTERNET_SEC_CERT_REVOKED: WIN32_ERROR = WIN32_ERROR(12170);

pub const ERROR_INTERNET_FAILED_DUETOSECURITYCHECK: WIN32_ERROR = WIN32_ERROR(12171);

pub const ERROR_INTERNET_NOT_INITIALIZED: WIN32_ERROR = WIN32_ERROR(12172);

pub const ERROR_INTERNET_NEED_MSN_SSPI_PKG: WIN32_ERROR = WIN32_ERROR(12173);

pub const ERROR_INTERNET_LOGIN_FAILURE_DISPLAY_ENTITY_BODY: WIN32_ERROR = WIN32_ERROR(12174);

pub const ERROR_INTERNET_DECODING_FAILED: WIN32_ERROR = WIN32_ERROR(12175);

pub const ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED_PROXY: WIN32_ERROR = WIN32_ERROR(12187);

pub const ERROR_INTERNET_SECURE_FAILURE_PROXY: WIN32_ERROR = WIN32_ERROR(12188);

pub const ERROR_INTERNET_HTTP_PROTOCOL_MISMATCH: WIN32_ERROR = WIN32_ERROR(12190);

pub const ERROR_INTERNET_GLOBAL_CALLBACK_FAILED: WIN32_ERROR = WIN32_ERROR(12191);

pub const ERROR_INTERNET_FEATURE_DISABLED: WIN32_ERROR = WIN32_ERROR(12192);

pub const INTERNET_ERROR_LAST: WIN32_ERROR = WIN32_ERROR(12192);

pub const INTERNET_OPTION_SECURITY_CONNECTION_INFO: INTERNET_OPTION = INTERNET_OPTION(66);

pub const INTERNET_OPTION_CERT_ERROR_FLAGS: INTERNET_OPTION = INTERNET_OPTION(98);

pub const INTERNET_OPTION_CONNECTION_INFO: INTERNET_OPTION = INTERNET_OPTION(120);

pub const INTERNET_OPTION_SOURCE_PORT: INTERNET_OPTION = INTERNET_OPTION(146);

pub const INTERNET_OPTION_SERVER_ADDRESS_INFO: INTERNET_OPTION = INTERNET_OPTION(156);

pub const INTERNET_OPTION_OPT_IN_WEAK_SIGNATURE: INTERNET_OPTION = INTERNET_OPTION(176);

pub const INTERNET_OPTION_REQUEST_TIMES: INTERNET_OPTION = INTERNET_OPTION(186);

pub const INTERNET_FLAG_BGUPDATE: INTERNET_FLAGS = INTERNET_FLAGS::from_bits_retain(0x8);

pub const INTERNET_REQFLAG_FROM_APP_CACHE: INTERNET_REQFLAGS =
    INTERNET_REQFLAGS::from_bits_retain(0x100);

pub const ERROR_INTERNET_NO_NEW_CONTAINERS: WIN32_ERROR = WIN32_ERROR(12051);

pub const ERROR_INTERNET_SOURCE_PORT_IN_USE: WIN32_ERROR = WIN32_ERROR(12058);

pub const ERROR_INTERNET_INSECURE_FALLBACK_REQUIRED: WIN32_ERROR = WIN32_ERROR(12059);

pub const ERROR_INTERNET_PROXY_ALERT: WIN32_ERROR = WIN32_ERROR(12061);

pub const ERROR_INTERNET_NO_CM_CONNECTION: WIN32_ERROR = WIN32_ERROR(12080);

pub const ERROR_HTTP_PUSH_STATUS_CODE_NOT_SUPPORTED: WIN32_ERROR = WIN32_ERROR(12147);

pub const ERROR_HTTP_PUSH_RETRY_NOT_SUPPORTED: WIN32_ERROR = WIN32_ERROR(12148);

pub const ERROR_HTTP_PUSH_ENABLE_FAILED: WIN32_ERROR = WIN32_ERROR(12149);

pub const ERROR_INTERNET_OFFLINE: WIN32_ERROR = WIN32_ERROR(12163);

pub const ERROR_INTERNET_DISALLOW_INPRIVATE: WIN32_ERROR = WIN32_ERROR(12189);

pub const ERROR_INTERNET_INTERNAL_SOCKET_ERROR: WIN32_ERROR = WIN32_ERROR(12901);

pub const ERROR_INTERNET_CONNECTION_AVAILABLE: WIN32_ERROR = WIN32_ERROR(12902);

pub const ERROR_INTERNET_NO_KNOWN_SERVERS: WIN32_ERROR = WIN32_ERROR(12903);

pub const ERROR_INTERNET_PING_FAILED: WIN32_ERROR = WIN32_ERROR(12904);

pub const ERROR_INTERNET_NO_PING_SUPPORT: WIN32_ERROR = WIN32_ERROR(12905);

pub const ERROR_INTERNET_CACHE_SUCCESS: WIN32_ERROR = WIN32_ERROR(12906);

pub const ERROR_HTTP_COOKIE_NEEDS_CONFIRMATION_EX: WIN32_ERROR = WIN32_ERROR(12907);
