"""Finds who says what in any number of articles, with Apache Spark.

    SOURCELIGHT=/path/to/sourcelight spark-submit examples/spark/analyze.py ARTICLES ANSWERS

ARTICLES are JSON lines, {"id": …, "text": "…"}, in one file or many; ANSWERS becomes a folder of JSON lines,
one answer for each article. Each task pipes its share through one process of the command-line program,
which must lie at the same path on every machine.
"""

import os
import shlex
import sys

from pyspark.sql import SparkSession


def main(articles: str, answers: str) -> None:
    program = os.environ.get("SOURCELIGHT", "/usr/local/bin/sourcelight")
    command = [program, "analyze", "--input-format", "jsonl", "--format", "jsonl"]
    context = SparkSession.builder.appName("sourcelight").getOrCreate().sparkContext
    # A line that is no article stops the job; without checkCode its answer would be {"error": …}.
    context.textFile(articles).pipe(shlex.join(command), checkCode=True).saveAsTextFile(answers)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
