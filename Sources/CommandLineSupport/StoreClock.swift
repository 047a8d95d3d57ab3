package import Clocks
import ConversationRuntime

/// The machine's clock, never before the last thing the store's log says.
///
/// A store made by `parley chat` has virtual times, which may lie ahead.
package struct StoreClock: WallClock {
    private let notBefore: Timestamp?

    package init(notBefore: Timestamp?) {
        self.notBefore = notBefore
    }

    package func now() -> Timestamp {
        let now = SystemClock().now()
        return notBefore.map { max($0, now) } ?? now
    }
}
