import Audit
import Channels
import Clocks
import Consent
import ConversationRuntime
import Conversations
import FlowProgram
import Storage

// Handing messages over one by one, as the daemon does, once the provider refuses some.
extension ChatWorld {
    /// Has the provider refuse the next message it is given.
    func arm(_ refusal: ChatAction.Refusal) -> [ChatLine] {
        guard let remedy = refusal.remedy ?? knownRemedy(for: refusal.code) else {
            return [.unknownCode(refusal.code)]
        }
        refusals.append(DispatchFault(code: refusal.code, remedy: remedy))
        return []
    }

    private func knownRemedy(for code: String) -> DispatchRemedy? {
        let program = engine.registry.current.program
        let provider = program.channel(named: address.channel)?.provider
        return provider.flatMap { ChannelCatalog.type(of: $0) }?.remedy(forCode: code)
    }

    /// Prepares and settles what waits for a contact; a refused message holds up those behind it.
    func dispatch(
        to address: ContactAddress,
        shown: [OutboundMessage]
    ) async throws(EngineError) -> [ChatLine] {
        var lines: [ChatLine] = []
        unsent += shown
        retries[address] = nil
        guard let contact = try engine.directory.find(address) else { return lines }
        // More than a contact can have waiting; a refusal that asks for the next try at once ends.
        for _ in 0..<Self.firingsPerWait {
            let size = try logSize()
            let preparation = try await engine.prepare(contact.id)
            lines += try happenings(since: size)
            switch preparation {
            case .busy: return lines
            case .nothing:
                // What the gate withheld, or a withdrawal took out of the queue.
                lines += unsent.filter { $0.address == address }.map { .neverLeft($0) }
                unsent.removeAll { $0.address == address }
                return lines
            case .waits(let until):
                retries[address] = until
                return lines
            case .ready(let prepared):
                if refusals.isEmpty {
                    lines += try await accept(prepared, shown)
                } else {
                    lines += try await refuse(prepared, refusals.removeFirst(), at: address)
                }
            }
        }
        return lines
    }

    private func accept(
        _ prepared: PreparedDispatch,
        _ shown: [OutboundMessage]
    ) async throws(EngineError) -> [ChatLine] {
        let message = prepared.message
        _ = try await engine.settle(prepared, .accepted(ids: []))
        noteButtons(of: message)
        let wasRefused = refused.remove(prepared.key) != nil
        guard let place = unsent.firstIndex(of: message) else { return [.said(message)] }
        unsent.remove(at: place)
        return !wasRefused && shown.contains(message) ? [] : [.deliveredLater(message)]
    }

    private func refuse(
        _ prepared: PreparedDispatch,
        _ fault: DispatchFault,
        at address: ContactAddress
    ) async throws(EngineError) -> [ChatLine] {
        let size = try logSize()
        let proofs = try engine.evidence(of: address).count
        let settlement = try await engine.settle(prepared, .refused(fault))
        switch settlement {
        case .postponed: refused.insert(prepared.key)
        case .handedOver, .failed, .dropped:
            refused.remove(prepared.key)
            if let place = unsent.firstIndex(of: prepared.message) { unsent.remove(at: place) }
        }
        // A refusal may say that the contact wants no more, which the engine heeds at once.
        let changes = try engine.evidence(of: address).dropFirst(proofs)
        return [.undelivered(prepared.message, code: fault.code, settlement)]
            + changes.map { .note(.consent($0.change)) } + (try happenings(since: size))
    }

    /// What the log tells since it had so many leaves, as far as no report does.
    private func happenings(since size: UInt64) throws(EngineError) -> [ChatLine] {
        let leaves: [StoredLeaf]
        do {
            leaves = try engine.store.leaves(from: size, limit: Self.firingsPerWait)
        } catch {
            throw .store(error)
        }
        return leaves.compactMap { leaf in
            guard let event = try? AuditLeaf.decode(leaf.body).event else {
                preconditionFailure("a leaf that was just written can be read")
            }
            switch event.kind {
            case .messageWithheld: return .withheldWaiting(reason: event.cause ?? "")
            case .contactSuppressed: return .note(.optedOut)
            case .flowEnded:
                let flow = event.flow?.prefix { $0 != "@" } ?? ""
                return .note(
                    .ended(flow: String(flow), outcome: event.to, cause: event.cause ?? "")
                )
            // The rest is shown already, or never.
            default: return nil
            }
        }
    }

    private func logSize() throws(EngineError) -> UInt64 {
        do {
            return try engine.store.frontier().size
        } catch {
            throw .store(error)
        }
    }
}
