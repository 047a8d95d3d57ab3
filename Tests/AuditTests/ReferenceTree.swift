import Audit

/// The tree of eight leaves that certificate transparency logs are tested with.
///
/// Leaves and roots: transparency-dev/merkle, testonly/constants.go (Apache-2.0).
enum ReferenceTree {
    static let leaves: [[UInt8]] = [
        [],
        [0x00],
        [0x10],
        [0x20, 0x21],
        [0x30, 0x31],
        [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        [
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67,
            0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f,
        ],
    ]

    /// The root of the first n leaves, n = 0 to 8.
    static let roots: [String] = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    /// The tree hash as RFC 6962 §2.1 defines it, by recursion: slow, and plainly right.
    static func root(_ hashes: ArraySlice<MerkleHash>) -> MerkleHash {
        guard let first = hashes.first else { return MerkleTree.emptyRoot }
        guard hashes.count > 1 else { return first }
        var split = 1
        while split * 2 < hashes.count {
            split *= 2
        }
        return MerkleTree.nodeHash(root(hashes.prefix(split)), root(hashes.dropFirst(split)))
    }

    /// `count` leaf hashes, all different.
    static func hashes(_ count: Int) -> [MerkleHash] {
        (0..<count).map { MerkleTree.leafHash([UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]) }
    }

    /// A hash by its name in `ProofCases`.
    static func hash(named name: Substring) -> MerkleHash? {
        let parts = name.split(separator: "^")
        if name == "empty" { return MerkleTree.emptyRoot }
        if name == "random" {
            return MerkleHash(
                hex: "abacaba000000000000000000000000000000000000000000060061e00123456"
            )
        }
        let bounds = parts[0].split(separator: "-").compactMap { Int($0) }
        guard bounds.count == 2 else { return nil }
        let range = leaves[bounds[0]..<bounds[1]]
        let plain = root(range.map(MerkleTree.leafHash)[...])
        guard parts.count == 2, let bit = Int(parts[1]) else { return plain }
        var bytes = plain.bytes
        bytes[bit / 8] ^= 0x80 >> UInt8(bit % 8)
        return MerkleHash(bytes)
    }
}
