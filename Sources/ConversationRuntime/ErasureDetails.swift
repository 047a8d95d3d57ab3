import ByteCoding
import Clocks
import Consent
import Conversations
import FlowProgram
import Storage

/// What an erasure needs to be finished after a crash: nothing that says who the person is.
struct ErasureDetails: Hashable, Sendable {
    let cause: String
    /// What the addresses refused, to be kept under their keyed hashes; `nil` for nothing.
    let suppression: [UInt8]?
    /// Contacts that had turned out to be the same person.
    let mergedFrom: [[UInt8]]
    /// Who received the data and has to be told, by their keys in the workspace.
    let vendors: [String]
    /// What there was to destroy when it was asked for.
    let counts: ShredCounts

    private static let version: UInt8 = 1

    init(
        cause: ErasureCause,
        of state: ContactState,
        in program: Program,
        counts: ShredCounts
    ) {
        self.counts = counts
        self.cause = cause.text
        suppression = Suppressions.record(of: state.ledger)
        mergedFrom = state.mergedFrom
        let channels = Set(state.identities.map(\.channel))
        let used = program.channels.filter { channels.contains($0.name) }.compactMap(\.vendor)
        vendors = Set(used).sorted()
    }

    init(bytes: [UInt8]) throws(ByteCodingError) {
        var reader = ByteReader(bytes)
        let version = try reader.readByte()
        guard version == Self.version else { throw .unknownVersion(version) }
        cause = try reader.readText()
        suppression = try reader.readOptional { reader throws(ByteCodingError) in
            try reader.readBytes()
        }
        mergedFrom = try reader.readList { reader throws(ByteCodingError) in
            try reader.readBytes()
        }
        vendors = try reader.readList { reader throws(ByteCodingError) in
            try reader.readText()
        }
        counts = ShredCounts(
            contacts: try reader.readInt(),
            outbox: try reader.readInt(),
            evidence: try reader.readInt()
        )
        try reader.finish()
    }

    private var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(byte: Self.version)
        writer.write(cause)
        writer.write(optional: suppression) { $0.write($1) }
        writer.write(list: mergedFrom) { $0.write($1) }
        writer.write(list: vendors) { $0.write($1) }
        for count in [counts.contacts, counts.outbox, counts.evidence] { writer.write(count) }
        return writer.bytes
    }

    func job(for contact: ContactID, _ state: ContactState, at now: Timestamp) -> ErasureJob {
        ErasureJob(
            contact: contact,
            requestedAt: now,
            lastSequence: state.sequence,
            details: bytes
        )
    }
}
