#!/usr/bin/env bash
# Installs what the tests need and is missing, builds with warnings as errors, runs every test and
# closes with one line: N passed, N failed. Arguments go to dotnet test, such as --filter Ledger.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() {
  echo "$1" >&2
  echo "0 passed, 1 failed"
  exit 1
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Debian's packages by the program that shows that they are there.
missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
[ -x /usr/sbin/nginx ] || missing+=(nginx-light)
command -v prlimit >/dev/null || missing+=(util-linux)
compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${missing[*]}"
  as_root apt-get update -qq || fail "apt-get update failed; install ${missing[*]} yourself and try again."
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null \
    || fail "apt-get could not install ${missing[*]}; install them yourself and try again."
fi
command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing; see https://dot.net."
command -v node >/dev/null || fail "Node.js 20 or newer is missing; on Debian: apt-get install nodejs npm."

echo "Building with every warning an error"
dotnet build MoroccoCT.sln --configuration Release --nologo --verbosity quiet || fail "The build failed; its messages are above."
dotnet format whitespace MoroccoCT.sln --no-restore --verify-no-changes || fail "Some files are not formatted; run 'dotnet format whitespace' and commit."

# Characters are counted, not bytes, whatever the locale of this machine. What tools write is left out.
long_lines=$(find bench src templates tests -type d \( -name bin -o -name obj -o -name node_modules \) -prune -o -type f \
  \( -name '*.cs' -o -name '*.cshtml' -o -name '*.css' -o -name '*.js' -o -name '*.mjs' -o -name '*.typ' \) \
  ! -name '*.Designer.cs' ! -name '*Snapshot.cs' -exec env LC_ALL=C.UTF-8 grep -nHP '^.{161}' {} +) || true
[ -z "$long_lines" ] || fail "$long_lines"$'\n'"Lines have at most 160 characters; wrap those above."

# A line for every hundred tests, and whatever else there is to say.
progress() { awk '/^ +Passed /{ if (++passed % 100 == 0) { print "  " passed " passed"; fflush() } next } { print; fflush() }'; }

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
for project in tests/*/*.csproj; do
  dotnet test "$project" --configuration Release --no-build --nologo --results-directory "$results" \
    --logger "console;verbosity=normal" --logger "trx;LogFileName=$(basename "$project" .csproj).trx" "$@" | progress || status=1
done

sum() { cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | { total=0; while read -r line; do
  for name in "$@"; do [[ $line =~ \ $name=\"([0-9]+)\" ]] && total=$((total + BASH_REMATCH[1])); done; done; echo "$total"; }; }
passed=$(sum passed)
failed=$(sum failed error timeout aborted)
skipped=$(sum notExecuted)
[ "$status" = 0 ] || [ "$failed" != 0 ] || failed=1
if [ "$skipped" = 0 ]; then echo "$passed passed, $failed failed"; else echo "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" = 0 ] && [ "$passed" != 0 ] && [ "$skipped" = 0 ]
