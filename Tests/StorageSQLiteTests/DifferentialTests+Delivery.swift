import Storage
import StorageSQLite
import StoreConformance
import Testing

// What becomes of messages, what was sent, and what was answered, in random order.
extension DifferentialTests {
    /// Keys that few messages share, so that they are often taken, and often missing.
    private static let keys: [[UInt8]] = (0...30).map { [$0, 1] }

    /// Changes of messages that are there, most of them the contact's own, and of others.
    static func deliveries(
        _ random: inout Steps,
        _ model: MemoryStore,
        _ contact: ContactID
    ) -> [DeliveryChange] {
        let waiting = (try? model.queued(for: contact).map(\.id)) ?? []
        let dead = (try? model.deadLetters(after: 0, limit: 9).map(\.id)) ?? []
        return (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let any = Int64.random(in: 1...100, using: &random)
            let id = (waiting + dead + [any]).randomElement(using: &random) ?? any
            let attempts = Int.random(in: 0...9, using: &random)
            let time = Int64.random(in: -5...5, using: &random)
            return switch Int.random(in: 0...4, using: &random) {
            case 0: .postponed(id: id, attempts: attempts, until: Sample.time(time))
            case 1, 2: .buried(id: id, attempts: attempts, code: "code-\(attempts)")
            case 3: .requeued(id: id)
            default: .discarded(id: id)
            }
        }
    }

    static func sent(_ random: inout Steps) -> [SentMessage] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let byte = UInt8.random(in: 0...255, using: &random)
            return SentMessage(key: key(&random), effectID: [byte])
        }
    }

    static func stages(_ random: inout Steps) -> [SentStage] {
        (0..<Int.random(in: 0...2, using: &random)).map { _ in
            let stage = UInt8.random(in: 0...5, using: &random)
            return SentStage(key: key(&random), stage: stage)
        }
    }

    private static func key(_ random: inout Steps) -> [UInt8] {
        keys[Int.random(in: 0..<keys.count, using: &random)]
    }

    /// Gives an answer, and now and then forgets what is old, in both.
    static func answer(
        _ random: inout Steps,
        _ store: SQLiteStore,
        _ model: MemoryStore,
        _ round: Int
    ) throws {
        let byte = UInt8.random(in: 0...255, using: &random)
        let answer = StoredAnswer(
            key: key(&random),
            request: [byte],
            status: Int(byte),
            sealed: [byte, byte],
            at: Sample.time(Int64(round))
        )
        #expect(try store.rememberAnswer(answer) == model.rememberAnswer(answer))
        guard byte % 4 == 0 else { return }
        let limit = Sample.time(Int64(round) - 20)
        #expect(try store.pruneAnswers(before: limit) == model.pruneAnswers(before: limit))
        #expect(try store.pruneSent(before: limit) == model.pruneSent(before: limit))
    }

    static func expectSameDelivery(_ store: SQLiteStore, _ model: MemoryStore) throws {
        #expect(try store.outboxCounts() == model.outboxCounts())
        for last in [nil] + contacts {
            let ours = try store.queuedContacts(after: last, limit: 2)
            #expect(try ours == model.queuedContacts(after: last, limit: 2))
        }
        let letters = try store.deadLetters(after: 0, limit: 1000)
        #expect(try letters == model.deadLetters(after: 0, limit: 1000))
        for letter in letters {
            #expect(try store.deadLetter(letter.id) == letter)
            let later = try store.deadLetters(after: letter.id, limit: 1)
            #expect(try later == model.deadLetters(after: letter.id, limit: 1))
        }
        for key in keys {
            #expect(try store.sent(key) == model.sent(key))
            #expect(try store.answer(for: key) == model.answer(for: key))
        }
    }
}
