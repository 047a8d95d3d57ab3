import Audit
import Clocks
import Consent
import ConversationRuntime
import Conversations
import Storage

// What happens without anybody writing: messages leave, and what is owed is done.
extension SoakWorld {
    /// Hands over what is queued for every contact.
    func deliver() async throws {
        for (place, address) in addresses.enumerated() {
            let delivered: [DeliveredMessage]
            do throws(EngineError) {
                delivered = try await engine.deliver(to: address)
            } catch {
                throw Breach(.once, "the engine gave up on delivery: \(error.sentence)")
            }
            for message in delivered {
                let words = message.withheld.map { "withheld: \($0.rawValue)" } ?? "delivered"
                onLine?("     address \(place) · \(words) · \(message.message.messageClass.name)")
                try observer.dispatch(message, to: place, at: clock.now())
            }
        }
        leafCount = try store.frontier().size
    }

    /// Lets the engine do what it owes by itself: receipts, erasures, the end of keeping.
    func attend() async throws {
        for (place, address) in addresses.enumerated() {
            guard let state = try engine.state(of: address),
                let due = state.nextDue(in: edition.program), due <= clock.now()
            else { continue }
            try await call(.attend(place)) { () throws(EngineError) in
                guard let attendance = try await self.engine.attend(address) else { return nil }
                if case .answered(let report) = attendance { return report }
                return nil
            }
        }
    }

    /// Shows the observer what the engine believes of everybody.
    func examineClaims() throws {
        for (place, address) in addresses.enumerated() {
            guard let state = try engine.state(of: address) else { continue }
            // Nothing is done any more under a name that went over to another.
            guard state.mergedInto == nil else { continue }
            var states: [Standing.Key: String] = [:]
            var valid: Set<Standing.Key> = []
            for (key, record) in state.ledger.records {
                let name = Standing.Key(purpose: key.purpose.name, channel: key.channel)
                states[name] = record.state.rawValue
                if record.state.isValid { valid.insert(name) }
            }
            let claim = Claim(
                address: place,
                isOptedOut: state.ledger.isOptedOut,
                isOptOutPending: state.ledger.isOptOutPending,
                states: states,
                isValid: valid
            )
            try observer.examine(claim)
        }
    }
}
