#!/usr/bin/env bash
# Makes the sample briefings and the pictures of their pages again. Needs poppler-utils for the pictures.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

dotnet build src/MoroccoCT --configuration Release --nologo --verbosity quiet
moroccoct() { dotnet run --project src/MoroccoCT --configuration Release --no-build -- "$@"; }

for language in en fr ar; do
  for depth in summary full; do
    moroccoct render --sections domestic,us-cooperation,regional --language "$language" --depth "$depth" \
      --date 2026-11-22 --output "docs/samples/briefing-$language-$depth.pdf"
  done
  pdftoppm -r 70 -png -singlefile "docs/samples/briefing-$language-full.pdf" "docs/images/page-$language"
  pdftoppm -r 70 -png -singlefile "docs/samples/briefing-$language-summary.pdf" "docs/images/summary-$language"
done
