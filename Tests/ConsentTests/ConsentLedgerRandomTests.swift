import Clocks
import Consent
import Testing

struct ConsentLedgerRandomTests {
    private static let histories = 160
    private static let steps = 48

    // INVARIANT: a consent is valid if, and only if, the facts say so: the latest decisive one is
    // a confirmation, and everything it needs came before it.
    @Test(arguments: 0..<8)
    func `in any history consent is valid if and only if its facts make it so`(_ part: Int) {
        var tally: [String: Int] = [:]
        for history in 0..<Self.histories {
            let seed = UInt64(part * Self.histories + history)
            var world = ConsentLedgerRandomWorld(seed: seed)
            for _ in 0..<Self.steps {
                let index = world.step()
                if let difference = world.difference(index) {
                    let trace = world.trace.suffix(12).joined(separator: "\n")
                    Issue.record("history \(seed): \(difference)\n\(trace)")
                    return
                }
            }
            tally.merge(world.tally, uniquingKeysWith: +)
        }
        // A history in which nothing happens would prove nothing.
        for word in ["given", "renewed", "expired", "withdrawn", "refused", "deferred"] {
            #expect(tally[word, default: 0] > 0, "\(word)")
        }
        #expect(tally["given", default: 0] >= 200)
        #expect(tally["merged", default: 0] >= 5)
        for refusal in ActRefusal.allCases {
            #expect(tally[refusal.rawValue, default: 0] > 0, "\(refusal)")
        }
    }

    @Test func `the histories are long enough to mean something`() {
        #expect(8 * Self.histories * Self.steps >= 50_000)
    }
}
