#!/usr/bin/env bash
# Makes what offices install: a static program for Linux, a Debian package with man pages and completion, a zip for Windows.
# They stand in target/packages. Needs: rustup, gcc, musl-tools, gcc-mingw-w64-x86-64, dpkg-deb, zip.
set -euo pipefail
cd "$(dirname "$0")/.."

linux=x86_64-unknown-linux-musl
windows=x86_64-pc-windows-gnu
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
# The same commit gives the same files.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
made=target/packages
stage=target/packaging
rm -rf "$made" "$stage"
mkdir -p "$made" "$stage"

rustup target add "$linux" "$windows"
CC_x86_64_unknown_linux_musl=musl-gcc \
    cargo build --locked --profile dist --target "$linux"
CC_x86_64_pc_windows_gnu=x86_64-w64-mingw32-gcc-posix \
CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc-posix \
    cargo build --locked --profile dist --target "$windows"
program=target/$linux/dist/chibo

# One file that runs on every Linux.
cp "$program" "$made/chibo-$version-linux-x86_64"

# The Debian package.
root=$stage/deb
install -Dm755 "$program" "$root/usr/bin/chibo"
for page in README.md README.vi.md; do
    install -Dm644 "$page" "$root/usr/share/doc/chibo/$page"
done
install -Dm644 LICENSE "$root/usr/share/doc/chibo/copyright"
gzip -9nc CHANGELOG.md > "$root/usr/share/doc/chibo/changelog.gz"
"$program" man "$root/usr/share/man" > /dev/null
find "$root/usr/share/man" -name '*.1' -exec gzip -9n {} +
completion() { mkdir -p "$(dirname "$root/$2")" && "$program" completion "$1" > "$root/$2"; }
completion bash usr/share/bash-completion/completions/chibo
completion zsh usr/share/zsh/vendor-completions/_chibo
completion fish usr/share/fish/vendor_completions.d/chibo.fish
mkdir -p "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: chibo
Version: $version
Architecture: amd64
Section: misc
Priority: optional
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Maintainer: The makers of chibo <chibo@example.org>
Description: record book of a Party committee office
 Who attended the monthly meetings of the cells of a Vietnamese town or ward
 Party committee, and whether every cell got its assigned visitor.
CONTROL
# What chibo writes can be read by its owner only; these files are for all.
chmod -R u=rwX,go=rX "$root/usr"
find "$root" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --build "$root" "$made/chibo_${version}_amd64.deb" > /dev/null

# The zip for Windows: the program, what to read, completion for PowerShell.
folder=chibo-$version-windows-x86_64
mkdir -p "$stage/$folder"
cp "target/$windows/dist/chibo.exe" README.md README.vi.md CHANGELOG.md LICENSE "$stage/$folder/"
"$program" completion powershell > "$stage/$folder/completion.ps1"
find "$stage/$folder" -exec touch -hd "@$SOURCE_DATE_EPOCH" {} +
(cd "$stage" && zip -qXr "../packages/$folder.zip" "$folder")

ls -l "$made"
