//! Codes as people paste them, and what each is called: the names are those of winerror.h, winhttp.h and
//! wininet.h.

mod common;

use common::{run, stderr};
use serde_json::Value;

/// The explanations of what is typed.
fn explain(words: &[&str]) -> Vec<Value> {
    let output = run(&[&["explain", "--json"], words].concat());
    assert_eq!(
        output.status.code(),
        Some(0),
        "{words:?}: {}",
        String::from_utf8_lossy(&output.stdout)
    );
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    document["result"]["explanations"]
        .as_array()
        .unwrap()
        .clone()
}

/// The names that are explained in full.
fn names(explanation: &Value) -> Vec<&str> {
    let entries = explanation["entries"].as_array().unwrap();
    entries
        .iter()
        .map(|entry| entry["name"].as_str().unwrap())
        .collect()
}

#[test]
fn codes_are_read_as_they_are_pasted() {
    for (text, name) in [
        ("(0x80090305)", "SEC_E_SECPKG_NOT_FOUND"),
        ("0x80090305,", "SEC_E_SECPKG_NOT_FOUND"),
        ("0x80090305.", "SEC_E_SECPKG_NOT_FOUND"),
        ("[0x80090305]", "SEC_E_SECPKG_NOT_FOUND"),
        ("\"0x80090305\"", "SEC_E_SECPKG_NOT_FOUND"),
        ("80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("80090305h", "SEC_E_SECPKG_NOT_FOUND"),
        ("&H80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("0X80090305L", "SEC_E_SECPKG_NOT_FOUND"),
        ("2148074245", "SEC_E_SECPKG_NOT_FOUND"),
        ("-2146893051", "SEC_E_SECPKG_NOT_FOUND"),
        ("(-2146893051)", "SEC_E_SECPKG_NOT_FOUND"),
        ("0xFFFFFFFF80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("0xffffffff80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("FFFFFFFF80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("18446744071562658565", "SEC_E_SECPKG_NOT_FOUND"),
        ("HRESULT 0x80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("HRESULT: 0x80090305", "SEC_E_SECPKG_NOT_FOUND"),
        ("hr=0x80090305", "SEC_E_SECPKG_NOT_FOUND"),
        (
            "(Exception from HRESULT: 0x80090305)",
            "SEC_E_SECPKG_NOT_FOUND",
        ),
        (
            "SEC_E_SECPKG_NOT_FOUND (0x80090305)",
            "SEC_E_SECPKG_NOT_FOUND",
        ),
        ("os error 10054", "WSAECONNRESET"),
        ("(os error 10054)", "WSAECONNRESET"),
        (
            "An existing connection was forcibly closed by the remote host. (os error 10054)",
            "WSAECONNRESET",
        ),
        ("[WinError 10054]", "WSAECONNRESET"),
        ("0x80072746", "WSAECONNRESET"),
        ("-2147014842", "WSAECONNRESET"),
        ("WSAECONNRESET,", "WSAECONNRESET"),
        ("1722", "RPC_S_SERVER_UNAVAILABLE"),
        ("0x6BA", "RPC_S_SERVER_UNAVAILABLE"),
        ("0x800706BA", "RPC_S_SERVER_UNAVAILABLE"),
        ("0xFFFFFFFF800706BA", "RPC_S_SERVER_UNAVAILABLE"),
        ("0x80070005", "ERROR_ACCESS_DENIED"),
        ("-2147024891", "ERROR_ACCESS_DENIED"),
        ("12177", "ERROR_WINHTTP_SCRIPT_EXECUTION_ERROR"),
        ("12039", "ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR"),
        ("12168", "ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION"),
    ] {
        let found = explain(&[text]);
        assert_eq!(found.len(), 1, "{text}");
        assert!(
            names(&found[0]).contains(&name),
            "{text}: {:?}",
            names(&found[0])
        );
        assert!(
            found[0]["flags"].is_null(),
            "{text} is no combination of flags"
        );
        assert_eq!(found[0]["query"], text, "as it was typed");
    }
}

#[test]
fn words_that_introduce_a_code_need_no_quotes() {
    for words in [
        &["os", "error", "10054"][..],
        &["HRESULT", "0x80072746"],
        &["Error", "code:", "10054"],
    ] {
        let found = explain(words);
        assert_eq!(found.len(), 1, "{words:?}");
        assert_eq!(names(&found[0]), ["WSAECONNRESET"], "{words:?}");
    }
    let two = explain(&["10054", "1722"]);
    assert_eq!(two.len(), 2);
}

#[test]
fn a_number_with_two_meanings_gets_both() {
    for text in ["12175", "0x80072F8F", "-2147012721"] {
        let found = explain(&[text]);
        assert_eq!(
            names(&found[0]),
            [
                "ERROR_WINHTTP_SECURE_FAILURE",
                "ERROR_INTERNET_DECODING_FAILED"
            ],
            "{text}"
        );
    }
    for text in ["12156", "0x80072F7C"] {
        let found = explain(&[text]);
        assert_eq!(
            names(&found[0]),
            [
                "ERROR_WINHTTP_REDIRECT_FAILED",
                "ERROR_HTTP_REDIRECT_FAILED"
            ],
            "{text}"
        );
    }
    let found = explain(&["0x80090300"]);
    assert_eq!(names(&found[0]), ["SEC_E_INSUFFICIENT_MEMORY"]);
    let docs = found[0]["entries"][0]["docs"].as_str().unwrap();
    assert!(docs.contains("buffer is too small"), "{docs}");
}

#[test]
fn what_lies_among_codes_is_not_read_as_flags() {
    for (text, said) in [
        ("12199", "codes of WinINet and WinHTTP"),
        ("1999", "remote procedure calls"),
        ("11999", "codes of Winsock"),
        ("13999", "codes of IPsec"),
        ("3999", "the system's error codes"),
        ("0x8007000A", "wraps the Windows error 10"),
        ("0x8004FFFF", "a failure of facility 4, code 65535"),
        ("0xC0000003", "an error of facility 0, code 3"),
        ("-1073741821", "(0xC0000003)"),
        ("0xD0000022", "wraps the NTSTATUS 0xC0000022"),
        ("0x903FF", "codes of SSPI"),
    ] {
        let output = run(&["explain", text]);
        assert_eq!(output.status.code(), Some(2), "{text}");
        let said_of_it = stderr(&output)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        assert!(said_of_it.contains(said), "{text}: {said_of_it}");
    }
    // Asked for, they are.
    let found = explain(&["35", "--as", "SECPKG_FLAGS"]);
    assert_eq!(found[0]["flags"][0]["set"].as_array().unwrap().len(), 3);
    let found = explain(&["771", "--all"]);
    assert!(!found[0]["flags"].as_array().unwrap().is_empty());
    // Beyond all codes, nobody needs to ask.
    let found = explain(&["0x8F3BBF"]);
    assert_eq!(found[0]["flags"][0]["type"], "SECPKG_FLAGS");
}

#[test]
fn a_sentence_with_two_codes_is_not_guessed_at() {
    for text in [
        "5 of 7",
        "WSAECONNRESET (10053)",
        "SEC_E_MISSPELT (0x80090305)",
    ] {
        assert_eq!(run(&["explain", text]).status.code(), Some(2), "{text}");
    }
}
