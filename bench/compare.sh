#!/usr/bin/env bash
# Whether a tailored order has become dearer: an old build beside the one of this folder, turn by turn with the same orders.
#     bench/compare.sh OLD_COMMIT [turns of ten orders, 30]
# Prints processor time of one order – compose, typeset, finish, check – for both builds, and the median of their ratios.
set -euo pipefail
old=${1:?"usage: bench/compare.sh OLD_COMMIT [turns]"} turns=${2:-30} orders=10
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
finish() {
    exec 3>&- 5>&- || true
    wait
    git worktree remove --force "$folder/old" || true
    rm -rf "$folder"
}
trap finish EXIT
git worktree add --quiet --detach "$folder/old" "$old"
# The old build gets the program that makes orders on demand, and is otherwise as it was.
cp bench/MoroccoCT.Bench/{RoadBench,Program}.cs "$folder/old/bench/MoroccoCT.Bench/"
build() { dotnet build "$1/bench/MoroccoCT.Bench" -c Release -o "$folder/$2" -nologo -v q -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false >&2; }
build "$folder/old" old-build
build . new-build

mkfifo "$folder"/{old,new}.{in,out}
dotnet "$folder/old-build/MoroccoCT.Bench.dll" road < "$folder/old.in" > "$folder/old.out" &
dotnet "$folder/new-build/MoroccoCT.Bench.dll" road < "$folder/new.in" > "$folder/new.out" &
exec 3> "$folder/old.in" 4< "$folder/old.out" 5> "$folder/new.in" 6< "$folder/new.out"
old_turn() { echo "$1 $orders" >&3; read -r old_ms <&4; }
new_turn() { echo "$1 $orders" >&5; read -r new_ms <&6; }

# The first five turns warm both up. Every other turn the new build comes first.
for ((turn = -5; turn < turns; turn++)); do
    first=$(((turn + 5) * orders))
    if ((turn % 2)); then old_turn $first; new_turn $first; else new_turn $first; old_turn $first; fi
    if ((turn >= 0)); then echo "$old_ms $new_ms" >> "$folder/times"; fi
done
awk -v orders="$orders" -v old="$old" '
    function median(list, count,   i, j, kept) {
        for (i = 2; i <= count; i++) { kept = list[i]; for (j = i - 1; j > 0 && list[j] > kept; j--) list[j + 1] = list[j]; list[j + 1] = kept }
        return count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
    }
    { before[NR] = $1; after[NR] = $2; ratio[NR] = $2 / $1 }
    END {
        printf "%d turns of %d tailored orders, processor time of one order, medians: %s %.1f ms, now %.1f ms, ratio %.3f\n",
            NR, orders, old, median(before, NR), median(after, NR), median(ratio, NR)
    }' "$folder/times"
