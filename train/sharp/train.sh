#!/bin/sh
# Trains the weights of the sharper reading: train/sharp/train.sh DATA OUT, from the root of the repository.
# It takes an hour on two free cores. DATA is the folder with the corpora, OUT a folder; the weights will be
# OUT/sourcelight.sharp.
set -eu
data=$1
out=$2
lessons=target/lessons
mkdir -p "$out"
cargo xtask train --data "$data" --only lessons
python3 train/sharp/train.py --lessons $lessons --out "$out/breadth.pt" --stage breadth --pieces 266404 --seed 1
python3 train/sharp/train.py --lessons $lessons --start "$out/breadth.pt" --out "$out/own.pt" --stage own --decay --pieces 3.8e5 --seed 2
python3 train/sharp/narrow.py --lessons $lessons --start "$out/own.pt" --out "$out/narrow.pt" --batches 20
python3 train/sharp/train.py --lessons $lessons --start "$out/narrow.pt" --out "$out/more.pt" --stage more --pieces 2.8e5 --seed 11
python3 train/sharp/train.py --lessons $lessons --start "$out/more.pt" --out "$out/more.pt" --stage more --steps --decay --pieces 4.9e5 --seed 12
python3 train/sharp/train.py --lessons $lessons --start "$out/more.pt" --out "$out/more.pt" --stage more --steps --pieces 1e6 --seed 14
python3 train/sharp/train.py --lessons $lessons --start "$out/more.pt" --out "$out/last.pt" --stage own --steps --decay --pieces 3.2e5 --seed 15
pack() {
    python3 train/sharp/pack.py "$out/last.pt" "$out/sourcelight.sharp" "$@"
}
pack
cargo xtask train --data "$data" --only confidence --weights "$out/sourcelight.sharp"
pack --confidence "$out/sourcelight.confidence"
