import Audit
import Storage
import Testing

extension StoreCheck {
    private static func answer(
        _ key: UInt8,
        request: UInt8 = 1,
        status: Int = 201,
        sealed: [UInt8] = [5, 0, 5],
        at time: Int64 = 10
    ) -> StoredAnswer {
        StoredAnswer(
            key: [key],
            request: [request, 0],
            status: status,
            sealed: sealed,
            at: Sample.time(time)
        )
    }

    static let answers: [StoreCheck] = [
        StoreCheck("an answer comes back whole by its key") { store throws in
            #expect(try store.answer(for: [1]) == nil)
            let large = [UInt8](repeating: 7, count: 100_000)
            for answer in [answer(1), answer(2, status: 403, sealed: []), answer(3, sealed: large)]
            {
                #expect(try store.rememberAnswer(answer) == answer)
                #expect(try store.answer(for: answer.key) == answer)
            }
            #expect(try store.answer(for: [1, 0]) == nil)
        },
        StoreCheck("the first answer under a key stays") { store throws in
            let first = answer(1)
            _ = try store.rememberAnswer(first)
            let second = answer(1, request: 2, status: 500, sealed: [9], at: 99)
            #expect(try store.rememberAnswer(second) == first)
            #expect(try store.answer(for: [1]) == first)
        },
        StoreCheck("answers given before an instant are forgotten, others stay") { store throws in
            #expect(try store.pruneAnswers(before: Sample.time(.max)) == 0)
            for number: UInt8 in 1...9 {
                _ = try store.rememberAnswer(answer(number, at: Int64(number)))
            }
            #expect(try store.pruneAnswers(before: Sample.time(4)) == 3)
            #expect(try store.pruneAnswers(before: Sample.time(4)) == 0)
            for number: UInt8 in 1...9 {
                let isThere = try store.answer(for: [number]) != nil
                #expect(isThere == (number >= 4))
            }
            // A forgotten key may be used again.
            let again = answer(1, request: 9, at: 20)
            #expect(try store.rememberAnswer(again) == again)
        },
        StoreCheck("answers and turns leave each other alone") { store throws in
            _ = try store.rememberAnswer(answer(1))
            _ = try store.commit([Sample.turn(Sample.contact(1), inbox: [1], leaves: [[1]])])
            _ = try store.shred(Sample.contact(1))
            #expect(try store.answer(for: [1]) == answer(1))
            #expect(try store.pruneAnswers(before: Sample.time(.max)) == 1)
            #expect(try store.isTaken(inboxKey: [1]))
            #expect(try store.frontier().size == 1)
        },
    ]
}
