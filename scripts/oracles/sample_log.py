"""Audit logs to attack: built by the definitions, not as scripts/verify-log reads them.

Trees come from the recursion in RFC 6962, section 2.1, exports from c2sp.org/tlog-tiles, and leaves
from a JSON encoder, so that no mistake of the verifier is made here too.
"""

import base64
import functools
import hashlib
import json
import pathlib
import shutil
import time

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

# RFC 8032, section 7.1: tests 1, 2, 3, 1024, SHA(abc).
SEEDS = [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5",
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
]


def sha(data):
    return hashlib.sha256(data).digest()


def b64(data):
    return base64.b64encode(data).decode()


class Signer:
    def __init__(self, name, seed, kind=1):
        self.name, self.kind, self.private = name, kind, Ed25519PrivateKey.from_private_bytes(
            bytes.fromhex(SEEDS[seed]))
        raw = self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.id = sha(name.encode() + b"\n" + bytes([kind]) + raw)[:4]
        self.label = f"{name}+{self.id.hex()}"
        self.vkey = f"{self.label}+{b64(bytes([kind]) + raw)}"

    def line(self, text, seconds=None):
        message, stamp = text.encode(), b""
        if self.kind == 4:
            stamp = seconds.to_bytes(8, "big")
            message = f"cosignature/v1\ntime {seconds}\n{text}".encode()
        return f"\u2014 {self.name} {b64(self.id + stamp + self.private.sign(message))}\n"


class Log:
    """Leaves, and who signs trees of which size; everything else is derived."""

    def __init__(self, leaves, signers):
        self.leaves, self.signers = leaves, signers  # signers: (first size, signer)

    @functools.lru_cache(maxsize=None)
    def mth(self, start, end):
        """RFC 6962, section 2.1: the root over D[start:end]."""
        count = end - start
        if count == 0:
            return sha(b"")
        if count == 1:
            return sha(b"\x00" + self.leaves[start])
        k = 1 << (count - 1).bit_length() - 1
        return sha(b"\x01" + self.mth(start, start + k) + self.mth(start + k, end))

    def path(self, index, start, end):
        """RFC 6962, section 2.1.1: the hashes beside the way from leaf to root."""
        count = end - start
        if count == 1:
            return []
        k = 1 << (count - 1).bit_length() - 1
        if index - start < k:
            return self.path(index, start, start + k) + [self.mth(start + k, end)]
        return self.path(index, start + k, end) + [self.mth(start, start + k)]

    def signer(self, size):
        return [signer for first, signer in self.signers if first <= size][-1]

    def checkpoint(self, size, signer=None, cosigners=(), origin=None):
        signer = signer or self.signer(size)
        text = f"{origin or signer.name}\n{size}\n{b64(self.mth(0, size))}\n"
        lines = [signer.line(text)] + [each.line(text, 1772355600) for each in cosigners]
        return text + "\n" + "".join(lines)

    def proof(self, index, size, cosigners=()):
        hashes = "".join(b64(each) + "\n" for each in self.path(index, 0, size))
        head = f"c2sp.org/tlog-proof@v1\nextra {b64(self.leaves[index])}\nindex {index}\n"
        return head + hashes + "\n" + self.checkpoint(size, cosigners=cosigners)

    def write(self, folder, closings=(), size=None, minimum=0, cosigners=()):
        """An export: c2sp.org/tlog-tiles, and what Parley adds."""
        size, folder = len(self.leaves) if size is None else size, pathlib.Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "checkpoints").mkdir(parents=True)
        (folder / "checkpoint").write_text(self.checkpoint(size, cosigners=cosigners))
        for closing in closings:
            (folder / "checkpoints" / str(closing)).write_text(self.checkpoint(closing))
        if minimum:
            (folder / "minimum-index").write_text(str(minimum))
        level = 0
        while 256**level <= size:
            span = 256**level
            for number in range(size // span // 256 + 1):
                width = min(256, size // span - number * 256)
                end = number * 256 + width
                if width == 0 or (level == 0 and number * 256 < minimum):
                    continue
                hashes = [self.mth(i * span, (i + 1) * span) for i in range(number * 256, end)]
                put(folder, str(level), number, width, b"".join(hashes))
                if level == 0:
                    leaves = self.leaves[number * 256:end]
                    bundle = b"".join(len(leaf).to_bytes(2, "big") + leaf for leaf in leaves)
                    put(folder, "entries", number, width, bundle)
            level += 1
        return folder


def put(folder, level, number, width, data):
    name = f"{number % 1000:03}"
    while number >= 1000:
        number //= 1000
        name = f"x{number % 1000:03}/{name}"
    path = folder / "tile" / level / (name if width == 256 else f"{name}.p/{width}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def stamp(second):
    return time.strftime("%Y-%m-%dT%H:%M:%S.250Z", time.gmtime(1772355600 + second))


def leaf(kind, second=0, **members):
    """Plain values only, so that any JSON encoder writes the one form."""
    value = {"v": 1, "time": stamp(second), "kind": kind, **members}
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


OLD, NEW = Signer("example.com/audit", 0), Signer("example.com/audit", 2)
FOREIGN, ANEW = Signer("example.com/audit", 4), Signer("example.com/audit/2", 4)
WITNESSES = [Signer(f"witness.example/w{n}", seed, 4) for n, seed in ((1, 1), (2, 3), (3, 4))]
TURN = 299  # the leaf that changes the key
FIRST = leaf("key.created", to=OLD.vkey, cause="log-key", actor="engine")
ROTATION = leaf("key.rotated", TURN, **{"from": OLD.label}, to=NEW.vkey, cause="log-key")


def sample(count=700, changed=None):
    """A log of seven contacts that count, in which the key changes at leaf 299."""
    leaves, seqs = [FIRST], {}
    for index in range(1, count):
        if index == TURN:
            leaves.append(ROTATION)
            continue
        contact = f"{index % 7:032x}"
        seqs[contact] = seqs.get(contact, 0) + 1
        actor = "operator" if index == changed else "contact"
        leaves.append(leaf("message.received", index, subject=contact, seq=seqs[contact],
                           purpose="order-updates", actor=actor))
    return Log(leaves, [(0, OLD), (TURN + 2, NEW)])


def left_out(index):
    """The log without one leaf, signed by the true keys as if the leaf had never been."""
    leaves = [each for at, each in enumerate(sample(701).leaves) if at != index]
    return Log(leaves, [(0, OLD), (TURN + 1, NEW)])


def doubled(index):
    log = sample()
    return Log([*log.leaves[:index], log.leaves[index - 1], *log.leaves[index:]], log.signers)


def with_leaf(index, data):
    log = sample()
    return Log([*log.leaves[:index], data, *log.leaves[index + 1:]], log.signers)


def pruned(to):
    """A log that says in its last leaf but one which leaf it begins with now."""
    return with_leaf(698, leaf("log.pruned", 698, **{"from": "0"}, to=str(to), cause="retention"))


def incarnated(name=ANEW.name, key=ANEW):
    """From leaf 400 on the log has a new name, because the end under the old one is lost."""
    log = sample()
    begin = [leaf("log.incarnated", 400, to=name, cause="log-key", actor="operator"),
             leaf("key.created", 400, to=key.vkey, cause="log-key", actor="engine")]
    return Log([*log.leaves[:400], *begin, *log.leaves[400:]], [*log.signers, (402, key)])
