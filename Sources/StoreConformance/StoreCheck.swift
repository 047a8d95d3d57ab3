package import Storage

/// One promise of `ConversationStore`, checked on an empty store.
///
/// Every store's tests run all of `StoreCheck.all`, so a promise written once binds them all.
package struct StoreCheck: Sendable, CustomStringConvertible {
    package let description: String
    private let body: @Sendable (any ConversationStore) throws -> Void

    init(_ description: String, _ body: @escaping @Sendable (any ConversationStore) throws -> Void)
    {
        self.description = description
        self.body = body
    }

    /// Records an issue for each expectation the store does not meet.
    package func run(on store: some ConversationStore) throws {
        try body(store)
    }

    package static let all: [StoreCheck] =
        turns + refusals + batches + outbox + due + evidence + log + archive + listing + erasure
        + shredding + pruning + checkpoints + delivery + deadLetters + queue + sent + answers
}
