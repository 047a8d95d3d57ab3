import Storage
import Testing

extension StoreCheck {
    /// A turn with everything in it, none of which may be seen after a refusal.
    private static func fullTurn(
        _ contact: ContactID,
        on version: UInt64,
        inbox: [UInt8]?
    ) -> TurnCommit {
        Sample.turn(
            contact,
            on: version,
            state: [99],
            due: 1,
            inbox: inbox,
            leaves: [[9]],
            outbox: [Sample.message(9)],
            evidence: [Sample.proof(9, "news", state: 1)],
            cancellation: .all,
            settled: [1],
            deliveries: [.buried(id: 1, attempts: 1, code: "code")],
            sent: [SentMessage(key: [9], effectID: [9])],
            stages: [SentStage(key: [7], stage: 9)]
        )
    }

    /// Commits the one turn there is; then whatever is refused must leave exactly that.
    private static func withOneTurn(
        _ store: any ConversationStore,
        refused: TurnCommit,
        as expected: CommitResult
    ) throws {
        let contact = Sample.contact(1)
        _ = try store.commit([
            Sample.turn(
                contact,
                state: [1],
                inbox: [7],
                leaves: [[1]],
                outbox: [Sample.message(1)],
                sent: [SentMessage(key: [7], effectID: [7])]
            )
        ])
        let frontier = try store.frontier()
        #expect(try store.commit([refused]) == [expected])
        #expect(try store.contact(contact) == StoredContact(version: 1, sealedState: [1]))
        #expect(try store.queued(for: contact).map(\.id) == [1])
        #expect(try store.evidence(for: contact) == [])
        #expect(try store.due(at: Sample.time(.max), limit: 10) == [])
        #expect(try store.frontier() == frontier)
        #expect(try store.leaves(from: 0, limit: 10).count == 1)
        #expect(try store.heads(from: 0, limit: 10).count == 1)
        #expect(try !store.isTaken(inboxKey: [8]))
        #expect(try store.deadLetters(after: 0, limit: 10) == [])
        #expect(try store.sent([9]) == nil)
        #expect(try store.sent([7])?.stage == 0)
        // What was refused did not use up anything either.
        let next = Sample.turn(
            contact,
            on: 1,
            inbox: [8],
            leaves: [[2]],
            outbox: [Sample.message(2)]
        )
        #expect(try store.commit([next]) == [.committed(firstLeaf: 1)])
        #expect(try store.queued(for: contact).map(\.id) == [1, 2])
    }

    static let refusals: [StoreCheck] = [
        StoreCheck("a taken inbox key is a duplicate, whatever else the turn has") { store throws in
            let refused = fullTurn(Sample.contact(1), on: 1, inbox: [7])
            try withOneTurn(store, refused: refused, as: .duplicate)
        },
        StoreCheck("a duplicate of another contact's message is a duplicate") { store throws in
            let refused = fullTurn(Sample.contact(2), on: 0, inbox: [7])
            try withOneTurn(store, refused: refused, as: .duplicate)
            #expect(try store.contact(Sample.contact(2)) == nil)
        },
        StoreCheck("a duplicate on an old version is a duplicate first") { store throws in
            let refused = fullTurn(Sample.contact(1), on: 0, inbox: [7])
            try withOneTurn(store, refused: refused, as: .duplicate)
        },
        StoreCheck("an old version is a conflict, and its inbox key stays free") { store throws in
            let refused = fullTurn(Sample.contact(1), on: 0, inbox: [8])
            try withOneTurn(store, refused: refused, as: .conflict)
        },
        StoreCheck("a version ahead of the stored one is a conflict") { store throws in
            let refused = fullTurn(Sample.contact(1), on: 2, inbox: [8])
            try withOneTurn(store, refused: refused, as: .conflict)
        },
        StoreCheck("a version of a contact that is not stored is a conflict") { store throws in
            let refused = fullTurn(Sample.contact(2), on: 1, inbox: nil)
            try withOneTurn(store, refused: refused, as: .conflict)
            #expect(try store.contact(Sample.contact(2)) == nil)
        },
        StoreCheck("a second contact with the same row number is a conflict") { store throws in
            let other = Sample.contact(row: 1, rest: 2)
            try withOneTurn(store, refused: fullTurn(other, on: 0, inbox: [8]), as: .conflict)
            #expect(try store.contact(other) == nil)
            #expect(try store.queued(for: other) == [])
            #expect(try store.evidence(for: other) == [])
            #expect(try store.commit([Sample.turn(other, on: 2)]) == [.conflict])
        },
        StoreCheck("turns without an inbox key are never duplicates") { store throws in
            let contact = Sample.contact(1)
            for version in 0..<3 {
                let result = try store.commit([Sample.turn(contact, on: UInt64(version))])
                #expect(result == [.committed(firstLeaf: 0)])
            }
        },
    ]
}
