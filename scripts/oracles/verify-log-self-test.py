#!/usr/bin/env python3
"""Attacks audit logs in every known way and shows what the verifiers say to each.

usage: scripts/verify-log-evidence --self-test

Public vectors come first. Then logs signed with the Ed25519 keys of RFC 8032, section 7.1, are
written as exports into a temporary folder, untouched and attacked. scripts/verify-log is run on
each, and scripts/verify-log-evidence where a case brings what others keep, or is about clocks.
Where a log alone cannot tell, the line says `alone`, and the next one brings what can tell.

Exit status: 0 all as expected, 1 something was not.
"""

import functools
import importlib.machinery
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import types
import unittest.mock

import log_vectors as known
from sample_log import (
    ANEW, FIRST, FOREIGN, NEW, OLD, ROTATION, TURN, WITNESSES, Log, Signer, b64, doubled,
    incarnated, leaf, left_out, pruned, sample, sha, stamp, with_leaf)

SCRIPTS = pathlib.Path(__file__).resolve().parent.parent
VERIFIER, EVIDENCE = SCRIPTS / "verify-log", SCRIPTS / "verify-log-evidence"
sys.dont_write_bytecode = True
evidence = types.ModuleType("evidence")
evidence.__file__ = str(EVIDENCE)
importlib.machinery.SourceFileLoader("evidence", str(EVIDENCE)).exec_module(evidence)
core = evidence.core
KEY = ["--key", OLD.vkey]
NEEDS_EVIDENCE = {"--policy", "--checkpoint", "--proof"}
rows = []


def row(what, expected, got):
    """One line of the table. What came begins as expected."""
    is_right = got.startswith(expected)
    rows.append(is_right)
    got = got if is_right else f"{got} (expected: {expected})"
    print(f"{'ok  ' if is_right else 'FAIL'}  {what:60}  {got}", flush=True)


def is_refused(function, *arguments):
    try:
        function(*arguments)
    except ValueError:
        return True
    return False


# The vectors.


