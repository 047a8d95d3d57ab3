import Audit
import Clocks
import ConversationRuntime
import Foundation
import Storage
import StorageSQLite
import Testing
import TransparencyLog

/// A log whose oldest months were removed goes on as before, and is proved as before.
struct LogPruningTests {
    private static let start = Timestamp(milliseconds: 1_772_355_600_000)

    /// Some hundreds of leaves, spread over months, signed at the end of each.
    private func filled(_ store: any ConversationStore) throws -> World {
        let world = try World(store: store, audit: LogKeeperTests.named)
        for month in 0..<6 {
            for number in 0..<150 {
                let event = AuditEvent(
                    time: world.clock.now(),
                    kind: .storeOpened,
                    cause: "month:\(month):\(number)",
                    actor: "engine"
                )
                try store.append(
                    [PreparedLeaf(body: AuditLeaf.encode(event))],
                    at: world.clock.now()
                )
            }
            try world.engine.log.checkpoint(at: world.clock.now())
            world.clock.advance(to: world.clock.now().adding(.months(1)))
        }
        return world
    }

    @Test func `whole months go by whole tiles, and only what is signed`() throws {
        let world = try filled(MemoryStore())
        let log = world.engine.log
        // 1 March to 1 August: four months of 150 leaves, and the key's, lie before 15 July.
        let july = try #require(Timestamp("2026-07-15T00:00Z"))
        let plan = try log.planPruning(before: july)
        #expect(plan.before == Timestamp("2026-07-01T00:00Z"))
        #expect(plan.from == 0)
        #expect(plan.to == 512)
        try log.prune(plan, at: world.clock.now())
        #expect(try world.store.firstLeaf() == 512)
        #expect(try world.store.leaves(from: 0, limit: 1).first?.index == 512)
        #expect(try log.planPruning(before: july).leaves == 0)
        let far = try #require(Timestamp("2030-01-01T00:00Z"))
        let rest = try log.planPruning(before: far)
        let signed = try #require(try world.store.lastCheckpoint()).size
        #expect(rest.to <= signed)
        #expect(rest.to == signed / 256 * 256)
    }

