//! Declarations in C, as pages print them.

use winsec_pages::declaration::{Declaration, Type, read};

fn function(text: &str) -> winsec_pages::declaration::Function {
    match read(text, 1) {
        Ok(Declaration::Function(function)) => function,
        other => panic!("{other:?}"),
    }
}

fn ty(name: &str, constant: bool, pointers: usize) -> Type {
    Type {
        name: name.to_owned(),
        constant,
        pointers,
        arrays: Vec::new(),
    }
}

#[test]
fn a_function_is_read_with_its_marks() {
    let function = function(
        "SECURITY_STATUS SEC_ENTRY Query(\n  [in, optional] const SOCKADDR *Peer,\n  \
         _Out_writes_(Count) LPDWORD /* lengths */ Lengths[4],\n  \
         IN OUT unsigned long long *Size, void **Buffer\n);",
    );
    assert_eq!(function.name, "Query");
    assert_eq!(function.result, ty("SECURITY_STATUS", false, 0));
    let [peer, lengths, size, buffer] = &function.parameters[..] else {
        panic!("{function:?}");
    };
    assert_eq!(
        (peer.name.as_str(), &peer.ty),
        ("Peer", &ty("SOCKADDR", true, 1))
    );
    assert!(peer.input && peer.optional && !peer.output);
    assert_eq!(
        (lengths.name.as_str(), &lengths.ty.arrays[..]),
        ("Lengths", &[4][..])
    );
    assert!(lengths.output && !lengths.input);
    assert_eq!(size.ty, ty("unsigned long long", false, 1));
    assert_eq!(buffer.ty, ty("void", false, 2));
}

#[test]
fn a_pointer_to_a_function_is_a_function() {
    let function = function("typedef BOOL (CALLBACK *ENUMPROC)(HWND hwnd, LPARAM value);");
    assert_eq!(function.name, "ENUMPROC");
    assert_eq!(function.parameters.len(), 2);
    assert_eq!(self::function("void Stop(void);").parameters, []);
}

#[test]
fn types_are_read() {
    let record = read(
        "typedef struct _PAIR {\n  DWORD First;\n  char Text[2][8];\n} PAIR, *PPAIR;",
        1,
    );
    let Ok(Declaration::Record(record)) = record else {
        panic!("{record:?}");
    };
    assert_eq!((record.name.as_str(), record.union), ("PAIR", false));
    assert_eq!(record.fields[1].1.arrays, [2, 8]);
    let enumeration = read("typedef enum _KIND { A, B = 0x10, C } KIND;", 1);
    let Ok(Declaration::Enumeration(enumeration)) = enumeration else {
        panic!("{enumeration:?}");
    };
    let members = [("A", 0), ("B", 16), ("C", 17)].map(|(name, value)| (name.to_owned(), value));
    assert_eq!(enumeration.members, members);
}

#[test]
fn what_is_not_understood_is_told_with_its_line() {
    let cases = [
        ("", "1: the declaration cannot be read: there is no `(`"),
        (
            "int Do(\n  int a\n",
            "11: the declaration cannot be read: the list of parameters has no end",
        ),
        (
            "int Do(\n  int (*call)(int)\n);",
            "11: the declaration cannot be read: `int ( * call ) ( int )` is not understood",
        ),
        (
            "struct A {\n  struct { int b; } c;\n};",
            "11: the declaration cannot be read: what is declared within is not read",
        ),
        (
            "enum A { B = sizeof(int) };",
            "10: the declaration cannot be read: `B = sizeof ( int )` is no member",
        ),
    ];
    for (text, wanted) in cases {
        let fault = read(text, if text.is_empty() { 1 } else { 10 }).expect_err(text);
        assert_eq!(fault.to_string(), wanted);
    }
}
