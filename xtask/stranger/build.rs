//! Makes the bindings of ten functions of Windows, and of the constants that these take.

fn main() -> Result<(), winsec_bindgen::Error> {
    let functions = [
        "CloseHandle",
        "CreateFileW",
        "GetCurrentDirectoryW",
        "GetCurrentProcessId",
        "GetEnvironmentVariableW",
        "GetExtendedTcpTable",
        "GetFileSizeEx",
        "GetSystemInfo",
        "GetSystemTimeAsFileTime",
        "RegGetValueW",
    ];
    let builder = winsec_bindgen::Builder::new();
    let builder = functions.into_iter().fold(builder, |all, name| all.name(name));
    builder.constants().name("MIB_TCPTABLE_OWNER_PID").generate()
}
