import Audit
import Clocks
import ConversationRuntime
import Storage
import Testing

/// A log verified on every core says what a log verified leaf by leaf says.
@Suite struct VerificationTests {
    /// The rows of a log, to be damaged.
    private struct Rows: Sendable {
        var leaves: [StoredLeaf]
        var heads: [TreeHead]

        var source: LogSource {
            let (leaves, heads) = (leaves, heads)
            return LogSource(
                leaves: { index, limit throws(StoreError) in
                    Array(leaves.drop { $0.index < index }.prefix(limit))
                },
                heads: { size, limit throws(StoreError) in
                    Array(heads.drop { $0.size < size }.prefix(limit))
                }
            )
        }

        /// One row after the other, on one thread.
        func inOrder() -> VerificationReport {
            var verifier = AuditVerifier()
            for head in heads { verifier.expect(head: head) }
            for leaf in leaves {
                verifier.add(index: leaf.index, body: leaf.body, storedHash: leaf.hash)
            }
            return verifier.finish()
        }

        /// In waves of pieces this small, so that damage lies within and between them.
        func inWaves(_ pieceSize: Int, _ pieces: Int) throws -> VerificationReport {
            try ParallelScan(source, pieceSize: pieceSize, piecesInWave: pieces)
                .run(AuditVerifier()).finish()
        }
    }

    private enum Damage: CaseIterable {
        case body, hash, bodyAndHash, notALeaf, removed, head, headRemoved, cut, cutHeads

        func apply(to rows: inout Rows, at place: Int) {
            let leaf = rows.leaves[place]
            var (body, hash) = (leaf.body, leaf.hash)
            let headPlace = place % rows.heads.count
            switch self {
            case .body: body[body.count - 3] ^= 1
            case .hash: hash[0] ^= 1
            case .bodyAndHash:
                body[body.count - 3] ^= 1
                hash = MerkleTree.leafHash(body).bytes
            case .notALeaf: body = Array("not a leaf".utf8)
            case .removed:
                rows.leaves.remove(at: place)
                return
            case .head:
                let head = rows.heads[headPlace]
                let root = MerkleTree.emptyRoot
                rows.heads[headPlace] = TreeHead(size: head.size, root: root, time: head.time)
                return
            case .headRemoved:
                rows.heads.remove(at: headPlace)
                return
            case .cut:
                rows.leaves.removeSubrange(place...)
                return
            case .cutHeads:
                rows.heads.removeSubrange(headPlace...)
                return
            }
            rows.leaves[place] = StoredLeaf(index: leaf.index, body: body, hash: hash)
        }
    }

    /// What an engine wrote about two contacts.
    private func rows() async throws -> Rows {
        var world = try ConsentWorld()
        try await world.subscribe()
        try await world.subscribe("+491510000002")
        for text in ["News", "hello", "STOP"] { try await world.say(text) }
        return Rows(
            leaves: try world.store.leaves(from: 0, limit: 1000),
            heads: try world.store.heads(from: 0, limit: 1000)
        )
    }

    @Test func `an untouched log holds, however it is cut into pieces`() async throws {
        let rows = try await rows()
        #expect(rows.leaves.count > 24)
        #expect(rows.inOrder().isIntact)
        for (size, pieces) in [(1, 1), (3, 2), (5, 4), (1024, 16)] {
            #expect(try rows.inWaves(size, pieces) == rows.inOrder())
        }
        let none = Rows(leaves: [], heads: [])
        #expect(try none.inWaves(3, 2) == none.inOrder())
        let headsOnly = Rows(leaves: [], heads: rows.heads)
        #expect(try headsOnly.inWaves(3, 2) == headsOnly.inOrder())
    }

    @Test(arguments: Damage.allCases)
    private func `damage is found alike on one core and on all`(_ damage: Damage) async throws {
        let untouched = try await rows()
        for place in untouched.leaves.indices {
            var rows = untouched
            damage.apply(to: &rows, at: place)
            let expected = rows.inOrder()
            #expect(!expected.isIntact || damage == .headRemoved)
            #expect(try rows.inWaves(3, 2) == expected, "at leaf \(place)")
        }
    }

    @Test func `damage in several places is found alike on one core and on all`() async throws {
        let untouched = try await rows()
        for seed in 0..<60 {
            var rows = untouched
            for step in 0..<4 {
                let number = seed * 31 + step * 17
                guard !rows.leaves.isEmpty, !rows.heads.isEmpty else { break }
                let damage = Damage.allCases[number % Damage.allCases.count]
                damage.apply(to: &rows, at: number * 7 % rows.leaves.count)
            }
            let expected = rows.inOrder()
            for (size, pieces) in [(1, 2), (4, 3), (1024, 16)] {
                #expect(try rows.inWaves(size, pieces) == expected, "seed \(seed)")
            }
        }
    }

    @Test func `a row with the highest index there is ends the reading`() async throws {
        var rows = try await rows()
        let last = try #require(rows.leaves.last)
        rows.leaves.append(StoredLeaf(index: .max, body: last.body, hash: last.hash))
        #expect(try rows.inWaves(3, 2) == rows.inOrder())
        #expect(rows.inOrder().findings.contains(.repeatedIndex(.max)))
    }

    @Test func `a store that cannot be read is said, and not taken for a short log`()
        async throws
    {
        let rows = try await rows()
        let source = rows.source
        let failing = LogSource(
            leaves: { index, limit throws(StoreError) in
                guard index < 12 else { throw .unavailable(code: 10) }
                return try source.leaves(index, limit)
            },
            heads: source.heads
        )
        #expect(throws: StoreError.unavailable(code: 10)) {
            _ = try ParallelScan(failing, pieceSize: 3, piecesInWave: 2).run(AuditVerifier())
        }
    }

    @Test func `progress says how far the merge is, and never goes back`() async throws {
        let rows = try await rows()
        var heard: [UInt64] = []
        _ = try ParallelScan(rows.source, pieceSize: 3, piecesInWave: 2)
            .run(AuditVerifier()) { heard.append($0) }
        #expect(heard == heard.sorted())
        #expect(heard.last == rows.leaves.last?.index)
        #expect(heard.count > 3)
    }

    @Test func `a log is verified from where it was verified before`() async throws {
        var world = try ConsentWorld()
        try await world.subscribe()
        let start = try world.store.frontier()
        try await world.say("News")
        try await world.say("hello", from: "+491510000002")
        let reading = AuditReading(store: world.store)
        let report = try reading.verify(VerificationInput(start: start), comparesStore: true)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.from == start.size)
        #expect(report.root == (try reading.verify()).root)
        #expect(report.store?.contacts == 2)
    }
}
