"""Public vectors for trees, signed notes and checkpoints, and leaves in right and wrong forms."""

# Certificate Transparency's reference tree (transparency-dev/merkle, testonly/constants.go).
CT_LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657",
             "606162636465666768696a6b6c6d6e6f"]
CT_ROOTS = """
e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
""".split()
CT_PROOF = [  # that leaf 5 is in the tree of 8
    "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", CT_ROOTS[4]]

# Signed notes: c2sp.org/signed-note, and golang/mod, sumdb/note/note_test.go.
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = ("This is an example message.\n\n\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq"
           "6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n")
PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop"
SAYING = ("If you think cryptography is the answer to your problem,\n"
          "then you don't know what your problem is.\n")
BY_PETER = ("\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXg"
            "KvqfqdngotpRZb6KE6RyyBwJnAM=\n")
BY_ENOCH = ("\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01"
            "oOTGwnWLox33WWd1RvMc+QQ=\n")
NOTES = [  # the note, the keys known, who signed; None where it must be refused
    (SAYING + "\n" + BY_PETER + BY_ENOCH, [PETER], ["PeterNeumann+c74f20a3"]),
    (SAYING + "\n" + BY_PETER + BY_ENOCH, [PETER, ENOCH],
     ["PeterNeumann+c74f20a3", "EnochRoot+af0cfe78"]),
    (SAYING + "\n" + BY_PETER + BY_ENOCH, [], []),
    (SAYING + "\n" + BY_PETER * 2 + BY_ENOCH * 2, [PETER], ["PeterNeumann+c74f20a3"]),
    (SAYING + "\n" + BY_PETER * 101, [PETER], None),
    (SAYING + "\n" + BY_PETER.replace("ZInNI", "ZIABCDnNI"), [PETER], None),
    (SAYING + "\n" + BY_PETER.replace("ZInNI", "ZInMI"), [PETER], None),
    (SAYING, [PETER], None),
    (SAYING + "\n", [PETER], None),
    (SAYING + "\n" + BY_PETER[:-1], [PETER], None),
    ("\x01" + SAYING + "\n" + BY_PETER, [PETER], None),
    (SAYING + "\n" + BY_PETER.replace("PeterNeumann", "Bad Name"), [PETER], None),
    (SAYING + "\n" + BY_PETER + "Unexpected line.\n", [PETER], None),
    (SAYING + "\n" + BY_PETER.replace("PeterNeumann", "CarmenSandiego"), [PETER], []),
    (SAYING + "\n" + BY_PETER.replace("x08go/", "xxxxo/"), [PETER], []),
    (b"\xff" + (SAYING + "\n" + BY_PETER).encode(), [PETER], None),
    (EXAMPLE, [EXAMPLE_KEY], ["example.com/foo+530d903a"]),
]
OUR_NOTES = [  # refused whoever signed; the first is the same signature in a second spelling
    (SAYING + "\n" + BY_PETER.replace("nAM=", "nAN="), [PETER], None),
    ("\x01" + SAYING + "\n" + BY_PETER, [], None),
    ("\r" + SAYING + "\n" + BY_PETER, [], None),
    (BY_PETER, [], None),
    (SAYING + "\n" + BY_PETER.replace("x08go/", "x08g "), [], None),
]
BAD_KEYS = [  # another length, and another algorithm, each with the ID it would have
    "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
    "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
]

# A checkpoint and a cosignature with the keys of RFC 8032, made with other tools.
CHECKPOINT_KEY = "example.com/audit+57840a0c+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"
WITNESS_KEY = "witness.example/w1+04d2d833+BD1AF8PoQ4lakrcKp00bfrycmCzPLsSWjMDNVfEq9GYM"
CHECKPOINT = """example.com/audit
8
XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=

\u2014 example.com/audit V4QKDPJDtQ4Xn20BlMwajvJ+IS4eMjxphVeZ+Dgq+tCRaIs89FN0qOmDC+AF+JoNsFnEYfgTHX\
Q17ZsOj81KD75Q7A4=
\u2014 witness.example/w1 BNLYMwAAAABkGFDLsiS/ZS1HG9Ygia1525kHn0Vk4j0sdrYw78KYFaRCg5YrT/bR054VO3uVe\
IL13fYvIxSv9leeP4pQ9wc5pWnuDg==
"""

# docs/audit-log.md, "Vectors".
LEAF_0 = '{"v":1,"time":"2026-03-01T09:00:00.000Z","kind":"store.opened","actor":"engine"}'
LEAF_1 = ('{"v":1,"time":"2026-03-01T09:00:01.250Z","kind":"message.received",'
          '"subject":"3f9c2a1b5d7e48069a0bc1d2e3f40516",'
          '"session":"00112233445566778899aabbccddeeff","seq":1,"actor":"contact",'
          '"payload":"239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5"}')
