"""Narrows the layers of a checkpoint: keeps the inner numbers without which the loss would change most."""

import argparse
import pathlib

import torch
import torch.nn.functional as F

import lessons
import model as m
import train


def weights_of_inner(reader, batches):
    """How much the loss would change without each inner number, by its first derivative, for each layer."""
    found = [torch.zeros(m.INNER) for _ in reader.layers]
    plain = F.gelu
    for batch in batches:
        seen = []

        def watched(x, approximate):
            y = plain(x, approximate=approximate)
            y.retain_grad()
            seen.append(y)
            return y

        F.gelu = watched
        values = train.losses(reader, batch, sum(len(chunk.firsts) for chunk in batch))
        sum(train.WEIGHTS[name] * value for name, value in values.items()).backward()
        F.gelu = plain
        for total, y in zip(found, seen):
            total += (y * y.grad).flatten(0, 1).square().sum(0).detach()
        reader.zero_grad(set_to_none=True)
    return found


def narrowed(tensor, name, kept):
    """What is left of a weight, or of what the optimizer knows of it."""
    layer, part = int(name.split(".")[1]), name.split(".")[2]
    return tensor[kept[layer]] if part == "inner" else tensor[:, kept[layer]]


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--lessons", type=pathlib.Path, required=True)
    ap.add_argument("--start", type=pathlib.Path, required=True)
    ap.add_argument("--out", type=pathlib.Path, required=True)
    ap.add_argument("--inner", type=int, default=1024)
    ap.add_argument("--batches", type=int, default=40)
    a = ap.parse_args()
    start = torch.load(a.start)
    reader, vocabulary = train.loaded(start)
    drawer = lessons.Drawer(train.chunked(a.lessons, vocabulary), train.STAGES["own"], 3)
    kept = [scores.topk(a.inner).indices.sort().values for scores in weights_of_inner(reader, (batch for batch, _ in zip(drawer.batches(640), range(a.batches))))]
    names = [name for name, _ in train.groups_of(reader)]
    touched = [name for name in names if name.endswith(("inner.weight", "inner.bias", "outer.weight"))]
    for name in touched:
        start["weights"][name] = narrowed(start["weights"][name], name, kept)
        state = start["optimizer"]["state"].get(names.index(name), {})
        for key in ("exp_avg", "exp_avg_sq"):
            state[key] = narrowed(state[key], name, kept)
    start["inner"] = a.inner
    torch.save(start, a.out)


if __name__ == "__main__":
    main()
