import Consent
import ConversationRuntime
import Conversations
import ModelChecker

extension Evidence {
    /// Whether the lines of a turn show it.
    func isSeen(in lines: [ChatLine]) -> Bool {
        switch self {
        case .withheld, .refused, .turnRefused, .said, .moved, .idled:
            lines.contains(where: isLine)
        case .notOptedOut:
            !lines.contains { if case .note(.optedOut) = $0 { true } else { false } }
        case .notWithdrawn(let purpose):
            !lines.contains { $0.moves(purpose, by: .withdraw) }
        case .unseen: true
        }
    }

    /// Whether this line of a transcript is the one that ought not to be there.
    private func isLine(_ line: ChatLine) -> Bool {
        switch (self, line) {
        case (.withheld(let key), .note(.withheld(_, _, let withheld))): key == withheld
        case (.refused(let act, let purpose), .note(.consentRefused(let refused))):
            refused.act == act && refused.purpose == purpose
        case (.turnRefused, .note(.refused)): true
        case (.said, .said), (.said, .note(.said)): true
        case (.moved(let act, let purpose), _): line.moves(purpose, by: act)
        case (.idled, .note(.ended(_, outcome: nil, _))): true
        default: false
        }
    }

    /// What the last turn ought to bring, where that can be said.
    func mended(_ lines: [ChatLine]) -> [String]? {
        switch self {
        case .withheld, .refused, .turnRefused, .said, .moved, .idled:
            return lines.filter { !isLine($0) }.flatMap(\.lines)
        case .notOptedOut: return lines.flatMap(\.lines) + ChatLine.note(.optedOut).lines
        case .notWithdrawn(let purpose):
            return lines.flatMap(\.lines) + ["  consent \(purpose): given → withdrawn"]
        case .unseen: return nil
        }
    }
}

extension ChatLine {
    fileprivate func moves(_ purpose: PurposeID, by act: ConsentAct) -> Bool {
        guard case .note(.consent(let change)) = self else { return false }
        return change.purpose == purpose && change.act == act
    }
}
