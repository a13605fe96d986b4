"""Makes the tiny model of src/sharp/tests.rs, and prints what it says of the sentence there."""

import pathlib

import torch

import lessons
import model as m
import pack
import train

OUTPUT = pathlib.Path(__file__).parents[2] / "src/sharp/tiny.sharp"
PIECES = lessons.SPECIAL + ["a", "i", "near", "rain", "s", "said", "##a", "##d", "##i", "##n", "##s", "##t", ",", ".", "“", "”"]
# “Rain is near,” Ada said. / It is.
WORDS = ["“", "rain", "is", "near", ",", "”", "ada", "said", ".", "it", "is", "."]
MANNERS = [8, 13, 8, 8, 12, 12, 1, 0, 4, 1, 0, 4]
PARAGRAPHS = [(0, 9), (9, 12)]


def main():
    m.WIDTH, m.HEADS, m.INNER, m.LONGEST, m.ROLE_WIDTH = 16, 2, 32, 16, 8
    torch.manual_seed(1)
    reader = m.Reader(len(PIECES), 2)
    for name, parameter in reader.named_parameters():
        torch.nn.init.normal_(parameter.data, std=0.3)
        if "norm" in name and name.endswith("weight"):
            parameter.data += 1
    nothing = dict.fromkeys(pack.TAGGERS, 0.0)
    checkpoint = {"weights": {name: weights.clone() for name, weights in reader.state_dict().items()}, "vocabulary": PIECES, "layers": 2, "inner": m.INNER}
    OUTPUT.write_bytes(pack.file(checkpoint, nothing, nothing, {name: {} for name in pack.TAGGERS}))
    # The file holds whole steps, so the figures must rest on them.
    for name, parameter in reader.named_parameters():
        if parameter.dim() == 2:
            step, count = m.steps(parameter.data, m.FINE if name.startswith("heads") else m.share(name))
            parameter.data = step * count
    spans = [{"start": a, "end": b} for a, b in PARAGRAPHS]
    article = {"own": False, "words": WORDS, "manners": MANNERS, "paragraphs": spans, "sentences": spans}
    first, second = lessons.chunks(article, lessons.Vocabulary(PIECES))
    with torch.no_grad():
        vectors = train.token_vectors(reader.encode(*train.padded([first])), [first])
        none = torch.zeros(vectors.shape[:2])
        print("names of “Rain”", reader.heads["names"](vectors, none)[0, 1, :4].tolist())
        print("cues of “said”", reader.heads["cues"](vectors, none)[0, 7].tolist())
        print("hedges of “near”", reader.heads["hedges"](vectors, none)[0, 3, :4].tolist())
        scores = train.role_scores(reader, vectors, [first], [(0, (7, 8), 0, [1] * 9)])
        print("roles of “Ada” and “.” beside “said”", scores[6].tolist(), scores[8].tolist())
        vectors = train.token_vectors(reader.encode(*train.padded([second])), [second])
        print("cues of “It”", reader.heads["cues"](vectors, torch.zeros(vectors.shape[:2]))[0, 0].tolist())


if __name__ == "__main__":
    main()
