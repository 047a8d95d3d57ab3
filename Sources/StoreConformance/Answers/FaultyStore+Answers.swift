package import Clocks
package import Storage

extension FaultyStore {
    package func rememberAnswer(_ answer: StoredAnswer) throws(StoreError) -> StoredAnswer {
        try plan.run(.rememberAnswer) { () throws(StoreError) in
            try store.rememberAnswer(answer)
        }
    }

    package func pruneAnswers(before limit: Timestamp) throws(StoreError) -> Int {
        try plan.run(.pruneAnswers) { () throws(StoreError) in
            try store.pruneAnswers(before: limit)
        }
    }

    // MARK: Reading

    package func answer(for key: [UInt8]) throws(StoreError) -> StoredAnswer? {
        try plan.run(.reading) { () throws(StoreError) in try store.answer(for: key) }
    }
}
