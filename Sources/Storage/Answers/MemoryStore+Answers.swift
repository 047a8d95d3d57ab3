package import Clocks
import Synchronization

extension MemoryStore {
    package func rememberAnswer(_ answer: StoredAnswer) throws(StoreError) -> StoredAnswer {
        contents.withLock { contents in
            let first = contents.answers[answer.key] ?? answer
            contents.answers[answer.key] = first
            return first
        }
    }

    package func answer(for key: [UInt8]) throws(StoreError) -> StoredAnswer? {
        contents.withLock { $0.answers[key] }
    }

    package func pruneAnswers(before limit: Timestamp) throws(StoreError) -> Int {
        contents.withLock { contents in
            let before = contents.answers.count
            contents.answers = contents.answers.filter { $0.value.at >= limit }
            return before - contents.answers.count
        }
    }
}
