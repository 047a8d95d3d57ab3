import Audit
import Clocks
import CommandLineSupport
import ConversationRuntime
import FlowProgram
import Foundation
import Storage

// LAW: Art. 17 GDPR, and Art. 5(2): that it was done has to be shown. Art. 19: to whom it is told.
/// The proof of an erasure, to keep and to hand on: it names nobody.
struct ErasureProof: Encodable {
    struct Destroyed: Encodable {
        let contacts: Int
        let waitingMessages: Int
        let proofsOfConsent: Int
    }

    struct Log: Encodable {
        let leaf: UInt64
        let size: UInt64
        let root: String
        let at: String
    }

    struct Notice: Encodable {
        let name: String
        let legalName: String?
        let country: String?
        /// What they hold: identifiers first.
        let holds: [String]
        let howToDelete: String?
    }

    let format = "parley-erasure-receipt"
    let version = 1
    let pseudonym: String
    let cause: String
    let requestedAt: String
    let completedAt: String
    let destroyed: Destroyed
    let log: Log
    let toBeTold: [Notice]
    let optOutKept: Bool
    let remains: [String]

    private enum CodingKeys: String, CodingKey {
        case format, version, pseudonym, cause, requestedAt, completedAt, destroyed, log, toBeTold
        case optOutKept, remains
    }

    /// `channels` are those of the addresses that the contact had.
    init(_ receipt: ErasureReceipt, channels: Set<String>, in program: Program) {
        pseudonym = AuditEvent.text(ofPseudonym: receipt.pseudonym)
        cause = receipt.cause
        requestedAt = receipt.requestedAt.text
        completedAt = receipt.completedAt.text
        destroyed = Destroyed(
            contacts: receipt.counts.contacts,
            waitingMessages: receipt.counts.outbox,
            proofsOfConsent: receipt.counts.evidence
        )
        log = Log(
            leaf: receipt.leaf,
            size: receipt.head.size,
            root: receipt.head.root.hex,
            at: receipt.head.time.text
        )
        toBeTold = receipt.vendors.map { Notice($0, channels, in: program) }
        optOutKept = receipt.isSuppressed
        let refusal =
            "a keyed hash of each address with what it refused, so that it stays refused"
        let leaves =
            "the entries of the audit log under the pseudonym, which leads to nobody any more"
        let ids = "keyed hashes of the messages taken, until the inbox rule prunes them"
        remains = (receipt.isSuppressed ? [refusal] : []) + [leaves, ids]
    }

    /// The same contents are the same bytes.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("texts and numbers are always JSON")
        }
        return [UInt8](data) + [UInt8(ascii: "\n")]
    }

    var text: String {
        let counts = [
            "the keys", Output.count(destroyed.contacts, "contact"),
            Output.count(destroyed.proofsOfConsent, "proof") + " of consent",
            Output.count(destroyed.waitingMessages, "waiting message"),
        ]
        var lines = [
            "erased \(completedAt), asked for \(requestedAt) (\(cause))",
            "  pseudonym  \(pseudonym)",
            "  destroyed  \(counts.joined(separator: ", "))",
            "  log        leaf \(log.leaf) of \(log.size), \(log.at)",
            "  root       \(log.root)",
        ]
        if !toBeTold.isEmpty { lines.append("to be told (Art. 19 GDPR)") }
        for notice in toBeTold {
            let place = notice.country.map { ", \($0)" } ?? ""
            lines.append("  \(notice.legalName ?? notice.name)\(place)")
            lines.append("    holds: \(notice.holds.joined(separator: ", "))")
            if let how = notice.howToDelete { lines.append("    how: \(how)") }
        }
        lines.append("what stays")
        return (lines + remains.map { "  \($0)" }).joined(separator: "\n") + "\n"
    }
}

extension ErasureProof.Notice {
    fileprivate init(_ name: String, _ channels: Set<String>, in program: Program) {
        let carried = program.channels.filter { $0.vendor == name && channels.contains($0.name) }
        let vendor = program.vendor(named: name)
        self.name = name
        legalName = vendor?.legalName
        country = vendor?.country
        holds = carried.map { "the address on \($0.name)" } + (vendor?.receives ?? [])
        howToDelete = vendor?.deletion
    }
}
