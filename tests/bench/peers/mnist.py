"""The bundled MNIST as numpy arrays: the program's own files, gzip or not."""
import gzip
import pathlib
import struct

FOLDER = pathlib.Path(__file__).resolve().parents[3] / "assets" / "datasets" / "mnist"


def read_idx(name):
    import numpy
    path = FOLDER / name
    if not path.exists():
        path = FOLDER / (name + ".gz")
    content = path.read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    axes = content[3]
    shape = struct.unpack(f">{axes}I", content[4:4 + 4 * axes])
    return numpy.frombuffer(content, numpy.uint8, offset=4 + 4 * axes).reshape(shape)


def pictures(part="train"):
    """(60000, 784) or (10000, 784), float32 from 0 to 1."""
    import numpy
    rows = read_idx(("train" if part == "train" else "t10k") + "-images-idx3-ubyte")
    return rows.reshape(len(rows), -1).astype(numpy.float32) / numpy.float32(255)


def labels(part="train"):
    """(60000) or (10000), 0 to 9."""
    return read_idx(("train" if part == "train" else "t10k") + "-labels-idx1-ubyte").astype(int)
