import Dispatch
import Foundation
import Synchronization

/// Folders that must not outlive the program, also when a signal ends it.
enum TemporaryFolders {
    private static let paths = Mutex<[String]>([])
    // A signal source works for as long as somebody holds it.
    private static let watch = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { removeAll() }

    /// A new path, not yet a folder, that is removed at the end.
    static func make(named prefix: String) -> String {
        watch.start()
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("\(prefix)-\(UUID().uuidString)").path
        paths.withLock { $0.append(path) }
        return path
    }

    static func removeAll() {
        let doomed = paths.withLock { paths in
            defer { paths = [] }
            return paths
        }
        for path in doomed {
            // A folder that is already gone is as good as removed.
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}

/// Ends the program after `cleanUp` when one of some signals comes.
private final class SignalWatch: Sendable {
    private let signals: [Int32]
    private let cleanUp: @Sendable () -> Void
    private let sources = Mutex<[any DispatchSourceSignal]>([])

    init(_ signals: [Int32], cleanUp: @escaping @Sendable () -> Void) {
        self.signals = signals
        self.cleanUp = cleanUp
    }

    func start() {
        sources.withLock { sources in
            guard sources.isEmpty else { return }
            sources = signals.map { number in
                // The source sees it; the default would end the program first.
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { [cleanUp] in
                    cleanUp()
                    exit(128 + number)
                }
                source.resume()
                return source
            }
        }
    }
}
