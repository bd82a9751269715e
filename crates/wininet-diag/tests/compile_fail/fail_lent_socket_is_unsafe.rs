//! Nobody but the caller can know that WinINet keeps the socket open.

use winsec_wininet_diag::SocketInfo;

fn number(info: SocketInfo<'_>) {
    info.socket();
}

fn main() {}
