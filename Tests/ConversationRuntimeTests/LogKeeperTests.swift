import Audit
import Clocks
import ConversationRuntime
import FlowProgram
import Foundation
import Storage
import StorageSQLite
import StoreConformance
import Testing
import TransparencyLog

struct LogKeeperTests {
    static let named = "audit: { origin: example.com/log, publish: { file: checkpoints } }"

    private func sinks(in folder: String) -> (AuditSettings) -> [any CheckpointSink] {
        { settings in CheckpointSinks.declared(in: settings, workspace: folder) }
    }

    @Test func `a checkpoint signs every durable leaf under the name of the settings`()
        async throws
    {
        let world = try World(audit: Self.named)
        #expect(try world.engine.log.checkpoint(at: world.clock.now()) == nil)
        try await world.say("hello", id: "1")
        let signed = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
        let frontier = try world.store.frontier()
        #expect(signed.checkpoint.origin == "example.com/log")
        #expect(signed.checkpoint.size == frontier.size)
        #expect(signed.checkpoint.root == frontier.root)
        let keys = try world.engine.log.verifiers()
        #expect(try signed.verified(by: keys) == keys)
        // The key is named by a leaf under the first checkpoint.
        let last = try #require(try world.store.leaves(from: frontier.size - 1, limit: 1).first)
        let event = try AuditLeaf.decode(last.body).event
        #expect(event.kind == .keyCreated)
        #expect(event.to == keys.first?.text)
    }

    @Test func `two stores without a name of their own sign under different ones`() async throws {
        var origins: Set<String> = []
        for _ in 0..<2 {
            let world = try World()
            try await world.say("hello", id: "1")
            let signed = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            origins.insert(signed.checkpoint.origin)
        }
        #expect(origins.count == 2)
    }

    @Test func `a log that did not grow is signed again only after the heartbeat`() async throws {
        let world = try World(audit: Self.named)
        try await world.say("hello", id: "1")
        let log = world.engine.log
        try log.checkpoint(at: world.clock.now())
        let first = try world.store.lastCheckpoint()
        world.clock.advance(to: world.clock.now().adding(.minutes(59)))
        try log.checkpoint(at: world.clock.now())
        #expect(try world.store.lastCheckpoint() == first)
        world.clock.advance(to: world.clock.now().adding(.minutes(2)))
        try log.checkpoint(at: world.clock.now())
        #expect(try world.store.lastCheckpoint()?.at == world.clock.now())
        #expect(try world.store.checkpoints(from: 0, limit: 9).count == 1)
    }

    @Test func `a checkpoint is due when a leaf has waited, or at the heartbeat`() async throws {
        let world = try World(audit: "audit: { checkpoint: 20 seconds, heartbeat: 10 minutes }")
        let log = world.engine.log
        func wait(_ period: Period) throws -> Bool {
            world.clock.advance(to: world.clock.now().adding(period))
            return try log.checkpointIfDue(at: world.clock.now()) != nil
        }
        try await world.say("hello", id: "1")
        #expect(try wait(.zero))
        #expect(try !wait(.minutes(1)))
        try await world.say("more", id: "2")
        #expect(try !wait(Period(months: 0, milliseconds: 19_999)))
        #expect(try wait(Period(months: 0, milliseconds: 1)))
        #expect(try !wait(.minutes(9)))
        #expect(try wait(.minutes(1)))
    }

