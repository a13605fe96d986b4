"""Writes a checkpoint as the file of weights that the engine reads: 8 bits a weight, a scale for each row."""

import argparse
import pathlib
import struct

import torch

import model as m

VERSION = 1
TAGGERS = ("names", "cues", "hedges", "roles")
# Steps of probability in a table of confidence.
BINS = 20


def numbers(*values):
    return struct.pack(f"<{len(values)}I", *values)


def floats(tensor):
    return tensor.to(torch.float32).numpy().astype("<f4").tobytes()


def rounded(weights):
    """Scales and bytes of the rows of a matrix."""
    scales = weights.abs().amax(1).clamp(min=1e-12) / 127
    return floats(scales), torch.round(weights / scales.unsqueeze(1)).to(torch.int8).numpy().tobytes()


def table(weights):
    return b"".join(rounded(weights))


def matrix(weights, bias):
    scales, values = rounded(weights)
    return scales + floats(bias) + values


def linear(weights, name):
    return matrix(weights[f"{name}.weight"], weights[f"{name}.bias"])


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
    return matrix(parts["weight"], parts["bias"]) + struct.pack("<f", share) + floats(transitions) + confidence


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
        numbers(layers, len(pieces), m.WIDTH, m.HEADS, m.INNER, m.LONGEST, len(lines)),
        lines,
        *(table(w[f"{name}.weight"]) for name in ("pieces", "places", "manners")),
        norm(w, "norm"),
    ]
    for n in range(layers):
        layer = f"layers.{n}."
        parts += [linear(w, layer + "mix"), linear(w, layer + "out"), norm(w, layer + "norm1")]
        parts += [linear(w, layer + "inner"), linear(w, layer + "outer"), norm(w, layer + "norm2")]
    parts += [numbers(m.ROLE_WIDTH), linear(w, "role_token"), linear(w, "role_cue"), table(w["role_place.weight"])]
    parts += [head(w, name, own[name], shares[name], leans[name], confidence[name]) for name in TAGGERS]
    body = b"".join(parts)
    return b"SLSH" + numbers(VERSION) + struct.pack("<Q", fnv(body)) + body


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("checkpoint", type=pathlib.Path)
    ap.add_argument("file", type=pathlib.Path)
    ap.add_argument("--share", type=float, nargs=4, default=[3.0, 1.0, 1.0, 0.5], metavar=TAGGERS, help="what the linear models count beside this one")
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