    @Test func `after pruning the log verifies, and every later leaf is proved as before`()
        throws
    {
        try withSQLite { store in
            let world = try filled(store)
            let log = world.engine.log
            let reading = LogReading(store: store)
            let first = try #require(try log.verifiers().first)
            let size = try #require(try log.lastCheckpoint()).checkpoint.size
            let before = try (512..<size).map { try reading.proof(ofLeaf: $0).path }
            let roots = try [512, 600, 777, size].map { try reading.root(size: $0) }
            let plan = try log.planPruning(before: try #require(Timestamp("2026-07-15T00:00Z")))
            try log.prune(plan, at: world.clock.now())
            let after = try (512..<size).map { try reading.proof(ofLeaf: $0) }
            #expect(after.map(\.path) == before)
            for proof in after {
                let leaf = try #require(proof.extra)
                #expect(proof.holds(for: MerkleTree.leafHash(leaf)))
            }
            #expect(try [512, 600, 777, size].map { try reading.root(size: $0) } == roots)
            #expect(throws: LogError.pruned(below: 512)) { try reading.proof(ofLeaf: 511) }
            try log.checkpoint(at: world.clock.now())
            let report = try AuditReading(store: store).verify(
                LogVerification(store: store, vault: world.vault).input(pinnedKey: first)
            )
            #expect(report.findings == [])
            #expect(report.from == 512)
            #expect(report.provenUpTo == (try store.frontier().size))
            let consistency = try reading.consistency(from: 777, to: size + 1)
            let last = try reading.root(size: size + 1)
            #expect(consistency.verify(oldRoot: roots[2], newRoot: last))
        }
    }

    @Test func `a pruned log goes on under a new name, signed, verified and exported`() throws {
        try withSQLite { store in
            let world = try filled(store)
            let log = world.engine.log
            let plan = try log.planPruning(before: try #require(Timestamp("2026-07-15T00:00Z")))
            try log.prune(plan, at: world.clock.now())
            let signed = try log.beginIncarnation(at: world.clock.now())
            let size = try store.frontier().size
            #expect(signed.checkpoint.size == size)
            #expect(signed.checkpoint.origin.hasSuffix("/2"))
            let key = try #require(try log.verifiers().last)
            let report = try AuditReading(store: store).verify(
                LogVerification(store: store, vault: world.vault).input(pinnedKey: key)
            )
            #expect(report.findings == [])
            #expect(report.provenUpTo == size)
            let folder = FileManager.default.temporaryDirectory
                .appending(component: "parley-export-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            try LogReading(store: store).export().write(to: folder)
            #expect(try LogExport.published(in: folder) == signed)
            // The new name goes on as any log does.
            world.clock.advance(to: world.clock.now().adding(.months(1)))
            let next = try #require(try log.checkpoint(at: world.clock.now()))
            #expect(next.checkpoint.size >= size)
        }
    }

    @Test func `a log that was first signed after what is pruned verifies all the same`() throws {
        try withSQLite { store in
            let world = try World(store: store, audit: LogKeeperTests.named)
            for number in 0..<700 {
                let event = AuditEvent(
                    time: world.clock.now(),
                    kind: .storeOpened,
                    cause: "early:\(number)",
                    actor: "engine"
                )
                try store.append(
                    [PreparedLeaf(body: AuditLeaf.encode(event))],
                    at: world.clock.now()
                )
            }
            let log = world.engine.log
            world.clock.advance(to: world.clock.now().adding(.months(3)))
            try log.checkpoint(at: world.clock.now())
            let plan = try log.planPruning(before: world.clock.now())
            #expect(plan.to == 512)
            try log.prune(plan, at: world.clock.now())
            try log.checkpoint(at: world.clock.now())
            let first = try #require(try log.verifiers().first)
            for pinned in [nil, first] {
                let report = try AuditReading(store: store).verify(
                    LogVerification(store: store, vault: world.vault).input(pinnedKey: pinned)
                )
                #expect(report.findings == [])
                #expect(report.provenUpTo == (try store.frontier().size))
            }
        }
    }

    @Test func `a hold keeps everything until it is lifted, and both are in the log`() throws {
        let world = try filled(MemoryStore())
        let log = world.engine.log
        let far = try #require(Timestamp("2030-01-01T00:00Z"))
        try log.setHold("case-2026-17", isPlaced: true, at: world.clock.now())
        try log.setHold("case-2026-17", isPlaced: true, at: world.clock.now())
        let plan = try log.planPruning(before: far)
        #expect(throws: LogError.held(["case-2026-17"])) {
            try log.prune(plan, at: world.clock.now())
        }
        #expect(try world.store.firstLeaf() == 0)
        try log.setHold("case-2026-17", isPlaced: false, at: world.clock.now())
        try log.prune(plan, at: world.clock.now())
        #expect(try world.store.firstLeaf() == plan.to)
        var kinds: [AuditKind] = []
        try AuditReading(store: world.store).forEach(from: plan.to) { leaf in
            guard let event = try? AuditLeaf.decode(leaf.body).event else { return }
            kinds.append(event.kind)
        }
        #expect(kinds.suffix(3) == [.holdPlaced, .holdLifted, .logPruned])
    }

    @Test func `names of holds are short and plain`() {
        let good = ["a", "case-2026-17", "X.1", String(repeating: "h", count: 64)]
        for name in good { #expect(LogKeeper.isHoldName(name), "\(name)") }
        let bad = ["", " ", "a b", "ä", "a/b", "a\n", String(repeating: "h", count: 65)]
        for name in bad { #expect(!LogKeeper.isHoldName(name), "\(name)") }
    }

    @Test func `an export of a pruned log goes on from the one before`() throws {
        try withSQLite { store in
            let world = try filled(store)
            let folder = FileManager.default.temporaryDirectory
                .appendingPathComponent("parley-export-\(UUID().uuidString)").path
            defer { try? FileManager.default.removeItem(atPath: folder) }
            let log = world.engine.log
            let reading = LogReading(store: store)
            try reading.export().write(to: folder)
            let files = FileManager.default
            #expect(files.fileExists(atPath: "\(folder)/tile/entries/000"))
            let plan = try log.planPruning(before: try #require(Timestamp("2026-07-15T00:00Z")))
            try log.prune(plan, at: world.clock.now())
            try log.checkpoint(at: world.clock.now())
            try reading.export().write(to: folder)
            #expect(!files.fileExists(atPath: "\(folder)/tile/entries/000"))
            #expect(!files.fileExists(atPath: "\(folder)/tile/0/001"))
            #expect(files.fileExists(atPath: "\(folder)/tile/entries/002"))
            #expect(
                try String(contentsOfFile: "\(folder)/minimum-index", encoding: .utf8) == "512\n"
            )
            // One export step by step, one at once: the same files.
            let fresh = "\(folder)-fresh"
            defer { try? FileManager.default.removeItem(atPath: fresh) }
            try reading.export().write(to: fresh)
            #expect(try Self.files(in: folder) == Self.files(in: fresh))
        }
    }

    private static func files(in folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        let root = URL(fileURLWithPath: folder)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let url = root.appendingPathComponent(path)
            guard let data = try? Data(contentsOf: url) else { continue }
            found[path] = data
        }
        return found
    }

    private func withSQLite(_ body: (SQLiteStore) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("parley-pruning-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        let folder = try StoreFolder(path: path)
        try body(folder.store)
        try folder.close()
    }
}