    @Test func `a new key follows in the log, and the old one signs up to there and is gone`()
        async throws
    {
        let world = try World(audit: Self.named)
        try await world.say("hello", id: "1")
        let log = world.engine.log
        try log.checkpoint(at: world.clock.now())
        world.clock.advance(to: world.clock.now().adding(.days(31)))
        let signed = try #require(try log.checkpoint(at: world.clock.now()))
        let keys = try log.verifiers()
        #expect(keys.count == 2)
        #expect(try world.vault.logKeys().map { $0.wrapped == nil } == [true, false])
        let kept = try world.store.checkpoints(from: 0, limit: 9).filter(\.isKept)
        let closing = try SignedCheckpoint(bytes: try #require(kept.first).note)
        #expect(kept.count == 1)
        #expect(try closing.verified(by: [keys[0]]) == [keys[0]])
        #expect(try signed.verified(by: [keys[1]]) == [keys[1]])
        let report = try AuditReading(store: world.store).verify(
            LogVerification(store: world.store, vault: world.vault).input(pinnedKey: keys[0])
        )
        #expect(report.findings == [])
        #expect(report.provenUpTo == signed.checkpoint.size)
        #expect(report.logKey == keys[1].text)
    }

    /// Each write of a change of keys fails once, before or after it took effect.
    @Test(arguments: FaultPlan.Moment.allCases, 1...7)
    func `a change of keys that a crash interrupts is finished the next time`(
        _ moment: FaultPlan.Moment,
        _ write: Int
    ) async throws {
        let world = try World(audit: Self.named)
        try await world.say("hello", id: "1")
        try world.engine.log.checkpoint(at: world.clock.now())
        let plan = FaultPlan([FaultPlan.Fault(moment, write: write, isFatal: true)])
        let broken = try World(
            store: FaultyStore(world.store, plan),
            vault: FaultyVault(world.vault, plan),
            key: world.key,
            audit: Self.named
        )
        let later = world.clock.now().adding(.days(31))
        // `initialize` finds the vault in use and writes nothing.
        _ = try? broken.engine.log.checkpoint(at: later)
        let healed = try World(
            store: world.store,
            vault: world.vault,
            key: world.key,
            audit: Self.named
        )
        let signed = try #require(try healed.engine.log.checkpoint(at: later))
        let keys = try healed.engine.log.verifiers()
        let left = try world.vault.logKeys().filter { $0.wrapped != nil }
        #expect(left.count == 1)
        #expect(left.last?.verifier == keys.last?.text)
        let report = try AuditReading(store: world.store).verify(
            LogVerification(store: world.store, vault: world.vault).input(pinnedKey: keys[0])
        )
        #expect(report.findings == [])
        #expect(report.provenUpTo == signed.checkpoint.size)
        #expect(signed.checkpoint.size == (try world.store.frontier().size))
    }

    @Test func `leaves that are not as they were written are not signed`() async throws {
        try await withStoreFolder { path in
            let folder = try StoreFolder(path: path)
            let world = try World(store: folder.store, vault: folder.vault, audit: Self.named)
            for number in 0..<4 { try await world.say("hello", id: "\(number)") }
            let last = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            try await world.say("hello", id: "9")
            try folder.close()
            try SQLiteFile(path: "\(path)/parley.db").execute(
                "UPDATE leaf SET hash = zeroblob(32) WHERE idx = \(last.checkpoint.size)"
            )
            let again = try StoreFolder(path: path)
            let second = try World(
                store: again.store,
                vault: again.vault,
                key: world.key,
                audit: Self.named
            )
            #expect(throws: LogError.self) {
                try second.engine.log.checkpoint(at: world.clock.now())
            }
            try again.close()
        }
    }

