import Storage
import StorageSQLite
import StoreConformance
import Testing

/// What a store on disk promises of deliveries, answers and keys beyond what the model can.
@Suite struct DeliveryTests {
    private static let contact = Sample.contact(1)
    private static let answer = StoredAnswer(
        key: [1],
        request: [2],
        status: 201,
        sealed: [3],
        at: Sample.time(4)
    )

    /// Queues two messages of the contact, buries the first, and postpones and sends the second.
    private static func fill(_ store: SQLiteStore) throws {
        let messages = [Sample.message(1), Sample.message(2)]
        _ = try store.commit([
            Sample.turn(contact, outbox: messages, now: 10),
            Sample.turn(
                contact,
                on: 1,
                deliveries: [
                    .buried(id: 1, attempts: 3, code: "code"),
                    .postponed(id: 2, attempts: 1, until: Sample.time(99)),
                ],
                sent: [SentMessage(key: [7], effectID: [8])],
                stages: [SentStage(key: [7], stage: 2)]
            ),
        ])
    }

    private static func key(_ id: String) -> StoredAPIKey {
        StoredAPIKey(
            id: id,
            secretHash: [UInt8](repeating: 1, count: 32),
            name: "a key",
            scopes: ["messages:send"],
            createdAt: Sample.time(1)
        )
    }

    @Test func `what was delivered, answered and revoked outlives a process that never closed`()
        throws
    {
        let temporary = try TemporaryFolder()
        let folder = try temporary.open()
        try Self.fill(folder.store)
        _ = try folder.store.rememberAnswer(Self.answer)
        _ = try folder.vault.addAPIKey(Self.key("a"))
        _ = try folder.vault.revokeAPIKey("a", at: Sample.time(5))
        let crashed = try temporary.asCrashed()
        try folder.close()
        try crashed.with { folder throws in
            let store = folder.store
            #expect(try store.deadLetter(1)?.attempts == 3)
            let waiting = QueuedContact(contact: Self.contact, notBefore: Sample.time(99))
            #expect(try store.queuedContacts(after: nil, limit: 9) == [waiting])
            #expect(try store.sent([7])?.stage == 2)
            #expect(try store.answer(for: [1]) == Self.answer)
            #expect(try folder.vault.apiKey("a")?.revokedAt == Sample.time(5))
        }
    }

