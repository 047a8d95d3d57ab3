import Audit
import Clocks
import Testing

/// What a store keeps beside the log, held against the leaves, in each way it can differ.
@Suite struct StoreCrossCheckTests {
    /// A log about contacts, and the rows that fit it.
    private struct World {
        var leaves: [AuditLeaf] = []
        var contacts: [StoreCrossCheck.Contact] = []
        var pending: [Pseudonym] = []
        var start = Frontier()

        private var sequences: [UInt8: UInt64] = [:]

        static func bytes(_ name: UInt8) -> [UInt8] { [UInt8](repeating: name, count: 16) }
        static func state(_ turn: UInt8) -> MerkleHash { MerkleTree.leafHash([turn]) }

        /// A turn that leaves one leaf with the state it left behind.
        mutating func turn(
            _ kind: AuditKind,
            of name: UInt8,
            state: UInt8? = nil,
            cause: String? = nil,
            to: String? = nil,
            purpose: String? = nil
        ) {
            let sequence = (sequences[name] ?? 0) + 1
            sequences[name] = sequence
            let event = AuditEvent(
                time: SampleLog.nine,
                kind: kind,
                subject: Self.bytes(name),
                sequence: sequence,
                to: to,
                cause: cause,
                purpose: purpose
            )
            leaves.append(AuditLeaf(event: event, state: state.map { Self.state($0).bytes }))
        }

        mutating func row(
            _ name: UInt8,
            version: UInt64,
            state: UInt8,
            evidence: [(AuditKind, String)] = []
        ) throws {
            contacts.append(
                StoreCrossCheck.Contact(
                    pseudonym: try #require(Pseudonym(Self.bytes(name))),
                    version: version,
                    state: Self.state(state),
                    evidence: evidence.map { kind, purpose in
                        ConsentStep(kind, purpose: purpose, at: SampleLog.nine)
                    }
                )
            )
        }

        /// Leaves before `first` are trusted and not looked at.
        func report(
            from first: Int = 0,
            oldestRow: Timestamp? = nil,
            inboxRows: UInt64? = nil
        ) -> VerificationReport {
            var start = Frontier()
            for leaf in leaves.prefix(first) { start.append(MerkleTree.leafHash(leaf.bytes)) }
            var verifier = AuditVerifier(
                VerificationInput(start: start),
                oldestInboxRow: oldestRow
            )
            var whole = Frontier()
            for leaf in leaves { whole.append(MerkleTree.leafHash(leaf.bytes)) }
            let time = SampleLog.nine
            verifier.expect(head: TreeHead(size: whole.size, root: whole.root, time: time))
            for (place, leaf) in leaves.enumerated().dropFirst(first) {
                let hash = MerkleTree.leafHash(leaf.bytes).bytes
                verifier.add(index: UInt64(place), body: leaf.bytes, storedHash: hash)
            }
            var report = verifier.finish()
            var check = StoreCrossCheck(verifier, erasuresPending: pending)
            for contact in contacts { check.take(contact) }
            check.finish(inboxRows: inboxRows, &report)
            return report
        }
    }

    /// Contact 1 agreed and refused; contact 2 was created.
    private func world() throws -> World {
        var world = World()
        world.turn(.contactCreated, of: 1, state: 1)
        world.turn(.consentGiven, of: 1, state: 2, purpose: "news")
        world.turn(.contactCreated, of: 2, state: 3)
        world.turn(.consentRefused, of: 1, state: 4, purpose: "a \"quoted\" one")
        return world
    }

    private static let proofs: [(AuditKind, String)] = [
        (.consentGiven, "news"), (.consentRefused, "a \"quoted\" one"),
    ]

