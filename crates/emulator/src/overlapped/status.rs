//! Winsock codes as the `NTSTATUS` that an `OVERLAPPED` carries, and back.

use winsec_ffi::{
    NTSTATUS, WSA_ERROR, WSA_OPERATION_ABORTED, WSAEACCES, WSAEAFNOSUPPORT, WSAECONNRESET,
    WSAEFAULT, WSAEINVAL, WSAEMSGSIZE, WSAENETDOWN, WSAENOBUFS, WSAENOTCONN, WSAENOTSOCK,
    WSAEOPNOTSUPP, WSAETIMEDOUT,
};

pub(crate) const STATUS_SUCCESS: NTSTATUS = 0;

/// The pairs that Windows itself maps.
const PAIRS: [(WSA_ERROR, u32); 13] = [
    (WSA_OPERATION_ABORTED, 0xC000_0120),
    (WSAECONNRESET, 0xC000_020D),
    (WSAEFAULT, 0xC000_0005),
    (WSAEINVAL, 0xC000_000D),
    (WSAEMSGSIZE, 0x8000_0005),
    (WSAENOTSOCK, 0xC000_0008),
    (WSAEOPNOTSUPP, 0xC000_00BB),
    (WSAEACCES, 0xC000_0022),
    (WSAENOBUFS, 0xC000_009A),
    (WSAETIMEDOUT, 0xC000_00B5),
    (WSAENOTCONN, 0xC000_0140),
    (WSAENETDOWN, 0xC000_023C),
    (WSAEAFNOSUPPORT, 0xC000_023A),
];

/// The facility by which any Win32 code can be carried.
const NT_WIN32: u32 = 0xC007_0000;

pub(crate) fn from_code(code: WSA_ERROR) -> NTSTATUS {
    let pair = PAIRS.iter().find(|(known, _)| *known == code);
    let status = pair.map_or(NT_WIN32 | (code.0 as u32 & 0xFFFF), |(_, status)| *status);
    status as NTSTATUS
}

pub(crate) fn to_code(status: NTSTATUS) -> Result<(), WSA_ERROR> {
    if status >= STATUS_SUCCESS {
        return Ok(());
    }
    let bits = status as u32;
    let pair = PAIRS.iter().find(|(_, known)| *known == bits);
    Err(pair.map_or(WSA_ERROR((bits & 0xFFFF) as i32), |(code, _)| *code))
}