    /// The refusal comes late, when most of the turn is written.
    @Test func `a turn that SQLite refuses changes no delivery, and its neighbours do`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { try Self.fill($0.store) }
        try temporary.execute(
            """
            CREATE TRIGGER refuse BEFORE INSERT ON evidence
            BEGIN SELECT RAISE(ABORT, 'refused'); END
            """,
            in: "parley.db"
        )
        try temporary.with { folder in
            let store = folder.store
            let refused = Sample.turn(
                Self.contact,
                on: 2,
                evidence: [Sample.proof(1, "news", state: 1)],
                deliveries: [.requeued(id: 1), .buried(id: 2, attempts: 9, code: "late")],
                sent: [SentMessage(key: [9], effectID: [9])],
                stages: [SentStage(key: [7], stage: 9)]
            )
            let next = Sample.turn(
                Self.contact,
                on: 2,
                deliveries: [.postponed(id: 2, attempts: 2, until: Sample.time(100))]
            )
            let results = try store.commit([refused, next])
            let failed = if case .failed = results[0] { true } else { false }
            #expect(failed, "\(results[0])")
            #expect(results[1] == .committed(firstLeaf: 0))
            #expect(try store.deadLetters(after: 0, limit: 9).map(\.code) == ["code"])
            #expect(try store.queued(for: Self.contact).map(\.attempts) == [2])
            #expect(try store.sent([9]) == nil)
            #expect(try store.sent([7])?.stage == 2)
        }
    }

    @Test func `an erased contact leaves no byte of a dead letter or of what it was sent`() throws {
        let temporary = try TemporaryFolder()
        let canaries = ["dead-letter-6f1d0c7b", "sent-key-a2e94c58", "effect-id-91b3d07e"]
            .map { [UInt8]($0.utf8) }
        let message = OutboxRow(effectID: [1], purpose: nil, sealed: canaries[0])
        try temporary.with { folder in
            let store = folder.store
            _ = try store.commit([
                Sample.turn(Self.contact, outbox: [message]),
                Sample.turn(
                    Self.contact,
                    on: 1,
                    deliveries: [.buried(id: 1, attempts: 1, code: "code")],
                    sent: [SentMessage(key: canaries[1], effectID: canaries[2])]
                ),
                Sample.turn(Sample.contact(2), sent: [SentMessage(key: [2], effectID: [2])]),
            ])
            for canary in canaries { #expect(try temporary.count(of: canary) > 0) }
            let request = Sample.turn(Self.contact, on: 2, erasure: Sample.job(Self.contact))
            _ = try store.commit([request])
            _ = try store.shred(Self.contact)
            let first = try store.finishErasure(of: Self.contact, leaves: [], at: Sample.time(2))
            #expect(first == 0)
            for canary in canaries { #expect(try temporary.count(of: canary) == 0) }
            #expect(try store.sent([2]) != nil)
        }
        for canary in canaries { #expect(try temporary.count(of: canary) == 0) }
    }

    @Test(arguments: ["sent", "idempotency"])
    func `many keys are forgotten in several goes`(table: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.with { _ in }
        let columns =
            table == "sent"
            ? "(key, contact, effect, stage, at)" : "(key, request, status, answer, at)"
        try temporary.execute(
            """
            WITH RECURSIVE number (n) AS (
                SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 39999
            )
            INSERT INTO \(table) \(columns)
            SELECT CAST(printf('%08x', n * 2654435761 % 4294967296) AS BLOB), 1, x'02', 3, n % 2
            FROM number
            """,
            in: "parley.db"
        )
        try temporary.with { folder in
            var goes: [Int] = []
            func prune() throws -> Int {
                let limit = Sample.time(1)
                return table == "sent"
                    ? try folder.store.pruneSent(before: limit)
                    : try folder.store.pruneAnswers(before: limit)
            }
            while case let last = try prune(), last > 0 { goes.append(last) }
            #expect(goes.reduce(0, +) == 20_000)
            #expect(goes.count > 1)
            #expect(goes.allSatisfy { $0 <= 15_000 })
        }
        #expect(try temporary.value("SELECT count(*) FROM \(table)", in: "parley.db") == 20_000)
    }

    @Test func `a damaged stage or hash is corruption, not a message or a key`() throws {
        let temporary = try TemporaryFolder()
        try temporary.with { folder in
            try Self.fill(folder.store)
            for id in ["a", "b"] { _ = try folder.vault.addAPIKey(Self.key(id)) }
        }
        try temporary.execute("UPDATE sent SET stage = 256", in: "parley.db")
        try temporary.execute(
            "UPDATE api_key SET secret_hash = x'00' WHERE id = 'a'",
            in: "keys.db"
        )
        try temporary.with { folder throws in
            #expect(throws: StoreError.corrupt(file: "parley.db")) { try folder.store.sent([7]) }
            #expect(throws: StoreError.corrupt(file: "keys.db")) { try folder.vault.apiKey("a") }
            #expect(throws: StoreError.corrupt(file: "keys.db")) { try folder.vault.apiKeys() }
            #expect(try folder.vault.apiKey("b") == Self.key("b"))
        }
    }

    @Test func `a contact of the same row number is queued nothing and sent nothing`() throws {
        try TemporaryFolder().with { folder in
            let store = folder.store
            try Self.fill(store)
            let twin = Sample.contact(row: 1, rest: 9)
            #expect(try store.queued(for: twin) == [])
            let turn = Sample.turn(
                twin,
                deliveries: [.requeued(id: 1)],
                sent: [SentMessage(key: [9], effectID: [9])]
            )
            #expect(try store.commit([turn]) == [.conflict])
            #expect(try store.sent([9]) == nil)
            #expect(try store.deadLetter(1)?.contact == Self.contact)
        }
    }
}
