//! The calls as wininet.dll and kernel32.dll export them.

pub(super) use winsec_ffi::{
    GetLastError, HttpOpenRequestW, HttpQueryInfoW, HttpSendRequestW, InternetCloseHandle,
    InternetConnectW, InternetCrackUrlW, InternetOpenW, InternetQueryOptionW, InternetReadFile,
    InternetSetOptionW,
};
