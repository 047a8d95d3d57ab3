// Proof cases of transparency-dev/merkle (testdata/inclusion and testdata/consistency at commit
// 417fb0c314750d94e53942e9f92e79b6d35915db, Apache-2.0), in a form of our own.
//
// All are about the eight leaves of the certificate transparency reference tree, so each hash is
// named instead of written: `2-4` is the root of leaves 2 and 3, `2-4^4` the same with bit 4
// flipped (from the highest of the first byte), `empty` the root of no leaves, `random` a hash of
// nothing. A line: `+` to accept or `-` to refuse, two numbers, two hashes, the path, the name of
// the case. Numbers and hashes are index, size, leaf and root; or old and new size, old and new
// root. `max` is the largest 64-bit number.
enum ProofCases {
    static let inclusion = """
        - 0 1 0-1 empty : : 0/empty-root
        + 0 1 0-1 0-1 : : 0/happy-path
        - 2 1 0-1 0-1 : : 0/leafIdx-XOR-@2
        - 1 1 0-1 0-1 : : 0/leafIdx-plus-@1
        - max 1 0-1 0-1 : : 0/leafIdx-sub-@1
        - 0 1 0-1 0-1 : 0-1 : 0/preceding-root
        - 0 1 0-1 random : : 0/random-root
        - 0 1 0-1 0-1 : 0-1 : 0/trailing-root
        - 0 0 0-1 0-1 : : 0/treeSize-div-@2
        - 0 2 0-1 0-1 : : 0/treeSize-mul-@2
        - 5 8 5-6 empty : 4-5 6-8 0-4 : 2/empty-root
        + 5 8 5-6 0-8 : 4-5 6-8 0-4 : 2/happy-path
        - 5 8 5-6 0-8 : 4-5 random 6-8 0-4 : 2/inserted-component
        - 7 8 5-6 0-8 : 4-5 6-8 0-4 : 2/leafIdx-XOR-@2
        - 6 8 5-6 0-8 : 4-5 6-8 0-4 : 2/leafIdx-plus-@1
        - 4 8 5-6 0-8 : 4-5 6-8 0-4 : 2/leafIdx-sub-@1
        - 5 8 5-6 0-8 : 4-5^4 6-8 0-4 : 2/modified-proof[0]-bit-@3
        - 5 8 5-6 0-8 : 4-5 6-8^4 0-4 : 2/modified-proof[1]-bit-@3
        - 5 8 5-6 0-8 : 4-5 6-8 0-4^4 : 2/modified-proof[2]-bit-@3
        - 5 8 5-6 0-8 : 0-8 4-5 6-8 0-4 : 2/preceding-root
        - 5 8 5-6 random : 4-5 6-8 0-4 : 2/random-root
        - 5 8 5-6 0-8 : 4-5 6-8 : 2/removed-component
        - 5 8 5-6 0-8 : 4-5 6-8 0-4 0-8 : 2/trailing-root
        - 5 4 5-6 0-8 : 4-5 6-8 0-4 : 2/treeSize-div-@2
        - 5 16 5-6 0-8 : 4-5 6-8 0-4 : 2/treeSize-mul-@2
        - 1 5 1-2 empty : 0-1 2-4 4-5 : 4/empty-root
        + 1 5 1-2 0-5 : 0-1 2-4 4-5 : 4/happy-path
        - 1 5 1-2 0-5 : 0-1 random 2-4 4-5 : 4/inserted-component
        - 3 5 1-2 0-5 : 0-1 2-4 4-5 : 4/leafIdx-XOR-@2
        - 2 5 1-2 0-5 : 0-1 2-4 4-5 : 4/leafIdx-plus-@1
        - 0 5 1-2 0-5 : 0-1 2-4 4-5 : 4/leafIdx-sub-@1
        - 1 5 1-2 0-5 : 0-5 0-1 2-4 4-5 : 4/preceding-root
        - 1 5 1-2 random : 0-1 2-4 4-5 : 4/random-root
        - 1 5 1-2 0-5 : 0-1 2-4 : 4/removed-component
        - 1 5 1-2 0-5 : 0-1 2-4 4-5 0-5 : 4/trailing-root
        - 1 2 1-2 0-5 : 0-1 2-4 4-5 : 4/treeSize-div-@2
        - 1 10 1-2 0-5 : 0-1 2-4 4-5 : 4/treeSize-mul-@2
        """

