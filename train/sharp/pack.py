"""Writes a checkpoint as the file of weights that the engine reads: weights in whole steps, in a Huffman code."""

import argparse
import heapq
import pathlib
import struct

import numpy as np
import torch

import model as m

VERSION = 2
# The longest code in bits.
LONGEST_CODE = 12
TAGGERS = ("names", "cues", "hedges", "roles")
# Steps of probability in a table of confidence.
BINS = 20


def numbers(*values):
    return struct.pack(f"<{len(values)}I", *values)


def floats(tensor):
    return tensor.to(torch.float32).numpy().astype("<f4").tobytes()


def lengths_of_codes(counts):
    """The length in bits of a Huffman code for each byte that occurs, none of them too long."""
    counts = [count or (at < 2) for at, count in enumerate(counts)]
    while True:
        heap = [(count, at, (at,)) for at, count in enumerate(counts) if count]
        heapq.heapify(heap)
        lengths = [0] * len(counts)
        while len(heap) > 1:
            (a, _, left), (b, at, right) = heapq.heappop(heap), heapq.heappop(heap)
            for number in left + right:
                lengths[number] += 1
            heapq.heappush(heap, (a + b, at, left + right))
        if max(lengths) <= LONGEST_CODE:
            return lengths
        # Where rare ones seem less rare, the longest codes are shorter.
        counts = [count and count // 2 + 1 for count in counts]


def coded(values):
    """Bytes in a canonical Huffman code of their own."""
    values = values.to(torch.int8).numpy().view(np.uint8).ravel()
    lengths = lengths_of_codes(np.bincount(values, minlength=256).tolist())
    bits, code, before = {}, 0, 0
    for length, number in sorted((length, number) for number, length in enumerate(lengths) if length):
        code <<= length - before
        bits[number], before = [code >> at & 1 for at in reversed(range(length))], length
        code += 1
    table = np.zeros((256, LONGEST_CODE), np.uint8)
    for number, code in bits.items():
        table[number, : len(code)] = code
    used = np.arange(LONGEST_CODE) < np.array(lengths)[:, None]
    data = b"".join(table[part][used[part]].tobytes() for part in np.array_split(values, 1 + len(values) // 1_000_000))
    data = np.packbits(np.frombuffer(data, np.uint8)).tobytes()
    return bytes(lengths) + numbers(len(data)) + data


def matrix(weights, share, bias=None):
    step, values = m.steps(weights, share)
    return floats(step) + (b"" if bias is None else floats(bias)) + coded(values)


def table(weights, name):
    return matrix(weights[f"{name}.weight"], m.share(name))


def linear(weights, name):
    return matrix(weights[f"{name}.weight"], m.share(name), weights[f"{name}.bias"])


def norm(weights, name):
    return floats(weights[f"{name}.weight"]) + floats(weights[f"{name}.bias"])


def head(weights, name, own, share, leans, confidence):
    """The scores of a tagger, and how they are weighed: `own` of the weights of our own scheme, `share` of the
    linear model, what it costs or pays to open a span of each kind, and the tables of confidence."""
    parts = {end: weights[f"heads.{name}.shared.{end}"].clone() for end in ("weight", "bias")}
    if name in m.OWN:
        for end in parts:
            parts[end] += own * weights[f"heads.{name}.own.{end}"]
    labels = m.LABELS[name]
    transitions = torch.zeros(labels, labels)
    for kind, lean in leans.items():
        transitions[:, 1 + 2 * kind] += lean
    return matrix(parts["weight"], m.FINE, parts["bias"]) + struct.pack("<f", share) + floats(transitions) + confidence


def fnv(data):
    value = 0xCBF29CE484222325
    for byte in data:
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return value


def tables(names):
    """The tables of confidence of each tagger. Those of names are counted, once there is a model; hedges are as
    sure as they say; nobody asks the taggers of cues and roles."""
    as_said = bytes(round(255 * (n + 0.5) / BINS) for n in range(BINS))
    found = {name: as_said * (m.LABELS[name] // 2) for name in TAGGERS}
    assert not names or len(names) == len(found["names"]), "a table of another model"
    return found | {"names": names or found["names"]}


def file(checkpoint, own, shares, leans, confidence=None):
    w, pieces = checkpoint["weights"], checkpoint["vocabulary"]
    confidence = tables(confidence)
    lines = "\n".join(pieces).encode()
    layers = checkpoint["layers"]
    parts = [
        numbers(layers, len(pieces), m.WIDTH, m.HEADS, checkpoint["inner"], m.LONGEST, len(lines)),
        lines,
        *(table(w, name) for name in ("pieces", "places", "manners")),
        norm(w, "norm"),
    ]
    for n in range(layers):
        layer = f"layers.{n}."
        parts += [linear(w, layer + "mix"), linear(w, layer + "out"), norm(w, layer + "norm1")]
        parts += [linear(w, layer + "inner"), linear(w, layer + "outer"), norm(w, layer + "norm2")]
    parts += [numbers(m.ROLE_WIDTH), linear(w, "role_token"), linear(w, "role_cue"), table(w, "role_place")]
    parts += [head(w, name, own[name], shares[name], leans[name], confidence[name]) for name in TAGGERS]
    body = b"".join(parts)
    return b"SLSH" + numbers(VERSION) + struct.pack("<Q", fnv(body)) + body


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=pathlib.Path)
    ap.add_argument("file", type=pathlib.Path)
    ap.add_argument("--share", type=float, nargs=4, default=[3.0, 0.5, 1.0, 0.15], metavar=TAGGERS, help="what the linear models count beside this one")
    ap.add_argument("--own", type=float, default=0.6, help="how much of what our own articles teach of names is used")
    ap.add_argument("--cue-lean", type=float, default=0.0)
    ap.add_argument("--source-lean", type=float, default=0.0)
    ap.add_argument("--confidence", type=pathlib.Path, help="the table of confidence of names, where it is counted")
    a = ap.parse_args()
    own = {"names": a.own, "cues": 1.0, "hedges": 0.0, "roles": 1.0}
    leans = {"names": {}, "cues": {0: a.cue_lean}, "hedges": {}, "roles": {1: a.source_lean}}
    data = file(torch.load(a.checkpoint), own, dict(zip(TAGGERS, a.share)), leans, a.confidence and a.confidence.read_bytes())
    a.file.write_bytes(data)
    print(f"{len(data)} bytes written")


if __name__ == "__main__":
    main()
