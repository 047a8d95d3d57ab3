/// The tree as leaves are added: of the leaves' own bytes, and of the hashes stored beside them.
///
/// They are one until a leaf and its hash differ; from there a root may be met by either, which
/// tells that everything but the leaves already named is as it was committed.
struct GrowingTree {
    private var own: Frontier
    /// The tree of stored hashes, from the first leaf whose stored hash is not its own.
    private var stored: Frontier?
    /// Whether a leaf is missing, so that no later root can be computed.
    private var isBroken = false
    /// The root of `own`, once somebody asked for it.
    private var root: MerkleHash?

    init(_ start: Frontier) {
        own = start
    }

    /// `nil` when a leaf is missing, since there is no tree then.
    var frontier: Frontier? { isBroken ? nil : own }

    mutating func append(_ hash: MerkleHash, beside storedHash: MerkleHash?) {
        guard !isBroken else { return }
        if hash != storedHash, stored == nil { stored = own }
        own.append(hash)
        stored?.append(storedHash ?? hash)
        root = nil
    }

    /// Notes that a leaf is missing here.
    mutating func breakOff() {
        isBroken = true
    }

    /// Whether a tree of these leaves has this root.
    mutating func has(_ other: MerkleHash) -> Bool {
        guard !isBroken else { return false }
        let known = root ?? own.root
        root = known
        return known == other || stored?.root == other
    }

    /// Whether a tree of these leaves falls into these subtrees.
    func matches(_ other: Frontier) -> Bool {
        !isBroken && (own == other || stored == other)
    }
}
