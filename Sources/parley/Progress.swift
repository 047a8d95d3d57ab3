/// A bar on a terminal for work that takes a while; nothing anywhere else.
final class Progress {
    private let total: UInt64
    private let isShown: Bool
    private var lastPercent: UInt64 = .max

    init(total: UInt64, isShown: Bool) {
        self.total = total
        // Work this small is over before anyone could look.
        self.isShown = isShown && total > 50_000
    }

    func show(_ done: UInt64) {
        let percent = total == 0 ? 100 : min(100, done * 100 / total)
        guard isShown, percent != lastPercent else { return }
        lastPercent = percent
        let filled = Int(percent) * 40 / 100
        let rest = String(repeating: "░", count: 40 - filled)
        let bar = String(repeating: "█", count: filled) + rest
        print("\r\(bar) \(percent) %", terminator: "")
    }

    func finish() {
        if isShown { print("\r\u{1B}[K", terminator: "") }
    }
}
