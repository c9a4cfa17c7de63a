#!/usr/bin/env bash
# Fetches the sources of other people's libraries named in `lock`, as Debian publishes them, and unpacks them to
# build/third_party/<name>. No root, no system file is touched: apt gets a private list and private state in build/apt.
# The address comes from the list this machine already has, so a mirror or a proxy set up there is used here too.
# Usage: app/vendor/fetch.sh [name...]      (default: everything in the lock)
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
apt_dir="$root/build/apt"
downloads="$root/build/downloads"
third="$root/build/third_party"
log="$root/build/log/fetch.txt"
suite=trixie
mkdir -p "$downloads" "$third" "$root/build/log"
: >"$log"

fail() {
    echo "fetch: $*" >&2
    exit 1
}

how_else() {
    echo "Give the folder with its source to CMake instead: -DKOERS_IMGUI_DIR=, -DKOERS_SDL_DIR=, -DKOERS_JSON_DIR= or -DKOERS_DOCTEST_DIR=" \
         "(./koers passes them on from the environment variables of the same names)."
}

apt_private() {
    apt-get -o Dir::Etc::sourcelist="$apt_dir/sources.list" -o Dir::Etc::sourceparts=- -o Dir::State="$apt_dir/state" \
        -o Dir::State::lists="$apt_dir/lists" -o Dir::Cache="$apt_dir/cache" -o APT::Sandbox::User="$(id -un)" \
        -o APT::Get::List-Cleanup=0 -o Acquire::Languages=none -o Acquire::Retries=3 "$@" >>"$log" 2>&1
}

ready=0
make_ready() {
    [ "$ready" = 0 ] || return 0
    command -v apt-get >/dev/null || fail "this system has no apt-get. $(how_else)"
    # The first Debian archive of the machine's own list: its path ends in /debian, security archives do not.
    local address
    address=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sed 's#/*$##' | grep -E '/debian$' | head -n 1 || true)
    [ -n "$address" ] || fail "the package list of this machine names no Debian archive. $(how_else)"
    mkdir -p "$apt_dir/state" "$apt_dir/lists/partial" "$apt_dir/cache/archives/partial"
    printf 'deb-src %s %s main\n' "$address" "$suite" >"$apt_dir/sources.list"
    apt_private update || fail "the list of Debian sources ($suite) could not be read (log: build/log/fetch.txt). $(how_else)"
    ready=1
}

# matches <file> <sha256>: true when the file is there and is the one that was pinned.
matches() {
    [ -f "$1" ] && [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$2" ]
}

take() {
    local name=$1 version=$2 file=$3 sum=$4
    if [ "$(cat "$third/$name/.pinned" 2>/dev/null || true)" = "$sum" ]; then
        return 0
    fi
    if ! matches "$downloads/$file" "$sum"; then
        make_ready
        rm -f "$downloads/$file"
        (cd "$downloads" && apt_private source --download-only --tar-only "$name=$version") ||
            fail "$name $version is no longer offered, or could not be downloaded (log: build/log/fetch.txt). $(how_else)"
        [ -f "$downloads/$file" ] || fail "$name $version came without $file. $(how_else)"
        matches "$downloads/$file" "$sum" || fail "$file is not the file that was pinned (SHA-256 differs); nothing was unpacked."
    fi
    rm -rf "$third/$name" "$third/.$name.new"
    mkdir -p "$third/.$name.new"
    tar -xf "$downloads/$file" -C "$third/.$name.new" --strip-components=1 --no-same-owner
    echo "$sum" >"$third/.$name.new/.pinned"
    mv "$third/.$name.new" "$third/$name"
    echo "$name $version"
}

while read -r name version file sum; do
    case "$name" in '' | '#'*) continue ;; esac
    if [ $# -gt 0 ] && [[ " $* " != *" $name "* ]]; then
        continue
    fi
    take "$name" "$version" "$file" "$sum"
done <"$here/lock"