    static let consistency = """
        - 1 8 0-1 0-8 : : 1/empty-proof
        + 1 8 0-1 0-8 : 1-2 2-4 4-8 : 1/happy-path
        - 1 8 0-1 0-8 : 1-2 1-2 2-4 4-8 : 1/preceding-proof-@0
        - 1 8 0-1 0-8 : 0-1 1-2 2-4 4-8 : 1/preceding-root1
        - 1 8 0-1 0-8 : 0-8 1-2 2-4 4-8 : 1/preceding-root2
        - 3 8 0-1 0-8 : 1-2 2-4 4-8 : 1/size1-XOR-@2
        - 2 8 0-1 0-8 : 1-2 2-4 4-8 : 1/size1-plus-@1
        - 0 8 0-1 0-8 : 1-2 2-4 4-8 : 1/size1-sub-@1
        - 1 4 0-1 0-8 : 1-2 2-4 4-8 : 1/size2-div-@2
        - 1 16 0-1 0-8 : 1-2 2-4 4-8 : 1/size2-mul-@2
        - 1 8 0-8 0-1 : 1-2 2-4 4-8 : 1/swapped-roots
        - 1 8 0-1 0-8 : 1-2 2-4 4-8 0-1 : 1/trailing-root1
        - 1 8 0-1 0-8 : 1-2 2-4 4-8 0-8 : 1/trailing-root2
        - 1 8 0-1 0-8 : 1-2 2-4 : 1/truncated-proof
        - 6 8 0-6 0-8 : : 2/empty-proof
        + 6 8 0-6 0-8 : 4-6 6-8 0-4 : 2/happy-path
        - 6 8 0-6 0-8 : 4-6^3 6-8 0-4 : 2/modified-proof@0-bit-@4
        - 6 8 0-6 0-8 : 4-6 6-8^3 0-4 : 2/modified-proof@1-bit-@4
        - 6 8 0-6 0-8 : 4-6 6-8 0-4^3 : 2/modified-proof@2-bit-@4
        - 6 8 0-6 0-8 : 4-6 4-6 6-8 0-4 : 2/preceding-proof-@0
        - 6 8 0-6 0-8 : 0-6 4-6 6-8 0-4 : 2/preceding-root1
        - 6 8 0-6 0-8 : 0-8 4-6 6-8 0-4 : 2/preceding-root2
        - 4 8 0-6 0-8 : 4-6 6-8 0-4 : 2/size1-XOR-@2
        - 7 8 0-6 0-8 : 4-6 6-8 0-4 : 2/size1-plus-@1
        - 5 8 0-6 0-8 : 4-6 6-8 0-4 : 2/size1-sub-@1
        - 6 4 0-6 0-8 : 4-6 6-8 0-4 : 2/size2-div-@2
        - 6 16 0-6 0-8 : 4-6 6-8 0-4 : 2/size2-mul-@2
        - 6 8 0-8 0-6 : 4-6 6-8 0-4 : 2/swapped-roots
        - 6 8 0-6 0-8 : 4-6 6-8 0-4 0-6 : 2/trailing-root1
        - 6 8 0-6 0-8 : 4-6 6-8 0-4 0-8 : 2/trailing-root2
        - 6 8 0-6 0-8 : 4-6 6-8 : 2/truncated-proof
        - 2 5 0-2 0-5 : : 3/empty-proof
        + 2 5 0-2 0-5 : 2-4 4-5 : 3/happy-path
        - 2 5 0-2 0-5 : 2-4^3 4-5 : 3/modified-proof@0-bit-@4
        - 2 5 0-2 0-5 : 2-4 4-5^3 : 3/modified-proof@1-bit-@4
        - 2 5 0-2 0-5 : 2-4 2-4 4-5 : 3/preceding-proof-@0
        - 2 5 0-2 0-5 : 0-2 2-4 4-5 : 3/preceding-root1
        - 2 5 0-2 0-5 : 0-5 2-4 4-5 : 3/preceding-root2
        - 0 5 0-2 0-5 : 2-4 4-5 : 3/size1-XOR-@2
        - 3 5 0-2 0-5 : 2-4 4-5 : 3/size1-plus-@1
        - 1 5 0-2 0-5 : 2-4 4-5 : 3/size1-sub-@1
        - 2 2 0-2 0-5 : 2-4 4-5 : 3/size2-div-@2
        - 2 10 0-2 0-5 : 2-4 4-5 : 3/size2-mul-@2
        - 2 5 0-5 0-2 : 2-4 4-5 : 3/swapped-roots
        - 2 5 0-2 0-5 : 2-4 4-5 0-2 : 3/trailing-root1
        - 2 5 0-2 0-5 : 2-4 4-5 0-5 : 3/trailing-root2
        - 2 5 0-2 0-5 : 2-4 : 3/truncated-proof
        """
}
