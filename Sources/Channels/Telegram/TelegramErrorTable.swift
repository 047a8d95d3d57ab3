import Conversations

/// Telegram's errors and what each leads to.
///
/// Telegram has no codes but HTTP's. Which 403 or 400 it is stands in a sentence for people, which
/// may change without notice; then the status alone decides, and nobody is taken for opted out.
enum TelegramErrorTable {
    struct Row: Hashable, Sendable {
        /// The status, and a word of ours for the sentence.
        let code: String
        let remedy: DispatchRemedy
    }

    private struct Sentence {
        let status: Int
        let part: String
        let word: String
        let remedy: DispatchRemedy

        init(_ status: Int, _ part: String, _ word: String, _ remedy: DispatchRemedy) {
            self.status = status
            self.part = part
            self.word = word
            self.remedy = remedy
        }
    }

    private static let sentences = [
        Sentence(403, "bot was blocked by the user", "blocked", .optOut),
        Sentence(403, "user is deactivated", "deactivated", .unreachable),
        Sentence(403, "can't initiate conversation", "never-started", .unreachable),
        Sentence(403, "can't send messages to bots", "bot", .unreachable),
        Sentence(400, "chat not found", "chat-not-found", .unreachable),
        Sentence(400, "user not found", "user-not-found", .unreachable),
        Sentence(400, "peer_id_invalid", "peer-id-invalid", .unreachable),
    ]

    static func row(status: Int, description: String) -> Row {
        let text = description.lowercased()
        let sentence = sentences.first { $0.status == status && text.contains($0.part) }
        if let sentence {
            return Row(code: "\(status)-\(sentence.word)", remedy: sentence.remedy)
        }
        return Row(code: String(status), remedy: remedy(forStatus: status))
    }

    private static func remedy(forStatus status: Int) -> DispatchRemedy {
        switch status {
        // 404 is what a token gets that Telegram does not know the form of.
        case 401, 404: .pauseChannel
        case 429: .slowSender
        case 400: .mendMessage
        case 500...: .retry
        default: .giveUp
        }
    }
}