    @Test func `a store restored from an old copy is refused until that is declared`()
        async throws
    {
        try await withStoreFolder { path in
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
            let old = "\(path)/old"
            let store = "\(path)/store"
            let folder = try StoreFolder(path: store)
            let world = try World(
                store: folder.store,
                vault: folder.vault,
                audit: Self.named,
                sinks: sinks(in: path)
            )
            try await world.say("hello", id: "1")
            try world.engine.log.checkpoint(at: world.clock.now())
            try folder.close()
            try FileManager.default.copyItem(atPath: store, toPath: old)

            let newer = try StoreFolder(path: store)
            let going = try World(
                store: newer.store,
                vault: newer.vault,
                key: world.key,
                audit: Self.named,
                sinks: sinks(in: path)
            )
            try going.engine.log.checkPublished()
            try await going.say("more", id: "2")
            let last = try #require(try going.engine.log.checkpoint(at: world.clock.now()))
            try newer.close()

            let restored = try StoreFolder(path: old)
            let back = try World(
                store: restored.store,
                vault: restored.vault,
                key: world.key,
                audit: Self.named,
                sinks: sinks(in: path)
            )
            let size = try restored.store.frontier().size
            #expect(
                throws: LogError.behind(
                    size: size,
                    published: last.checkpoint.size,
                    place: "\(path)/checkpoints"
                )
            ) { try back.engine.log.checkPublished() }

            let declared = try back.engine.log.beginIncarnation(at: world.clock.now())
            #expect(declared.checkpoint.origin == "example.com/log/2")
            try back.engine.log.checkPublished()
            try await back.say("and on", id: "3")
            try back.engine.log.checkpoint(at: world.clock.now())
            let report = try AuditReading(store: restored.store).verify(
                LogVerification(store: restored.store, vault: restored.vault).input()
            )
            #expect(report.findings == [])
            #expect(report.incarnations == 1)
            try restored.close()
        }
    }

    @Test func `what is published ends in the last checkpoint, in every form`() async throws {
        try await withStoreFolder { path in
            let audit = """
                audit:
                  origin: example.com/log
                  publish: { file: pub/checkpoints, tiles: pub/tiles, line: pub/siem.jsonl }
                """
            let world = try World(audit: audit, sinks: sinks(in: path))
            for round in 1...3 {
                try await world.say("hello", id: "\(round)")
                world.clock.advance(to: world.clock.now().adding(.hours(2)))
                let signed = try world.engine.log.checkpoint(at: world.clock.now())
                let settings = try World.compile(World.question, audit: audit).0.audit
                for sink in sinks(in: path)(settings) {
                    #expect(try sink.lastPublished() == signed, "\(sink.place)")
                }
                #expect(try world.engine.log.exposure(at: world.clock.now()).leaves == 0)
            }
            try await world.say("more", id: "9")
            world.clock.advance(to: world.clock.now().adding(.minutes(3)))
            let exposure = try world.engine.log.exposure(at: world.clock.now())
            #expect(exposure.leaves > 0)
            #expect(exposure.age == 180_000)
            #expect(exposure.isAlarming)
            let text = try String(
                contentsOfFile: "\(path)/pub/siem.jsonl",
                encoding: .utf8
            )
            #expect(text.split(separator: "\n").count == 3)
        }
    }

    @Test func `a log that went on under another name is published beside the first`() async throws
    {
        try await withStoreFolder { path in
            let audit = "audit: { origin: example.com/log, publish: { tiles: tiles } }"
            let world = try World(audit: audit, sinks: sinks(in: path))
            try await world.say("hello", id: "1")
            let first = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            let second = try world.engine.log.beginIncarnation(at: world.clock.now())
            #expect(try LogExport.published(in: "\(path)/tiles") == first)
            #expect(try LogExport.published(in: "\(path)/tiles/2") == second)
            try await world.say("more", id: "2")
            let third = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            #expect(third.checkpoint.origin == "example.com/log/2")
            #expect(try LogExport.published(in: "\(path)/tiles") == first)
            #expect(try LogExport.published(in: "\(path)/tiles/2") == third)
            try world.engine.log.checkPublished()
        }
    }

    @Test func `a store made anew beside what the old one published is refused`() async throws {
        try await withStoreFolder { path in
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
            let world = try World(audit: Self.named, sinks: sinks(in: path))
            try await world.say("hello", id: "1")
            let last = try #require(try world.engine.log.checkpoint(at: world.clock.now()))
            let fresh = try World(audit: Self.named, sinks: sinks(in: path))
            let behind = LogError.behind(
                size: 0,
                published: last.checkpoint.size,
                place: "\(path)/checkpoints"
            )
            #expect(throws: behind) { try fresh.engine.log.checkPublished() }
            let other = try World(
                audit: "audit: { origin: example.com/other, publish: { file: checkpoints } }",
                sinks: sinks(in: path)
            )
            #expect(throws: LogError.foreign(place: "\(path)/checkpoints")) {
                try other.engine.log.checkPublished()
            }
        }
    }
}
