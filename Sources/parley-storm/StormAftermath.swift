import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Encryption
import FlowProgram
import Storage
import StorageSQLite
/// What is left in the store, held against what was acknowledged.
struct StormAftermath {
    let storm: Storm
    let facts: StormFacts

    func verdict(on contacts: [String: StormContact]) throws -> StormVerdict {
        let opened = try StoreFolder(path: storm.store)
        defer { try? opened.close() }
        let key = try KeySource.file("\(storm.store).key").load()
        let engine = try Engine(
            program: storm.program,
            sources: storm.sources,
            store: opened.store,
            vault: opened.vault,
            key: key,
            clock: SystemClock(),
            entropy: .system
        )
        let channel = storm.channel.name
        var lost = 0
        var unstopped = 0
        for (number, contact) in contacts {
            for id in contact.acknowledged {
                let inbox = engine.directory.inboxKey(channel: channel, providerID: id)
                if try !opened.store.isTaken(inboxKey: inbox) { lost += 1 }
            }
            guard contact.isStopAcknowledged,
                let address = ContactAddress(channel: channel, text: "+\(number)")
            else { continue }
            if try engine.state(of: address)?.ledger.isOptedOut != true { unstopped += 1 }
        }
        let input = try LogVerification(store: opened.store, vault: opened.vault)
            .input(pinnedKey: nil)
        let report = try AuditReading(store: opened.store).verify(input, comparesStore: true)
        return StormVerdict(
            facts: facts,
            conversations: storm.options.conversations,
            acknowledged: contacts.values.reduce(0) { $0 + $1.acknowledged.count },
            lost: lost,
            unstopped: unstopped,
            saidAfterStop: contacts.values.reduce(0) { $0 + max(0, $1.afterStop.count - 1) },
            leaves: try opened.store.frontier().size,
            log: report
        )
    }
}

/// What happened while the storm went on.
struct StormFacts {
    let finished: Int
    let kills: Int
    let elapsed: Duration
    let exitStatus: Int32
}

/// What was promised, and whether it was kept.
struct StormVerdict {
    let facts: StormFacts
    let conversations: Int
    let acknowledged: Int
    /// Acknowledged messages that the store does not know.
    let lost: Int
    /// Contacts whose STOP was acknowledged and who are not stopped.
    let unstopped: Int
    /// Messages beside the one confirmation that arrived after a STOP was acknowledged.
    let saidAfterStop: Int
    let leaves: UInt64
    let log: VerificationReport

    /// That no message changed state twice is part of the log: its leaves are held against the
    /// inbox.
    var holds: Bool {
        facts.finished == conversations && lost == 0 && unstopped == 0 && saidAfterStop == 0
            && log.isIntact && facts.exitStatus == 0
    }

    var lines: [String] {
        let state = log.isIntact ? "intact" : "not intact: \(log.findings.prefix(3))"
        return [
            "\(facts.finished) of \(conversations) conversations ended with an acknowledged STOP, "
                + "in \(facts.elapsed.components.seconds) s",
            "parleyd was killed \(facts.kills) times, and stopped with \(facts.exitStatus)",
            "\(acknowledged) messages acknowledged, \(lost) lost",
            "\(unstopped) contacts not stopped after their STOP",
            "\(saidAfterStop) messages after an acknowledged STOP, beside its one confirmation",
            "\(leaves) leaves, \(state)",
            holds ? "holds" : "does not hold",
        ]
    }
}