def trees():
    merkle, leads = core.merkle, evidence.root_of_proof
    hashes = [sha(b"\x00" + bytes.fromhex(each)) for each in known.CT_LEAVES]
    roots = [bytes.fromhex(each) for each in known.CT_ROOTS]
    right = sum(merkle(hashes[:size]) == root for size, root in enumerate(roots))
    row("roots of the CT reference tree, 0 to 8 leaves", "9 of 9", f"{right} of {len(roots)}")
    path = [bytes.fromhex(each) for each in known.CT_PROOF]
    row("its proof of leaf 5 in 8", roots[8].hex(), leads(hashes[5], 5, 8, path).hex())
    tree, good, wrong, accepted = Log([bytes.fromhex(e) for e in known.CT_LEAVES], []), 0, 0, []
    row("its proof with hashes a byte short", "refused",
        "refused" if is_refused(leads, hashes[5], 5, 8, [e[:31] for e in path]) else "followed")
    for size in range(1, 9):
        for index in range(size):
            path, digest, root = tree.path(index, 0, size), hashes[index], roots[size]
            good += leads(digest, index, size, path) == root
            for name, case in {
                "index + 1": (digest, index + 1, size, path),
                "index - 1": (digest, index - 1, size, path),
                "index xor 2": (digest, index ^ 2, size, path),
                "index + size": (digest, index + size, size, path),
                "twice the size": (digest, index, size * 2, path),
                "half the size": (digest, index, size // 2, path),
                "root after": (digest, index, size, [*path, root]),
                "root before": (digest, index, size, [root, *path]),
                "nothing after": (digest, index, size, [*path, b""]),
                "leaf before": (digest, index, size, [digest, *path]),
                "end off": (digest, index, size, path[:-1] if path else [root]),
                "start off": (digest, index, size, path[1:] if path else [digest]),
                "hashes cut": (digest, index, size, [e[:31] for e in path] or [b""]),
                "another leaf": (sha(digest), index, size, path),
                "root as leaf": (root if size > 1 else b"", index, size, path),
            }.items():
                wrong += 1
                if not is_refused(leads, *case) and leads(*case) == root:
                    accepted.append(f"{name} of {index} in {size}")
    row("all proofs in its trees of 1 to 8", "36 of 36", f"{good} of 36")
    row(f"{wrong} of them altered", "0 accepted", f"{len(accepted)} accepted {accepted[:3]}")
    leaves = [each.encode() for each in (known.LEAF_0, known.LEAF_1, known.LEAF_2)]
    row("the root in docs/audit-log.md", known.LEAVES_ROOT,
        merkle([sha(b"\x00" + each) for each in leaves]).hex())


def notes():
    keys = [known.EXAMPLE_KEY, known.PETER, known.ENOCH, known.CHECKPOINT_KEY]
    right = sum(key.startswith(core.Key(key).label + "+") for key in keys)
    row("verifier keys", "4 of 4", f"{right} of {len(keys)}")
    mangled = [key[:end] for key in keys for end in range(len(key))] + known.BAD_KEYS
    mangled += [key[start:] for key in keys for start in range(1, len(key))]
    mangled += [key[:at] + chr(ord(key[at]) + 1) + key[at + 1:]
                for key in keys for at in range(len(key))]
    accepted = sum(not is_refused(core.Key, key) for key in mangled)
    row(f"{len(mangled)} mangled verifier keys", "0 accepted", f"{accepted} accepted")

    def opened(data, keys):
        """Notes of any text, which otherwise have the form of checkpoints."""
        form = re.compile(f"((?:{core.LINE}|\n)*)()()()\n{core.SIGNATURES}")
        with unittest.mock.patch.object(core, "CHECKPOINT", form):
            known = {key.label: key for key in map(core.Key, keys)}
            return list(core.open_note("note", data, known)[1])

    wrong = []
    for number, (data, keys, expected) in enumerate(known.NOTES + known.OUR_NOTES):
        data = data if isinstance(data, bytes) else data.encode()
        is_right = (is_refused(opened, data, keys) if expected is None
                    else opened(data, keys) == expected)
        wrong += [] if is_right else [number]
    row(f"{len(known.NOTES)} signed notes of golang/mod and C2SP, {len(known.OUR_NOTES)} of ours",
        "all as they should be",
        f"wrong: {wrong}" if wrong else "all as they should be")
    keys = [core.Key(known.CHECKPOINT_KEY), evidence.Witness(known.WITNESS_KEY)]
    parts, signed = core.open_note("vector", known.CHECKPOINT.encode(),
                                   {key.label: key for key in keys})
    text, _, size, root, _ = parts.groups()
    row("a checkpoint with a cosignature", "[None, 1679315147] 8",
        f"{list(signed.values())} {size}")
    row("its root", b64(bytes.fromhex(known.CT_ROOTS[8])), root)
    made = text + "\n" + OLD.line(text) + WITNESSES[0].line(text, 1679315147)
    row("the same made with the keys of RFC 8032", "True", str(made == known.CHECKPOINT))


def leaves():
    good = [each for each in known.GOOD_LEAVES if is_refused(core.read_leaf, each.encode())]
    row(f"{len(known.GOOD_LEAVES)} leaves in the one form", "0 refused", f"{len(good)} refused")
    accepted = [what for what, each in known.BAD_LEAVES
                if not is_refused(core.read_leaf, each.encode(errors="surrogatepass"))]
    row(f"{len(known.BAD_LEAVES)} leaves in other forms", "0 accepted",
        f"{len(accepted)} accepted {accepted}")
    document = SCRIPTS.parent / "docs" / "audit-log.md"
    if document.exists():
        block = document.read_text().split("### Kinds")[1].split("```")[1]
        kinds = set(re.findall(r"[a-z]+\.[a-z]+", block))
        refused = [kind for kind in sorted(kinds) if is_refused(core.read_leaf, leaf(kind))]
        row("the kinds of docs/audit-log.md", "0 refused", f"{len(refused)} refused {refused}")
        families, words = ({kind.split(".")[part] for kind in kinds} for part in (0, 1))
        others = {f"{family}.{word}" for family in families for word in words} - kinds
        accepted = [kind for kind in others if not is_refused(core.read_leaf, leaf(kind))]
        row(f"{len(others)} others made of the same words", "0 accepted",
            f"{len(accepted)} accepted {accepted[:3]}")


# The attacks.


def run(*arguments):
    """What a verifier, run as a program, says: `holds`, a kind of attack, `could not run`."""
    script = EVIDENCE if NEEDS_EVIDENCE.intersection(map(str, arguments)) else VERIFIER
    words = [sys.executable, str(script), *map(str, arguments), "--json"]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode == 2 and not done.stdout and f"{script.name}: error: " in done.stderr:
        return "could not run"  # So says argparse of what it was given.
    try:
        (verdict, found), = json.loads(done.stdout).items()
        status = {"holds": 0, "does not hold": 1, "could not run": 2}[verdict]
    except (ValueError, KeyError):
        return f"crashed: {done.stderr.strip()[-200:]}"
    if done.returncode != status:
        return f"exit status {done.returncode} with `{verdict}`"
    if status != 1:
        return verdict
    return found["kind"] + (f" at leaf {found['leaf']}" if "leaf" in found else "")


def flip(path, offset, mask=1):
    data = bytearray(path.read_bytes())
    data[offset] ^= mask
    path.write_bytes(bytes(data))


class Attacks:
    def __init__(self, root):
        self.root, self.number, self.good = root, 0, sample()

    def export(self, log=None, closings=(TURN + 1, 512), **options):
        self.number += 1
        return (log or self.good).write(self.root / f"log-{self.number}", closings, **options)

    def keep(self, text):
        """A file outside of the export."""
        self.number += 1
        path = self.root / f"kept-{self.number}"
        path.write_text(text)
        return path

    def attack(self, what, expected, change=None, *arguments, log=None, key=OLD.vkey, **options):
        folder = self.export(log, **options)
        if change:
            change(folder)
        row(what, expected, run(folder, *(["--key", key] if key else []), *arguments))

    def untouched(self):
        kept = self.keep(self.good.checkpoint(650))
        self.attack("untouched", "holds")
        self.attack("untouched, key taken from the log", "holds", key=None)
        self.attack("untouched, with a checkpoint kept", "holds", None, "--checkpoint", kept)
        for size in (1, 255, 256, 257, 299, 300, 301, 512, 513):
            closings = [each for each in (TURN + 1, 512) if each < size]
            self.attack(f"untouched, {size} leaves", "holds", size=size, closings=closings)
        self.attack("no leaves, and so no key", "another log", size=0, closings=[])
        both = self.good.checkpoint(TURN + 1)
        both += NEW.line(both.partition("\n\n")[0] + "\n")
        self.attack("untouched, both keys sign where one follows the other", "holds",
                    lambda f: (f / "checkpoints/300").write_text(both))
        self.attack("untouched, the new key begins there and the old one ended", "holds",
                    lambda f: (f / "checkpoint").write_text(self.good.checkpoint(TURN + 1, NEW)),
                    size=TURN + 1, closings=[TURN + 1])

    def bit_rot(self):
        entries, last = "tile/entries/", "002.p/188"
        text, length = self.good.checkpoint(700), -len(self.good.leaves[-1]) - 1
        for what, name, offset, expected in (
            ("an entry", entries + "001", 9000, "leaf or hash altered at leaf 309"),
            ("an entry's length", entries + "000", 1, "leaf or hash altered at leaf 0"),
            ("the last entry's length", entries + last, length, "bundle altered at leaf 699"),
            ("a level-0 tile", "tile/0/000", 320, "hash tile altered or rewritten at leaf 0"),
            ("the last level-0 tile", "tile/0/" + last, 40, "leaf or hash altered at leaf 513"),
            ("a level-1 tile", "tile/1/000.p/2", 40, "hash tile altered or rewritten at leaf 256"),
            ("the checkpoint's origin", "checkpoint", 3, "checkpoint forged"),
            ("the checkpoint's size", "checkpoint", text.index("700"), "truncated or removed"),
            ("the checkpoint's root", "checkpoint", 30, "checkpoint forged"),
            ("the checkpoint's signature", "checkpoint", -20, "checkpoint forged"),
            ("a closing checkpoint", "checkpoints/300", -25, "checkpoint forged"),
        ):
            self.attack(f"bit flip in {what}", expected,
                        lambda folder, at=(name, offset): flip(folder / at[0], at[1]))

    def edits_and_removals(self):
        edited, entries = sample(changed=100), "tile/entries/"

        def rebuild(folder, keep_above=False):
            """The leaves and tiles of an edited log below the checkpoints of the true one."""
            above = (folder / "tile/1/000.p/2").read_bytes()
            shutil.rmtree(folder / "tile")
            shutil.move(self.export(edited) / "tile", folder / "tile")
            if keep_above:
                (folder / "tile/1/000.p/2").write_bytes(above)

        def swap(folder):
            order = [*range(20), 21, 20, *range(22, 256)]
            (folder / entries / "000").write_bytes(b"".join(
                len(self.good.leaves[i]).to_bytes(2, "big") + self.good.leaves[i] for i in order))

        self.attack("row edit, all tiles rebuilt without the key", "rewritten", rebuild)
        self.attack("row edit, its level-0 tile rebuilt",
                    "hash tile altered or rewritten at leaf 0", lambda f: rebuild(f, True))
        self.attack("two leaves swapped", "leaf or hash altered at leaf 20", swap)
        for what, name, expected in (
            ("last bundle", entries + "002.p/188", "truncated or removed at leaf 512"),
            ("last hash tile", "tile/0/002.p/188", "truncated or removed"),
            ("a bundle in the middle", entries + "001", "truncated or removed at leaf 256"),
            ("closing checkpoint", "checkpoints/300", "epoch not closed at leaf 299"),
        ):
            self.attack(f"removed: {what}", expected, lambda f, name=name: (f / name).unlink())
        self.attack("bytes added to the last bundle", "bundle altered at leaf 699", lambda f: (
            f / entries / "002.p/188").write_bytes(
                (f / entries / "002.p/188").read_bytes() + b"\x00\x01x"))
        self.attack("a leaf left out, all signed anew with both keys",
                    "sequence gap at leaf 206", log=left_out(200), closings=[TURN, 512])
        self.attack("a contact's first leaf left out, all signed anew", "sequence gap at leaf 9",
                    log=left_out(3), closings=[TURN, 512])
        for what, change in (("cut short", lambda data: data[:-32]),
                             ("cut within a hash", lambda data: data[:-1]),
                             ("with a hash more", lambda data: data + data[:32])):
            for name in ("tile/0/002.p/188", "tile/0/001", "tile/1/000.p/2"):
                self.attack(f"{name} {what}", "hash tile altered", lambda f, n=name, c=change: (
                    f / n).write_bytes(c((f / n).read_bytes())))
        self.attack("a leaf doubled, all signed anew", "sequence gap at leaf 600",
                    log=doubled(600))
        self.attack("a kind that is not known", "not a leaf at leaf 77", log=with_leaf(
            77, self.good.leaves[77].replace(b"message.received", b"message.imagined")))
        self.attack("a leaf in another form, hashed and signed", "not a leaf at leaf 77",
                    log=with_leaf(77, self.good.leaves[77].replace(b":", b": ", 1)))

    def keys(self):
        good, past = self.good, sample(changed=100)

        def write(name, text):
            return lambda folder: (folder / name).write_text(text)

        self.attack("rewrite of a past epoch, whose key is destroyed", "rewritten",
                    write("checkpoints/300", good.checkpoint(300)), log=past)
        self.attack("  … its closing checkpoint signed with the current key",
                    "epoch not closed at leaf 299",
                    write("checkpoints/300", past.checkpoint(300, NEW)), log=past)
        self.attack("the old key signs after its end", "key outside its epoch",
                    write("checkpoint", good.checkpoint(700, OLD)))
        both = good.checkpoint(700)
        both += OLD.line(both.partition("\n\n")[0] + "\n")
        self.attack("the old key signs beside the new one", "key outside its epoch",
                    write("checkpoint", both))
        self.attack("the new key signs before its time", "key outside its epoch",
                    write("checkpoints/299", good.checkpoint(299, NEW)))
        self.attack("the old key does not agree to the new one",
                    "epoch not closed at leaf 299",
                    write("checkpoints/300", good.checkpoint(300, NEW)))
        late = Log([known.LEAF_0.encode(), *good.leaves[:250]], [(0, OLD)])
        self.attack("a key signs before the leaf that brings it", "key outside its epoch",
                    write("checkpoints/1", late.checkpoint(1)), log=late, closings=[])
        self.attack("a key that comes back", "another key at leaf 600", log=with_leaf(600, leaf(
            "key.rotated", 600, **{"from": NEW.label}, to=OLD.vkey, cause="log-key")))
        self.attack("a key of another name", "another key at leaf 600", log=with_leaf(600, leaf(
            "key.rotated", 600, **{"from": NEW.label}, to=ANEW.vkey, cause="log-key")))
        self.attack("a key that is none", "not a verifier key at leaf 600", log=with_leaf(600, leaf(
            "key.rotated", 600, **{"from": NEW.label}, to="nothing", cause="log-key")))
        for second, expected in ((-301, "holds"), (-302, "back-dated at leaf 600")):
            dated = good.leaves[600].replace(stamp(600).encode(), stamp(second).encode())
            self.attack(f"a leaf {299 - second} seconds older than its key", expected, None,
                        "--policy", self.keep("quorum none\n"), log=with_leaf(600, dated))
        self.attack("a change from a key that is not the log's", "another key at leaf 299",
                    log=with_leaf(TURN, ROTATION.replace(OLD.label.encode(),
                                                         FOREIGN.label.encode())))
        self.attack("a first key named twice", "another key at leaf 600", log=with_leaf(
            600, FIRST.replace(OLD.vkey.encode(), FOREIGN.vkey.encode())))
        self.attack("another log of the same name", "another key", key=FOREIGN.vkey)
        self.attack("an unknown key signs", "checkpoint forged",
                    write("checkpoint", good.checkpoint(700, FOREIGN)))
        self.attack("another name in the checkpoint", "another log",
                    write("checkpoint", good.checkpoint(700, origin="example.com/other")))
        self.attack("a checkpoint under another size", "epoch not closed at leaf 299",
                    write("checkpoints/300", good.checkpoint(512)))

    def what_no_log_can_tell(self):
        good, forged, short = self.good, sample(changed=600), sample(620)
        kept = ["--checkpoint", self.keep(good.checkpoint(650))]
        for what, seen, options in (
            ("rewrite with the current key", "split view or rewritten", {"log": forged}),
            ("end cut off and signed anew", "rolled back or truncated", {"log": short}),
            ("an old backup restored", "rolled back or truncated", {"size": 550}),
        ):
            self.attack(f"{what}, alone", "holds", **options)
            self.attack("  … and a checkpoint kept elsewhere", seen, None, *kept, **options)
        self.attack("an old backup below a checkpoint left there", "rolled back or truncated",
                    size=550, closings=[TURN + 1, 650])
        for what, text, expected in (
            ("of another log", good.checkpoint(650, Signer("example.com/other", 0)), "another log"),
            ("that nobody signed", good.checkpoint(650, FOREIGN), "checkpoint forged"),
            ("of the wrong epoch", good.checkpoint(650, OLD), "key outside its epoch"),
            ("that is none", "nothing\n", "could not run"),
        ):
            self.attack(f"a checkpoint kept {what}", expected, None, "--checkpoint",
                        self.keep(text))

    def witnesses(self):
        one, two, three = WITNESSES
        lines = "".join(f"witness w{n} {each.vkey}\n" for n, each in enumerate(WITNESSES, 1))
        quorum = f"# two of three\nlog {NEW.vkey}\n\n{lines}group g 2 w1 w2 w3\nquorum g\n"
        nested = f"{lines}group a any w1 w2\n\tgroup  b all a w3 \nquorum b\n"

        def ask(what, expected, text, cosigners=(), change=None, **options):
            self.attack(f"policy: {what}", expected, change, "--policy", self.keep(text),
                        cosigners=cosigners, **options)

        ask("two of three, two cosigned", "holds", quorum, (one, three))
        ask("two of three, one cosigned", "quorum not reached", quorum, (two,))
        ask("two of three, one twice", "quorum not reached", quorum, (two, two))
        ask("two of three, none cosigned", "quorum not reached", quorum)
        ask("all of any, met", "holds", nested, (two, three))
        ask("all of any, not met", "quorum not reached", nested, (one, two))
        ask("one witness, met", "holds", f"{lines}quorum w2\n", (two,))
        ask("none asked", "holds", "quorum none\n")
        ask("signed by a log it does not have", "another log", f"log {OLD.vkey}\nquorum none\n")
        ask("names the log, no key given", "holds", f"log {NEW.vkey}\nquorum none\n", key=None)
        ask("split view, witnesses saw the other", "quorum not reached", quorum, (),
            log=sample(changed=600))
        moved = one.line("", 1772355600).split(" ")[2][:16]

        def retime(folder):
            text = (folder / "checkpoint").read_text()
            later = one.line("", 1772355601).split(" ")[2][:16]
            (folder / "checkpoint").write_text(text.replace(moved, later))

        ask("a cosignature's time altered", "checkpoint forged", quorum, (one, two), retime)
        ask("bit flip in a cosignature", "checkpoint forged", quorum, (one, two),
            lambda f: flip(f / "checkpoint", -30))
        ask("  … of a witness not asked", "holds", "quorum none\n", (one,),
            lambda f: flip(f / "checkpoint", -30))
        for what, text in {
            "no quorum": lines, "two quorums": "quorum none\nquorum none\n", "empty": "",
            "an unknown name": f"{lines}group a any w1 w9\nquorum a\n", "a word": "quorum\n",
            "a key twice": f"{lines}witness w4 {one.vkey}\nquorum w1\n",
            "a member twice": f"{lines}group a 2 w1 w1\nquorum a\n",
            "a member of two groups": f"{lines}group a any w1\ngroup b any w1\nquorum a\n",
            "more than there are": f"{lines}group a 3 w1 w2\nquorum a\n",
            "zero of them": f"{lines}group a 0 w1 w2\nquorum a\n",
            "none as a name": f"{lines}group none any w1\nquorum none\n",
            "a group of itself": f"{lines}group a any a\nquorum a\n",
            "a log for a witness": f"witness w {OLD.vkey}\nquorum w\n",
            "a witness for a log": f"log {one.vkey}\nquorum none\n",
        }.items():
            ask(f"malformed, {what}", "could not run", text)

    def proofs(self):
        good, text = self.good, self.good.proof(123, 700)
        lines, policy = text.split("\n"), self.keep(
            f"log {NEW.vkey}\nwitness w {WITNESSES[0].vkey}\nquorum w\n")

        def prove(what, expected, text, *arguments):
            row(f"proof: {what}", expected, run("--proof", self.keep(text), *arguments))

        new, old = ["--key", NEW.vkey], ["--key", OLD.vkey]
        prove("alone", "holds", text, *new)
        prove("of the only leaf", "holds", good.proof(0, 1), *old)
        prove("with a witness", "holds", good.proof(123, 700, WITNESSES[:1]), "--policy", policy)
        prove("without its witness", "quorum not reached", text, "--policy", policy)
        prove("beside its log", "holds", text, self.export(), *old)
        prove("beside a log rewritten since", "split view or rewritten", text,
              self.export(sample(changed=600)), *old)
        prove("beside a log cut short since", "rolled back or truncated", text,
              self.export(sample(650)), *old)
        prove("under another key", "another key or log", text, *old)
        prove("without a key", "could not run", text)
        for what, expected, changed in (
            ("another index", "not in the log", text.replace("index 123", "index 122")),
            ("an index past the end", "malformed", text.replace("index 123", "index 823")),
            ("an index 0123", "malformed", text.replace("index 123", "index 0123")),
            ("another leaf", "not in the log", text.replace(
                b64(good.leaves[123]), b64(good.leaves[124]))),
            ("a hash less", "malformed", "\n".join(lines[:3] + lines[4:])),
            ("a hash more", "malformed", "\n".join(lines[:4] + lines[3:])),
            ("another root", "not in the log", text.replace(
                b64(good.mth(0, 700)), b64(good.mth(0, 699)))),
            ("no leaf", "malformed", "\n".join(lines[:1] + lines[2:])),
            ("another version", "malformed", text.replace("@v1", "@v2")),
            ("bit flip in the signature", "checkpoint forged",
             text[:-20] + ("A" if text[-20] != "A" else "B") + text[-19:]),
            ("nothing in it", "malformed", ""),
        ):
            prove(what, expected, changed, *new)

    def pruning(self):
        kept = [self.keep(self.good.checkpoint(size)) for size in (400, 650)]
        self.attack("pruned before 256", "holds", minimum=256)
        for what, expected, arguments, key in (
            ("where the second key signs", "holds", [], NEW),
            ("with a checkpoint kept", "holds", ["--checkpoint", kept[1]], NEW),
            ("with one older than what is left", "could not run", ["--checkpoint", kept[0]], NEW),
            ("with the first key, which had ended", "checkpoint forged", [], OLD),
            ("with a key of another name", "another log", [], ANEW),
        ):
            self.attack(f"pruned before 512, {what}", expected, None, *arguments, minimum=512,
                        key=key.vkey)
        self.attack("pruned before 512, no key", "could not run", minimum=512, key=None)
        self.attack("pruned before 512, nothing left", "holds", minimum=512, size=512,
                    closings=[], key=NEW.vkey)
        late = Log([known.LEAF_0.encode(), *self.good.leaves[1:TURN],
                    leaf("key.created", TURN, to=NEW.vkey, cause="log-key"),
                    *self.good.leaves[TURN + 1:]], [(0, NEW)])
        for minimum in (0, 256):
            for expected, key in (("holds", NEW), (f"another key at leaf {TURN}", OLD)):
                self.attack(f"pruned before {minimum}, the first key after that, {key.label[-8:]}",
                            expected, log=late, key=key.vkey, minimum=minimum, closings=[512])
        self.attack("pruned, a hash that stands for leaves altered", "rewritten",
                    lambda f: flip(f / "tile/1/000.p/2", 5), minimum=256)
        self.attack("pruned, a leaf altered", "leaf or hash altered at leaf 309",
                    lambda f: flip(f / "tile/entries/001", 9000), minimum=256)
        for what, log in (("said", pruned(256)), ("not said", pruned(0)), ("not said", None)):
            pruned_log = evidence.Log(self.export(log, minimum=256), [core.Key(OLD.vkey)])
            row(f"pruned, which the log has {what}", what,
                "not said" if "pruned" in evidence.check_log(pruned_log, []) else "said")
        for what in ("many", "100", "1024", "-256", ""):
            expected = "malformed" if re.fullmatch("-?[0-9]+", what) else "invalid literal"
            self.attack(f"minimum index `{what}`", expected,
                        lambda f, what=what: (f / "minimum-index").write_text(what))

    def incarnations(self):
        """The end of the old log is lost: the new name says so, and nobody can hide it."""
        anew, old, both = incarnated(), self.good, ["--key", ANEW.vkey]
        self.attack("a new incarnation, keys of both names given", "holds", None, *both, log=anew)
        self.attack("  … the key of the new name alone given", "another key at leaf 0", log=anew,
                    key=ANEW.vkey)
        self.attack("  … the key of the old name given", "another key at leaf 401", log=anew)
        for size, expected in ((390, "holds"), (450, "rolled back or truncated")):
            self.attack(f"  … a checkpoint of the old name kept, {size} leaves", expected, None,
                        *both, "--checkpoint", self.keep(old.checkpoint(size)), log=anew)
        self.attack("  … still signed under the old name", "rolled back or truncated", lambda f: (
            f / "checkpoint").write_text(anew.checkpoint(702, NEW)), *both, log=anew)
        for what, log in (("under the name it had", incarnated(OLD.name, FOREIGN)),
                          ("under another name than it said", incarnated("example.com/other"))):
            self.attack(f"  … {what}", "another key at leaf 401", log=log, key=None)

    def could_not_run(self):
        name = Signer("\x1b[2J\u009b2Jholds", 4)
        folder = self.export(with_leaf(600, leaf("key.created", to=name.vkey, cause="log-key")))
        done = subprocess.run([sys.executable, str(VERIFIER), folder], capture_output=True)
        row("a leaf that would clear the screen", "plain lines", "plain lines" if re.fullmatch(
            rb"([ -~]+\n)+", done.stdout) and rb"\u001b" in done.stdout else f"{done.stdout}")
        self.attack("no folder", "could not run", shutil.rmtree)
        self.attack("a key that is none", "could not run", key="example.com/audit+00000000+AA==")
        self.attack("no key anywhere", "another log", key=None, closings=[],
                    log=Log([known.LEAF_0.encode()], [(0, OLD)]))

    def standard_implementation(self):
        """The same exports and proofs under golang.org/x/mod/sumdb, where it is installed."""
        def ask(*arguments):
            done = subprocess.run([SCRIPTS / "verify-note", *map(str, arguments)],
                                  capture_output=True, text=True)
            return ["holds", "does not hold", "could not run"][done.returncode]

        if ask("--key", OLD.vkey, self.keep(self.good.checkpoint(1))) == "could not run":
            print("--    golang.org/x/mod/sumdb is not installed: see scripts/verify-note")
            return
        keys = [word for key in (OLD, NEW, *WITNESSES) for word in ("--key", key.vkey)]
        export = functools.partial(self.export, cosigners=WITNESSES)
        proof = self.good.proof(123, 700, WITNESSES)
        row("golang.org/x/mod: an export, a checkpoint, a proof", "holds", ask(
            *keys, export(), self.keep(self.good.checkpoint(650)), self.keep(proof)))
        row("golang.org/x/mod: a pruned export", "holds", ask(*keys, export(minimum=512)))
        row("golang.org/x/mod: a proof of another leaf", "does not hold", ask(
            *keys, self.keep(proof.replace("index 123", "index 124"))))
        for name, offset in (("checkpoint", 3), ("checkpoint", -20), ("checkpoints/512", -20),
                             ("tile/entries/001", 9000), ("tile/0/001", 900),
                             ("tile/1/000.p/2", 40)):
            folder = export()
            flip(folder / name, offset)
            row(f"golang.org/x/mod: bit flip in {name}", "does not hold", ask(*keys, folder))

    def every_bit(self):
        """Flips random bits anywhere in an export: each must be seen."""
        folder = self.export()
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        sizes = [path.stat().st_size for path in files]
        generator, unseen = random.Random(2026), []

        def check():
            return core.Log(folder, [core.Key(OLD.vkey)]).verify()

        for turn in range(500):
            path = generator.choices(files, sizes if turn % 2 else None)[0]
            offset, mask = generator.randrange(path.stat().st_size), 1 << generator.randrange(8)
            flip(path, offset, mask)
            if not is_refused(check):
                unseen.append(f"{path.relative_to(folder)} byte {offset}")
            flip(path, offset, mask)
        row("500 random bits of an export flipped, one at a time", "0 unseen",
            f"{len(unseen)} unseen {unseen[:3]}")
        row("  … and flipped back", "holds", "refused" if is_refused(check) else "holds")

    def large(self):
        """The example of c2sp.org/tlog-tiles: 70,000 leaves have tiles on three levels."""
        folder = self.export(sample(70_000), [TURN + 1, 65_536, 69_999])
        counts = [sum(each.is_file() for each in (folder / "tile" / level).rglob("*"))
                  for level in "012"]
        row("70,000 leaves: tiles on each level", "[274, 2, 1]", str(counts))
        start = time.monotonic()
        row("70,000 leaves, untouched", "holds", run(folder, *KEY))
        seconds = time.monotonic() - start
        for name, offset in (("tile/1/000", 4000), ("tile/2/000.p/1", 4)):
            flip(folder / name, offset)
            row(f"  … bit flip in {name}", "hash tile altered", run(folder, *KEY))
            flip(folder / name, offset)
        return f"{70_000 / seconds:,.0f} leaves a second, starting included"


def main():
    trees(), notes(), leaves()
    with tempfile.TemporaryDirectory(prefix="verify-log-") as name:
        attacks = Attacks(pathlib.Path(name))
        for part in (attacks.untouched, attacks.bit_rot, attacks.edits_and_removals, attacks.keys,
                     attacks.what_no_log_can_tell, attacks.witnesses, attacks.proofs,
                     attacks.pruning, attacks.incarnations, attacks.could_not_run,
                     attacks.standard_implementation, attacks.every_bit):
            part()
        speed = attacks.large()
    wrong = rows.count(False)
    print(f"\n{len(rows)} cases, {wrong} not as expected; {speed}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
