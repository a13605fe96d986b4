#!/bin/sh
# Trains the weights of the sharper reading: train/sharp/train.sh DATA OUT, from the root of the repository.
# It takes half an hour on two free cores. DATA is the folder with the corpora, OUT a folder; the weights will be
# OUT/sourcelight.sharp.
set -eu
data=$1
out=$2
lessons=target/lessons
mkdir -p "$out"
cargo xtask train --data "$data" --only lessons
python3 train/sharp/train.py --lessons $lessons --out "$out/breadth.pt" --stage breadth --pieces 266404 --seed 1
python3 train/sharp/train.py --lessons $lessons --start "$out/breadth.pt" --out "$out/own.pt" --stage own --decay --pieces 3.8e5 --seed 2
pack() {
    python3 train/sharp/pack.py "$out/own.pt" "$out/sourcelight.sharp" "$@"
}
pack
cargo xtask train --data "$data" --only confidence --weights "$out/sourcelight.sharp"
pack --confidence "$out/sourcelight.confidence"
