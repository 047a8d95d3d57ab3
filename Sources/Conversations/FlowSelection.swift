import Consent
import FlowProgram
import TextMatching

/// Which flow answers a message when no conversation is going on.
struct FlowSelection {
    let program: Program
    let locale: LocaleIndex

    /// `preferred` if there is one, otherwise the flow whose start words hold the text, otherwise
    /// the channel's.
    func flow(
        for content: InboundMessage.Content,
        on channel: String,
        preferred: FlowIndex?
    ) -> FlowIndex? {
        if let preferred { return preferred }
        if case .text(let text) = content, text.utf8.count <= Self.longestStartText {
            let key = TextFolding.key(text)
            let index = program.flows.firstIndex { flow in
                !key.isEmpty && flow.startWords[locale.value].contains(key)
            }
            if let index { return FlowIndex(index) }
        }
        return program.channels.first { $0.name == channel }?.flow
    }

    /// A start word is short: longer texts, in bytes, are not compared.
    static let longestStartText = 512
}