    @Test func `rows that are as their leaves say fit`() throws {
        var world = try world()
        try world.row(1, version: 3, state: 4, evidence: Self.proofs)
        try world.row(2, version: 1, state: 3)
        let report = world.report()
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.store?.contacts == 2)
        #expect(report.store?.evidenceRows == 2)
    }

    @Test(
        arguments: [
            // An older row, put back with its version.
            (2, 2), (2, 4),
            // Other bytes at the right version, and a turn that left no leaf.
            (3, 9), (5, 9),
        ] as [(UInt64, UInt8)]
    )
    func `a row that its last leaf did not commit to is found`(
        _ version: UInt64,
        _ state: UInt8
    ) throws {
        var world = try world()
        try world.row(1, version: version, state: state, evidence: Self.proofs)
        try world.row(2, version: 1, state: 3)
        let report = world.report()
        #expect(
            report.findings == [.rowChanged(subject: "01010101", version: version, turns: 3)]
        )
        #expect(report.tamperings == [.changedRow])
        #expect(report.firstWrongLeaf == nil)
    }

    @Test(
        arguments: [
            [], [(.consentGiven, "news")],
            [(.consentRefused, "a \"quoted\" one"), (.consentGiven, "news")],
            [(.consentGiven, "news"), (.consentGiven, "a \"quoted\" one")],
            [(.consentGiven, "news"), (.consentRefused, "another")],
            proofs + [(.consentGiven, "news")],
        ] as [[(AuditKind, String)]]
    )
    func `evidence that is not that of the leaves, in their order, is found`(
        _ evidence: [(AuditKind, String)]
    ) throws {
        var world = try world()
        try world.row(1, version: 3, state: 4, evidence: evidence)
        try world.row(2, version: 1, state: 3)
        let rows = UInt64(evidence.count)
        #expect(
            world.report().findings == [
                .evidenceMismatch(subject: "01010101", rows: rows, leaves: 2)
            ]
        )
    }

    @Test func `a contact without its row and a row without a contact are found`() throws {
        var world = try world()
        try world.row(2, version: 1, state: 3)
        try world.row(7, version: 1, state: 3)
        let report = world.report()
        #expect(
            report.findings == [
                .rowWithoutLeaves(subject: "07070707"), .rowMissing(subject: "01010101"),
            ]
        )
        #expect(report.tamperings == [.addedRow, .removedRow])
    }

    @Test func `an erased contact has no row`() throws {
        var world = try world()
        world.turn(.erasureRequested, of: 1, state: 5)
        world.turn(.erasureCompleted, of: 1)
        try world.row(2, version: 1, state: 3)
        #expect(world.report().isIntact)
        try world.row(1, version: 4, state: 5, evidence: Self.proofs)
        #expect(world.report().findings == [.rowOfErased(subject: "01010101")])
    }

    @Test func `an erasure waits as its leaf says, or is lost`() throws {
        var world = try world()
        world.turn(.erasureRequested, of: 1, state: 5)
        try world.row(2, version: 1, state: 3)
        #expect(world.report().findings == [.erasureLost(subject: "01010101")])
        world.pending = [try #require(Pseudonym(World.bytes(1)))]
        #expect(world.report().isIntact)
        #expect(world.report().store?.erasuresPending == 1)
        // Its row may be there still.
        try world.row(1, version: 4, state: 5, evidence: Self.proofs)
        #expect(world.report().isIntact)
        world.pending.append(try #require(Pseudonym(World.bytes(2))))
        #expect(world.report().findings == [.erasureUnasked(subject: "02020202")])
    }

    @Test func `who was merged keeps a row until the one they became is erased`() throws {
        var world = try world()
        let two = String(repeating: "02", count: 16)
        world.turn(.contactMerged, of: 1, state: 5, cause: "retired", to: two)
        try world.row(2, version: 1, state: 3)
        #expect(world.report().findings == [.rowMissing(subject: "01010101")])
        world.turn(.erasureRequested, of: 2, state: 6)
        world.contacts = []
        world.pending = [try #require(Pseudonym(World.bytes(2)))]
        #expect(world.report().isIntact)
        world.pending = []
        world.turn(.erasureCompleted, of: 2)
        #expect(world.report().isIntact)
    }

    @Test func `merges that lead in a circle end`() throws {
        var world = World()
        for (one, other) in [(1, 2), (2, 1)] as [(UInt8, UInt8)] {
            world.turn(.contactCreated, of: one, state: one)
            let text = String(repeating: "0\(other)", count: 16)
            world.turn(.contactMerged, of: one, state: one, cause: "retired", to: text)
        }
        #expect(world.report().findings.count == 2)
    }

    // MARK: From the middle

    @Test func `from the middle only contacts with leaves are judged, by their newest proofs`()
        throws
    {
        var world = try world()
        try world.row(1, version: 3, state: 4, evidence: Self.proofs)
        try world.row(2, version: 1, state: 3)
        let report = world.report(from: 3)
        #expect(report.isIntact, "\(report.findings.map(\.text))")
        #expect(report.store?.contacts == 1)
        #expect(report.store?.contactsUnread == 1)
        world.contacts = []
        // Whether its row may be gone is told by leaves that were not read.
        #expect(world.report(from: 3).isIntact)
        try world.row(1, version: 3, state: 9, evidence: [Self.proofs[0]])
        #expect(
            world.report(from: 3).findings == [
                .rowChanged(subject: "01010101", version: 3, turns: 1),
                .evidenceMismatch(subject: "01010101", rows: 1, leaves: 1),
            ]
        )
    }
}
