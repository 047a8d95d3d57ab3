package import Clocks

/// What was answered to requests that may come again, so that the second time does nothing
/// (`Idempotency-Key`).
package protocol AnswerStore: Sendable {
    /// Remembers an answer, unless there is one under its key already.
    ///
    /// Durable when it returns.
    ///
    /// - Returns: The answer that is stored from now on: the first.
    func rememberAnswer(_ answer: StoredAnswer) throws(StoreError) -> StoredAnswer
    func answer(for key: [UInt8]) throws(StoreError) -> StoredAnswer?
    /// Forgets answers given before an instant, about 10 000 a call.
    ///
    /// - Returns: How many are gone; 0 when there are no more.
    func pruneAnswers(before limit: Timestamp) throws(StoreError) -> Int
}

/// An answer to a request.
///
/// It belongs to no contact: an erasure leaves it, so whoever seals it decides what becomes of it.
package struct StoredAnswer: Hashable, Sendable {
    /// A keyed hash of who asked and of the key they gave.
    package let key: [UInt8]
    /// A hash of what was asked, to tell a repetition from another request under the same key.
    package let request: [UInt8]
    /// The status of the answer (RFC 9110, section 15).
    package let status: Int
    /// The answer's body, sealed by the caller.
    package let sealed: [UInt8]
    package let at: Timestamp

    package init(
        key: [UInt8],
        request: [UInt8],
        status: Int,
        sealed: [UInt8],
        at: Timestamp
    ) {
        self.key = key
        self.request = request
        self.status = status
        self.sealed = sealed
        self.at = at
    }
}
