import Audit
import Clocks
import Consent
package import Conversations
import FlowProgram
import Storage

extension Engine {
    /// STOP for an address, whether it was ever seen or not: a letter, a call, a blocklist.
    ///
    /// An address never seen leaves nothing but its keyed hash.
    package func suppress(_ address: ContactAddress) async throws(EngineError) {
        if try await perform(.optOut, by: .operator, for: address) != nil { return }
        let now = clock.now()
        let known = try directory.suppression(of: address)
        let said = known ?? ConsentLedger()
        guard !said.isOptedOut else { return }
        var stopped = said
        _ = stopped.withdrawAll(registry.current.program.laws, in: .unattended(at: now))
        try directory.suppress(address, stopped)
        let event = AuditEvent(
            time: now,
            kind: .contactSuppressed,
            cause: "address-not-seen",
            actor: Actor.operator.rawValue
        )
        do throws(StoreError) {
            try store.append([PreparedLeaf(body: AuditLeaf.encode(event))], at: now)
        } catch {
            throw .store(error)
        }
        // Someone may have written in this very moment.
        _ = try await perform(.optOut, by: .operator, for: address)
    }
}
