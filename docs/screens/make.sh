#!/usr/bin/env bash
# Takes the pictures of docs/screens.md and docs/images/form.png again: of the built service, with folders of data that are thrown away. Needs what
# tests/run.sh installs (Chromium, Playwright's package of the browser tests) and ImageMagick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=src/MoroccoCT/bin/Release/net10.0/MoroccoCT.dll
[ -f "$program" ] || { echo "$program is missing: build it with 'dotnet build --configuration Release'." >&2; exit 2; }
work=$(mktemp -d)
services=()
end() {
  for service in "${services[@]}"; do kill "$service" 2>/dev/null || true; done
  wait
  rm -rf "$work"
}
trap end EXIT

# Starts a service under a name, on a free port, and waits until it says where it listens.
serve() {
  dotnet "$program" serve --urls http://127.0.0.1:0 --data "$work/$1" "${@:2}" > "$work/$1.log" 2>&1 &
  services+=($!)
  for _ in $(seq 300); do
    grep -q ' is ready on http' "$work/$1.log" && return
    kill -0 "${services[-1]}" 2>/dev/null || break
    sleep 0.2
  done
  cat "$work/$1.log" >&2
  return 1
}

# A week that has its edition.
dotnet "$program" schedule run weekly --data "$work/solo" > "$work/edition.log"
serve solo
serve shared --shared
until grep -q '/welcome?token=' "$work/shared.log"; do sleep 0.2; done

mkdir "$work/pictures"
SOLO=$(grep -o 'http://127[.0-9]*:[0-9]*' "$work/solo.log" | head -1) \
WELCOME=$(grep -o 'http://[^ ]*/welcome?token=[^ ]*' "$work/shared.log" | head -1) \
PICTURES="$work/pictures" node docs/screens/shots.mjs "$@"

# A screen has few colours; what is left out of them is not seen.
for picture in "$work"/pictures/*.png; do
  convert "$picture" -dither None -colors 256 -strip -define png:compression-level=9 "docs/screens/$(basename "$picture")"
done
[ ! -f "$work/pictures/form-pages.png" ] || cp docs/screens/form-pages.png docs/images/form.png
du -cb docs/screens/*.png | tail -1
