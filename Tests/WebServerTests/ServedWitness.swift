import Clocks
import Dispatch
import Logging
import RawHTTP
import Storage
import Synchronization
import TransparencyLog
import WebServer

/// A witness on a free port, for as long as a body runs.
struct ServedWitness {
    var prefix = "/"
    var limits = WitnessServer.limits
    let log: SampleLog

    init(of log: SampleLog) {
        self.log = log
    }

    /// Runs `body` with the port, and gives what it returns and the lines that were logged.
    ///
    /// The body has a thread of its own, because its sockets block; what it finds is compared
    /// outside of it, where the test is known.
    func serve<Value: Sendable>(
        _ body: @escaping @Sendable (Int) throws -> Value
    ) async throws -> (value: Value, lines: [String]) {
        let lines = Lines()
        let server = try server(lines)
        let (ports, ready) = AsyncStream<Int>.makeStream()
        let value = try await withThrowingTaskGroup(of: Void.self) { group -> Value? in
            group.addTask {
                defer { ready.finish() }
                try await server.serve { ready.yield($0.port) }
            }
            guard let port = await ports.first(where: { _ in true }) else { return nil }
            let result = await withCheckedContinuation { done in
                // Not the global queue: threads that block there are missing to all tasks.
                DispatchQueue(label: "client").async {
                    done.resume(returning: Result { try body(port) })
                }
            }
            group.cancelAll()
            return try result.get()
        }
        guard let value else { throw NotServed() }
        // Whoever cancels a server hears of that, too.
        return (value, lines.all.filter { !$0.contains("CancellationError") })
    }

    private struct NotServed: Error {}

    private func server(_ lines: Lines) throws -> WitnessServer {
        let clock = VirtualClock(SampleLog.time)
        let cosigner = try SampleLog.cosigner()
        return WitnessServer(
            witness: Witness(
                logs: try TrustedLogs(
                    keys: [log.signer.verifierKey],
                    witnessedBy: cosigner.verifierKey
                ),
                cosigner: cosigner,
                store: MemoryWitnessStore(),
                clock: clock
            ),
            prefix: prefix,
            configuration: WebServerConfiguration(
                address: ListenAddress(host: "127.0.0.1", port: 0),
                limits: limits
            ),
            logger: Logger(label: "test") { _ in
                JSONLogHandler(level: .info, clock: clock, write: lines.add)
            }
        )
    }
}

/// The lines that were logged.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}
