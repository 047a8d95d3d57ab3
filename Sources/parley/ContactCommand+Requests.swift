import ArgumentParser
import Clocks
import CommandLineSupport
import Consent
import ConversationRuntime
import Conversations

struct ContactRequestsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests",
        abstract: "Every right that was exercised and not answered yet, the most urgent first.",
        // LAW: Art. 12(3) GDPR.
        discussion: """
            An answer is due within one month (Art. 12(3) GDPR). Opens the sealed state of every \
            contact. Addresses are masked; with --reveal they are shown whole, and the log says \
            of each contact that they were.

            Exit status: 1 when one is overdue.
            """
    )

    @OptionGroup var store: StoreOption

    @OptionGroup var key: KeyOption

    @Flag(name: .long, help: "Show whole addresses, and write down that they were shown.")
    var reveal = false

    @Flag(name: .long, help: "One JSON object a request.")
    var json = false

    func run() async throws {
        try await ending {
            let isOverdue = try await StoreSession.with(store, key) { session in
                let now = session.engine.clock.now()
                let progress = try session.contactProgress(isQuiet: json)
                let found = try session.engine.openRequests { progress.show(UInt64($0)) }
                progress.finish()
                if reveal {
                    for address in found.contacts {
                        _ = try await session.engine.perform(
                            .disclose(.shown),
                            by: .operator,
                            for: address
                        )
                    }
                }
                for request in found.requests { Output.line(line(request, at: now)) }
                if found.requests.isEmpty, !json { Output.line("no request is open") }
                try found.reportUnreadable()
                return found.requests.contains { $0.request.dueAt < now }
            }
            if isOverdue { throw ExitCode(1) }
        }
    }

    private func line(_ open: OpenRequest, at now: Timestamp) -> String {
        let request = open.request
        let address =
            reveal ? "\(open.address.channel):\(open.address.text)" : "\(open.address)"
        let days = now.wholeDays(until: request.dueAt)
        guard !json else {
            return "{\"contact\": \(JSONText.quoted(address)), "
                + "\"right\": \(JSONText.quoted(request.right.rawValue)), "
                + "\"receivedAt\": \(JSONText.quoted(request.receivedAt.text)), "
                + "\"dueAt\": \(JSONText.quoted(request.dueAt.text)), "
                + "\"daysLeft\": \(days), \"isOverdue\": \(request.dueAt < now)}"
        }
        let left = request.dueAt < now ? "overdue" : "\(Output.count(Int(days), "day")) left"
        return "\(request.dueAt.text)  \(left)  \(request.right.rawValue)  \(address)  "
            + "received \(request.receivedAt.text)"
    }
}

extension OpenRequests {
    fileprivate func reportUnreadable() throws {
        guard unreadable > 0 else { return }
        throw Failure.doesNotHold(
            "error: \(unreadable) contacts do not open with their keys; run `parley audit verify`"
        )
    }
}

extension Timestamp {
    /// Whole days from here to `later`; negative when that is over.
    fileprivate func wholeDays(until later: Timestamp) -> Int64 {
        let day = Period.days(1).milliseconds
        let rest = later.milliseconds - milliseconds
        return rest >= 0 ? rest / day : (rest - day + 1) / day
    }
}
