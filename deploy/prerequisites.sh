#!/usr/bin/env bash
# What the commands of this repository need: the .NET 10 SDK, Node.js, PostgreSQL, and for the browser tests Chromium.
# `prerequisites [chromium]` installs through apt what apt has, and names the rest with the command that gets it.
# Meant to be sourced, because it may have to extend PATH; run by itself it checks and reports.

missing=""

say() { printf '%s\n' "$*" >&2; }

name_missing() { # name, text
  missing="$missing
$1
$2
"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null; then sudo -n "$@"
  else return 1
  fi
}

# The lists of a fresh container are empty; once per run is enough.
refresh_apt() {
  [ -n "${apt_is_fresh:-}" ] || as_root apt-get update -qq >/dev/null 2>&1 || true
  apt_is_fresh=yes
}

# apt_has PACKAGE OLDEST_MAJOR: Debian 12, for one, has a Node.js too old for us and no .NET.
apt_has() {
  command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
  refresh_apt
  local version
  version=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \([0-9]*:\)\{0,1\}\([0-9][0-9]*\).*/\2/p')
  [ -n "$version" ] && [ "$version" -ge "$2" ]
}

apt_install() {
  say "Installing $* ..."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

system() {
  case "$(uname -s)" in
    Darwin) echo macos ;;
    MINGW* | MSYS* | CYGWIN*) echo windows ;;
    *) echo linux ;;
  esac
}

# how LINUX MACOS WINDOWS: the command of this system.
how() {
  case "$(system)" in
    macos) echo "$2" ;;
    windows) echo "$3" ;;
    *) echo "$1" ;;
  esac
}

# ---- .NET 10 SDK

find_dotnet() {
  local place sdk
  if command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep '^10\.' >/dev/null; then return; fi
  for place in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/lib/dotnet /usr/share/dotnet /usr/local/share/dotnet "/c/Program Files/dotnet"; do
    for sdk in "${place:-/nowhere}"/sdk/10.*; do
      [ -d "$sdk" ] || continue
      export DOTNET_ROOT="$place" PATH="$place:$PATH"
      return
    done
  done
  return 1
}

need_dotnet() {
  find_dotnet && return
  if apt_has dotnet-sdk-10.0 10 && apt_install dotnet-sdk-10.0 && find_dotnet; then return; fi
  name_missing "The .NET 10 SDK" "$(how \
"  Ubuntu 24.04 and later: apt-get install dotnet-sdk-10.0
  any Linux: curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel 10.0
    which fills ~/.dotnet, where these commands look too
  packages of other systems, and the libraries .NET needs: https://learn.microsoft.com/dotnet/core/install/linux" \
"  brew install --cask dotnet-sdk" \
"  winget install Microsoft.DotNet.SDK.10")"
}

# ---- Node.js, which compiles the pages' styles and whose npm fetches PostgreSQL where none is installed

find_node() {
  local version major minor
  command -v npm >/dev/null || return 1
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

need_node() {
  find_node && return
  if apt_has nodejs 20 && apt_install nodejs && { command -v npm >/dev/null || apt_install npm; } && find_node; then return; fi
  name_missing "Node.js 20.19 or later, with npm" "$(how \
"  Debian 13 and later: apt-get install nodejs npm
  any Linux: https://nodejs.org/en/download gives the commands (choose the newest LTS)" \
"  brew install node" \
"  winget install OpenJS.NodeJS.LTS")"
}

# ---- PostgreSQL: the service brings its own (deploy/README.md), except where nobody builds one

need_postgres() {
  [ -z "${ConnectionStrings__ledger:-}${EmbeddedPostgres__Binaries:-}" ] || return 0
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64 | Linux-aarch64) ls /lib/ld-musl-* >/dev/null 2>&1 || return 0 ;;
    Darwin-* | MINGW* | MSYS* | CYGWIN*) return 0 ;;
  esac
  local folder
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin "$(dirname "$(command -v pg_ctl || echo /nowhere/pg_ctl)")"; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then return; fi
  done
  if apt_has postgresql 15 && apt_install postgresql; then return; fi
  name_missing "The server programs of PostgreSQL 15 or later" \
"  Alpine: apk add postgresql17; elsewhere: https://www.postgresql.org/download/
  or name a server with ConnectionStrings__ledger."
}

# ---- Chromium, for the browser tests: wanted, not needed, since all other tests run without it

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable microsoft-edge \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/c/Program Files (x86)/Microsoft/Edge/Application/msedge.exe" "/c/Program Files/Google/Chrome/Application/chrome.exe"; do
    if [ -n "$candidate" ] && candidate=$(command -v "$candidate"); then
      export CHROMIUM="$candidate"
      return
    fi
  done
  return 1
}

want_chromium() {
  find_chromium && return
  if apt_has chromium 1 && apt_install chromium && find_chromium; then return; fi
  say "The browser tests need Chromium, which is not here; the other tests run without it. To get it:"
  say "$(how "  Debian: apt-get install chromium; Ubuntu: snap install chromium; Fedora: dnf install chromium" "  brew install --cask google-chrome" "  winget install Microsoft.Edge")"
  say "  or set CHROMIUM to the path of a Chromium, Chrome or Edge."
}

prerequisites() {
  need_dotnet
  need_node
  need_postgres
  [ "${1:-}" != chromium ] || want_chromium
  [ -n "$missing" ] || return 0
  say "Missing on this machine:$missing"
  say "Then start this command again (in a new shell, if PATH has changed)."
  return 1
}

# Run by itself rather than sourced.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  prerequisites "$@" && say "Everything is here."
fi
