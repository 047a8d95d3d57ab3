import Clocks
import ConversationRuntime
import JSONCoding
import Storage
import Synchronization

/// Answers to requests that came with an `Idempotency-Key`, given again to a repetition.
///
/// They are stored in clear, and may be: no answer of a repeatable operation holds personal data,
/// only a pseudonym, names of the workspace and times. What was asked is stored as a keyed hash,
/// because a plain one of an address could be guessed. An answer that holds more, a copy of data or
/// a new key, belongs to an operation that is not repeatable.
final class RememberedAnswers: Sendable {
    /// How long an answer is given again.
    static let keptFor = Period.hours(24)
    private static let pruneEvery = Period.hours(1)

    private struct State {
        /// Requests that are being done.
        var running: Set<[UInt8]> = []
        var prunedAt: Timestamp?
    }

    private let engine: Engine
    private let state = Mutex(State())

    init(engine: Engine) {
        self.engine = engine
    }

    /// Does a request, unless it was done before under the same key.
    ///
    /// Only what was done is remembered: a request that was refused changed nothing, and may come
    /// again.
    func answer(
        to request: APIRequest,
        at path: String,
        under key: String,
        _ perform: () async throws -> APIAnswer
    ) async throws -> APIAnswer {
        let now = engine.clock.now()
        try prune(at: now)
        let name = hash("answer", [request.holder.id, key])
        let asked = hash(
            "request",
            [request.operation.description.method.rawValue, path, request.body.compact]
        )
        // INVARIANT: one at a time under one key, or both would find nothing.
        let isFirst = state.withLock { $0.running.insert(name).inserted }
        guard isFirst else { throw Problem(.requestInProgress) }
        defer { state.withLock { _ = $0.running.remove(name) } }
        if let known = try stored(name), known.at.adding(Self.keptFor) > now {
            guard known.request == asked else { throw Problem(.idempotencyMismatch) }
            return APIAnswer(status: known.status, known.sealed, type: APIAnswer.json)
        }
        let answer = try await perform()
        let stored = StoredAnswer(
            key: name,
            request: asked,
            status: answer.status,
            sealed: answer.body,
            at: now
        )
        // What was done is done: that it cannot be remembered must not make it look undone.
        _ = try? engine.store.rememberAnswer(stored)
        return answer
    }

    private func stored(_ name: [UInt8]) throws -> StoredAnswer? {
        do {
            return try engine.store.answer(for: name)
        } catch {
            throw EngineError.store(error)
        }
    }

    /// Forgets what nobody may ask for any more, now and then.
    private func prune(at now: Timestamp) throws {
        let isDue = state.withLock { state in
            guard state.prunedAt.map({ $0.adding(Self.pruneEvery) <= now }) ?? true else {
                return false
            }
            state.prunedAt = now
            return true
        }
        guard isDue else { return }
        let limit = Timestamp(milliseconds: now.milliseconds - Self.keptFor.milliseconds)
        do {
            while try engine.store.pruneAnswers(before: limit) > 0 {}
        } catch {
            throw EngineError.store(error)
        }
    }

    /// A keyed hash that stands for texts and cannot be worked back to them.
    private func hash(_ kind: String, _ texts: [String]) -> [UInt8] {
        // No channel has such a name, so nothing else can come to the same.
        engine.directory.inboxKey(
            channel: "api\u{0}\(kind)",
            providerID: texts.joined(separator: "\u{0}")
        )
    }
}
