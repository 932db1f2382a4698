# shellcheck shell=bash
# Shared by the scripts of this folder: `. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"`.
# Goes to the project's root, and offers what play, test and format have in common.
# Everything said here goes to standard error: standard output belongs to the program.

set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"

say() { printf '%s\n' "$*" >&2; }

# stop SENTENCE NEXT: says what is wrong and what to do or run next, and ends the script.
stop() {
  say ""
  say "error: $1"
  say "  next: $2"
  exit 1
}

# Whether somebody sits at the terminal and can be asked for a password.
is_attended() { [[ -z "${CI:-}" && -t 0 && -t 2 ]]; }

require_swift() {
  command -v swift >/dev/null 2>&1 ||
    stop "There is no Swift on this machine, and Entente is built with it (6.2 or later)." \
      "follow https://www.swift.org/install, open a new terminal and run this script again"
  local text version
  text=$(swift --version 2>&1 </dev/null) || stop "\`swift --version\` fails: $text"
  version=$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"$text" | head -n 1)
  if [[ -z "$version" || "$(printf '6.2\n%s\n' "$version" | sort -V | head -n 1)" != 6.2 ]]; then
    stop "Entente needs Swift 6.2 or later; this is ${version:-an unknown version}." \
      "follow https://www.swift.org/install, open a new terminal and run this script again"
  fi
}

has_sqlite() {
  [[ "$(uname -s)" == Darwin ]] || # The SDK of macOS has it.
    [[ -e /usr/include/sqlite3.h || -e /usr/local/include/sqlite3.h ]]
}

# Runs apt-get as root: directly, through sudo without a password, or asking for one if somebody is
# there to type it. Standard input stays untouched.
apt_get() {
  local -a as_root=()
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null 2>&1 || return 1
    as_root=(sudo)
    is_attended || as_root+=(-n)
    as_root+=(env)
  else
    as_root=(env)
  fi
  "${as_root[@]}" DEBIAN_FRONTEND=noninteractive \
    apt-get -q -o DPkg::Lock::Timeout=120 "$@" </dev/null
}

# Installs what the build needs and a fresh Debian or Ubuntu lacks. Silent when nothing is missing.
install_missing() {
  has_sqlite && return 0
  local by_hand="sudo apt-get update && sudo apt-get install -y libsqlite3-dev"
  command -v apt-get >/dev/null 2>&1 ||
    stop "SQLite's development files are missing, and only Debian's apt-get is known here." \
      "install them with your system's packages (often called sqlite-devel or libsqlite3-dev)"
  say "Installing libsqlite3-dev, which Entente stores its sessions with …"
  local log
  log=$(mktemp)
  # The package lists of a fresh machine are empty: refresh them only when the first try fails.
  if ! apt_get install -y --no-install-recommends libsqlite3-dev >"$log" 2>&1; then
    if ! { apt_get update && apt_get install -y --no-install-recommends libsqlite3-dev; } \
      >>"$log" 2>&1; then
      tail -n 15 "$log" >&2
      rm -f "$log"
      stop "libsqlite3-dev could not be installed from here; it takes an administrator." "$by_hand"
    fi
  fi
  rm -f "$log"
  has_sqlite ||
    stop "libsqlite3-dev is installed, but its sqlite3.h is not where it should be." "$by_hand"
}

prepare() {
  require_swift
  install_missing
}
