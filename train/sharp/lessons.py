"""Reads the lessons that the engine wrote, and cuts them into pieces of a vocabulary."""

import collections
import json
import random

CLS, SEP, PAD, UNKNOWN = 2, 3, 0, 1
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
# Pieces of a chunk at most, the two at its ends included.
LONGEST = 192
# Every so many of our own articles is kept back: to steer by, and to count how sure the model may be.
KEPT_BACK = 10

# How a corpus is drawn from: the name of its file begins so, and belongs to this group.
GROUPS = {
    "own": ["own"],
    "polnear": ["polnear"],
    "names": ["gum", "masc", "men", "wikigold", "crossner", "redocred", "uner", "grobid"],
    "silver": ["gmb", "btc", "wnut"],
    "hedges": ["hedges"],
}


def read(folder):
    """The articles of each group, in order."""
    groups = collections.defaultdict(list)
    for path in sorted(folder.glob("*.jsonl")):
        group = next(group for group, names in GROUPS.items() if path.name.startswith(tuple(names)))
        with open(path, encoding="utf-8") as lines:
            groups[group] += [json.loads(line) for line in lines]
    return groups


def parts(articles):
    """Every part of every word."""
    for article in articles:
        for word in article["words"]:
            yield from word.split(" ")


class Vocabulary:
    """Pieces of words, the longest first, as WordPiece has them."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.numbers = {piece: number for number, piece in enumerate(pieces)}
        self.known = {}

    @classmethod
    def pruned(cls, full, articles, size):
        """The most frequent pieces of a larger vocabulary, all single letters among them."""
        counts, whole = collections.Counter(), cls(SPECIAL + full)
        for part, count in collections.Counter(parts(articles)).items():
            for number in whole.cut(part):
                counts[number] += count
        letters = {n for n, piece in enumerate(whole.pieces) if len(piece.removeprefix("##")) == 1 and (n in counts or piece.isascii())}
        ranked = sorted(counts.keys() - letters - set(range(len(SPECIAL))), key=lambda n: (-counts[n], n))
        kept = sorted(letters | set(ranked[: size - len(SPECIAL) - len(letters)]) - set(range(len(SPECIAL))))
        return cls(SPECIAL + [whole.pieces[number] for number in kept])

    def cut(self, part):
        """The numbers of the pieces of one part of a word."""
        known = self.known.get(part)
        if known is None:
            known = self.known[part] = self._cut(part)
        return known

    def _cut(self, part):
        numbers, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self.numbers.get(("##" if start else "") + part[start:end])
                if number is not None:
                    break
            else:
                return [UNKNOWN]
            numbers.append(number)
            start = end
        return numbers


class Chunk:
    """A paragraph, or as many of its sentences as fit: what the model reads at once."""

    __slots__ = ("article", "tokens", "pieces", "manners", "firsts", "roles")

    def __init__(self, article, tokens, pieces, manners, firsts):
        self.article, self.tokens = article, tokens
        self.pieces, self.manners, self.firsts = pieces, manners, firsts
        first, last = tokens
        self.roles = [r for r in article.get("roles", []) if first <= r["cue"]["start"] and r["cue"]["end"] <= last]


def chunks(article, vocabulary):
    """The chunks of an article, in order."""
    cut = [[n for part in word.split(" ") for n in vocabulary.cut(part)][: LONGEST - 2] for word in article["words"]]
    sentences, found = iter(article["sentences"]), []
    for paragraph in article["paragraphs"]:
        start = end = paragraph["start"]
        size = 0
        while end < paragraph["end"]:
            sentence = next(sentences)
            length = sum(len(cut[at]) for at in range(sentence["start"], sentence["end"]))
            if size and size + length > LONGEST - 2:
                found.append((start, end))
                start, size = end, 0
            # A sentence that is too long is cut where it must be.
            for at in range(sentence["start"], sentence["end"]):
                if size + len(cut[at]) > LONGEST - 2:
                    found.append((start, at))
                    start, size = at, 0
                size += len(cut[at])
            end = sentence["end"]
        found.append((start, end))
    return [chunk(article, cut, tokens) for tokens in found if tokens[0] < tokens[1]]


def chunk(article, cut, tokens):
    pieces, manners, firsts = [CLS], [0], []
    for at in range(*tokens):
        firsts.append(len(pieces))
        pieces += cut[at]
        manners += [article["manners"][at]] * len(cut[at])
    return Chunk(article, tokens, pieces + [SEP], manners + [0], firsts)


class Drawer:
    """Draws chunks from groups by their shares of all pieces, each group in ever new orders."""

    def __init__(self, groups, shares, seed):
        self.random = random.Random(seed)
        self.groups = {name: groups[name] for name, share in shares.items() if share > 0}
        self.shares = shares
        self.drawn = dict.fromkeys(self.groups, 0.0)
        self.queues = {name: [] for name in self.groups}

    def draw(self):
        name = min(self.groups, key=lambda name: self.drawn[name] / self.shares[name])
        queue = self.queues[name]
        if not queue:
            queue += self.groups[name]
            self.random.shuffle(queue)
        chunk = queue.pop()
        self.drawn[name] += len(chunk.pieces)
        return chunk

    def batches(self, size, pool=24):
        """Batches of `size` pieces each, chunks of like length together."""
        while True:
            chunks, pieces = [], 0
            while pieces < size * pool:
                chunks.append(self.draw())
                pieces += len(chunks[-1].pieces)
            chunks.sort(key=lambda chunk: len(chunk.pieces))
            batches, batch = [], []
            for chunk in chunks:
                if batch and (len(batch) + 1) * len(chunk.pieces) > size:
                    batches.append(batch)
                    batch = []
                batch.append(chunk)
            batches.append(batch)
            self.random.shuffle(batches)
            yield from batches
