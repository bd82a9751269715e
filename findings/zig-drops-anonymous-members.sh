#!/usr/bin/env bash
# `zig cc` 0.13.0 gives records of mingw-w64's headers zero bytes, without a word.
#
# Guess before the run: a header that comes with the compiler (zig packs mingw-w64's headers for its
# target `windows-gnu`) is laid out as on Windows, or there is a warning.
#
# Seen: INET_PORT_RESERVATION_INSTANCE of <mstcpip.h>, whose two members are records without names
# of their own (an extension of Microsoft's C), has 0 bytes instead of 16 on x86, x64 and arm64. The
# members are dropped; clang's warning about it is hidden because it is in a system header. With
# `-fms-extensions` it has 16 bytes. gcc for mingw-w64 has that extension on by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip --quiet --disable-pip-version-check install ziglang==0.13.0
cat >size.c <<'END'
#include <winsock2.h>
#include <mstcpip.h>
_Static_assert(sizeof(INET_PORT_RESERVATION_INSTANCE) == BYTES, "another size");
END
export ZIG_GLOBAL_CACHE_DIR="$folder/cache" ZIG_LOCAL_CACHE_DIR="$folder/cache"
compile() {
    venv/bin/python -m ziglang cc -Wall -Wextra -c -o size.o "$@" size.c 2>&1
}
for target in x86-windows-gnu x86_64-windows-gnu aarch64-windows-gnu; do
    warnings=$(compile -target "$target" -DBYTES=0)
    test -z "$warnings"
    echo "$target: 0 bytes, no warning"
    compile -target "$target" -fms-extensions -DBYTES=16
    echo "$target with -fms-extensions: 16 bytes"
done