LEAF_2 = ('{"v":1,"time":"2026-03-01T09:00:01.250Z","kind":"consent.given",'
          '"subject":"3f9c2a1b5d7e48069a0bc1d2e3f40516",'
          '"session":"00112233445566778899aabbccddeeff","seq":2,'
          '"flow":"order-updates@1a2b3c4d5e6f7081","from":"notice","to":"ask-name",'
          '"cause":"choice:agree","purpose":"order-updates","actor":"contact",'
          '"payload":"239f59ed55e737c77147cf55ad0c1b030b6d7ee748a7426952f9b852d5a935e5",'
          '"state":"4ba69735ca53765ed6a709edb56c6ea236b7193a3b29a6b390c346f0f4340e4e"}')
LEAVES_ROOT = "9a9d6ea9c0ade44d72f5bb38a137e8cbd5f7560cc7688c1970d7e3a4deab7874"
GOOD_LEAVES = [
    LEAF_0, LEAF_1, LEAF_2,
    LEAF_0.replace("engine", "a\\\"b\\\\c\\u000a\\u001fd\u007f\u00e9\U0001f600/\u2028"),
    LEAF_0.replace("engine", "\U0001f600" * 128),
    LEAF_0.replace("engine", "\\u0000" * 128),
    LEAF_1.replace('"seq":1', '"seq":18446744073709551615'),
    LEAF_0.replace("2026-03-01", "2024-02-29"),
]
BAD_LEAVES = [
    ("white space", LEAF_0.replace('"v":1,', '"v":1, ')),
    ("a line end", LEAF_0 + "\n"),
    ("a byte order mark", "\ufeff" + LEAF_0),
    ("another order", LEAF_0.replace('"v":1,', "").replace("{", '{"kind":"x","v":1,', 1)),
    ("a member twice", LEAF_0.replace('{"v":1', '{"v":1,"v":1')),
    ("an unknown member", LEAF_0[:-1] + ',"note":"x"}'),
    ("null", LEAF_0[:-1] + ',"payload":null}'),
    ("v as 1.0", LEAF_0.replace('"v":1', '"v":1.0')),
    ("v as true", LEAF_0.replace('"v":1', '"v":true')),
    ("v as 2", LEAF_0.replace('"v":1', '"v":2')),
    ("no v", LEAF_0.replace('"v":1,', "")),
    ("no time", LEAF_0.replace('"time":"2026-03-01T09:00:00.000Z",', "")),
    ("no kind", LEAF_0.replace('"kind":"store.opened",', "")),
    ("seq without subject", LEAF_0.replace(',"actor"', ',"seq":1,"actor"')),
    ("subject without seq", LEAF_1.replace('"seq":1,', "")),
    ("seq 0", LEAF_1.replace('"seq":1', '"seq":0')),
    ("seq 1e0", LEAF_1.replace('"seq":1', '"seq":1e0')),
    ("seq 2^64", LEAF_1.replace('"seq":1', '"seq":18446744073709551616')),
    ("seq as text", LEAF_1.replace('"seq":1', '"seq":"1"')),
    ("digits in capitals", LEAF_1.replace("3f9c2a1b", "3F9C2A1B")),
    ("a digit too few", LEAF_1.replace("3f9c2a1b", "3f9c2a1")),
    ("a short escape", LEAF_0.replace("engine", "a\\nb")),
    ("an escape in capitals", LEAF_0.replace("engine", "\\u001F")),
    ("an escape too many", LEAF_0.replace("engine", "\\/")),
    ("an escaped letter", LEAF_0.replace("engine", "\\u0041")),
    ("a lone surrogate", LEAF_0.replace("engine", "\\ud800")),
    ("a name too long", LEAF_0.replace("engine", "a" * 129)),
    ("no such day", LEAF_0.replace("2026-03-01", "2026-02-29")),
    ("year 0", LEAF_0.replace("2026-03-01", "0000-03-01")),
    ("hour 24", LEAF_0.replace("T09", "T24")),
    ("second 60", LEAF_0.replace("00.000Z", "60.000Z")),
    ("two decimals", LEAF_0.replace(".000Z", ".00Z")),
    ("a time zone", LEAF_0.replace(".000Z", ".000+00:00")),
    ("other digits", LEAF_0.replace("2026", "\u0662\u0660\u0662\u0666")),
    ("a list", "[]"), ("a string", '"v"'), ("nothing", ""), ("nested", "[" * 6000),
    ("too long", LEAF_0.replace("engine", "a" * 6200)),
]
