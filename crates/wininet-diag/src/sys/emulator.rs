//! The calls as the emulator answers them.

pub(super) use winsec_emulator::kernel32::GetLastError;
pub(super) use winsec_emulator::wininet::{
    HttpOpenRequestW, HttpQueryInfoW, HttpSendRequestW, InternetCloseHandle, InternetConnectW,
    InternetCrackUrlW, InternetOpenW, InternetQueryOptionW, InternetReadFile, InternetSetOptionW,
};
