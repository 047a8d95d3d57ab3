import Consent
import ConversationRuntime
import Conversations

// What operators and providers do in a played conversation.
extension ChatWorld {
    func operate(_ office: ChatAction.Office) async throws(EngineError) -> [ChatLine] {
        switch office {
        case .exercise(let right): return try await perform(.exercise(right), by: .operator)
        case .lift: return try await perform(.liftRestriction, by: .operator)
        case .erase:
            let receipt = try await engine.erase(address, because: .request, by: .operator)
            return [receipt.map { .erased($0) } ?? .unknownContact]
        case .suppress(let text):
            let address = text.map { resolve($0) } ?? address
            try await engine.suppress(address)
            return [.suppressed] + (try await deliveries(to: address))
        case .merge(let other):
            let report = try await engine.merge(resolve(other), into: address, by: .operator)
            guard let report else { return [.unknownContact] }
            return try await lines(of: report, at: address)
        }
    }

    func report(_ signal: ChatAction.Signal) async throws(EngineError) -> [ChatLine] {
        switch signal {
        case .stop: return try await perform(.optOut, by: .provider)
        case .link(let other):
            let report = try await engine.link(resolve(other), to: address, by: .provider)
            guard let report else { return [.unknownContact] }
            return try await lines(of: report, at: address)
        case .newNumber(let other):
            let report = try await engine.changeNumber(from: address, to: resolve(other))
            guard let report else { return [.unknownContact] }
            return try await lines(of: report, at: address)
        }
    }
}
