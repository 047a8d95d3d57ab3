/// Which logs are trusted, and which witnesses have to have seen a checkpoint (C2SP tlog-policy).
///
/// A policy that could be read is complete: it has a quorum, every name in it is defined, no group
/// holds itself, and each witness counts once.
package struct WitnessPolicy: Sendable {
    /// A `log` line: whose checkpoints are accepted.
    package struct Log: Hashable, Sendable {
        /// An Ed25519 key, named as the log's origin.
        package let key: NoteKey
        /// Where to reach the log; what it means is the reader's affair, and nothing is checked.
        package let url: String?
    }

    /// A `witness` line.
    package struct Witness: Hashable, Sendable {
        /// What groups and the quorum call the witness; no meaning outside the policy.
        package let name: String
        /// A cosignature key.
        package let key: NoteKey
        /// Where to send checkpoints, if given: the prefix of C2SP tlog-witness; not checked.
        package let url: String?
    }

    /// A `group` line: witnesses a checkpoint when enough of its members do.
    package struct Group: Hashable, Sendable {
        /// What other groups and the quorum call the group.
        package let name: String
        /// How many members are enough: from 1 to all of them.
        package let threshold: Int
        /// Names of witnesses and of earlier groups, none of them in any other group.
        package let members: [String]
    }

    /// What has to have witnessed a checkpoint.
    package enum Quorum: Hashable, Sendable {
        /// Nothing: the log's signature is enough.
        case none
        /// The witness or the group of this name.
        case named(String)
    }

    /// Bytes in the longest policy.
    package static let largestByteCount = 256 << 10
    /// Lines of a policy, comments and empty ones among them.
    package static let mostLines = 2048
    /// Logs of one policy; the specification asks for 32, as for witnesses and groups.
    package static let mostLogs = 64
    /// Witnesses of one policy.
    package static let mostWitnesses = 64
    /// Groups of one policy.
    package static let mostGroups = 64
    /// Groups inside one another.
    package static let deepestNesting = 32
    /// Bytes in the longest name of a witness or group.
    package static let longestName = NoteName.longest
    /// Bytes in the longest URL.
    package static let longestURL = 2048

    /// The `log` lines, in their order; possibly none when the log is known from elsewhere.
    package let logEntries: [Log]
    /// The `witness` lines, in their order.
    package let witnesses: [Witness]
    /// The `group` lines, in their order: members come before the group they are in.
    package let groups: [Group]
    /// The `quorum` line.
    package let quorum: Quorum

    /// The keys whose checkpoints are accepted.
    package var logs: [NoteKey] { logEntries.map(\.key) }

    /// The keys whose cosignatures count.
    package var witnessKeys: [NoteKey] { witnesses.map(\.key) }

    /// Whether cosignatures by these keys satisfy the quorum.
    ///
    /// The keys are those whose cosignatures were verified. Others than the policy's witnesses do
    /// not count, and none counts twice.
    package func isMet(by cosigners: [NoteKey]) -> Bool {
        guard case .named(let required) = quorum else { return true }
        let present = Set(cosigners)
        var witnessing: Set<[UInt8]> = []
        for witness in witnesses where present.contains(witness.key) {
            witnessing.insert([UInt8](witness.name.utf8))
        }
        // INVARIANT: members are defined before their group, so that one pass settles them all.
        for group in groups {
            let count = group.members.count { witnessing.contains([UInt8]($0.utf8)) }
            if count >= group.threshold {
                witnessing.insert([UInt8](group.name.utf8))
            }
        }
        return witnessing.contains([UInt8](required.utf8))
    }

    /// The policy without comments and in one order, which reads back as the same policy.
    package var text: String {
        var lines = logEntries.map { ["log", $0.key.text] + Self.optional($0.url) }
        lines += witnesses.map { ["witness", $0.name, $0.key.text] + Self.optional($0.url) }
        lines += groups.map { ["group", $0.name, "\($0.threshold)"] + $0.members }
        switch quorum {
        case .none: lines.append(["quorum", Self.noQuorum])
        case .named(let name): lines.append(["quorum", name])
        }
        return lines.map { $0.joined(separator: " ") + "\n" }.joined()
    }

    /// The name that stands for no quorum.
    static let noQuorum = "none"

    private static func optional(_ url: String?) -> [String] {
        url.map { [$0] } ?? []
    }
}

extension WitnessPolicy: Hashable {
    /// Names are compared as the specification compares them: byte by byte.
    package static func == (left: WitnessPolicy, right: WitnessPolicy) -> Bool {
        left.text.isExactly(right.text)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(logs)
        hasher.combine(witnessKeys)
    }
}
