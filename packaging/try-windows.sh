#!/usr/bin/env bash
# Tries the zip for Windows under Wine as an office would use it: init, a workbook read in, a meeting, a page and a paper,
# a backup. Needs: packaging/make.sh was run, wine, unzip, gcc-mingw-w64-x86-64.
set -euo pipefail
cd "$(dirname "$0")/.."
zip=$(ls "$PWD"/target/packages/chibo-*-windows-x86_64.zip)
desk=$(mktemp -d)
trap 'wineserver -k 2>/dev/null || true; rm -rf "$desk"' EXIT
cd "$desk"
unzip -q "$zip"
export WINEPREFIX=$desk/wine WINEDEBUG=-all CHIBO_TODAY=2018-08-08 CHIBO_LANG=vi
program=$(echo chibo-*/chibo.exe)
# Wine before 9 has no bcryptprimitives.dll, from which Rust takes random numbers; Windows has had it since version 8.
cat > random.c <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE at, SIZE_T many) { return SystemFunction036(at, (ULONG)many); }
C
x86_64-w64-mingw32-gcc-posix -shared -o "${program%/*}/bcryptprimitives.dll" random.c -ladvapi32
chibo() { wine "$program" "$@"; }

chibo --db mau.db demo > mau.txt
chibo --db mau.db cell list --format xlsx -o chi-bo.xlsx
chibo --db mau.db export ra > /dev/null
chibo --db so.db init --office "Văn phòng Thị ủy Ví Dụ" --records-from 6/2017
chibo --db so.db import ra/committees.csv
chibo --db so.db import chi-bo.xlsx
chibo --db so.db log-meeting P1-02 --on 5/7/2018 --no-visitor --total 25 --present 20
chibo --db so.db report --period 7/2018 -o bao-cao.html
chibo --db so.db report --period 7/2018 -o bao-cao.docx
chibo --db mau.db page --period 2018 -o nam.html
chibo --db so.db backup so-luu.db
chibo --db so.db check
for file in bao-cao.html bao-cao.docx nam.html chi-bo.xlsx so-luu.db; do
    test -s "$file" || { echo "$file was not made" >&2; exit 1; }
done
# Byte for byte what the program for Linux makes of the same records.
linux=$(ls "${zip%/*}"/chibo-*-linux-x86_64)
"$linux" --db mau.db page --period 2018 -o linux.html 2> /dev/null
cmp nam.html linux.html
echo "The program for Windows did all of it."
