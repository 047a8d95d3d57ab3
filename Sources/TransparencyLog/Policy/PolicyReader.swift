/// Gathers the lines of a policy; each line may use only what earlier lines defined.
struct PolicyReader {
    private(set) var logs: [WitnessPolicy.Log] = []
    private(set) var witnesses: [WitnessPolicy.Witness] = []
    private(set) var groups: [WitnessPolicy.Group] = []
    private(set) var quorum: WitnessPolicy.Quorum?

    /// How many groups are inside one another under each defined name; a witness has none.
    ///
    /// Keyed by bytes: the specification compares names as octets, and Swift's strings do not.
    private var depths: [[UInt8]: Int] = [:]
    private var grouped: Set<[UInt8]> = []

    /// Reads one line that is neither empty nor a comment.
    mutating func read(_ items: [String]) throws(PolicyError.Fault) {
        switch items.first {
        case "log": try readLog(items.dropFirst())
        case "witness": try readWitness(items.dropFirst())
        case "group": try readGroup(items.dropFirst())
        case "quorum": try readQuorum(items.dropFirst())
        default: throw .unknownWord
        }
    }

    /// Reads `log <vkey> [<url>]`.
    private mutating func readLog(_ items: ArraySlice<String>) throws(PolicyError.Fault) {
        var items = items
        guard let text = items.popFirst(), items.count <= 1 else { throw .wrongItemCount }
        let key = try Self.key(text, .ed25519)
        let url = try Self.url(items.first)
        guard !logs.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw .duplicateKey
        }
        guard logs.count < WitnessPolicy.mostLogs else {
            throw .tooManyLogs(limit: WitnessPolicy.mostLogs)
        }
        logs.append(WitnessPolicy.Log(key: key, url: url))
    }

    /// Reads `witness <name> <vkey> [<url>]`.
    private mutating func readWitness(_ items: ArraySlice<String>) throws(PolicyError.Fault) {
        var items = items
        guard let name = items.popFirst(), let text = items.popFirst(), items.count <= 1 else {
            throw .wrongItemCount
        }
        try checkNew(name)
        let key = try Self.key(text, .cosignature)
        let url = try Self.url(items.first)
        guard !witnesses.contains(where: { $0.key.publicKey == key.publicKey }) else {
            throw .duplicateKey
        }
        guard witnesses.count < WitnessPolicy.mostWitnesses else {
            throw .tooManyWitnesses(limit: WitnessPolicy.mostWitnesses)
        }
        depths[[UInt8](name.utf8)] = 0
        witnesses.append(WitnessPolicy.Witness(name: name, key: key, url: url))
    }

    /// Reads `group <name> <all|any|k> <name>…`.
    private mutating func readGroup(_ items: ArraySlice<String>) throws(PolicyError.Fault) {
        var items = items
        guard let name = items.popFirst(), let threshold = items.popFirst(), !items.isEmpty else {
            throw .wrongItemCount
        }
        try checkNew(name)
        let members = [String](items)
        var depth = 0
        for member in members {
            depth = max(depth, try self.depth(of: member))
            guard grouped.insert([UInt8](member.utf8)).inserted else {
                throw .secondMembership(member)
            }
        }
        guard depth < WitnessPolicy.deepestNesting else {
            throw .nestedTooDeep(limit: WitnessPolicy.deepestNesting)
        }
        guard groups.count < WitnessPolicy.mostGroups else {
            throw .tooManyGroups(limit: WitnessPolicy.mostGroups)
        }
        let count = try Self.threshold(threshold, of: members.count)
        depths[[UInt8](name.utf8)] = depth + 1
        groups.append(WitnessPolicy.Group(name: name, threshold: count, members: members))
    }

    /// Reads `quorum <name>`.
    private mutating func readQuorum(_ items: ArraySlice<String>) throws(PolicyError.Fault) {
        guard let name = items.first, items.count == 1 else { throw .wrongItemCount }
        guard quorum == nil else { throw .secondQuorum }
        if name.isExactly(WitnessPolicy.noQuorum) {
            quorum = WitnessPolicy.Quorum.none
        } else {
            _ = try depth(of: name)
            quorum = .named(name)
        }
    }

    /// Witnesses and groups share one space of names.
    private func checkNew(_ name: String) throws(PolicyError.Fault) {
        guard name.utf8.count <= WitnessPolicy.longestName else {
            throw .nameTooLong(limit: WitnessPolicy.longestName)
        }
        guard !name.isExactly(WitnessPolicy.noQuorum) else { throw .reservedName }
        guard depths[[UInt8](name.utf8)] == nil else { throw .duplicateName(name) }
    }

    private func depth(of name: String) throws(PolicyError.Fault) -> Int {
        guard !name.isExactly(WitnessPolicy.noQuorum) else { throw .reservedName }
        guard name.utf8.count <= WitnessPolicy.longestName else {
            throw .nameTooLong(limit: WitnessPolicy.longestName)
        }
        guard let depth = depths[[UInt8](name.utf8)] else { throw .unknownName(name) }
        return depth
    }

    private static func threshold(
        _ text: String,
        of count: Int
    ) throws(PolicyError.Fault) -> Int {
        switch text {
        case "all": return count
        case "any": return 1
        default:
            guard let number = CanonicalDecimal.number(text.utf8), number >= 1,
                number <= UInt64(count)
            else { throw .badThreshold }
            return Int(number)
        }
    }

    private static func key(
        _ text: String,
        _ algorithm: NoteKey.Algorithm
    ) throws(PolicyError.Fault) -> NoteKey {
        let key: NoteKey
        do {
            key = try NoteKey(text: text)
        } catch {
            throw .key(error)
        }
        guard key.algorithm == algorithm else { throw .wrongKeyType }
        return key
    }

    private static func url(_ text: String?) throws(PolicyError.Fault) -> String? {
        guard text?.utf8.count ?? 0 <= WitnessPolicy.longestURL else {
            throw .urlTooLong(limit: WitnessPolicy.longestURL)
        }
        return text
    }
}
